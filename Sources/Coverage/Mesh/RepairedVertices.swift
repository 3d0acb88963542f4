/// The vertices given, and those that a repair adds after them. Those given are shared, not copied.
struct RepairedVertices {
  private let given: VertexTable
  private(set) var added: [SIMD2<Double>] = []
  private var idOfAdded: [SIMD2<Double>: Int32] = [:]

  init(given: VertexTable) { self.given = given }

  var givenPositions: [SIMD2<Double>] { given.positions }

  var count: Int { given.count + added.count }

  subscript(vertex: Int32) -> SIMD2<Double> {
    let index = Int(vertex)
    return index < given.count ? given.positions[index] : added[index - given.count]
  }

  /// The vertex at a place, a new one where there is none.
  mutating func id(_ position: SIMD2<Double>) -> Int32 {
    if let id = given.find(position) ?? idOfAdded[position] { return id }
    let id = Int32(count)
    idOfAdded[position] = id
    added.append(position)
    return id
  }
}
