extension Study {
  /// The dated perimeters with arrondissements folded into their communes, as in `communes.csv`.
  ///
  /// - Complexity: O(units + communes of the perimeters × log).
  var perimetersByCommune: [DatedPerimeter] {
    guard !perimeters.isEmpty else { return [] }
    let communes = Dictionary(
      units.units.map { ($0.code, units.communes[Int($0.commune)].code) },
      uniquingKeysWith: { first, _ in first })
    return perimeters.map { perimeter in
      DatedPerimeter(
        cpts: perimeter.cpts, span: perimeter.span,
        communes: perimeter.communes.map { Set($0.map { communes[$0] ?? $0 }).sorted() })
    }
  }
}
