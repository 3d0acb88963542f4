/// A text for the middle of a line or the cell of a table of Markdown: what would be a sign of Markdown or
/// of HTML, or become a link by itself (GitHub's `www.`, `https://`), is escaped; what has no sign becomes
/// a space.
enum MarkdownSigns {
  /// - Parameter startsLine: whether the text comes first in a line, where more would be a sign.
  /// - Returns: nil where the text needs nothing, as nearly all.
  /// - Complexity: O(length).
  static func escaped(_ text: String, startsLine: Bool) -> String? {
    let isLead = Self.isLead
    let mark = startsLine ? mark(beginning: text) : nil
    guard mark != nil || text.utf8.contains(where: { isLead[Int($0)] }) else { return nil }
    return escaped(text, mark: mark)
  }

  private static func escaped(_ text: String, mark: Int?) -> String {
    let isSign = Self.isSign
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    var index = 0
    // How many `w` come before.
    var run = 0
    while let scalar = rest.popFirst() {
      if scalar.isWithoutSign {
        result.append(" ")
      } else {
        let isEscaped =
          scalar.isASCII && isSign[Int(scalar.value)] || index == mark
          || scalar == ":" && rest.starts(with: "//".unicodeScalars) || scalar == "." && run == 3
        if isEscaped { result.append("\\") }
        result.append(scalar)
      }
      run = scalar == "w" || scalar == "W" ? run + 1 : 0
      index += 1
    }
    return String(result)
  }

  /// The sign at the beginning of a line that would make it an item of a list, or a heading of the line
  /// above, by its number among the scalars. Numbers of items have nine digits at most.
  private static func mark(beginning text: String) -> Int? {
    let scalars = Array(text.unicodeScalars.prefix(11))
    let digits = scalars.prefix { ("0"..."9").contains($0) }.count
    guard digits < scalars.count else { return nil }
    let next = digits + 1 < scalars.count ? scalars[digits + 1] : " "
    switch scalars[digits] {
    case "+", "-": return digits == 0 && (next == " " || next == scalars[0]) ? 0 : nil
    case "=": return digits == 0 ? 0 : nil
    case ".", ")": return digits > 0 && next == " " ? digits : nil
    default: return nil
    }
  }

  /// By value of ASCII.
  private static let isSign: [Bool] = (0..<128).map { (byte: UInt8) in
    "\\`*_[]<>|#&~$!@".utf8.contains(byte)
  }

  /// Bytes that may begin what is escaped or becomes a space; few names have one.
  private static let isLead: [Bool] = (0...255).map { (byte: UInt8) in
    mayBeginInvisible(byte) || byte < 0x20 || "\\`*_[]<>|#&~$!@:.".utf8.contains(byte)
  }
}
