import GeoKernel

/// Which drawings may cover a place more than once, or inside out.
enum SuspectDrawings {
  /// Crossings that a repair meets at most, were each side to cross half of the others: some seconds of work.
  private static let mostCrossings = 1 << 21

  /// The drawings that GEOS finds invalid. One that it cannot build is none: it has no inside to cover.
  ///
  /// - Parameter first: drawings on the maps before.
  /// - Complexity: O(vertices × log), a third of a microsecond each.
  static func among(_ polygons: PolygonColumns, after first: Int) -> [Index<Drawing>] {
    let context = GEOSContext()
    return (0..<polygons.featureCount)
      .filter { feature in
        do throws(GEOSFault) {
          return try !Shape.polygons(feature, of: polygons, in: context).isValid()
        } catch { return false }
      }
      .map { Index(first + $0) }
  }

  /// Whether a repair of drawings takes a moment, however often they cross themselves.
  static func areFew(_ drawings: [Index<Drawing>], of polygons: PolygonColumns) -> Bool {
    var crossings = 0
    for drawing in drawings {
      let sides = polygons.rings(of: Int(drawing)).reduce(0) {
        $0 + polygons.vertices(of: $1).count
      }
      crossings += min(sides, mostCrossings) * sides / 2
      guard crossings <= mostCrossings else { return false }
    }
    return true
  }
}
