/// The vertices given, and those added after them. Those given are shared, not copied.
struct RepairedVertices: Sendable {
  private let given: VertexTable
  private var added = VertexTable(expected: 0)

  init(given: VertexTable) { self.given = given }

  var count: Int { given.count + added.count }

  /// Positions added, in the order of their ids.
  var addedPositions: [SIMD2<Double>] { added.positions }

  subscript(vertex: Int32) -> SIMD2<Double> {
    let index = Int(vertex)
    return index < given.count ? given.positions[index] : added.positions[index - given.count]
  }

  /// The vertex at a place, a new one where there is none.
  ///
  /// - Parameter neighbour: a vertex likely next to it, or -1.
  mutating func id(_ position: SIMD2<Double>, near neighbour: Int32 = -1) -> Int32 {
    given.find(position, near: neighbour) ?? addedID(position)
  }

  /// The vertex at a place where none of those given stands.
  mutating func addedID(_ position: SIMD2<Double>) -> Int32 {
    Int32(given.count) + added.id(position.x, position.y, after: -1)
  }

  /// The vertex that stands exactly there, if there is one.
  func find(_ position: SIMD2<Double>) -> Int32? {
    given.find(position) ?? added.find(position).map { Int32(given.count) + $0 }
  }
}
