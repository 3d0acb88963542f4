import Foundation
import Testing

@testable import GeoKernel

@Suite("Digests")
struct ContentDigestTests {
  private static func digest(_ pieces: [[UInt8]], plainly: Bool) -> [UInt8] {
    var digest = ContentDigest(plainly: plainly)
    for piece in pieces { piece.withUnsafeBytes { digest.update($0) } }
    return digest.finished()
  }

  @Test("the processor's instructions and plain arithmetic agree, however the bytes are cut")
  func plainly() {
    var random = SplitMix(seed: 7)
    for length in Array(0...200) + [1000, 4096, 100_000] {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      let cut = Int.random(in: 0...length, using: &random)
      let pieces = [Array(bytes[..<cut]), Array(bytes[cut...])]
      let whole = ContentDigest.sha256(bytes)
      #expect(Self.digest([bytes], plainly: true) == whole, "\(length) bytes")
      #expect(Self.digest(pieces, plainly: false) == whole, "\(length) bytes cut at \(cut)")
      #expect(Self.digest(pieces, plainly: true) == whole, "\(length) bytes cut at \(cut)")
    }
  }

  @Test("sha256sum of the system says the same")
  func system() throws {
    let scratch = try Scratch()
    let path = try scratch.write(
      "bytes", bytes: (0..<70_001).map { UInt8(truncatingIfNeeded: $0 * $0) })
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/sha256sum")
    process.arguments = [path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(text.hasPrefix(try InputFile.digest(path).sha256 + " "))
  }

  /// The digest of `alert('Hello, world.');` is the example of Content Security Policy 3.
  @Test("a page names a script by its digest in base 64")
  func source() {
    #expect(
      ContentDigest.source(Array("alert('Hello, world.');".utf8))
        == "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=")
  }
}
