/// Size and SHA-256 of a file.
package struct FileDigest: Equatable, Sendable {
  package let bytes: Int
  /// In hexadecimal.
  package let sha256: String

  package init(bytes: Int, sha256: String) {
    self.bytes = bytes
    self.sha256 = sha256
  }

  /// That of a file with these bytes.
  package init(of content: [UInt8]) {
    var digest = ContentDigest()
    content.withUnsafeBytes { digest.update($0) }
    self.init(bytes: content.count, sha256: digest.hexadecimal())
  }
}

extension ContentDigest {
  /// The digest in hexadecimal.
  package consuming func hexadecimal() -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: finished().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
      as: UTF8.self)
  }

}
