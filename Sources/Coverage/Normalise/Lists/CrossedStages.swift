/// Columns named after stages with crosses in the place of dates: `LI`, `PS`, `ACI`. A CPTS is at the
/// furthest stage that is crossed.
struct CrossedStages: Sendable {
  let columns: [(column: Int, stage: Stage)]

  static let none = CrossedStages(columns: [])

  private init(columns: [(column: Int, stage: Stage)]) { self.columns = columns }

  /// - Complexity: O(rows) for each column named after a stage.
  init(
    of rows: some AttributeRows, butUsed fields: FieldMap, _ isContinued: (Int) -> Bool
  ) {
    columns = rows.header.indices.compactMap { column in
      guard !fields.uses(column), !isContinued(column),
        let stage = Self.stage(of: rows.header[column]),
        Self.holdsCrosses(column, rows)
      else { return nil }
      return (column, stage)
    }
  }

  /// The stage that a column may be named after; nil for none.
  static func stage(of name: String) -> Stage? {
    if let role = DateColumnName.role(of: HeaderName(name)) {
      return FieldRole.stageDates.first { $0.role == role }?.stage
    }
    let stage = name.contains(where: \.isLetter) ? Stage(spelling: name.filter { $0 != "?" }) : nil
    return stage == Stage.none ? nil : stage
  }

  private static func holdsCrosses(_ column: Int, _ rows: some AttributeRows) -> Bool {
    var hasCross = false
    for row in 0..<rows.rowCount where !CrossedTable.isTotal(row, rows) {
      guard let isCross = CrossedTable.isCross(rows.value(row: row, column: column)) else {
        return false
      }
      hasCross = hasCross || isCross
    }
    return hasCross
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
