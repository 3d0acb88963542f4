/// Columns that name a further CPTS of a row, beside the one that tells it: `CPTS 2`, `CPTS secondaire`.
struct SecondCPTSColumns {
  private let found: [(column: Int, isSure: Bool)]
  private let id: Int

  /// Words that stand beside “CPTS” in such names; those of the first list say that a row has two.
  private static let seconds: Set<String> = [
    "2e", "2eme", "3e", "3eme", "seconde", "deuxieme", "troisieme", "bis", "ter",
  ]
  private static let others: Set<String> = ["secondaire", "secondaires", "autre", "autres"]
  private static let besides: Set<String> = ["cpts", "nom", "id", "code", "n", "no", "numero"]

  /// Nil where there is none with a CPTS other than that of its row.
  init?(_ rows: some AttributeRows, _ columns: CPTSColumns) {
    guard let id = columns.id else { return nil }
    found = rows.header.indices.compactMap { column in
      guard !columns.uses(column), let isSure = Self.saysSecond(rows.header[column]),
        Self.firstRow(column, id, rows) != nil
      else { return nil }
      return (column, isSure)
    }
    guard !found.isEmpty else { return nil }
    self.id = id
  }

  /// Whether a name surely says it; nil for any other.
  private static func saysSecond(_ name: String) -> Bool? {
    let words = folded(name).split(separator: "_").map { String($0) }
    let telling = words.filter { !besides.contains($0) }
    if words.count == 1, let last = words.first, last.hasPrefix("cpts") {
      return Int(last.dropFirst(4)).flatMap { $0 > 1 ? true : nil }
    }
    guard words.contains("cpts"), telling.count == 1, let word = telling.first else { return nil }
    if seconds.contains(word) { return true }
    if others.contains(word) { return false }
    return Int(word).flatMap { (2...9).contains($0) ? true : nil }
  }

  private static func firstRow(_ column: Int, _ id: Int, _ rows: some AttributeRows) -> Int? {
    (0..<rows.rowCount).first { row in
      let text = rows.value(row: row, column: column)
      return !text.isEmpty && !RowsWithoutCPTS.isNone(text)
        && folded(text) != folded(rows.value(row: row, column: id))
    }
  }

  private static let cure = Wording(
    fr: "donnez une ligne à chaque CPTS, en répétant la commune, et ôtez la colonne",
    en: "give each CPTS a row, repeating the commune, and take the column away")

  /// - Throws: where a name surely says that a row has a second CPTS.
  func refuse(_ rows: some AttributeRows) throws(InputFault) {
    guard let sure = found.first(where: \.isSure),
      let row = Self.firstRow(sure.column, id, rows)
    else { return }
    let names = [id, sure.column].map { ShownName.shortened(rows.header[$0]) }
    let shown = ShownName.shortened(rows.value(row: row, column: sure.column))
    throw InputFault(
      path: rows.path, line: rows.line(of: row),
      problem: Wording(
        fr:
          "« \(shown) » : les colonnes « \(names[0]) » et « \(names[1]) » nomment chacune une CPTS",
        en: "“\(shown)”: the columns “\(names[0])” and “\(names[1])” name a CPTS each"),
      cure: Self.cure)
  }

  /// What is told of those that are not surely meant.
  func anomalies(_ rows: some AttributeRows) -> [Anomaly] {
    found.compactMap { column, _ in
      guard let row = Self.firstRow(column, id, rows) else { return nil }
      let shown = ShownName.shortened(rows.value(row: row, column: column))
      return Anomaly(
        .warning, .columnNotUsed, file: rows.path, line: rows.line(of: row),
        object: rows.header[column],
        finding: Wording(
          fr: "d’autres CPTS que celle de leur ligne (« \(shown) »…)",
          en: "other CPTS than that of their row (“\(shown)”…)"),
        treatment: Wording(
          fr: "colonne non utilisée ; si elles couvrent la commune, \(Self.cure.french)",
          en: "the column is not used; if they cover the commune, \(Self.cure.english)"))
    }
  }

  func contains(_ name: String, of rows: some AttributeRows) -> Bool {
    found.contains { rows.header[$0.column] == name }
  }
}
