/// The sides of drawn territories in the mesh: for each, its edge, the way round that has the drawing
/// on the left, and the drawing.
struct DrawnSides: Sendable {
  private(set) var sides = Column<Side, DirectedEdge>()
  private(set) var drawings = Column<Side, Index<Drawing>>()

  enum Side {}

  var count: Int { sides.count }

  /// Adds the side from one vertex to another, with the drawing on its left.
  mutating func add(
    from: Index<Vertex>, to: Index<Vertex>, drawing: Index<Drawing>,
    _ edges: inout EdgeTable<Unit>
  ) {
    sides.append(DirectedEdge(edge: edges.bare(from, to), isForward: from < to))
    drawings.append(drawing)
  }

  /// Which edges have a side of a drawing.
  func isDrawn(edgeCount: Int) -> Column<Edge, Bool> {
    var isDrawn = Column<Edge, Bool>(repeating: false, count: edgeCount)
    for side in sides { isDrawn[side.edge] = true }
    return isDrawn
  }

  /// Cuts edges, and the sides that run along them.
  ///
  /// - Returns: which edges may meet others: what a cut bent has moved.
  mutating func cut(
    _ edges: inout ClaimedEdges, _ cuts: EdgeMeetings.Cuts
  ) -> Column<Edge, Bool> {
    var cutOfEdge = Column<Edge, Int32>(repeating: -1, count: edges.table.count)
    for (index, cut) in cuts.enumerated() {
      cutOfEdge[cut.edge] = Int32(index)
      edges.cut(cut.edge, along: cut.path)
    }
    var whole = DrawnSides()
    swap(&whole, &self)
    sides.reserveCapacity(whole.count + 2 * cuts.count)
    drawings.reserveCapacity(whole.count + 2 * cuts.count)
    for (side, drawing) in zip(whole.sides, whole.drawings) {
      guard cutOfEdge[side.edge] >= 0 else {
        sides.append(side)
        drawings.append(drawing)
        continue
      }
      let path = cuts[Int(cutOfEdge[side.edge])].path
      for (low, high) in zip(path, path.dropFirst()) where low != high {
        let (from, to) = side.isForward ? (low, high) : (high, low)
        add(from: from, to: to, drawing: drawing, &edges.table)
      }
    }
    var mayMeet = Column<Edge, Bool>(repeating: false, count: edges.table.count)
    for cut in cuts where cut.isBent {
      for (low, high) in zip(cut.path, cut.path.dropFirst()) {
        if let edge = edges.table.ends.find(low, high) { mayMeet[edge] = true }
      }
    }
    let isDrawn = isDrawn(edgeCount: edges.table.count)
    for edge in mayMeet.indices where mayMeet[edge] {
      mayMeet[edge] = isDrawn[edge] || !edges.table.isBare(edge)
    }
    return mayMeet
  }
}
