/// Walks the faces on the empty side of loose edges.
struct FaceWalker {
  /// What lies on the empty side of a run of loose edges.
  enum Face {
    /// The sides run inside a unit.
    case inside(Index<Unit>, [DirectedEdge])
    /// The sides enclose a place that no unit has.
    case gap([DirectedEdge])
    /// Sides of a unit that reach out of it, as a border has where it crosses itself: nothing is there.
    case nothing([DirectedEdge])
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
  /// - Complexity: O(edges × log(islands)).
  func looseFaces() -> [Face] {
    var faces: [Face] = []
    var outsides: [[DirectedEdge]] = []
    var walks = WalkedSides(edgeCount: edges.count)
    for edge in edges.indices where edges.isLoose(edge) {
      let empty = DirectedEdge(edge: edge, isForward: edges.left[edge] == .outside)
      guard !walks.isWalked(empty) else { continue }
      let walk = walk(from: empty, &walks)
      switch walk.end {
      case .closed where isInUnits(walk): faces += walks.runs(of: walk, edges)
      case .closed:
        if walk.unitLength > 0 { faces.append(.nothing(loops(of: walk))) }
        if doubledArea(of: walk.sides) > 0 {
          faces.append(.gap(walk.sides))
        } else {
          outsides.append(walk.sides.filter { edges[onLeftOf: $0] == .outside })
        }
      case .unknown, .joined: faces += walks.runs(of: walk, edges)
      }
    }
    // What surrounds an island is told by its nearest neighbour to the east.
    let east = EastwardSearch(
      edges.ends, vertices, among: isBorder, from: outsides.map { easternmost(of: $0) })
    for (sides, met) in zip(outsides, east.sidesMet()) {
      guard let met, edges[onLeftOf: met] != .outside else { continue }
      faces.append(.inside(edges[onLeftOf: met], sides))
    }
    return faces.isEmpty ? [] : within(unitExtents(), faces)
  }

  // MARK: Walking

  private func walk(from start: DirectedEdge, _ walks: inout WalkedSides) -> FaceWalk {
    var walk = FaceWalk()
    var side = start
    while walk.sides.count < edges.ends.longestWalk {
      let unit = edges[onLeftOf: side]
      if unit == .outside {
        if walks.isWalked(side) {
          walk.end = side == start ? .closed : .joined(walks.unit(of: side))
          return walk
        }
        walks.pass(side)
      }
      let way = vertices[side.to(edges.ends)] - vertices[side.from(edges.ends)]
      walk.pass(side, way.length, unit)
      guard isKnown[side.to(edges.ends)] else {
        walk.end = .unknown
        return walk
      }
      side = fans.next(after: side)
    }
    return walk
  }

  /// Whether a face is one of units some of which others run inside, not one of nothing that a border crossing
  /// itself gives a side of a unit.
  ///
  /// Around a face of a unit its own sides are long, but that of the sea has hardly any.
  private func isInUnits(_ walk: FaceWalk) -> Bool {
    guard walk.unitLength > 0 else { return false }
    let share = doubledArea(of: walk.sides) > 0 ? Self.leastShare : 1
    return walk.unitLength >= share * walk.emptyLength
  }

  private static let leastShare = 1.0 / 8

  /// The sides that units have on an empty face. Runs that come back to where they began are no loops of a border: they
  /// lead around a unit.
  private func loops(of walk: FaceWalk) -> [DirectedEdge] {
    var loops: [DirectedEdge] = []
    var (run, way, length) = ([DirectedEdge](), SIMD2<Double>.zero, 0.0)
    for side in walk.sides + walk.sides.prefix(1) {
      guard edges[onLeftOf: side] == .outside else {
        let step = vertices[side.to(edges.ends)] - vertices[side.from(edges.ends)]
        run.append(side)
        way += step
        length += step.length
        continue
      }
      if way.length > 1e-3 * length { loops += run }
      run.removeAll()
      (way, length) = (.zero, 0)
    }
    return loops
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

  // MARK: Extents

  /// The faces but for those that reach beyond the unit they are said to be in.
  private func within(_ extents: Column<Unit, SegmentGrid.Box>, _ faces: [Face]) -> [Face] {
    faces.filter { face in
      guard case .inside(let unit, let sides) = face else { return true }
      return sides.allSatisfy {
        extents[unit].touches(vertices[$0.from(edges.ends)], margin: tolerance.closing)
      }
    }
  }

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
}
