/// The vertices that edges run between, each pair once.
struct EdgeEnds: Sendable {
  /// End of the edge with the smaller vertex id. The edge is read from low to high.
  private(set) var low = Column<Edge, Index<Vertex>>()
  private(set) var high = Column<Edge, Index<Vertex>>()

  /// For each vertex, the last edge added that has it as its low end.
  private var lastAtLow: Column<Vertex, Index<Edge>>
  /// For each edge, the one added before it at the same low end.
  private var previousAtLow = Column<Edge, Index<Edge>>()

  var count: Int { low.count }
  var indices: Range<Index<Edge>> { low.indices }

  init(vertexCount: Int, expectedEdges: Int) {
    lastAtLow = Column(repeating: .missing, count: vertexCount)
    low.reserveCapacity(expectedEdges)
    high.reserveCapacity(expectedEdges)
    previousAtLow.reserveCapacity(expectedEdges)
  }

  /// Makes room for vertices that a repair adds.
  mutating func extend(toVertexCount count: Int) {
    lastAtLow.append(contentsOf: repeatElement(.missing, count: max(0, count - lastAtLow.count)))
  }

  /// The edge between two vertices, if there is one.
  ///
  /// - Complexity: O(edges at the lower vertex), which is two or three.
  func find(_ first: Index<Vertex>, _ second: Index<Vertex>) -> Index<Edge>? {
    let end = max(first, second)
    var edge = lastAtLow[min(first, second)]
    while edge.exists && high[edge] != end { edge = previousAtLow[edge] }
    return edge.exists ? edge : nil
  }

  /// Adds an edge between two vertices that have none.
  mutating func append(_ first: Index<Vertex>, _ second: Index<Vertex>) -> Index<Edge> {
    let (start, edge) = (min(first, second), low.next)
    low.append(start)
    high.append(max(first, second))
    previousAtLow.append(lastAtLow[start])
    lastAtLow[start] = edge
    return edge
  }
}

/// An edge walked in one of its two directions.
struct DirectedEdge: Hashable, Sendable {
  let edge: Index<Edge>
  /// From the low to the high vertex.
  let isForward: Bool

  /// A number of its own: twice the edge, and one more against its direction.
  var index: Index<DirectedEdge> { Index(2 * Int(edge) + (isForward ? 0 : 1)) }

  var reversed: DirectedEdge { DirectedEdge(edge: edge, isForward: !isForward) }

  func from(_ ends: EdgeEnds) -> Index<Vertex> { isForward ? ends.low[edge] : ends.high[edge] }

  func to(_ ends: EdgeEnds) -> Index<Vertex> { isForward ? ends.high[edge] : ends.low[edge] }
}
