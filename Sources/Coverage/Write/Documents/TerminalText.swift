/// A document for a terminal, in lines that fit it.
enum TerminalText {
  private static let width = 96

  static func text(of document: Document) -> String {
    var lines = underlined(document.title, with: "═")
    for section in document.sections {
      let heading = section.heading
      if !heading.isEmpty {
        lines += [""] + (section.level > 2 ? [cleaned(heading)] : underlined(heading, with: "─"))
      }
      for (index, block) in section.blocks.enumerated() {
        if index > 0 || heading.isEmpty { lines.append("") }
        lines += self.lines(of: block)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func underlined(_ text: String, with sign: String) -> [String] {
    let text = cleaned(text)
    return [text, String(repeating: sign, count: min(width, text.count))]
  }

  private static func lines(of block: Document.Block) -> [String] {
    switch block {
    case .paragraph(let text), .note(let text): wrapped(text.plain)
    case .headline(let figure, let text): wrapped("\(figure) \(text.plain)")
    case .list(let items): items.flatMap { wrapped($0.plain, "- ", "  ") }
    case .table(let table): lines(of: table)
    case .facts(let facts):
      facts.map { padded(cleaned($0.name) + " ", 22) + cleaned($0.value.plain) }
    case .pictures(let pictures): pictures.flatMap { wrapped($0.description, "- ", "  ") }
    }
  }

  /// Rows of names and values: a table of long names fits no terminal. A pair under a heading of its
  /// own needs no name.
  private static func lines(of table: DocumentTable) -> [String] {
    let columns = table.shownColumns
    let isPair = table.title.isEmpty && columns.count == 2
    var lines = table.title.isEmpty ? [] : wrapped(table.title + " :")
    for row in table.shownRows {
      let texts = columns.map { row[$0].prose.plain }
      let values = zip(columns, texts).dropFirst().filter { isPair || !$1.isEmpty }
        .map { isPair ? $1 : "\(table.columns[$0].heading) \($1)" }
      lines += wrapped("\(texts[0]) : " + values.joined(separator: " ; "), "  • ", "    ")
    }
    return lines + (table.rest.map { wrapped($0.plain, "    ", "    ") } ?? [])
  }

  /// A text without signs that a terminal would obey.
  static func cleaned(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isWithoutSign ? " " : $0 }))
  }

  /// Lines in which names stand, each of bounded length.
  static func joined(_ lines: [String]) -> String {
    lines.map { PlainText.line($0) + "\n" }.joined()
  }

  private static func wrapped(_ text: String, _ first: String = "", _ next: String = "") -> [String]
  {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in words(of: cleaned(text)) {
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

  /// Where the files of a run are.
  static func written(_ names: [String], to output: String, _ language: Language) -> [String] {
    [Wording(fr: "Fichiers écrits :", en: "Files written:")[language]]
      + names.map { "  \(output)/\($0)" }
  }
}

/// A text in a column of the terminal.
func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}

/// A number in a column of the terminal.
func leftPadded(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}
