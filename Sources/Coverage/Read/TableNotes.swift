/// Rows of printed tables that say nothing of their own: totals, titles amid the rows, comments and notes.
extension AttributeRows {
  /// What a row is, where it is a total or a note; nil for any other.
  ///
  /// A total begins with the word; a note or a title is the only value of its row, and begins as such do.
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
      || words.first == "ensemble" && ["ensemble", "du", "de", "des"].contains(words.last)
    if isTotal, !isContent(row) {
      return noteOfTable(row, text, Wording(fr: "ligne de total", en: "a row of totals"))
    }
    if Self.isSummary(words.map(String.init)) {
      return noteOfTable(row, text, Wording(fr: "ligne de décompte", en: "a row of counts"))
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
    return "tTsSnNlLcCmMdDeEaArRpP*([#/".utf8.contains(first) || first >= 0x80
  }

  /// `Nombre de CPTS`, `Moyenne`, `Population couverte`: names of nothing else.
  private static func isSummary(_ words: [String]) -> Bool {
    switch words.first {
    case "moyenne", "moyennes", "mediane": words.count == 1 || ["par", "des"].contains(words[1])
    case "nombre": words.count > 1 && ["de", "d", "total"].contains(words[1])
    case "population":
      words.count > 1 && ["couverte", "totale", "non", "municipale"].contains(words[1])
    default: false
    }
  }

  private static func isNote(_ text: String, _ word: String) -> Bool {
    if text.hasPrefix("*") || text.hasPrefix("# ") || text.hasPrefix("//") { return true }
    if titles.contains(word) || text.contains(" = ") { return true }
    let mark = text.prefix(4)
    if mark.hasPrefix("(") || mark.hasPrefix("["), let sign = mark.dropFirst().first,
      sign.isNumber || sign == "*"
    {
      return mark.contains { $0 == ")" || $0 == "]" }
    }
    return words.contains(word) && text.prefix(40).contains(":")
  }

  /// Words that begin the title of a table, or of a part of it.
  private static var titles: Set<String> {
    ["liste", "tableau", "annexe", "departement", "region", "page", "legende"]
  }

  private static var words: Set<String> {
    [
      "source", "sources", "note", "notes", "nb", "n", "lecture", "champ", "legende", "mise", "mis",
      "donnees", "edition", "edite", "extraction", "date", "etat",
    ]
  }
}
