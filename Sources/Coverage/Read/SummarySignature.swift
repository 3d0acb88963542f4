import GeoKernel

/// The digest that a summary of ours has of itself, by which a changed one is told from one as it was written.
enum SummarySignature {
  /// The member that holds it; it is taken without the values of members that every run changes, and its own.
  static let member = "empreinte"
  /// What stands in its place while it is taken.
  static let blank = String(repeating: "0", count: 64)
  private static let unsigned = ["date", "secondes", member]

  /// Puts the digest of a summary into it, in place of the blank.
  ///
  /// - Complexity: O(bytes).
  static func signed(_ summary: [UInt8]) -> [UInt8] {
    guard let parts = parts(of: summary), let own = parts.own else { return summary }
    var signed = summary
    signed.replaceSubrange(own, with: "\"\(parts.digest)\"".utf8)
    return signed
  }

  /// Whether a summary is as it was written.
  ///
  /// - Complexity: O(bytes).
  static func isSigned(_ summary: [UInt8]) -> Bool {
    guard let parts = parts(of: summary), let own = parts.own else { return false }
    return summary[own].elementsEqual("\"\(parts.digest)\"".utf8)
  }

  /// Where the digest stands in a summary, and what it should be; nil where it is no summary.
  private static func parts(of summary: [UInt8]) -> (own: Range<Int>?, digest: String)? {
    var scanner = JSONScanner(summary)
    var signed: [UInt8] = []
    var start = 0
    var own: Range<Int>?
    let isWhole: Void? = try? scanner.object { (scanner, name) throws(JSONScanner.Fault) in
      _ = try scanner.peek()
      let value = scanner.position
      try scanner.skipValue()
      guard unsigned.contains(name) else { return }
      signed += summary[start..<value]
      start = scanner.position
      if name == member { own = value..<start }
    }
    guard isWhole != nil else { return nil }
    return (own, FileDigest(of: signed + summary[start...]).sha256)
  }
}
