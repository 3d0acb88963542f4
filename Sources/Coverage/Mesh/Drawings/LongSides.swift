import GeoKernel

/// Keeps long sides where they were drawn when their coordinates change system.
enum LongSides {
  /// Metres below which a side bends by less than a centimetre, between a plane and degrees, as far
  /// north as 51°: √(8 · 6371 km · 1 cm / tan 51°).
  private static let straight = 640.0
  /// Points added to one file at most: beyond this it is no map of territories.
  private static let mostPoints = 4_000_000

  /// The moved polygons, with points along the sides that bend.
  ///
  /// - Parameters:
  ///   - layer: as drawn.
  ///   - moved: its vertices in the other system.
  ///   - isUnitSide: whether a side of a unit runs between two places of that system.
  /// - Complexity: O(vertices + points added).
  static func bent(
    _ layer: DrawnLayer, _ moved: PolygonColumns, to reference: DeclaredReference,
    isUnitSide: (SIMD2<Double>, SIMD2<Double>) -> Bool
  ) throws(InputFault) -> PolygonColumns {
    let drawn = layer.polygons
    // A degree of latitude is the longest; 111.7 km bounds both axes.
    let scale = layer.reference.isGeographic ? 111_700.0 : 1
    var bends: [(after: Int, count: Int)] = []
    var points = PolygonColumns()
    for ring in drawn.ringEnds.indices {
      let span = drawn.vertices(of: ring)
      for index in span {
        let next = index + 1 < span.upperBound ? index + 1 : span.lowerBound
        let way = (drawn[next] - drawn[index]) * scale
        let length = (way * way).sum().squareRoot()
        guard length > straight, !isUnitSide(moved[index], moved[next]) else { continue }
        let count = Int(min(length / straight, Double(mostPoints)))
        guard points.vertexCount + count <= mostPoints else { throw tooLong(layer.path) }
        bends.append((index, count))
        for step in 1...count {
          let share = Double(step) / Double(count + 1)
          let point = drawn[index] + share * (drawn[next] - drawn[index])
          points.x.append(point.x)
          points.y.append(point.y)
        }
      }
    }
    guard !bends.isEmpty else { return moved }
    try layer.projection(to: reference).transformWherePossible(x: &points.x, y: &points.y)
    return insert(points, bends, into: moved)
  }

  private static func insert(
    _ points: PolygonColumns, _ bends: [(after: Int, count: Int)], into polygons: PolygonColumns
  ) -> PolygonColumns {
    var result = PolygonColumns()
    var (bend, point) = (0, 0)
    for feature in 0..<polygons.featureCount {
      for ring in polygons.rings(of: feature) {
        for index in polygons.vertices(of: ring) {
          result.x.append(polygons.x[index])
          result.y.append(polygons.y[index])
          guard bend < bends.count, bends[bend].after == index else { continue }
          for point in point..<point + bends[bend].count
          // Between two ends that have a place something may have none.
          where points.x[point].isFinite && points.y[point].isFinite {
            result.x.append(points.x[point])
            result.y.append(points.y[point])
          }
          point += bends[bend].count
          bend += 1
        }
        result.ringEnds.append(Int32(result.x.count))
        result.ringIsHole.append(polygons.ringIsHole[ring])
      }
      result.endFeature()
    }
    return result
  }

  private static func tooLong(_ path: String) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(
        fr: "côtés trop longs : plus de \(mostPoints) points seraient à ajouter pour les suivre",
        en: "sides too long: more than \(mostPoints) points would have to be added to follow them"),
      cure: Wording(
        fr: "vérifiez les coordonnées, ou exportez la couche dans le système des unités",
        en: "check the coordinates, or export the layer in the units' system"))
  }
}
