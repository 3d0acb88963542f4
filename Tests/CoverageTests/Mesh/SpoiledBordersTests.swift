import GeoKernel
import TestSupport
import Testing

@testable import Coverage

/// What holds of the mesh whatever the borders of units are like.
@Suite("Units that do not fit", .endsAtAll)
struct SpoiledBordersTests {
  private func mesh(_ geometry: PolygonColumns) async throws -> Mesh {
    try await Mesh(
      MeshGround(geometry), features: .inOrder(geometry.featureCount), reference: .wgs84)
  }

  @Test("a mesh ends, and each unit keeps its own area", arguments: 1...60 as ClosedRange<UInt64>)
  func ends(seed: UInt64) async throws {
    for fault in RingFault.allCases {
      var random = SplitMix(seed: seed)
      let size = [1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2][random.int(in: 0...7)]
      let geometry = TileWorld(&random).geometry.spoiled(fault, &random, size: size)
      let mesh = try await mesh(geometry)
      #expect(mesh.pieces.count == geometry.featureCount)
      let features = Column<Unit, Index<Feature>>.inOrder(geometry.featureCount)
      #expect(mesh.areas.values == mesh.unitAreas.values, "\(fault) \(size)")
      #expect(features.indices.allSatisfy { mesh.areas[$0.piece].isFinite })
      var tracer = OutlineTracer(mesh)
      let outline = tracer.outline(of: mesh.pieces.indices)
      #expect(outline.vertices.allSatisfy { $0 < mesh.longitudes.endIndex })
    }
  }

  /// Borders longer than a tenth of a cell stay borders, and as long; no others as long appear.
  @Test(
    "noise far below the size of the cells takes no neighbour and gives none",
    arguments: 1...24 as ClosedRange<UInt64>, [1e-9, 1e-8, 1e-7, 1e-6, 1e-5])
  func neighbours(seed: UInt64, noise: Double) async throws {
    var random = SplitMix(seed: seed)
    let clean = TileWorld(&random).cells
    let expected = try await mesh(clean).planarLengths()
    let found = try await mesh(clean.spoiled(.noise, &random, size: noise)).planarLengths()
    for (pair, length) in expected where length > 1e-3 {
      #expect(abs((found[pair] ?? 0) - length) <= 0.05 * length, "units \(pair)")
    }
    for (pair, length) in found where length > 1e-3 {
      #expect(abs((expected[pair] ?? 0) - length) <= 0.05 * length, "units \(pair)")
    }
  }

  @Test("noise takes no area from the outline of all", arguments: 1...24 as ClosedRange<UInt64>)
  func outline(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    let clean = TileWorld(&random).geometry
    let noise = [1e-9, 1e-7, 1e-5][random.int(in: 0...2)]
    func area(_ geometry: PolygonColumns) async throws -> Double {
      let mesh = try await mesh(geometry)
      var tracer = OutlineTracer(mesh)
      let outline = tracer.outline(of: mesh.pieces.indices)
      return (0..<outline.ringCount).reduce(0) { $0 + mesh.planarArea(of: outline.ring($1)) }
    }
    let expected = try await area(clean)
    let found = try await area(clean.spoiled(.noise, &random, size: noise))
    // A band of the noise around 42 cells of 0.01°.
    #expect(abs(found - expected) <= 42 * 4 * 0.02 * noise + 1e-12)
  }

  @Test("a unit with many misfits has a row or two, whatever their number")
  func rows() async throws {
    var random = SplitMix(seed: 14)
    let tiles = TileWorld(&random, columns: 20, rows: 20)
    let mesh = try await mesh(tiles.geometry.spoiled(.noise, &random, size: 2e-4))
    let rows = Dictionary(grouping: mesh.findings, by: { $0.unit })
    #expect(mesh.findings.count > 50)
    #expect(rows.values.allSatisfy { $0.count <= 6 })
  }

  @Test("drawings over units with noise divide them, and the shares of each unit add up to it")
  func drawings() async throws {
    for seed in 1...8 as ClosedRange<UInt64> {
      var random = SplitMix(seed: seed)
      let clean = TileWorld(&random).geometry
      let noise = [1e-9, 1e-7, 1e-5, 1e-4][random.int(in: 0...3)]
      let units = clean.spoiled(.noise, &random, size: noise)
      let layer = DrawnLayer(
        path: "dessins.geojson", reference: .wgs84, polygons: clean,
        rows: (0..<clean.featureCount).map { DrawnLayer.Row(cpts: CPTSID("C\($0)"), line: $0 + 1) })
      let mesh = try await Mesh(
        MeshGround(units), features: .inOrder(units.featureCount), reference: .wgs84,
        layers: [layer])
      for unit in mesh.units {
        let sum = mesh.pieces.of(unit).reduce(0) { $0 + mesh.areas[$1] }
        #expect(abs(sum - mesh.unitAreas[unit]) <= 1e-9 * max(1, mesh.unitAreas[unit]))
      }
    }
  }
}
