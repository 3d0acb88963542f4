/// The vertices given, and those added after them. Those given are shared, not copied.
struct RepairedVertices: Sendable {
  private let given: VertexTable
  private var added = VertexTable(expected: 0)

  init(given: VertexTable) { self.given = given }

  var count: Int { given.count + added.count }

  /// Positions added, in the order of their ids.
  var addedPositions: [SIMD2<Double>] { added.positions.values }

  subscript(vertex: Index<Vertex>) -> SIMD2<Double> {
    vertex < given.positions.endIndex
      ? given.positions[vertex] : added.positions[vertex - given.count]
  }

  /// The vertex at a place, a new one where there is none.
  ///
  /// - Parameter neighbour: a vertex likely next to it, if any.
  mutating func id(
    _ position: SIMD2<Double>, near neighbour: Index<Vertex> = .missing
  ) -> Index<Vertex> {
    given.find(position, near: neighbour) ?? addedID(position)
  }

  /// The vertex at a place where none of those given stands.
  mutating func addedID(_ position: SIMD2<Double>) -> Index<Vertex> {
    added.id(position.x, position.y, after: .missing) + given.count
  }

  /// The vertex that stands exactly there, if there is one.
  func find(_ position: SIMD2<Double>) -> Index<Vertex>? {
    given.find(position) ?? added.find(position).map { $0 + given.count }
  }
}
