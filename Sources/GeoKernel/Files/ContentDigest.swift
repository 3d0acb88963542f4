import CDigest

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece.
package struct ContentDigest {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// Bytes that do not yet fill a block of 64.
  private var rest: [UInt8] = []
  private var count = 0
  private let takesPlainly: Bool

  /// - Parameter plainly: without the processor's own instructions, for the tests.
  package init(plainly: Bool = false) { takesPlainly = plainly }

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    count += bytes.count
    let filling = rest.isEmpty ? 0 : min(64 - rest.count, bytes.count)
    rest += bytes[..<filling]
    if rest.count == 64 {
      rest.withUnsafeBytes { take($0) }
      rest.removeAll(keepingCapacity: true)
    }
    let blocks = (bytes.count - filling) & ~63
    take(UnsafeRawBufferPointer(rebasing: bytes[filling..<filling + blocks]))
    rest += bytes[(filling + blocks)...]
  }

  package consuming func finished() -> [UInt8] {
    let bits = UInt64(count) << 3
    var end = rest + [0x80]
    end += repeatElement(0, count: (120 - end.count) & 63)
    withUnsafeBytes(of: bits.bigEndian) { end += $0 }
    end.withUnsafeBytes { take($0) }
    return state.flatMap { word in withUnsafeBytes(of: word.bigEndian, Array.init) }
  }

  private mutating func take(_ blocks: UnsafeRawBufferPointer) {
    guard let bytes = blocks.bindMemory(to: UInt8.self).baseAddress else { return }
    let take = takesPlainly ? coverage_sha256_take_plainly : coverage_sha256_take
    take(&state, bytes, blocks.count / 64)
  }
}

extension ContentDigest {
  package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var digest = ContentDigest()
    bytes.withUnsafeBytes { digest.update($0) }
    return digest.finished()
  }

  /// `sha256-` and the digest in base 64, by which a page names the scripts and styles that it allows
  /// (Content Security Policy 3).
  package static func source(_ bytes: [UInt8]) -> String {
    "sha256-" + Data(sha256(bytes)).base64EncodedString()
  }
}
