import GeoKernel
import TestSupport
import Testing

@testable import Coverage

/// Exact drawings over units whose borders no longer fit: shares are those of overlays.
@Suite("Drawings over units that do not fit", .endsAtAll)
struct SpoiledUnitsTests {
  /// The part of each unit under each drawing, from 0 to 1.
  private func shares(_ mesh: Mesh) -> [SIMD2<Int>: Double] {
    var shares: [SIMD2<Int>: Double] = [:]
    for unit in mesh.units where mesh.unitAreas[unit] > 0 {
      for piece in mesh.pieces.of(unit) {
        for drawing in mesh.pieces.labels[mesh.pieces.label[piece]] {
          shares[SIMD2(Int(unit), Int(drawing)), default: 0] +=
            mesh.areas[piece] / mesh.unitAreas[unit]
        }
      }
    }
    return shares
  }

  private func valid(_ columns: PolygonColumns, _ context: GEOSContext) throws -> [Shape] {
    try (0..<columns.featureCount).map {
      let shape = try Shape.polygons($0, of: columns, in: context)
      return try (shape.isValid() ? shape : shape.madeValid()).polygons()
    }
  }

  /// Units whose corners are moved alike stay without gaps, but their borders cross each other and fall on themselves.
  @Test(
    "of units rounded alike, shares are those of overlays, but for what several units claim",
    arguments: 1...60 as ClosedRange<UInt64>)
  func rounded(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    let tiles = TileWorld(&random)
    let context = GEOSContext()
    let clean = tiles.cells
    let count = clean.featureCount
    let size = [1e-3, 2e-3, 5e-3, 1e-2][random.int(in: 0...3)]
    let units = clean.spoiled(.rounding, &random, size: size)
    // Disjoint territories, each of some cells: their own sides within cancel out.
    let owners = (0..<count).map { _ in random.int(in: 0...3) }
    let drawings = try PolygonColumns(
      (0..<4).map { owner in
        let members = (0..<count).filter { owners[$0] == owner }
        var polygons = PolygonColumns()
        let shapes = try members.map { try Shape.polygons($0, of: clean, in: context) }
        try Shape.collection(shapes, in: context).unaryUnion().appendPolygons(to: &polygons)
        polygons.endFeature()
        return polygons
      })
    let found = shares(try await Mesh(units, [DrawnLayer(drawings)]))
    let (shapes, territories) = (try valid(units, context), try valid(drawings, context))
    for unit in shapes.indices {
      let area = try shapes[unit].area()
      let others = shapes.indices.filter { $0 != unit }.map { shapes[$0] }
      let all = try Shape.collection(others, in: context).unaryUnion()
      let claimed = try shapes[unit].intersection(all, gridSize: 1e-10).area()
      guard claimed < area / 4 else { continue }
      for (drawing, territory) in territories.enumerated() {
        let inside = try shapes[unit].intersection(territory, gridSize: 1e-10).area()
        let share = found[SIMD2(unit, drawing)] ?? 0
        #expect(
          abs(share - inside / area) <= 2 * claimed / area + 1e-4,
          "unit \(unit) of \(size)°, drawing \(drawing)")
      }
    }
  }

  /// A band of the noise along the border of a unit may be on either side of a drawing.
  @Test(
    "noise moves people no more than a band of its width along the border",
    arguments: 1...24 as ClosedRange<UInt64>, [1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4])
  func noise(seed: UInt64, noise: Double) async throws {
    var random = SplitMix(seed: seed)
    let tiles = TileWorld(&random)
    let clean = tiles.cells
    let (context, drawings) = (GEOSContext(), tiles.geometry)
    // Parts of one territory that share sides are against the rules: dissolved, they are not.
    var dissolved = PolygonColumns()
    for drawing in 0..<drawings.featureCount {
      try Shape.polygons(drawing, of: drawings, in: context).unaryUnion()
        .appendPolygons(to: &dissolved)
      dissolved.endFeature()
    }
    let units = clean.spoiled(.noise, &random, size: noise)
    let expected = shares(try await Mesh(clean, [DrawnLayer(dissolved)]))
    let found = shares(try await Mesh(units, [DrawnLayer(dissolved)]))
    let shapes = try valid(clean, context)
    for pair in Set(expected.keys).union(found.keys) {
      let (length, area) = (try shapes[pair.x].length(), try shapes[pair.x].area())
      #expect(
        abs((found[pair] ?? 0) - (expected[pair] ?? 0)) <= 2 * noise * length / area + 1e-5,
        "unit \(pair.x), drawing \(pair.y)")
    }
  }

  ///     ┌─────┬──────────┐
  ///     │     │     2    │
  ///     │  0  ├━━━━━─────┤   a spike of unit 0 lies on the border between its neighbours
  ///     │     │     1    │
  ///     └─────┴──────────┘
  @Test("a spike on the border between two neighbours takes it from neither")
  func spike() async throws {
    let mesh = try await Mesh(
      [(0, 0), (2, 0), (2, 1), (3, 1), (2, 1), (2, 2), (0, 2)],
      [(2, 0), (4, 0), (4, 1), (3, 1), (2, 1)], [(2, 1), (3, 1), (4, 1), (4, 2), (2, 2)],
      drawings: drawing((rectangle(2, 0, 4, 1), false)))
    #expect(matches(mesh.cutting(of: 0), [([], 4)]))
    #expect(matches(mesh.cutting(of: 1), [([0], 2)]))
    #expect(matches(mesh.cutting(of: 2), [([], 2)]))
    #expect(mesh.drawn?.doubtfulUnits == [])
  }

  /// Unit 1 lies between units 0 and 2; both of its borders are shared, and cross each other.
  @Test("where two borders cross that are shared, what is covered beside stays covered")
  func crossing() async throws {
    let mesh = try await Mesh(
      [(0, 1), (3, 1), (5, 1.5), (5, 3), (0, 3)],
      [(0, 0), (2, 0), (4, 1.4), (5, 1.5), (3, 1), (0, 1)],
      [(0, 0), (0, -1), (5, -1), (5, 1.5), (4, 1.4), (2, 0)],
      drawings: drawing(([(0, 0), (2, 0), (4, 1.2), (5, 1.5), (5, 3), (0, 3)], false)))
    let shares = shares(mesh)
    #expect((shares[SIMD2(0, 0)] ?? 0) > 0.95)
    #expect((shares[SIMD2(1, 0)] ?? 0) > 0.9)
    #expect((shares[SIMD2(2, 0)] ?? 0) < 0.1)
    #expect(mesh.drawn?.doubtfulUnits == [])
  }
}
