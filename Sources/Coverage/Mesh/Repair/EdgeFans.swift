/// The edges that start or end at each vertex of interest, to go from a side to the next one around
/// the same face.
struct EdgeFans {
  private let edges: EdgeTable
  private let vertices: RepairedVertices
  private let edgesAt: Grouping

  /// - Parameters:
  ///   - isActive: edges that bound faces.
  ///   - isWanted: vertices to know the edges of.
  init(
    _ edges: EdgeTable, _ vertices: RepairedVertices, active isActive: [Bool],
    at isWanted: [Bool]
  ) {
    self.edges = edges
    self.vertices = vertices
    edgesAt = Grouping(groupCount: vertices.count) { visit in
      for edge in isActive.indices where isActive[edge] {
        let (low, high) = (edges.low[edge], edges.high[edge])
        if isWanted[Int(low)] { visit(low, Int32(edge)) }
        if isWanted[Int(high)] { visit(high, Int32(edge)) }
      }
    }
  }

  /// Puts the sides that start at a vertex in place of what is there.
  func collectSides(at vertex: Int32, into sides: inout [DirectedEdge]) {
    sides.removeAll(keepingCapacity: true)
    for edge in edgesAt[Int(vertex)] {
      sides.append(DirectedEdge(edge: edge, isForward: edges.low[Int(edge)] == vertex))
    }
  }

  /// The next side of the same face: the first edge clockwise from the way back.
  ///
  /// - Complexity: O(edges at the vertex).
  func next(after side: DirectedEdge) -> DirectedEdge {
    let vertex = side.to(edges)
    let fan = edgesAt[Int(vertex)]
    if fan.count == 2, let first = fan.first, let last = fan.last {
      let other = first == side.edge ? last : first
      return DirectedEdge(edge: other, isForward: edges.low[Int(other)] == vertex)
    }
    let back = direction(of: side.reversed)
    var best = side.reversed
    var bestTurn = 4.0
    for edge in fan where edge != side.edge {
      let way = DirectedEdge(edge: edge, isForward: edges.low[Int(edge)] == vertex)
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
    let way = vertices[side.to(edges)] - vertices[side.from(edges)]
    return planarDirection(way.x, way.y)
  }

  /// How far to turn clockwise from one direction to another, in ]0, 4].
  func clockwiseTurn(from: Double, to: Double) -> Double {
    let turn = from - to
    return turn <= 0 ? turn + 4 : turn
  }
}
