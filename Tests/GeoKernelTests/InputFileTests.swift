import Foundation
import Testing

@testable import GeoKernel

@Suite("Input files")
struct InputFileTests {
  /// FIPS 180-4, and the NIST examples of SHA-256.
  @Test(
    "digests are those of FIPS 180-4",
    arguments: [
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func digest(text: String, expected: String) throws {
    let scratch = try Scratch()
    let path = try scratch.write("input", bytes: Array(text.utf8))
    let digest = try InputFile.digest(path)
    #expect(digest.sha256 == expected)
    #expect(digest.bytes == text.utf8.count)
  }

  /// The NIST example of one million `a`, longer than a buffer in our case with three more on top.
  @Test("files longer than a buffer are read whole and in order")
  func longFile() throws {
    let scratch = try Scratch()
    let million = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    let path = try scratch.write("million", bytes: million)
    #expect(
      try InputFile.digest(path).sha256
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    let long = (0..<1_200_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    let longPath = try scratch.write("long", bytes: long)
    #expect(try InputFile.bytes(longPath) == long)
    #expect(try InputFile.digest(longPath).bytes == long.count)
    #expect(InputFile.size(longPath) == long.count)
  }

  @Test("the head is the first bytes, or the whole of a shorter file")
  func head() throws {
    let scratch = try Scratch()
    let path = try scratch.write("input", bytes: [1, 2, 3, 4])
    #expect(try InputFile.head(path, count: 2) == [1, 2])
    #expect(try InputFile.head(path, count: 512) == [1, 2, 3, 4])
  }

  @Test("a missing file, and a file taken for a folder, are missing")
  func missing() throws {
    let scratch = try Scratch()
    let file = try scratch.write("input", bytes: [1])
    for path in [scratch.path("nothing"), file + "/below"] {
      do {
        _ = try InputFile.bytes(path)
        Issue.record("read \(path)")
      } catch {
        #expect(error.isMissing)
        #expect(error.path == path)
        #expect(error.refusal == .absent || error.refusal == .isNoFolder)
      }
      #expect(InputFile.size(path) == nil)
    }
  }

  @Test("a folder is refused, and is not called missing")
  func folder() throws {
    let scratch = try Scratch()
    #expect(throws: FileFault.self) { try InputFile.bytes(scratch.folder) }
    do { _ = try InputFile.digest(scratch.folder) } catch { #expect(!error.isMissing) }
  }

  @Test("a pipe is refused at once and never waited for")
  func pipe() throws {
    let scratch = try Scratch()
    let path = scratch.path("pipe")
    try #require(mkfifo(path, 0o600) == 0)
    #expect(throws: FileFault.self) { try InputFile.bytes(path) }
    #expect(throws: FileFault.self) { try InputFile.digest(path) }
  }
}
