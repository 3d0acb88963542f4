// Columns of crosses of which a cell is none: the CPTS would be lost.

extension CrossedTable {
  /// Words of columns that count or tell something of communes or of CPTS.
  static let attributes: Set<String> = [
    "population", "pop", "habitants", "hab", "nb", "nombre", "part", "taux", "pourcentage",
    "surface", "date", "total", "code", "id", "n", "numero", "remarque", "remarques",
    "observation", "observations", "commentaire", "commentaires", "note", "notes", "precision",
    "precisions", "motif", "contact", "referent", "source", "epci", "canton", "departement",
    "region", "statut", "type", "zonage", "intercommunalite", "annee",
  ]

  static let cure = Wording(
    fr: "écrivez x, ou le stade de la CPTS, ou laissez la case vide ; une part de commune se donne "
      + "par son dessin ; si la colonne n’est pas une CPTS, ôtez-la",
    en:
      "write x, or the stage of the CPTS, or leave the cell empty; a part of a commune is given by "
      + "its drawing; if the column is no CPTS, take it away")

  /// What the cells of a column beside those of crosses say.
  private struct Content {
    var crosses = 0
    var filled: [Int] = []
    /// Words that are no cross, and what may stand in the place of one: numbers, `x ?`.
    var words: [Int] = []
    var others: [Int] = []

    init(_ column: Int, _ rows: some AttributeRows) {
      for row in 0..<rows.rowCount where !CrossedTable.isTotal(row, rows) {
        let text = rows.value(row: row, column: column)
        let mark = CrossedTable.mark(text)
        if mark != .no { filled.append(row) }
        if mark != nil {
          crosses += mark == .no ? 0 : 1
        } else if text.contains(where: \.isNumber) {
          others.append(row)
        } else {
          words.append(row)
          if CrossedTable.isDoubtfulCross(text) { others.append(row) }
        }
      }
    }
  }

  /// The first cell that is no cross of a column that has crosses too, or that fills rows without another.
  ///
  /// - Complexity: O(rows × columns).
  func oddCell(of rows: some AttributeRows, _ columns: CPTSColumns) -> (row: Int, column: Int)? {
    lazy var isCovered = (0..<rows.rowCount).map { row in
      self.columns.contains { Self.mark(rows.value(row: row, column: $0)) != .no }
    }
    lazy var isFree = (0..<rows.rowCount).map { row in
      withoutCPTS.contains { Self.mark(rows.value(row: row, column: $0)) == .yes }
    }
    for column in rows.header.indices
    where !columns.uses(column) && !self.columns.contains(column)
      && !withoutCPTS.contains(column) && !rows.header[column].isEmpty
      && !folded(rows.header[column]).hasPrefix("total")
    {
      let content = Content(column, rows)
      if content.crosses > 0, let row = content.words.first { return (row, column) }
      let words = Set(folded(rows.header[column]).split(separator: "_").map { String($0) })
      guard words.isDisjoint(with: Self.attributes) else { continue }
      // Beside columns of crosses, that of a CPTS has no numbers, unless it counts them, and no `x ?`.
      let isNamed = Self.isCPTS(rows.header[column])
      if isSure, isNamed, let row = content.others.first { return (row, column) }
      // Beside columns that are named as CPTS, another counts something else.
      guard isNamed || !isSure, let odd = (content.words + content.others).min() else { continue }
      // A commune is of one CPTS as a rule: what fills the rows that no other covers may be one too.
      let fillsOthers = content.filled.allSatisfy { !isCovered[$0] && (isNamed || !isFree[$0]) }
      let isMostlyCrosses =
        2 * content.crosses >= content.filled.count && content.filled.count < rows.rowCount
      if fillsOthers || isMostlyCrosses { return (odd, column) }
    }
    return nil
  }

  /// A row that is crossed as one of a CPTS and as one of none.
  func refuseContradiction(
    _ row: Int, of rows: some AttributeRows
  ) throws(InputFault) {
    guard let none = withoutCPTS.first(where: { Self.isYes(row, $0, rows) }),
      let other = columns.first(where: { Self.isYes(row, $0, rows) })
    else { return }
    let names = [none, other].map { ShownName.shortened(rows.header[$0]) }
    throw InputFault(
      path: rows.path, line: rows.line(of: row),
      problem: Wording(
        fr: "une croix sous « \(names[0]) » et une sous « \(names[1]) »",
        en: "a cross under “\(names[0])” and one under “\(names[1])”"),
      cure: Wording(fr: "ôtez l’une des deux", en: "take one of them away"))
  }

  private static func isYes(_ row: Int, _ column: Int, _ rows: some AttributeRows) -> Bool {
    [.yes, .stage].contains(mark(rows.value(row: row, column: column)))
  }
}
