import Foundation
import TestSupport
import Testing

@testable import GeoKernel

@Suite("Folders, and names in them")
struct FolderTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("folders are made with those above them, told, and made again without harm")
  func make() throws {
    let path = scratch.path("a/b//c/")
    let made = try Folder.make(path)
    #expect(made == ["a", "a/b", "a/b/c"].map { scratch.path($0) })
    #expect(try Folder.make(path) == [])
    #expect(FileStatus(scratch.path("a/b/c"))?.kind == .folder)
  }

  @Test("a file in the way of a folder is a fault")
  func fileInTheWay() throws {
    let path = try scratch.write("a", "")
    #expect(throws: FileFault.self) { try Folder.make(path) }
    #expect(throws: FileFault.self) { try Folder.make(path + "/b") }
  }

  @Test("two folders are exchanged, or nothing happens")
  func exchange() throws {
    try scratch.write("a/one", "1")
    try scratch.write("b/two", "2")
    try Folder.exchange(scratch.path("a"), scratch.path("b"))
    #expect(scratch.names() == ["a/two", "b/one"])
    #expect(throws: FileFault.self) {
      try Folder.exchange(scratch.path("a"), scratch.path("c"))
    }
    #expect(scratch.names() == ["a/two", "b/one"])
  }

  @Test("removing all follows no link")
  func removeAll() throws {
    try scratch.write("kept/x", "1")
    try scratch.write("gone/deep/y", "2")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("gone/link"), withDestinationPath: scratch.path("kept"))
    try Folder.removeAll(scratch.path("gone"))
    #expect(scratch.names() == ["kept/x"])
  }

  @Test("what is to go last is there until all else is gone")
  func removeLast() throws {
    // A name that is no UTF-8 is not seen, and stays: its folder cannot go, and the removal stops there.
    try scratch.write("gone/.first", "")
    try scratch.write("gone/z", "")
    try FileManager.default.createDirectory(
      atPath: scratch.path("gone/sub"), withIntermediateDirectories: true)
    let bytes = Array(scratch.path("gone/sub/").utf8) + [0xE9, 0]
    let descriptor = bytes.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer {
      open($0.baseAddress!, O_CREAT | O_WRONLY, 0o644)
    }
    close(descriptor)
    #expect(throws: FileFault.self) {
      try Folder.removeAll(scratch.path("gone"), last: ".first")
    }
    #expect(FileStatus(scratch.path("gone/.first")) != nil)
  }

  @Test("a name that is no UTF-8 is counted, not guessed")
  func unreadable() throws {
    let bytes = Array(scratch.path("").utf8) + [0x65, 0xE9, 0]
    let descriptor = bytes.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer {
      open($0.baseAddress!, O_CREAT | O_WRONLY, 0o644)
    }
    close(descriptor)
    try scratch.write("b", "")
    let names = try Folder.names(in: scratch.folder)
    #expect(names.all == ["b"])
    #expect(names.unreadable == 1)
  }

  @Test("a file is unchanged until somebody writes into it, or puts another in its place")
  func unchanged() throws {
    let path = try scratch.write("a", "one")
    let before = try #require(FileStatus(path))
    #expect(FileStatus(path)?.isUnchanged(since: before) == true)
    try scratch.write("b", "one")
    try Folder.rename(scratch.path("b"), to: path)
    #expect(FileStatus(path)?.isUnchanged(since: before) == false)
  }
}

@Suite("One writes into a folder at a time")
struct FolderLockTests {
  @Test("a second lock is refused and names the process, until the first is given back")
  func exclusive() throws {
    let scratch = try Scratch()
    let first = try #require(try FolderLock.take(scratch.folder))
    #expect(try FolderLock.take(scratch.folder) == nil)
    #expect(FolderLock.holder(of: scratch.folder) == "\(getpid())")
    first.release(from: scratch.folder)
    #expect(scratch.names() == [])
    #expect(FolderLock.holder(of: scratch.folder) == nil)
    #expect(try FolderLock.take(scratch.folder) != nil)
  }

  @Test("what a killed run left of its lock keeps nobody out")
  func leftOver() throws {
    let scratch = try Scratch()
    try scratch.write(FolderLock.fileName, "123\n")
    #expect(FolderLock.holder(of: scratch.folder) == nil)
    let lock = try #require(try FolderLock.take(scratch.folder))
    lock.release(from: scratch.folder)
    #expect(scratch.names() == [])
  }

  @Test("a lock that is a link is not followed")
  func link() throws {
    let scratch = try Scratch()
    let other = try scratch.write("other", "text")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path(FolderLock.fileName), withDestinationPath: other)
    #expect(throws: FileFault.self) { try FolderLock.take(scratch.folder) }
    #expect(try scratch.text("other") == "text")
  }
}
