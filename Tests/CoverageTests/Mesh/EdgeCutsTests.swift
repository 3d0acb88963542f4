import GeoKernel
import Testing

@testable import Coverage

@Suite("Vertices to insert in edges")
struct EdgeCutsTests {
  /// An edge from (0, 0) to (1, 0), and places on and beside it.
  private func ground(_ places: [SIMD2<Double>]) -> (EdgeGeometry, [Index<Vertex>]) {
    var table = VertexTable(expected: places.count + 2)
    let (low, high) = (table.id(0, 0, after: -1), table.id(1, 0, after: -1))
    let ids = places.map { table.id($0.x, $0.y, after: -1) }
    var ends = EdgeEnds(vertexCount: table.count, expectedEdges: 1)
    _ = ends.append(low, high)
    return (
      EdgeGeometry(
        ends: ends, vertices: RepairedVertices(given: table),
        tolerance: BorderTolerance(isGeographic: true)), ids
    )
  }

  @Test(
    "are each inserted once and in their order, few or many", arguments: [1, 20, 31, 33, 2_000])
  func order(count: Int) {
    var random = SplitMix(seed: UInt64(count))
    var places = (1...count).map { SIMD2(Double($0) / Double(count + 1), 0) }
    random.shuffle(&places)
    let (geometry, ids) = ground(places)
    var cuts = EdgeCuts(geometry)
    for (place, id) in zip(places, ids) {
      let isNew = cuts.insert(id, along: place.x, in: 0)
      let isNewAgain = cuts.insert(id, along: place.x + 5e-10, in: 0)
      #expect(isNew && !isNewAgain)
    }
    for end in [0, 1] as [Index<Vertex>] {
      let isNew = cuts.insert(end, along: Double(end.raw), in: 0)
      #expect(!isNew)
    }
    var room: [SIMD2<Double>] = []
    let path = cuts.path(of: 0, &room).map { geometry.vertices[$0].x }
    #expect(path == [0] + places.map(\.x).sorted() + [1])
    for (place, id) in zip(places, ids) {
      #expect(cuts.first(of: 0, near: place.x + 9e-10) { $0 == id } == id)
      #expect(cuts.first(of: 0, near: place.x) { _ in false } == nil)
    }
  }
}
