extension SettledLists {
  /// Communes and drawings that are of their CPTS for a time, by CPTS and dates.
  ///
  /// - Complexity: O(rows), and the order of those with dates.
  var perimeters: [DatedPerimeter] {
    struct Key: Hashable {
      let cpts: CPTSID
      let span: DateSpan
    }
    var communes: [Key: Set<UnitCode>] = [:]
    for row in memberships where row.span != .always {
      communes[Key(cpts: row.cpts, span: row.span), default: []].insert(row.code)
    }
    let listed = communes.map {
      DatedPerimeter(cpts: $0.key.cpts, span: $0.key.span, communes: $0.value.sorted())
    }
    let drawings = Set(
      cpts.layers.flatMap { $0.rows }.filter { $0.span != .always }
        .map { Key(cpts: $0.cpts, span: $0.span) })
    let drawn = drawings.map { DatedPerimeter(cpts: $0.cpts, span: $0.span, communes: nil) }
    func rank(_ perimeter: DatedPerimeter) -> (CPTSID, DateSpan, Int) {
      (perimeter.cpts, perimeter.span, perimeter.communes == nil ? 1 : 0)
    }
    return (listed + drawn).sorted { rank($0) < rank($1) }
  }
}
