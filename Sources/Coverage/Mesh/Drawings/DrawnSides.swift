/// The sides of drawn territories in the mesh: for each, its edge, the way round that has the drawing
/// on the left, and the drawing.
struct DrawnSides: Sendable {
  private(set) var sides: [DirectedEdge] = []
  private(set) var drawings: [Int32] = []

  var count: Int { sides.count }

  /// Adds the side from one vertex to another, with the drawing on its left.
  mutating func add(from: Int32, to: Int32, drawing: Int32, _ edges: inout EdgeTable) {
    sides.append(DirectedEdge(edge: edges.bare(from, to), isForward: from < to))
    drawings.append(drawing)
  }

  /// Which edges have a side of a drawing.
  func isDrawn(edgeCount: Int) -> [Bool] {
    var isDrawn = [Bool](repeating: false, count: edgeCount)
    for side in sides { isDrawn[Int(side.edge)] = true }
    return isDrawn
  }

  /// Cuts edges, and the sides that run along them.
  ///
  /// - Returns: which edges may meet others: what a cut bent has moved.
  mutating func cut(_ edges: inout EdgeTable, _ cuts: EdgeMeetings.Cuts) -> [Bool] {
    var paths: [[Int32]] = []
    var bentPaths: [Int] = []
    var pathOfEdge = [Int32](repeating: -1, count: edges.count)
    for cut in cuts {
      if cut.isBent { bentPaths.append(paths.count) }
      pathOfEdge[cut.edge] = Int32(paths.count)
      paths.append(cut.path)
      edges.cut(cut.edge, along: cut.path)
    }
    var whole = DrawnSides()
    swap(&whole, &self)
    sides.reserveCapacity(whole.count + 2 * paths.count)
    drawings.reserveCapacity(whole.count + 2 * paths.count)
    for (side, drawing) in zip(whole.sides, whole.drawings) {
      guard pathOfEdge[Int(side.edge)] >= 0 else {
        sides.append(side)
        drawings.append(drawing)
        continue
      }
      let path = paths[Int(pathOfEdge[Int(side.edge)])]
      for (low, high) in zip(path, path.dropFirst()) where low != high {
        let (from, to) = side.isForward ? (low, high) : (high, low)
        add(from: from, to: to, drawing: drawing, &edges)
      }
    }
    var mayMeet = [Bool](repeating: false, count: edges.count)
    for path in bentPaths.lazy.map({ paths[$0] }) {
      for (low, high) in zip(path, path.dropFirst()) {
        if let edge = edges.find(low, high) { mayMeet[Int(edge)] = true }
      }
    }
    let isDrawn = isDrawn(edgeCount: edges.count)
    for edge in mayMeet.indices where mayMeet[edge] {
      mayMeet[edge] = isDrawn[edge] || edges.left[edge] >= 0 || edges.right[edge] >= 0
    }
    return mayMeet
  }
}
