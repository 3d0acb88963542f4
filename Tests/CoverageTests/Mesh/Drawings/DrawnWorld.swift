import GeoKernel

@testable import Coverage

/// A small random world with drawings over it, cut by the engine.
struct DrawnWorld {
  let tiles: TileWorld
  let drawings: PolygonColumns
  let kinds: [RandomDrawings.Kind]
  let mesh: Mesh
  /// The units, dissolved by GEOS.
  let shapes: [Shape]

  init(
    seed: UInt64, in context: GEOSContext, drawings count: ClosedRange<Int> = 1...12
  ) async throws {
    var random = SplitMix(seed: seed)
    tiles = TileWorld(&random, columns: 4, rows: 3)
    shapes = try tiles.shapes(in: context)
    let made = try RandomDrawings(over: tiles, shapes, count: random.int(in: count), &random)
    (drawings, kinds) = (made.polygons, made.kinds)
    mesh = try await tiles.mesh(with: [DrawnLayer(drawings)])
  }
}

extension TileWorld {
  /// The mesh of the world with territories drawn over it.
  func mesh(with layers: [DrawnLayer]) async throws -> Mesh { try await Mesh(geometry, layers) }
}

extension DrawnLayer {
  /// Drawings in degrees, the CPTS of each named by its place.
  init(_ polygons: PolygonColumns, in reference: DeclaredReference = .wgs84) {
    self.init(
      polygons, of: (0..<polygons.featureCount).map { CPTSID("C\($0)") }, in: reference)
  }

  init(
    _ polygons: PolygonColumns, of owners: [CPTSID], in reference: DeclaredReference = .wgs84
  ) {
    self.init(
      path: "t.geojson", reference: reference, polygons: polygons,
      rows: owners.enumerated().map { Row(cpts: $1, line: $0 + 2) })
  }
}

extension Mesh {
  /// Every feature is a unit, in degrees.
  init(_ units: PolygonColumns, _ layers: [DrawnLayer]) async throws {
    try await self.init(
      MeshGround(units), features: .inOrder(units.featureCount), reference: .wgs84,
      layers: layers)
  }

  /// One unit a polygon, and one drawing a feature.
  init(_ units: [(Double, Double)]..., drawings: PolygonColumns) async throws {
    var columns = PolygonColumns()
    for unit in units { columns.append(0, of: drawing((unit, false))) }
    try await self.init(columns, [DrawnLayer(drawings)])
  }

  /// Squared degrees of the outline of some pieces.
  func planarArea(of outline: Outline) -> Double {
    (0..<outline.ringCount).reduce(0) { $0 + planarArea(of: outline.ring($1)) }
  }

  /// Drawings over each piece of a unit, and its squared degrees, the largest first.
  func cutting(of unit: Index<Unit>) -> [(drawings: [Index<Drawing>], area: Double)] {
    var tracer = OutlineTracer(self)
    return pieces.of(unit).map { piece in
      (
        pieces.labels[pieces.label[piece]],
        planarArea(of: tracer.outline(of: [piece]))
      )
    }
  }
}

extension PolygonColumns {
  /// Some drawings as the features of one map.
  init(_ drawings: [PolygonColumns]) {
    self.init()
    for drawing in drawings { append(drawing) }
  }
}

/// Whether pieces are what was expected, to within a tolerance of joining.
func matches(
  _ found: [(drawings: [Index<Drawing>], area: Double)], _ expected: [([Index<Drawing>], Double)]
) -> Bool {
  found.count == expected.count
    && zip(found, expected).allSatisfy { $0.drawings == $1.0 && abs($0.area - $1.1) < 1e-7 }
}
