/// Rows of communes whose CPTS is left empty, as in a list of all communes: none covers them.
///
/// Merged cells leave the same holes. They are told apart by the stage of the row, which says that there is
/// none, or by a list that has each commune once and repeats the name of a CPTS on the next row.
struct FreeCommunes {
  private let isWhole: Bool
  private let saysMore: Bool
  private var count = 0
  private var first: Int?

  /// - Complexity: O(rows).
  init(_ columns: CPTSColumns, of rows: some AttributeRows) {
    saysMore = CPTSColumns.attributes.contains { columns[$0] != nil }
    isWhole = Self.isWhole(columns, rows)
  }

  private static func isWhole(_ columns: CPTSColumns, _ rows: some AttributeRows) -> Bool {
    guard let id = columns.id, columns.continued.isEmpty else { return false }
    var (seen, previous, isRepeated): (Set<String>, String, Bool) = ([], "", false)
    for row in 0..<rows.rowCount {
      let code = columns.codes.text(row: row, of: rows)
      guard CodeSpelling(code, isKnown: { $0.isOfCommune }) != nil, seen.insert(code).inserted
      else { return false }
      let owner = rows.value(row: row, column: id)
      isRepeated = isRepeated || !owner.isEmpty && owner == previous
      previous = owner
    }
    return isRepeated
  }

  /// Takes a row without a CPTS that is one of these.
  mutating func takes(
    _ row: Int, of rows: some AttributeRows, _ columns: CPTSColumns
  ) -> Bool {
    guard CodeSpelling(columns.codes.text(row: row, of: rows), isKnown: { $0.isOfCommune }) != nil
    else { return false }
    let values = CPTSColumns.attributes.map { columns.value($0, row: row, of: rows) }
      .filter { !$0.isEmpty }
    let saysNone = values.contains { StatedStage($0)?.stage == Stage.none }
    guard saysNone && values.count == 1 || isWhole && values.isEmpty else { return false }
    count += 1
    first = first ?? row
    return true
  }

  /// One line for all of them; nil where there are none.
  func anomaly(of rows: some AttributeRows) -> Anomaly? {
    first.map { first in
      Anomaly(
        saysMore ? .information : .warning, .withoutCPTS, file: rows.path,
        line: rows.line(of: first), object: "",
        finding: Wording(
          fr: count.inFrench("commune", "communes")
            + " sans CPTS, là où d’autres lignes en ont une",
          en: count.inEnglish("commune", "communes") + " without a CPTS, where other rows have one"),
        treatment: Wording(
          fr: "aucune CPTS ne les couvre ; si une en couvre, écrivez son nom à chaque ligne",
          en: "no CPTS covers them; if one does, write its name on each row"))
    }
  }
}
