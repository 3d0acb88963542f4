import GeoKernel
import Testing

@testable import Coverage

/// Pieces of units against GEOS overlays: what each set of drawings covers of each unit.
@Suite("The arrangement against overlays")
struct ArrangementOracleTests {
  /// Degrees that joining may move a side: it does so once or twice.
  private static let joining = 2 * BorderTolerance(isGeographic: true).joining
  /// Squared degrees of a square metre at 46° north: smaller faults of a drawing are not repaired.
  private static let squareMetre = 1.3e-10

  @Test("areas by set of drawings are those of overlays", arguments: 1...250 as ClosedRange<UInt64>)
  func areas(seed: UInt64) async throws {
    let context = GEOSContext()
    let world = try await DrawnWorld(seed: seed, in: context)
    let drawn = try #require(world.mesh.drawn)
    #expect(drawn.doubtfulUnits.isEmpty)
    let drawings = try (0..<world.drawings.featureCount).map {
      try Self.valid($0, of: world.drawings, in: context)
    }
    var tracer = OutlineTracer(world.mesh)
    for unit in world.shapes.indices {
      let parts = try Self.parts(of: world.shapes[unit], drawings)
      let perimeters = try parts.values.reduce(0) { try $0 + $1.length() }
      let tolerance = Self.joining * perimeters + Self.squareMetre
      var found: [[Index<Drawing>]: Double] = [:]
      for piece in world.mesh.pieces.of(Index(unit)) {
        let outline = tracer.outline(of: [piece])
        let label = world.mesh.pieces.labels[world.mesh.pieces.label[piece]]
        found[label, default: 0] += world.mesh.planarArea(of: outline)
      }
      for label in Set(found.keys).union(parts.keys) {
        let expected = try parts[label]?.area() ?? 0
        #expect(
          abs((found[label] ?? 0) - expected) <= tolerance,
          "unit \(unit) under \(label.map { "\($0) \(world.kinds[Int($0)])" })")
      }
    }
  }

  /// A drawing as the engine takes it: invalid ones repaired.
  private static func valid(
    _ drawing: Int, of drawings: PolygonColumns, in context: GEOSContext
  ) throws -> Shape {
    let shape = try Shape.polygons(drawing, of: drawings, in: context)
    return try shape.isValid() ? shape : shape.madeValid()
  }

  /// Degrees to which GEOS rounds: with every bit kept, its overlays of borders that nearly coincide
  /// fail on one world in three hundred (a part inside of a drawing is said to be outside).
  private static let gridSize = 1e-10

  /// A unit cut by one drawing after another, by the set of drawings that cover each part.
  private static func parts(of unit: Shape, _ drawings: [Shape]) throws -> [[Index<Drawing>]: Shape]
  {
    var parts: [[Index<Drawing>]: Shape] = [[]: unit]
    for (drawing, shape) in drawings.enumerated() {
      for (label, part) in parts {
        let inside = try part.intersection(shape, gridSize: gridSize).polygons()
        guard try inside.area() > 0 else { continue }
        parts[label + [Index(drawing)]] = inside
        let outside = try part.difference(shape, gridSize: gridSize).polygons()
        parts[label] = try outside.area() > 0 ? outside : nil
      }
    }
    return parts
  }
}

extension Shape {
  /// The polygons of this shape alone: where two shapes touch, their overlay has lines and points too.
  func polygons() throws -> Shape {
    var columns = PolygonColumns()
    try appendPolygons(to: &columns)
    columns.endFeature()
    return try Shape.polygons(0, of: columns, in: context)
  }
}
