/// Walks the faces on the empty side of loose edges.
struct FaceWalker {
  /// What lies on the empty side of a run of loose edges.
  enum Face {
    /// The sides run inside a unit.
    case inside(Index<Unit>, [DirectedEdge])
    /// The sides enclose a place that no unit has.
    case gap([DirectedEdge])
  }

  private let edges: EdgeTable<Unit>
  private let vertices: RepairedVertices
  private let tolerance: BorderTolerance
  /// Edges between different units, or between a unit and nothing.
  let isBorder: Column<Edge, Bool>
  /// At the ends of the edges of all units that have a loose one.
  let fans: EdgeFans
  /// Units that have a loose edge.
  let hasLoose: Column<Unit, Bool>
  /// Ends of their edges.
  let isKnown: Column<Vertex, Bool>

  private static let unwalked = Index<Unit>(-2)

  init(
    _ edges: EdgeTable<Unit>, _ vertices: RepairedVertices, _ tolerance: BorderTolerance
  ) {
    self.tolerance = tolerance
    self.edges = edges
    self.vertices = vertices
    isBorder = Column(count: edges.count) { edges.isBorder($0) }
    var hasLoose = Column<Unit, Bool>()
    for edge in edges.indices where edges.isLoose(edge) {
      let unit = max(edges.left[edge], edges.right[edge])
      while hasLoose.endIndex <= unit { hasLoose.append(false) }
      hasLoose[unit] = true
    }
    func isLoose(_ unit: Index<Unit>) -> Bool {
      unit.exists && unit < hasLoose.endIndex && hasLoose[unit]
    }
    var isKnown = Column<Vertex, Bool>(repeating: false, count: vertices.count)
    for edge in edges.indices where isLoose(edges.left[edge]) || isLoose(edges.right[edge]) {
      isKnown[edges.low[edge]] = true
      isKnown[edges.high[edge]] = true
    }
    fans = EdgeFans(edges.ends, vertices, active: isBorder, at: isKnown)
    (self.hasLoose, self.isKnown) = (hasLoose, isKnown)
  }

  /// Faces on the empty side of loose edges, the open sea left out, and runs that a broken border leads from the sea
  /// into a unit: what runs inside a unit does not reach beyond it.
  ///
  /// - Complexity: O(loose edges × edges at a vertex + edges × log(islands)).
  func looseFaces() -> [Face] {
    var faces: [Face] = []
    var outsides: [[DirectedEdge]] = []
    var found = Column<DirectedEdge, Index<Unit>>(
      repeating: Self.unwalked, count: 2 * edges.count)
    for edge in edges.indices where edges.isLoose(edge) {
      let empty = DirectedEdge(edge: edge, isForward: edges.left[edge] == .outside)
      guard found[empty.index] == Self.unwalked else { continue }
      switch walk(from: empty, &found) {
      case .closed(let sides) where doubledArea(of: sides) > 0: faces.append(.gap(sides))
      case .closed(let sides): outsides.append(sides)
      case .inside(let unit, let sides): faces.append(.inside(unit, sides))
      case .joined: break
      }
    }
    // What surrounds an island is told by its nearest neighbour to the east.
    let east = EastwardSearch(
      edges.ends, vertices, among: isBorder, from: outsides.map { easternmost(of: $0) })
    for (sides, met) in zip(outsides, east.sidesMet()) {
      guard let met, edges[onLeftOf: met] != .outside else { continue }
      faces.append(.inside(edges[onLeftOf: met], sides))
    }
    let extents = faces.isEmpty ? Column() : unitExtents()
    return faces.filter { face in
      guard case .inside(let unit, let sides) = face else { return true }
      return sides.allSatisfy {
        extents[unit].touches(vertices[$0.from(edges.ends)], margin: tolerance.closing)
      }
    }
  }

  /// The extent of each unit.
  private func unitExtents() -> Column<Unit, SegmentGrid.Box> {
    var extents = Column<Unit, SegmentGrid.Box>()
    for edge in edges.indices where isBorder[edge] {
      let ends = SegmentGrid.Box(vertices[edges.low[edge]], vertices[edges.high[edge]])
      for unit in [edges.left[edge], edges.right[edge]] where unit.exists {
        while extents.endIndex <= unit { extents.append(.nothing) }
        extents[unit].add(ends)
      }
    }
    return extents
  }

  private enum Walk {
    /// Back at the start: around a face, or around an island.
    case closed([DirectedEdge])
    case inside(Index<Unit>, [DirectedEdge])
    /// Into sides that have been walked before.
    case joined
  }

  /// - Parameter found: by the index of each side walked, what was found on its left: a unit, or
  ///   `outside`.
  private func walk(
    from start: DirectedEdge, _ found: inout Column<DirectedEdge, Index<Unit>>
  ) -> Walk {
    var sides: [DirectedEdge] = []
    var side = start
    while edges[onLeftOf: side] == .outside {
      let earlier = found[side.index]
      if earlier != Self.unwalked {
        // Back at the start the face is closed; elsewhere a run walked before goes on.
        if side == start { return .closed(sides) }
        return earlier == .outside ? .joined : inside(earlier, sides, &found)
      }
      found[side.index] = .outside
      sides.append(side)
      side = fans.next(after: side)
    }
    return inside(edges[onLeftOf: side], sides, &found)
  }

  private func inside(
    _ unit: Index<Unit>, _ sides: [DirectedEdge],
    _ found: inout Column<DirectedEdge, Index<Unit>>
  ) -> Walk {
    for side in sides { found[side.index] = unit }
    return .inside(unit, sides)
  }

  /// A face walked with itself on the left runs anticlockwise; around an island the walk is clockwise.
  private func doubledArea(of sides: [DirectedEdge]) -> Double {
    guard let origin = sides.first.map({ vertices[$0.from(edges.ends)] }) else { return 0 }
    return sides.reduce(0) { doubled, side in
      let from = vertices[side.from(edges.ends)] - origin
      let to = vertices[side.to(edges.ends)] - origin
      return doubled + from.x * to.y - to.x * from.y
    }
  }

  private func easternmost(of sides: [DirectedEdge]) -> Index<Vertex> {
    sides.map { $0.from(edges.ends) }.max { vertices[$0].x < vertices[$1].x } ?? Index(0)
  }
}
