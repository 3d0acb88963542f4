/// A page as Markdown.
enum MarkdownPage {
  static func text(of document: OpinionDocument) -> String {
    var lines = ["# " + MarkdownText.escaped(document.title)]
    for section in document.sections {
      if !section.heading.isEmpty { lines += ["", "## " + MarkdownText.escaped(section.heading)] }
      for block in section.blocks { lines += [""] + self.lines(of: block) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of block: OpinionDocument.Block) -> [String] {
    switch block {
    case .paragraph(let text): [MarkdownText.escaped(text)]
    case .strong(let text): ["**\(MarkdownText.escaped(text))**"]
    case .list(let items): items.map { "- " + MarkdownText.escaped($0) }
    case .table(let table): lines(of: table)
    case .facts(let facts):
      MarkdownText.table(
        ["", ""],
        facts.map { [MarkdownText.escaped($0.name), MarkdownText.escaped($0.value)] },
        numbersFrom: 2)
    }
  }

  private static func lines(of table: OpinionTable) -> [String] {
    let shown = ShownTable(table)
    let rule = shown.isNumber.map { $0 ? "---:" : "---" }
    let rows = [shown.header] + shown.rows
    let texts = rows.map { row in MarkdownText.row(row.map { MarkdownText.escaped($0) }) }
    return (table.title.isEmpty ? [] : ["\(MarkdownText.escaped(table.title)) :", ""])
      + [texts[0], MarkdownText.row(rule)] + texts.dropFirst()
      + (shown.rest.isEmpty ? [] : ["", shown.rest])
  }
}

/// A page for a terminal.
enum PlainPage {
  private static let width = 96

  static func text(of document: OpinionDocument) -> String {
    let title = cleaned(document.title)
    var lines = [title, String(repeating: "═", count: min(width, title.count))]
    for section in document.sections {
      if !section.heading.isEmpty {
        let heading = cleaned(section.heading)
        lines += ["", heading, String(repeating: "─", count: min(width, heading.count))]
      }
      for (index, block) in section.blocks.enumerated() {
        if index > 0 || section.heading.isEmpty { lines.append("") }
        lines += self.lines(of: block)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of block: OpinionDocument.Block) -> [String] {
    switch block {
    case .paragraph(let text), .strong(let text): wrapped(cleaned(text), "", "")
    case .list(let items): items.flatMap { wrapped(cleaned($0), "- ", "  ") }
    case .table(let table): lines(of: table)
    case .facts(let facts):
      facts.map { padded(cleaned($0.name), 22) + cleaned($0.value) }
    }
  }

  /// Rows of names and values: a table of long names fits no terminal.
  private static func lines(of table: OpinionTable) -> [String] {
    let shown = ShownTable(table)
    var lines = table.title.isEmpty ? [] : wrapped(cleaned(table.title) + " :", "", "")
    for row in shown.rows {
      let rest = zip(shown.header, row).dropFirst().filter { !$0.1.isEmpty }
        .map { "\($0.0) \($0.1)" }
      let text =
        "\(row[0]) : " + (table.title.isEmpty ? row[1] : rest.joined(separator: " ; "))
      lines += wrapped(cleaned(text), "  • ", "    ")
    }
    return lines + (shown.rest.isEmpty ? [] : wrapped(shown.rest, "    ", "    "))
  }

  /// A text without signs that a terminal would obey.
  static func cleaned(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{AD}", "\u{200B}"..."\u{200F}",
        "\u{2028}"..."\u{202E}", "\u{2060}"..."\u{206F}", "\u{FEFF}":
        result.append(" ")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func wrapped(_ text: String, _ first: String, _ next: String) -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in words(of: text) {
      if !isEmpty && line.count + 1 + word.count > width {
        lines.append(line)
        line = next
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }

  /// What may stand at the beginning of a line: a sign stays with the word before or after it.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var isOpen = false
    for word in text.split(separator: " ") {
      let staysBehind = [";", ":", "?", "!", "%", "»", "/"].contains { word.hasPrefix($0) }
      if let last = words.last, staysBehind || isOpen {
        words[words.count - 1] = "\(last) \(word)"
      } else {
        words.append(String(word))
      }
      isOpen = word == "«" || word == "art." || word == "§"
    }
    return words
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}

/// The rows of a table that a page shows, as texts.
struct ShownTable {
  let header: [String]
  let isNumber: [Bool]
  let rows: [[String]]
  /// What is said of the rows left out; empty where none is.
  let rest: String

  init(_ table: OpinionTable) {
    let columns = table.columns.indices.filter { !table.columns[$0].heading.isEmpty }
    header = columns.map { table.columns[$0].heading }
    let shown = table.rows.prefix(table.mostShown)
    isNumber = columns.map { column in shown.first.map { $0[column].isNumber } ?? false }
    rows = shown.map { row in columns.map { row[$0].french } }
    let left = table.rows.count - shown.count
    rest =
      left > 0
      ? "Et \(NumberText.count(left, "autre", "autres")) (dans le JSON : \(table.key))." : ""
  }
}
