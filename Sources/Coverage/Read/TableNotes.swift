/// Rows of printed tables that say nothing of their own: totals, and notes below.
extension AttributeRows {
  /// What a row is, where it is a total or a note; nil for any other.
  ///
  /// A total begins with the word; a note is the only value of its row, and begins as notes do.
  ///
  /// - Parameter isContent: whether a row that begins with “total” is one like the others, for what else it
  ///   says.
  func note(row: Int, isContent: (Int) -> Bool) -> Anomaly? {
    guard header.count > 1, let (column, text) = firstValue(row), Self.mayBegin(text) else {
      return nil
    }
    let words = folded(text.prefix(80)).split(separator: "_").prefix(2)
    let isTotal =
      ["total", "totaux"].contains(words.first)
      || words.first == "sous" && ["total", "totaux"].contains(words.last)
    if isTotal, !isContent(row) {
      return noteOfTable(row, text, Wording(fr: "ligne de total", en: "a row of totals"))
    }
    guard Self.isNote(text, words.first.map(String.init) ?? ""), isAlone(row, column) else {
      return nil
    }
    return noteOfTable(row, text, Wording(fr: "note du tableau", en: "a note of the table"))
  }

  private func noteOfTable(_ row: Int, _ text: String, _ what: Wording) -> Anomaly {
    let shown = ShownName.shortened(text)
    return Anomaly(
      .information, .noteOfTable, file: path, line: line(of: row), object: "",
      finding: Wording(
        fr: "\(what.french) : « \(shown) »", en: "\(what.english): “\(shown)”"),
      treatment: .rowSetAside)
  }

  private func firstValue(_ row: Int) -> (column: Int, text: String)? {
    for column in 0..<min(fieldCount(row: row), header.count) {
      let text = value(row: row, column: column)
      if !text.isEmpty { return (column, text) }
    }
    return nil
  }

  private func isAlone(_ row: Int, _ column: Int) -> Bool {
    (column + 1..<max(column + 1, fieldCount(row: row))).allSatisfy {
      value(row: row, column: $0).isEmpty
    }
  }

  /// Asked of every row: few begin with these.
  private static func mayBegin(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    return "tTsSnNlLcCmMdDeE*([".utf8.contains(first) || first >= 0x80
  }

  private static func isNote(_ text: String, _ word: String) -> Bool {
    if text.hasPrefix("*") { return true }
    let mark = text.prefix(4)
    if mark.hasPrefix("(") || mark.hasPrefix("["), mark.dropFirst().first?.isNumber == true {
      return mark.contains { $0 == ")" || $0 == "]" }
    }
    return words.contains(word) && text.prefix(40).contains(":")
  }

  private static var words: Set<String> {
    [
      "source", "sources", "note", "notes", "nb", "n", "lecture", "champ", "legende", "mise", "mis",
      "donnees", "edition", "edite", "extraction", "date", "etat",
    ]
  }
}
