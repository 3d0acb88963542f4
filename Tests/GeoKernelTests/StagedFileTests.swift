import Foundation
import TestSupport
import Testing

@testable import GeoKernel

@Suite("New files, and the digest of what was written")
struct StagedFileTests {
  @Test("what is written is there, and its digest is that of the file")
  func whole() throws {
    let scratch = try Scratch()
    let file = try StagedFile(scratch.path("out.csv"))
    for text in ["one,", "", "two"] { try file.write(Array(text.utf8)) }
    let digest = try file.finish()
    #expect(try scratch.text("out.csv") == "one,two")
    let read = try InputFile.digest(scratch.path("out.csv"))
    #expect(digest == FileDigest(bytes: read.bytes, sha256: read.sha256))
  }

  @Test("large writes arrive whole")
  func large() throws {
    let scratch = try Scratch()
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 >> 5) }
    let file = try StagedFile(scratch.path("out.bin"))
    try file.write(bytes)
    _ = try file.finish()
    #expect(try scratch.bytes("out.bin") == bytes)
  }

  @Test("a file that is there is not opened, nor what a link leads to", arguments: [true, false])
  func taken(byLink: Bool) throws {
    let scratch = try Scratch()
    let other = try scratch.write(byLink ? "other" : "out.csv", "earlier")
    let path = scratch.path("out.csv")
    if byLink {
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: other)
    }
    #expect(throws: FileFault.self) { try StagedFile(path) }
    #expect(try scratch.text("out.csv") == "earlier")
  }

  @Test("a folder that is not there is a fault that names the path")
  func noFolder() throws {
    let scratch = try Scratch()
    let path = scratch.path("missing/out.csv")
    let fault = #expect(throws: FileFault.self) { try StagedFile(path) }
    #expect(fault?.path == path)
  }
}
