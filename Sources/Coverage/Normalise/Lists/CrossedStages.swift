/// Columns named after stages with crosses in the place of dates: `LI`, `PS`, `ACI`. A CPTS is at the
/// furthest stage that is crossed.
struct CrossedStages: Sendable {
  let columns: [(column: Int, stage: Stage)]
  /// The first cell beside crosses that is neither a cross nor a no.
  private let odd: (row: Int, column: Int)?

  static let none = CrossedStages()

  private init(_ columns: [(column: Int, stage: Stage)] = [], odd: (row: Int, column: Int)? = nil) {
    (self.columns, self.odd) = (columns, odd)
  }

  /// Columns named after stages are read where one has crosses; those beside it then say no, or are refused.
  ///
  /// - Complexity: O(rows) for each column named after a stage.
  init(
    of rows: some AttributeRows, butUsed fields: FieldMap, _ isContinued: (Int) -> Bool
  ) {
    let named = rows.header.indices.compactMap { column -> (column: Int, stage: Stage)? in
      guard !fields.uses(column), !isContinued(column) else { return nil }
      return Self.stage(of: rows.header[column]).map { (column, $0) }
    }
    let contents = named.map { Content($0.column, rows) }
    // Numbers alone may count anything, where one of them is neither 0 nor 1.
    guard contents.contains(where: { $0.hasCross && ($0.odd == nil || $0.hasWord) }) else {
      self.init()
      return
    }
    let odd = zip(named, contents).compactMap { named, content in
      content.odd.map { (row: $0, column: named.column) }
    }
    self.init(named, odd: odd.min { ($0.row, $0.column) < ($1.row, $1.column) })
  }

  /// The stage that a column may be named after; nil for none.
  static func stage(of name: String) -> Stage? {
    if let role = DateColumnName.role(of: HeaderName(name)) {
      return FieldRole.stageDates.first { $0.role == role }?.stage
    }
    let stage = name.contains(where: \.isLetter) ? Stage(spelling: name.filter { $0 != "?" }) : nil
    return stage == Stage.none ? nil : stage
  }

  /// What the cells of a column say.
  private struct Content {
    var hasCross = false
    /// Whether one of the crosses is no digit.
    var hasWord = false
    var odd: Int?

    init(_ column: Int, _ rows: some AttributeRows) {
      for row in 0..<rows.rowCount where !CrossedTable.isTotal(row, rows) {
        let text = rows.value(row: row, column: column)
        switch CrossedTable.isCross(text) {
        case true?:
          hasCross = true
          hasWord = hasWord || text != "1"
        case false?: break
        case nil: odd = odd ?? row
        }
      }
    }
  }

  /// - Throws: where a cell beside crosses is neither a cross nor a no.
  func refuseOthers(_ rows: some AttributeRows) throws(InputFault) {
    guard let odd else { return }
    throw .noCross(
      odd, rows,
      Wording(
        fr:
          "écrivez x si ce stade est atteint, sinon laissez la case vide ; si la colonne dit autre "
          + "chose qu’un stade, renommez-la",
        en: "write x where that stage is reached, else leave the cell empty; if the column says "
          + "something else than a stage, rename it"))
  }

  /// Where some stages have dates, the dates decide: a further stage that is only crossed would be lost.
  ///
  /// - Throws: at a row that crosses a stage beyond those that it has dates of.
  func refuseBeyond(
    _ dates: [(role: FieldRole, stage: Stage)], _ fields: FieldMap, _ rows: some AttributeRows
  ) throws(InputFault) {
    guard !dates.isEmpty, !columns.isEmpty else { return }
    for row in 0..<rows.rowCount {
      let dated = dates.filter { date in
        fields[date.role].map { !rows.value(row: row, column: $0).isEmpty } ?? false
      }
      guard let last = dated.map(\.stage).max(),
        let beyond = columns.first(where: {
          $0.stage > last && CrossedTable.isCross(rows.value(row: row, column: $0.column)) == true
        })
      else { continue }
      let ofDates = dates.first { $0.stage == beyond.stage }.flatMap { fields[$0.role] }
      let name = ShownName.shortened(rows.header[beyond.column])
      let toFill = ShownName.shortened(rows.header[ofDates ?? beyond.column])
      throw InputFault(
        path: rows.path, line: rows.line(of: row),
        problem: Wording(
          fr: "« \(name) » est coché sans jour, où d’autres stades ont des dates",
          en: "“\(name)” is crossed without a day, where other stages have dates"),
        cure: Wording(
          fr:
            "écrivez le jour, le mois ou l’année dans la colonne « \(toFill) », ou une croix sous chaque "
            + "stade atteint au lieu des dates",
          en:
            "write the day, the month or the year in the column “\(toFill)”, or a cross under each stage "
            + "that is reached in the place of dates"))
    }
  }

  /// The key of the furthest stage that a row crosses; empty for none.
  func text(row: Int, of rows: some AttributeRows) -> String {
    columns.filter { CrossedTable.isCross(rows.value(row: row, column: $0.column)) == true }
      .map(\.stage).max()?.key ?? ""
  }

  /// What is told of them; nil where there are none.
  func anomaly(_ rows: some AttributeRows) -> Anomaly? {
    guard !columns.isEmpty else { return nil }
    let names = columns.map { (ShownName.shortened(rows.header[$0.column]), $0.stage.key) }
    return Anomaly(
      .information, .crossedTable, file: rows.path, line: 1, object: "",
      finding: Wording(
        fr: "des croix sous des stades : "
          + names.map { "« \($0) » (\($1))" }.joined(separator: ", "),
        en: "crosses under stages: " + names.map { "“\($0)” (\($1))" }.joined(separator: ", ")),
      treatment: Wording(
        fr: "chaque CPTS est au plus avancé de ceux qui sont cochés",
        en: "each CPTS is at the furthest of those that are crossed"))
  }
}
