/// Markdown that says what a name says, whatever signs are in it.
enum MarkdownText {
  /// A name for the middle of a line or the cell of a table: signs of Markdown and HTML are escaped,
  /// line ends, other controls and marks of direction become spaces.
  static func escaped(_ text: String) -> String {
    let isLead = isLead
    guard text.utf8.contains(where: { isLead[Int($0)] }) else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 8)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "&", "~", "$", "!":
        result.append("\\")
        result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{AD}", "\u{200B}"..."\u{200F}",
        "\u{2028}"..."\u{202E}", "\u{2060}"..."\u{206F}", "\u{FEFF}":
        result.append(" ")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Bytes that may begin what is escaped or becomes a space; few names have one.
  private static let isLead: [Bool] = (0..<256).map { (byte: Int) in
    byte < 0x20 || [0x7F, 0xC2, 0xE2, 0xEF].contains(byte)
      || "\\`*_[]<>|#&~$!".utf8.contains(UInt8(byte))
  }

  /// A row of a table.
  static func row(_ cells: [String]) -> String {
    var row = "|"
    for cell in cells {
      row += " "
      row += cell
      row += " |"
    }
    return row
  }

  /// A table whose columns after the first are numbers.
  static func table(_ header: [String], _ rows: [[String]], numbersFrom first: Int) -> [String] {
    let rule = header.indices.map { $0 < first ? "---" : "---:" }
    return [row(header), row(rule)] + rows.map { row($0) }
  }
}
