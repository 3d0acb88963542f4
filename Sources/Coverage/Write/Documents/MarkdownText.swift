/// A document as Markdown that says what a text says, whatever signs are in it.
struct MarkdownText {
  private var text = ByteBuffer(capacity: 1 << 13)

  /// - Complexity: O(characters).
  static func bytes(of document: Document) -> [UInt8] {
    var markdown = MarkdownText()
    markdown.heading(document.title, level: 1)
    for section in document.sections {
      if !section.heading.isEmpty {
        markdown.text.append("\n")
        markdown.heading(section.heading, level: section.level)
      }
      for block in section.blocks {
        markdown.text.append("\n")
        markdown.append(block)
      }
    }
    return markdown.text.bytes
  }

  private mutating func heading(_ heading: String, level: Int) {
    text.append(String(repeating: "#", count: level) + " ")
    append(escaped: heading)
    text.append("\n")
  }

  /// Lines, each with its end.
  private mutating func append(_ block: Document.Block) {
    switch block {
    case .paragraph(let prose): line("", prose)
    case .note(let prose): line("> ", prose)
    case .headline(let figure, let prose): line("", "\(strong: figure) \(prose)")
    case .list(let items): for item in items { line("- ", item) }
    case .facts(let facts):
      row([0, 1]) { _, _ in }
      row([0, 1]) { markdown, _ in markdown.text.append("---") }
      for (name, value) in facts { row([Prose(name), value]) { $0.append($1) } }
    case .table(let table): append(table)
    case .pictures(let pictures): for picture in pictures { line("- ", Prose(picture.description)) }
    }
  }

  private mutating func line(_ sign: String, _ prose: Prose) {
    text.append(sign)
    append(prose)
    text.append("\n")
  }

  private mutating func append(_ table: DocumentTable) {
    if !table.title.isEmpty {
      append(escaped: table.title)
      text.append(" :\n\n")
    }
    let columns = table.shownColumns
    row(columns) { $0.append(escaped: table.columns[$1].heading) }
    row(columns) { $0.text.append(table.isNumber($1) ? "---:" : "---") }
    for entries in table.shownRows { row(columns) { $0.append(entries[$1].prose) } }
    if let rest = table.rest { line("\n", rest) }
  }

  private mutating func row<Item>(_ items: [Item], _ body: (inout MarkdownText, Item) -> Void) {
    text.append("|")
    for item in items {
      text.append(" ")
      body(&self, item)
      text.append(" |")
    }
    text.append("\n")
  }

  private mutating func append(_ prose: Prose) {
    for run in prose.runs {
      switch run {
      case .text(let part): append(escaped: part)
      case .strong(let part):
        text.append("**")
        append(escaped: part)
        text.append("**")
      case .code(let part): text.append("`\(part)`")
      case .reference(let part): text.append(part)
      case .lineBreak: text.append("<br>")
      }
    }
  }

  /// A text for the middle of a line or the cell of a table: signs of Markdown and HTML are escaped,
  /// what has no sign becomes a space.
  private mutating func append(escaped part: String) {
    let isLead = Self.isLead
    guard part.utf8.contains(where: { isLead[Int($0)] }) else { return text.append(part) }
    for scalar in part.unicodeScalars {
      if scalar.isASCII && !isLead[Int(scalar.value)] {
        text.append(byte: UInt8(ascii: scalar))
      } else if scalar.isWithoutSign {
        text.append(" ")
      } else {
        if scalar.isASCII { text.append("\\") }
        for byte in scalar.utf8 { text.append(byte: byte) }
      }
    }
  }

  /// Bytes that may begin what is escaped or becomes a space; few names have one.
  private static let isLead: [Bool] = (0..<256).map { (byte: Int) in
    byte < 0x20 || [0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF3].contains(byte)
      || "\\`*_[]<>|#&~$!".utf8.contains(UInt8(byte))
  }
}
