// Of what the dates beside communes are: of the CPTS, or of the pair of it and a commune.

extension CPTSColumns {
  /// What only a row of a CPTS says, and a pair does not.
  private static let ofCPTS: [FieldRole] =
    [.stage, .seat] + FieldRole.stageDates.map(\.role) + vitality

  /// Gives `date_fin` to the pair where a row is one: beside a first day, or in a list of pairs that says
  /// nothing else of its CPTS. Elsewhere it is the end of the CPTS, and a first day is of no use.
  ///
  /// - Complexity: O(rows) in a list with a date of end and nothing else.
  static func settlePairDates(
    _ fields: inout FieldMap, _ rows: some AttributeRows, _ id: Int?, givesPlaces: Bool,
    saysStage: Bool
  ) {
    // Each row of a map is a drawing.
    guard givesPlaces || rows is FeatureTable else {
      for role in pairDates { fields.forget(role) }
      return
    }
    guard fields[.pairEnd] == nil, let end = fields[.endDate] else { return }
    let current = fields
    let isOfPairs =
      current[.pairStart] != nil
      || !(rows is FeatureTable) && !saysStage && !ofCPTS.contains { current[$0] != nil }
        && current[.unitCode] != nil && hasSeveralRows(id, rows)
    guard isOfPairs else { return }
    fields.forget(.endDate)
    fields.use(.pairEnd, column: end)
  }

  /// Whether some CPTS has two rows.
  private static func hasSeveralRows(_ id: Int?, _ rows: some AttributeRows) -> Bool {
    guard let id else { return false }
    var seen: Set<String> = []
    return (0..<rows.rowCount).contains { row in
      let owner = rows.value(row: row, column: id)
      return !owner.isEmpty && !seen.insert(owner).inserted
    }
  }
}
