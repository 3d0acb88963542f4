import Foundation
import Testing

@testable import GeoKernel

@Suite("Files written beside and renamed when whole")
struct StagedFileTests {
  @Test("the name exists only once published")
  func publish() throws {
    let scratch = try Scratch()
    let path = scratch.path("out.csv")
    let file = try StagedFile(path)
    try file.write(Array("one,".utf8))
    try file.write([])
    try file.write(Array("two".utf8))
    #expect(scratch.names() == ["out.csv.partial"])
    try file.finish()
    #expect(scratch.names() == ["out.csv.partial"])
    try StagedFile.publish(path)
    #expect(scratch.names() == ["out.csv"])
    #expect(try scratch.bytes("out.csv") == Array("one,two".utf8))
  }

  @Test("discarding leaves nothing, and leaves the file of an earlier run")
  func discard() throws {
    let scratch = try Scratch()
    let path = try scratch.write("out.csv", bytes: Array("earlier".utf8))
    let file = try StagedFile(path)
    try file.write(Array("half".utf8))
    StagedFile.discard(path)
    #expect(scratch.names() == ["out.csv"])
    #expect(try scratch.bytes("out.csv") == Array("earlier".utf8))
    StagedFile.discard(path)  // twice does no harm
    #expect(scratch.names() == ["out.csv"])
  }

  @Test("a shorter second run leaves no tail of the first")
  func replace() throws {
    let scratch = try Scratch()
    let path = scratch.path("out.csv")
    try scratch.write("out.csv.partial", bytes: [UInt8](repeating: 0x2E, count: 1_000))
    for text in ["a long first text", "short"] {
      let file = try StagedFile(path)
      try file.write(Array(text.utf8))
      try file.finish()
      try StagedFile.publish(path)
    }
    #expect(try scratch.bytes("out.csv") == Array("short".utf8))
  }

  @Test("large writes arrive whole")
  func large() throws {
    let scratch = try Scratch()
    let path = scratch.path("out.bin")
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 >> 5) }
    let file = try StagedFile(path)
    try file.write(bytes)
    try file.finish()
    try StagedFile.publish(path)
    #expect(try scratch.bytes("out.bin") == bytes)
  }

  @Test("a full disk is a fault")
  func fullDisk() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let scratch = try Scratch()
    let path = scratch.path("out.csv")
    try FileManager.default.createSymbolicLink(
      atPath: path + ".partial", withDestinationPath: "/dev/full")
    let file = try StagedFile(path)
    #expect(throws: FileFault.self) { try file.write([1, 2, 3]) }
  }

  @Test("a folder that is not there is a fault that names the final path")
  func noFolder() throws {
    let scratch = try Scratch()
    let path = scratch.path("missing/out.csv")
    do {
      _ = try StagedFile(path)
      Issue.record("opened")
    } catch { #expect(error.path == path) }
    #expect(throws: FileFault.self) { try StagedFile.publish(path) }
  }

  @Test("folders are made with those above them, and made again without harm")
  func makeFolder() throws {
    let scratch = try Scratch()
    let path = scratch.path("a/b//c/")
    try StagedFile.makeFolder(path)
    try StagedFile.makeFolder(path)
    var isFolder: ObjCBool = false
    #expect(FileManager.default.fileExists(atPath: path, isDirectory: &isFolder))
    #expect(isFolder.boolValue)
  }

  @Test("a file in the way of a folder is a fault")
  func fileInTheWay() throws {
    let scratch = try Scratch()
    let path = try scratch.write("a", bytes: [])
    #expect(throws: FileFault.self) { try StagedFile.makeFolder(path) }
    #expect(throws: FileFault.self) { try StagedFile.makeFolder(path + "/b") }
  }
}
