/// Where the rows of a delimited text begin, and what separates their fields.
struct DelimitedStart {
  let position: Int
  let line: Int32
  let separator: UInt8
  /// Whether the text says its separator: `sep=;`, as spreadsheets read it.
  let isDeclared: Bool

  static let candidates = [
    UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: "|"),
  ]

  /// - Parameter start: after a byte order mark.
  init(_ bytes: [UInt8], from start: Int) {
    let line = bytes[start...].prefix { $0 != 10 && $0 != 13 }
    let words = line.map { $0 | 0x20 }
    if line.count == 5, words.starts(with: Array("sep=".utf8)), let last = line.last {
      var end = line.endIndex
      if end < bytes.count, bytes[end] == 13 { end += 1 }
      if end < bytes.count, bytes[end] == 10 { end += 1 }
      (position, self.line, separator, isDeclared) = (end, 2, last, true)
      return
    }
    (position, self.line, isDeclared) = (start, 1, false)
    separator = Self.separator(of: bytes, from: start)
  }

  func scanner(_ bytes: [UInt8], separator other: UInt8? = nil) -> DelimitedScanner {
    DelimitedScanner(
      bytes: bytes, position: position, line: line, separator: other ?? separator)
  }

  /// The candidate that occurs most in the first line, outside quotes.
  private static func separator(of bytes: [UInt8], from start: Int) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var quoted = false
    for byte in bytes[start...].drop(while: { $0 == 10 || $0 == 13 }) {
      if byte == UInt8(ascii: "\"") { quoted.toggle() }
      if !quoted && (byte == 10 || byte == 13) { break }
      if !quoted { counts[byte, default: 0] += 1 }
    }
    let most = candidates.map { counts[$0, default: 0] }.max() ?? 0
    return candidates.first { counts[$0, default: 0] == most } ?? UInt8(ascii: ";")
  }
}
