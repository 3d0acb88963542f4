/// The edges that start or end at each vertex of interest, to go from a side to the next one around
/// the same face.
struct EdgeFans {
  private let ends: EdgeEnds
  private let vertices: RepairedVertices
  private let edgesAt: Grouping<Vertex, Edge>

  /// - Parameters:
  ///   - isActive: edges that bound faces.
  ///   - isWanted: vertices to know the edges of.
  init(
    _ ends: EdgeEnds, _ vertices: RepairedVertices, active isActive: Column<Edge, Bool>,
    at isWanted: Column<Vertex, Bool>
  ) {
    self.ends = ends
    self.vertices = vertices
    edgesAt = Grouping(groupCount: vertices.count) { visit in
      for edge in isActive.indices where isActive[edge] {
        let (low, high) = (ends.low[edge], ends.high[edge])
        if isWanted[low] { visit(low, edge) }
        if isWanted[high] { visit(high, edge) }
      }
    }
  }

  /// Puts the sides that start at a vertex in place of what is there.
  func collectSides(at vertex: Index<Vertex>, into sides: inout [DirectedEdge]) {
    sides.removeAll(keepingCapacity: true)
    for edge in edgesAt[vertex] {
      sides.append(DirectedEdge(edge: edge, isForward: ends.low[edge] == vertex))
    }
  }

  /// The next side of the same face: the first edge clockwise from the way back.
  ///
  /// - Complexity: O(edges at the vertex).
  func next(after side: DirectedEdge) -> DirectedEdge {
    let vertex = side.to(ends)
    let fan = edgesAt[vertex]
    if fan.count == 2, let first = fan.first, let last = fan.last {
      let other = first == side.edge ? last : first
      return DirectedEdge(edge: other, isForward: ends.low[other] == vertex)
    }
    let back = direction(of: side.reversed)
    var best = side.reversed
    var bestTurn = 4.0
    for edge in fan where edge != side.edge {
      let way = DirectedEdge(edge: edge, isForward: ends.low[edge] == vertex)
      let turn = clockwiseTurn(from: back, to: direction(of: way))
      if turn < bestTurn {
        best = way
        bestTurn = turn
      }
    }
    return best
  }

  /// Where a side points, from its start: grows with the angle, in [0, 4[ for a whole turn.
  func direction(of side: DirectedEdge) -> Double {
    let way = vertices[side.to(ends)] - vertices[side.from(ends)]
    return planarDirection(way.x, way.y)
  }

  /// How far to turn clockwise from one direction to another, in ]0, 4].
  func clockwiseTurn(from: Double, to: Double) -> Double {
    let turn = from - to
    return turn <= 0 ? turn + 4 : turn
  }
}
