/// The vertices given, and those added after them. Those given are shared, not copied; at the place of one that was
/// welded to another, that other is found.
struct RepairedVertices: Sendable {
  private let given: VertexTable
  private var added = VertexTable(expected: 0)

  /// For each vertex given the one that stands for it; nil where each is its own.
  private let targets: Column<Vertex, Index<Vertex>>?

  init(given: VertexTable, _ welded: WeldedCorners = WeldedCorners()) {
    self.given = given
    targets = welded.targets
  }

  /// The vertex that stands for one given.
  func standing(for vertex: Index<Vertex>) -> Index<Vertex> { targets?[vertex] ?? vertex }

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
    given.find(position, near: neighbour).map { standing(for: $0) } ?? addedID(position)
  }

  /// The vertex at a place where none of those given stands.
  mutating func addedID(_ position: SIMD2<Double>) -> Index<Vertex> {
    added.id(position.x, position.y, after: .missing) + given.count
  }

  /// The vertex that stands exactly there, if there is one.
  func find(_ position: SIMD2<Double>) -> Index<Vertex>? {
    given.find(position).map { standing(for: $0) } ?? added.find(position).map { $0 + given.count }
  }
}
