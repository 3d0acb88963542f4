/// A text for the middle of a line or the cell of a table of Markdown: what would be a sign of Markdown or
/// of HTML, or become a link by itself (GitHub's `www.`, `https://`), is escaped; what has no sign becomes
/// a space.
struct MarkdownSigns {
  private let scalars: [Unicode.Scalar]
  /// The sign at the beginning of a line that would make it an item of a list, or a heading of the line
  /// above.
  private let mark: Int?

  /// - Returns: nil where the text needs nothing, as nearly all.
  static func escaped(_ text: String, startsLine: Bool) -> String? {
    let isLead = Self.isLead
    guard startsLine || text.utf8.contains(where: { isLead[Int($0)] }) else { return nil }
    let signs = MarkdownSigns(Array(text.unicodeScalars), startsLine: startsLine)
    return signs.escaped
  }

  private init(_ scalars: [Unicode.Scalar], startsLine: Bool) {
    self.scalars = scalars
    mark = startsLine ? Self.mark(beginning: scalars) : nil
  }

  private var escaped: String {
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if scalar.isWithoutSign {
        result.append(" ")
        continue
      }
      if index == mark || Self.signs.contains(scalar) || beginsLink(index) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  /// Whether a colon or point makes an address of what is before it.
  private func beginsLink(_ index: Int) -> Bool {
    switch scalars[index] {
    case ":": return scalars[index...].dropFirst().starts(with: "//".unicodeScalars)
    case ".":
      let before = scalars[..<index].suffix(3)
      return before.count == 3 && before.allSatisfy { $0 == "w" || $0 == "W" }
    default: return false
    }
  }

  private static func mark(beginning scalars: [Unicode.Scalar]) -> Int? {
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

  private static let signs = Set("\\`*_[]<>|#&~$!@".unicodeScalars)

  /// Bytes that may begin what is escaped or becomes a space; few names have one.
  private static let isLead: [Bool] = (0..<256).map { (byte: Int) in
    let byte = UInt8(byte)
    return mayBeginInvisible(byte) || byte < 0x20 || "\\`*_[]<>|#&~$!@:.".utf8.contains(byte)
  }
}
