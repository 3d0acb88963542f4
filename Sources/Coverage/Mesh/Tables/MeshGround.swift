import GeoKernel

/// Vertices and rings of every feature of a file, before anybody says which are units.
struct MeshGround: Sendable {
  private(set) var vertices: VertexTable
  private(set) var rings: RingTable

  init(expectedVertices: Int) {
    vertices = VertexTable(expected: expectedVertices)
    rings = RingTable(expectedVertices: expectedVertices)
  }

  init(_ geometry: PolygonColumns) {
    self.init(expectedVertices: geometry.vertexCount)
    append(geometry)
  }

  /// Adds the polygons of further features.
  ///
  /// - Complexity: O(vertices) expected.
  mutating func append(_ geometry: PolygonColumns) { rings.append(geometry, &vertices) }

  /// A feature with a corner at a place.
  func feature(at place: SIMD2<Double>) -> Index<Feature>? {
    vertices.find(place).flatMap { rings.feature(with: $0) }
  }

  /// The sides of the units, between welded corners.
  func edges(_ features: Column<Unit, Index<Feature>>, _ welded: WeldedCorners) -> ClaimedEdges {
    var edges = ClaimedEdges(
      vertexCount: vertices.count, expectedEdges: vertices.count + vertices.count / 8)
    for (unit, feature) in features.pairs {
      rings.addSides(of: feature, unit: unit, to: &edges, targets: welded.targets)
    }
    return edges
  }
}
