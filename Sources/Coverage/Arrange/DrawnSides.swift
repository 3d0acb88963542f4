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
  /// - Parameter cuts: for each edge to cut, the vertices to insert from its low to its high end.
  /// - Returns: which edges are new or back: what joins moved them, so that they may meet others.
  mutating func cut(_ edges: inout EdgeTable, _ cuts: [Int: [Int32]]) -> [Bool] {
    let countBefore = edges.count
    var paths: [[Int32]] = []
    var pathOfEdge = [Int32](repeating: -1, count: countBefore)
    for (edge, points) in cuts.sorted(by: { $0.key < $1.key }) {
      pathOfEdge[edge] = Int32(paths.count)
      paths.append([edges.low[edge]] + points + [edges.high[edge]])
      edges.cut(edge, at: points)
    }
    var whole = DrawnSides()
    swap(&whole, &self)
    sides.reserveCapacity(whole.count + 2 * cuts.count)
    drawings.reserveCapacity(whole.count + 2 * cuts.count)
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
    let isDrawn = isDrawn(edgeCount: edges.count)
    return edges.low.indices.map { edge in
      (edge >= countBefore || pathOfEdge[edge] >= 0)
        && (isDrawn[edge] || edges.left[edge] >= 0 || edges.right[edge] >= 0)
    }
  }
}
