import GeoKernel
import Testing

@testable import Coverage

/// The piece that holds a point, against the rings that hold it: no overlay, no edge, only counting.
@Suite("The arrangement against points")
struct RasterOracleTests {
  /// Even or odd: how many sides a ray to the east crosses.
  private static func contains(
    _ ring: some Sequence<SIMD2<Double>>, _ point: SIMD2<Double>
  ) -> Bool {
    let ring = Array(ring)
    var isInside = false
    var previous = ring[ring.count - 1]
    for vertex in ring {
      if (vertex.y > point.y) != (previous.y > point.y) {
        let share = (point.y - vertex.y) / (previous.y - vertex.y)
        if vertex.x + share * (previous.x - vertex.x) > point.x { isInside.toggle() }
      }
      previous = vertex
    }
    return isInside
  }

  @Test(
    "each point has one piece, in its unit, under its drawings",
    arguments: 1...100 as ClosedRange<UInt64>)
  func points(seed: UInt64) async throws {
    let world = try await DrawnWorld(seed: seed, in: GEOSContext())
    let repaired = Set(try #require(world.mesh.drawn).territories.anomalies.map(\.object))
    let drawings = world.drawings
    let valid = (0..<drawings.featureCount).filter { !repaired.contains("C\($0)") }
    var tracer = OutlineTracer(world.mesh)
    let rings = world.mesh.pieces.indices.map { piece -> [[SIMD2<Double>]] in
      let outline = tracer.outline(of: [piece])
      return (0..<outline.ringCount).map { outline.ring($0).map { world.mesh.position($0) } }
    }
    var random = SplitMix(seed: seed)
    for _ in 0..<60 {
      let point = SIMD2(random.double(in: 1.99...2.05), random.double(in: 45.99...46.04))
      let units = world.tiles.unitOfCell.indices.filter { cell in
        world.tiles.unitOfCell[cell] >= 0
          && Self.contains(world.tiles.ring(ofCell: cell).map { SIMD2($0.x, $0.y) }, point)
      }.map { Index<Unit>(world.tiles.unitOfCell[$0]) }
      let found = world.mesh.pieces.indices.filter { piece in
        rings[Int(piece)].count { Self.contains($0, point) } % 2 == 1
      }
      #expect(found.map { world.mesh.pieces.unit[$0] } == units)
      guard let piece = found.first else { continue }
      let label = world.mesh.pieces.labels[world.mesh.pieces.label[piece]]
      let expected = valid.filter { drawing in
        drawings.rings(of: drawing).count { ring in
          Self.contains(drawings.vertices(of: ring).lazy.map { drawings[$0] }, point)
        } % 2 == 1
      }
      #expect(label.filter { valid.contains(Int($0)) } == expected.map { Index($0) })
    }
  }
}

extension Mesh {
  fileprivate func position(_ vertex: Index<Vertex>) -> SIMD2<Double> {
    SIMD2(longitudes[vertex], latitudes[vertex])
  }
}
