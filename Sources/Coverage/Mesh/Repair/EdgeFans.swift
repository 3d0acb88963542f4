/// The edges that start or end at each vertex of interest, to go from a side to the next one around
/// the same face.
///
/// The edges of a vertex have one order around it, by their directions, and by their numbers where they point the
/// same way. So `next` takes the sides that arrive at a vertex to those that leave it, one to one, whatever the
/// edges are: a walk comes back to the side it began with (see `DirectedEdge`).
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
    let (lows, highs) = (ends.low, ends.high)
    let edgesAt = Grouping<Vertex, Edge>(groupCount: vertices.count) { visit in
      for edge in isActive.indices where isActive[edge] {
        let (low, high) = (lows[edge], highs[edge])
        if isWanted[low] { visit(low, edge) }
        if isWanted[high] { visit(high, edge) }
      }
    }
    // Of two, either is next to the other.
    self.edgesAt = edgesAt.sorted(groupsAbove: 2) { vertex, edge in
      let way = vertices[lows[edge] == vertex ? highs[edge] : lows[edge]] - vertices[vertex]
      return Bearing(direction: planarDirection(way.x, way.y), edge: edge)
    }
  }

  /// As many edges are looked through faster than found in their order.
  private static let few = 24

  /// The place of an edge among those of its vertex.
  private struct Bearing: Comparable {
    let direction: Double
    let edge: Index<Edge>

    static func < (left: Bearing, right: Bearing) -> Bool {
      (left.direction, left.edge) < (right.direction, right.edge)
    }
  }

  private static func side(
    of edge: Index<Edge>, from vertex: Index<Vertex>, _ ends: EdgeEnds
  ) -> DirectedEdge {
    DirectedEdge(edge: edge, isForward: ends.low[edge] == vertex)
  }

  private func bearing(of edge: Index<Edge>, from vertex: Index<Vertex>) -> Bearing {
    Bearing(direction: direction(of: Self.side(of: edge, from: vertex, ends)), edge: edge)
  }

  /// Puts the sides that start at a vertex in place of what is there.
  func collectSides(at vertex: Index<Vertex>, into sides: inout [DirectedEdge]) {
    sides.removeAll(keepingCapacity: true)
    for edge in edgesAt[vertex] { sides.append(Self.side(of: edge, from: vertex, ends)) }
  }

  /// The next side of the same face: the first edge clockwise from the way back. Where nothing else is known at the
  /// vertex, the way back.
  ///
  /// - Complexity: O(edges at the vertex), and O(log of them) where they are many.
  func next(after side: DirectedEdge) -> DirectedEdge {
    let vertex = side.to(ends)
    let fan = edgesAt[vertex]
    guard fan.count > 1 else { return side.reversed }
    if fan.count == 2 {
      let first = fan[fan.startIndex]
      let other = first == side.edge ? fan[fan.startIndex + 1] : first
      return Self.side(of: other, from: vertex, ends)
    }
    guard let place = place(of: side.edge, in: fan, at: vertex) else { return side.reversed }
    let next = fan[place > fan.startIndex ? place - 1 : fan.endIndex - 1]
    return Self.side(of: next, from: vertex, ends)
  }

  private func place(
    of edge: Index<Edge>, in fan: ArraySlice<Index<Edge>>, at vertex: Index<Vertex>
  ) -> Int? {
    if fan.count <= Self.few { return fan.firstIndex(of: edge) }
    let own = bearing(of: edge, from: vertex)
    var (low, high) = (fan.startIndex, fan.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if bearing(of: fan[middle], from: vertex) < own { low = middle + 1 } else { high = middle }
    }
    return low < fan.endIndex && fan[low] == edge ? low : nil
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
