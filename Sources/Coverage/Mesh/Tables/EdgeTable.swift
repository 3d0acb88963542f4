/// The edges between vertices, each once, with what lies on either side: units, or pieces of them.
struct EdgeTable<Side: Land>: Sendable {
  private(set) var ends: EdgeEnds
  /// On the left of low → high, or the outside.
  private(set) var left: Column<Edge, Index<Side>>
  /// On the right of low → high, or the outside.
  private(set) var right: Column<Edge, Index<Side>>

  var low: Column<Edge, Index<Vertex>> { ends.low }
  var high: Column<Edge, Index<Vertex>> { ends.high }
  var count: Int { ends.count }
  var indices: Range<Index<Edge>> { ends.indices }

  init(vertexCount: Int, expectedEdges: Int) {
    ends = EdgeEnds(vertexCount: vertexCount, expectedEdges: expectedEdges)
    (left, right) = (Column(), Column())
    left.reserveCapacity(expectedEdges)
    right.reserveCapacity(expectedEdges)
  }

  /// The edges of another table, which are shared, with other things on their sides.
  init(
    _ ends: EdgeEnds, left: Column<Edge, Index<Side>>, right: Column<Edge, Index<Side>>
  ) {
    (self.ends, self.left, self.right) = (ends, left, right)
  }

  /// Makes room for vertices that a repair adds.
  mutating func extend(toVertexCount count: Int) { ends.extend(toVertexCount: count) }

  /// The edge between two vertices; a new one, with nothing on either side, where there was none.
  ///
  /// - Complexity: O(edges at the lower vertex).
  mutating func bare(_ first: Index<Vertex>, _ second: Index<Vertex>) -> Index<Edge> {
    if let edge = ends.find(first, second) { return edge }
    left.append(.outside)
    right.append(.outside)
    return ends.append(first, second)
  }

  /// What lies on the left of a side as it is walked.
  subscript(onLeftOf side: DirectedEdge) -> Index<Side> {
    get { side.isForward ? left[side.edge] : right[side.edge] }
    set { if side.isForward { left[side.edge] = newValue } else { right[side.edge] = newValue } }
  }

  /// Whether nothing lies on either side.
  func isBare(_ edge: Index<Edge>) -> Bool { !left[edge].exists && !right[edge].exists }

  /// Whether something lies on exactly one side.
  func isLoose(_ edge: Index<Edge>) -> Bool { left[edge].exists != right[edge].exists }

  /// Whether the two sides differ: two units, or a unit and nothing.
  func isBorder(_ edge: Index<Edge>) -> Bool { left[edge] != right[edge] }
}
