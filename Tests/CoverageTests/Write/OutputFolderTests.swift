import Foundation
import GeoKernel
import TestSupport
import Testing

@testable import Coverage

@Suite("A run writes all of its files or none, and nothing of anybody else's is lost")
struct OutputFolderTests {
  private let scratch: Scratch
  private var out: String { scratch.path("out") }
  private let day = CivilDate.today

  init() throws { scratch = try Scratch() }

  /// One run from its beginning to its end.
  @discardableResult
  private func run(_ files: [String: String], inputs: [String] = []) throws -> [KeptFile] {
    let folder = try staged(files, inputs: inputs)
    do { return try folder.publish() } catch {
      folder.discard()
      throw error
    }
  }

  private func staged(_ files: [String: String], inputs: [String] = []) throws -> OutputFolder {
    let folder = try OutputFolder(out, summary: "resume.json", inputs: inputs)
    do {
      for (name, text) in files { try folder.write(name, Array(text.utf8)) }
      try folder.writeSummary("resume.json", ["version": .text("1")], .sorted)
    } catch {
      folder.discard()
      throw error
    }
    return folder
  }

  /// Names and texts, but for the summary.
  private func texts() throws -> [String: String] {
    let names = scratch.names(in: "out").filter { $0 != "resume.json" }
    return Dictionary(
      uniqueKeysWithValues: try names.map { ($0, try scratch.text("out/\($0)")) })
  }

  @Test("nothing is in the folder before all is published, and nothing beside it after")
  func publish() throws {
    let folder = try staged(["a.csv": "one", "pages/b.md": "two"])
    #expect(scratch.names(in: "out") == [FolderLock.fileName])
    #expect(try folder.publish() == [])
    #expect(try texts() == ["a.csv": "one", "pages/b.md": "two"])
    #expect(try Folder.names(in: scratch.folder).all == ["out"])
  }

  @Test("a discarded run leaves the files of the one before it, and no folder that it made")
  func discard() throws {
    try staged(["a.csv": "half"]).discard()
    #expect(try Folder.names(in: scratch.folder).all == [])
    try run(["a.csv": "earlier"])
    try staged(["a.csv": "half", "pages/b.md": "half"]).discard()
    #expect(try texts() == ["a.csv": "earlier"])
    #expect(try Folder.names(in: scratch.folder).all == ["out"])
  }

  @Test("what a run does not write any more is gone, with its folder")
  func outdated() throws {
    try run(["a.csv": "1", "b.csv": "1", "pages/x.md": "1"])
    try run(["a.csv": "2"])
    #expect(try texts() == ["a.csv": "2"])
    #expect(FileStatus(scratch.path("out/pages")) == nil)
  }

  @Test("what is not ours stays as it is: files, folders, links, hidden files")
  func foreign() throws {
    try run(["a.csv": "1", "pages/x.md": "1"])
    for name in ["note.txt", "pages/mine.md", "deep/er/y", ".hidden"] {
      try scratch.write("out/\(name)", "mine")
    }
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("out/link"), withDestinationPath: "/nowhere")
    #expect(try run(["a.csv": "2"]) == [])
    for name in ["note.txt", "pages/mine.md", "deep/er/y", ".hidden"] {
      #expect(try scratch.text("out/\(name)") == "mine")
    }
    #expect(FileStatus(scratch.path("out/link"))?.kind == .link)
    #expect(try scratch.text("out/a.csv") == "2")
    #expect(FileStatus(scratch.path("out/pages/x.md")) == nil)
  }

  @Test(
    "a file that somebody changed is kept under another name, whether an output has its own or not")
  func changed() throws {
    try run(["a.csv": "1", "pages/x.md": "1", "pages/y.md": "1"])
    try scratch.write("out/a.csv", "1, and a line by hand")
    try scratch.write("out/pages/x.md", "by hand")
    let kept = try run(["a.csv": "2"])
    #expect(
      kept == [
        KeptFile(name: "a.csv", keptAs: "a.avant-\(day).csv"),
        KeptFile(name: "pages/x.md", keptAs: "pages/x.avant-\(day).md"),
      ])
    #expect(
      try texts() == [
        "a.csv": "2", "a.avant-\(day).csv": "1, and a line by hand",
        "pages/x.avant-\(day).md": "by hand",
      ])
  }

  @Test("what stands in the way of an output is kept: a file, a folder, a link, for every run anew")
  func inTheWay() throws {
    try scratch.write("out/a.csv", "mine")
    try scratch.write("out/b.csv/deep", "mine")
    try scratch.write("out/pages", "mine")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("out/c.csv"), withDestinationPath: "note.txt")
    try scratch.write("out/note.txt", "mine")
    let files = ["a.csv": "1", "b.csv": "1", "c.csv": "1", "pages/x.md": "1"]
    #expect(try run(files).count == 4)
    try scratch.write("out/a.csv", "mine again")
    #expect(try run(files).map(\.keptAs) == ["a.avant-\(day)-2.csv"])
    #expect(
      try texts()
        == files.merging([
          "a.avant-\(day).csv": "mine", "a.avant-\(day)-2.csv": "mine again",
          "b.avant-\(day).csv/deep": "mine", "pages.avant-\(day)": "mine", "note.txt": "mine",
          "c.avant-\(day).csv": "mine",
        ]) { $1 })
    #expect(FileStatus(scratch.path("out/c.avant-\(day).csv"))?.kind == .link)
  }

  @Test("a report without digests, as earlier versions wrote, may have been changed: it is kept")
  func withoutDigests() throws {
    try scratch.write("out/resume.json", #"{"version": "0.0.9"}"#)
    try scratch.write("out/a.csv", "1")
    #expect(try run(["a.csv": "2"]).map(\.name) == ["a.csv", "resume.json"])
  }

  @Test("a summary that somebody changed vouches for nothing")
  func forged() throws {
    try run(["a.csv": "1"])
    let digest = FileDigest(of: Array("mine".utf8)).sha256
    let old = FileDigest(of: Array("1".utf8)).sha256
    let summary = try scratch.text("out/resume.json")
    try scratch.write(
      "out/resume.json",
      summary.replacing(old, with: digest).replacing("\"octets\" : 1", with: "\"octets\" : 4"))
    try scratch.write("out/a.csv", "mine")
    #expect(try run(["a.csv": "2"]).map(\.name) == ["a.csv", "resume.json"])
  }

  @Test("an output that is an input is refused, by whatever name, and nothing changes")
  func input() throws {
    try run(["a.csv": "1", "b.csv": "1"])
    let link = scratch.path("link")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: scratch.path("out/a.csv"))
    for (input, name) in [(link, "a.csv"), (scratch.path("out/b.csv"), "b.csv")] {
      let fault = #expect(throws: InputFault.self) { try run(["a.csv": "2"], inputs: [input]) }
      #expect(fault?.kind == .output)
      #expect(fault?.path == out + "/" + name)
      #expect(try texts() == ["a.csv": "1", "b.csv": "1"])
      #expect(try Folder.names(in: scratch.folder).all == ["link", "out"])
    }
  }

  @Test("two runs keep apart, in one folder and in folders below each other")
  func apart() throws {
    let first = try staged(["a.csv": "1"])
    for path in [out, out + "/below", scratch.folder] {
      let taken = #expect(throws: FolderClaim.Taken.self) {
        try OutputFolder(path, summary: "resume.json")
      }
      #expect(taken?.fault.kind == .output)
      #expect(
        taken?.fault.problem[.french]
          == "une autre exécution y écrit (processus \(ProcessNumber.own))")
    }
    _ = try first.publish()
    #expect(try texts() == ["a.csv": "1"])
    let below = try OutputFolder(out + "/below", summary: "resume.json")
    #expect(throws: FolderClaim.Taken.self) { try OutputFolder(out, summary: "resume.json") }
    below.discard()
  }

  @Test("who waits writes when the other is done")
  func wait() async throws {
    let first = try staged(["a.csv": "1"])
    let path = out
    let second = Task.detached {
      try FolderClaim.whenFree(wait: true) { try OutputFolder(path, summary: "resume.json") }
    }
    try await Task.sleep(for: .milliseconds(150))
    _ = try first.publish()
    let folder = try await second.value
    try folder.write("a.csv", Array("2".utf8))
    _ = try folder.publish()
    #expect(try texts() == ["a.csv": "2"])
  }

  @Test(
    "what killed runs left beside the folder and in it is cleared up, and files of others come back"
  )
  func leftOvers() throws {
    try run(["a.csv": "1"])
    try scratch.write(".out.coverage-report-1-1/.coverage-report.unpublished", "")
    try scratch.write(".out.coverage-report-1-1/a.csv", "half")
    try scratch.write("out/.coverage-report.staging-1-1/a.csv", "half")
    // An old folder, exchanged and not yet emptied, into which somebody wrote.
    try scratch.write(".out.coverage-report-2-1/late.txt", "mine")
    #expect(try run(["a.csv": "2"]) == [])
    #expect(try texts() == ["a.csv": "2", "late.txt": "mine"])
    #expect(try Folder.names(in: scratch.folder).all == ["out"])
  }

  @Test("a folder that cannot be made is a fault of output that names it")
  func fault() throws {
    let file = try scratch.write("file", "")
    let fault = #expect(throws: InputFault.self) {
      try OutputFolder(file + "/out", summary: "resume.json")
    }
    #expect(fault?.kind == .output)
    #expect(fault?.path == file + "/out")
  }
}
