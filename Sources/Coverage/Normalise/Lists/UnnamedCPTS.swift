/// Lists in which no column names the CPTS of a row, though the table tells it in another way: they are refused
/// with what to write.
enum UnnamedCPTS {
  /// - Complexity: O(rows × columns).
  static func refuse(_ rows: some AttributeRows, _ columns: CPTSColumns) throws(InputFault) {
    guard columns.id == nil, columns.codes.areThere else { return }
    try refuseTitles(rows, columns)
    try refuseMarks(rows, columns)
  }

  /// The name of a CPTS alone in a row, above those of its communes.
  private static func refuseTitles(
    _ rows: some AttributeRows, _ columns: CPTSColumns
  ) throws(InputFault) {
    for row in 0..<rows.rowCount {
      let filled = (0..<min(rows.fieldCount(row: row), rows.header.count)).filter {
        !rows.value(row: row, column: $0).isEmpty
      }
      guard filled.count == 1, rows.header.count > 1 else { continue }
      let text = rows.value(row: row, column: filled[0])
      guard folded(text).hasPrefix("cpts_") else { continue }
      let shown = ShownName.shortened(text)
      throw InputFault(
        path: rows.path, line: rows.line(of: row),
        problem: Wording(
          fr: "« \(shown) », seul dans sa ligne, a l’air du nom de la CPTS des lignes qui suivent",
          en: "“\(shown)”, alone in its row, seems to be the name of the CPTS of the rows below"),
        cure: Wording(
          fr: "ajoutez une colonne cpts_id, répétez-y la CPTS à chaque ligne, et ôtez ces titres",
          en: "add a column cpts_id, repeat the CPTS in it on each row, and take these titles away")
      )
    }
  }

  /// Columns of CPTS with other marks than crosses: `membre`, `V`, people.
  private static func refuseMarks(
    _ rows: some AttributeRows, _ columns: CPTSColumns
  ) throws(InputFault) {
    let free = rows.header.indices.filter { column in
      let name = rows.header[column]
      return !columns.uses(column) && !name.isEmpty && CrossedStages.stage(of: name) == nil
        && Set(folded(name).split(separator: "_").map { String($0) })
          .isDisjoint(with: CrossedTable.attributes)
    }
    let named = free.filter { CrossedTable.isCPTS(rows.header[$0]) }
    let candidates = (named.isEmpty ? free : named).filter { isPartlyFilled($0, rows) }
    guard candidates.count > 1 else { return }
    var odd: (row: Int, column: Int)?
    for row in 0..<rows.rowCount where !CrossedTable.isTotal(row, rows) {
      let filled = candidates.filter {
        CrossedTable.mark(rows.value(row: row, column: $0)) != .no
      }
      if named.isEmpty, filled.count > 1 { return }
      if odd == nil {
        odd = filled.first { CrossedTable.mark(rows.value(row: row, column: $0)) == nil }
          .map { (row, $0) }
      }
    }
    guard let odd else { return }
    let names = ShownName.list(candidates.map { "« \(rows.header[$0]) »" }, most: 4)
    throw .noCross(
      odd, rows,
      Wording(
        fr:
          "si \(names) sont des CPTS, écrivez x dans les lignes de leurs communes et laissez vides les "
          + "autres cases ; sinon, ajoutez une colonne cpts_id",
        en: "if \(names) are CPTS, write x in the rows of their communes and leave the other cells "
          + "empty; else add a column cpts_id"))
  }

  private static func isPartlyFilled(_ column: Int, _ rows: some AttributeRows) -> Bool {
    var (filled, empty) = (0, 0)
    for row in 0..<rows.rowCount where !CrossedTable.isTotal(row, rows) {
      if CrossedTable.mark(rows.value(row: row, column: column)) == .no {
        empty += 1
      } else {
        filled += 1
      }
    }
    return filled > 0 && empty > 0
  }
}
