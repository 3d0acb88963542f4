import Foundation
import Testing

@testable import Coverage

@Suite("A run writes all of its files or none")
struct OutputFolderTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func write(_ name: String, _ text: String, to folder: OutputFolder) throws {
    try folder.write(name) { (write) throws(InputFault) in try write(Array(text.utf8)) }
  }

  @Test("no file has its name before all are published")
  func publish() throws {
    let folder = try OutputFolder(scratch.path("deep/out"))
    try write("a.csv", "one", to: folder)
    try write("b.csv", "two", to: folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["a.csv.partial", "b.csv.partial"])
    try folder.publish()
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        == ["a.csv", "b.csv"])
    #expect(try InputPath(folder.path + "/b.csv").bytes() == Array("two".utf8))
  }

  @Test("a discarded run leaves the files of the one before it")
  func discard() throws {
    let folder = try OutputFolder(scratch.folder)
    try write("a.csv", "earlier", to: folder)
    try folder.publish()
    let second = try OutputFolder(scratch.folder)
    try write("a.csv", "half", to: second)
    try write("b.csv", "half", to: second)
    second.discard()
    #expect(scratch.names() == ["a.csv"])
    #expect(try InputPath(scratch.path("a.csv")).bytes() == Array("earlier".utf8))
  }

  @Test("a folder of a discarded run goes, unless it was there before or holds something")
  func folders() throws {
    let first = try OutputFolder(scratch.folder)
    try first.makeFolder("pages")
    try write("pages/a.md", "half", to: first)
    first.discard()
    #expect(scratch.names() == [])
    let second = try OutputFolder(scratch.folder)
    try second.makeFolder("pages")
    try write("pages/a.md", "whole", to: second)
    try second.publish()
    let third = try OutputFolder(scratch.folder)
    try third.makeFolder("pages")
    try write("pages/a.md", "half", to: third)
    third.discard()
    #expect(try InputPath(scratch.path("pages/a.md")).bytes() == Array("whole".utf8))
  }

  @Test("a folder that cannot be made is a fault of output that names it")
  func fault() throws {
    let file = try scratch.file("file", "")
    do {
      _ = try OutputFolder(file.file + "/out")
      Issue.record("made")
    } catch {
      #expect(error.kind == .output)
      #expect(error.path == file.file + "/out")
    }
  }
}
