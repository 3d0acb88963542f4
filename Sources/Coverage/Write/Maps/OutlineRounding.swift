import GeoKernel

/// Decides which outlines may be written with seven decimals, and how the others are written.
///
/// A strip of a few millimetres, or a tip as narrow, may cross itself once its vertices are rounded.
/// Such an outline is written with all the decimals that its vertices have; where GEOS finds it invalid
/// even so, as GEOS mends it.
struct OutlineRounding {
  private let longitudes: Column<Vertex, Double>
  private let latitudes: Column<Vertex, Double>
  private var narrowPlaces: NarrowPlaces
  private lazy var context = GEOSContext()

  init(_ positions: PositionText) {
    (longitudes, latitudes) = (positions.longitudes, positions.latitudes)
    narrowPlaces = NarrowPlaces(longitudes: longitudes, latitudes: latitudes)
  }

  /// The polygons of an outline that rounding would make invalid, as one feature in degrees, shells
  /// anticlockwise; nil where the outline may be rounded.
  ///
  /// - Complexity: O(vertices); GEOS looks at the outlines that are a few millimetres narrow somewhere.
  mutating func exactPolygons(of outline: Outline) -> PolygonColumns? {
    guard narrowPlaces.areFound(in: outline) else { return nil }
    let exact = columns(of: outline) { $0 }
    do throws(GEOSFault) {
      let rounded = columns(of: outline, Self.rounded)
      // What rounding turns over is valid too, but runs the wrong way.
      if try Shape.polygons(0, of: rounded, in: context).isValid(), rounded.isTurnedRight {
        return nil
      }
      let shape = try Shape.polygons(0, of: exact, in: context)
      return try shape.isValid() ? exact : Self.mended(shape)
    } catch {
      // What GEOS gives up on is written as it is known best.
      return exact
    }
  }

  /// A coordinate as it is read back from seven decimals.
  static func rounded(_ degrees: Double) -> Double {
    (degrees * 1e7).rounded(.toNearestOrAwayFromZero) / 1e7
  }

  private func columns(
    of outline: Outline, _ written: (Double) -> Double
  ) -> PolygonColumns {
    var columns = PolygonColumns(
      x: outline.vertices.map { written(longitudes[$0]) },
      y: outline.vertices.map { written(latitudes[$0]) })
    columns.ringEnds = outline.ringEnds
    columns.ringIsHole = outline.isHole
    columns.endFeature()
    return columns
  }

  private static func mended(_ shape: Shape) throws(GEOSFault) -> PolygonColumns {
    var columns = PolygonColumns()
    try shape.madeValid().appendPolygons(to: &columns)
    columns.endFeature()
    for ring in columns.rings(of: 0) { columns.turn(ring) }
    return columns
  }
}

extension PolygonColumns {
  /// Whether shells run anticlockwise, and holes clockwise (RFC 7946, 3.1.6).
  fileprivate var isTurnedRight: Bool {
    ringIsHole.indices.allSatisfy { (signedArea(of: $0) > 0) != ringIsHole[$0] }
  }

  /// Lets a shell run anticlockwise, a hole clockwise.
  fileprivate mutating func turn(_ ring: Int) {
    guard (signedArea(of: ring) > 0) == ringIsHole[ring] else { return }
    let span = vertices(of: ring)
    x[span].reverse()
    y[span].reverse()
  }
}
