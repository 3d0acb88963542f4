import GeoKernel

extension DrawnLayer {
  /// The layer and its vertices in another reference system, that of the units. Drawings that have no
  /// place there are set aside.
  ///
  /// - Complexity: O(vertices); nothing where the two systems are one.
  /// - Throws: when PROJ does not know the way.
  func brought(
    to target: DeclaredReference
  ) throws(InputFault) -> (layer: DrawnLayer, moved: PolygonColumns, anomalies: [Anomaly]) {
    guard reference.definition != target.definition else { return (self, polygons, []) }
    var moved = polygons
    try projection(to: target).transformWherePossible(x: &moved.x, y: &moved.y)
    let screen = DrawingScreen(target)
    var kept: [Int] = []
    var anomalies: [Anomaly] = []
    for feature in rows.indices {
      let refusal = screen.refusal(of: feature, in: moved)
      guard let refusal else {
        kept.append(feature)
        continue
      }
      anomalies.append(setAside(feature, refusal))
    }
    return (keeping(kept), moved.keeping(kept), anomalies)
  }

  /// Where the first vertex of each ring of a drawing would be in another system, were the coordinates
  /// of the file exchanged. If units lie there, a drawing that touches none looks swapped.
  func exchangedPositions(
    of features: [Int], in target: DeclaredReference
  ) throws(InputFault) -> [(feature: Int, x: Double, y: Double)] {
    let rings = features.flatMap { feature in polygons.rings(of: feature).map { (feature, $0) } }
    let first = rings.map { polygons.vertices(of: $0.1).lowerBound }
    var x = first.map { polygons.y[$0] }
    var y = first.map { polygons.x[$0] }
    if reference.definition != target.definition {
      try projection(to: target).transformWherePossible(x: &x, y: &y)
    }
    return rings.indices.map { (rings[$0].0, x[$0], y[$0]) }
  }

  func projection(to target: DeclaredReference) throws(InputFault) -> Projection {
    do throws(ProjectionFault) {
      return try Projection(from: reference.definition, to: target.definition)
    } catch {
      let name = ShownName.shortened(error.definition)
      throw InputFault(
        path: path,
        problem: Wording(
          fr: "système de référence « \(name) » : \(error.message)",
          en: "reference system “\(name)”: \(error.message)"),
        cure: Wording(fr: "exportez la couche en WGS 84", en: "export the layer in WGS 84"))
    }
  }
}

extension DeclaredReference {
  /// What PROJ is asked to understand; degrees on WGS 84 are assumed where nothing is declared.
  var definition: String {
    switch self {
    case .wgs84, .undeclared: Projection.degrees
    case .other(let definition): definition
    }
  }
}
