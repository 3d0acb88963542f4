/// Closed walks along the sides of some units, each with its face on the left.
struct SideWalks {
  struct Walk {
    /// The first of its sides, by index.
    let start: Index<DirectedEdge>
    /// Unit on the left of that side, or the outside.
    let unit: Index<Unit>
    /// Whether it runs anticlockwise.
    let isOuter: Bool
    let easternmost: Index<Vertex>
  }

  /// What is walked upon.
  struct Ground {
    let edges: EdgeTable<Unit>
    let vertices: RepairedVertices
    let fans: EdgeFans
    /// Edges with a side to walk along.
    let isMet: Column<Edge, Bool>
  }

  private(set) var walks = Column<Walk, Walk>()
  /// Walk of each side, by the side's index.
  private(set) var walkOfSide: Column<DirectedEdge, Index<Walk>>
  /// Units with a side on a walk of another unit.
  private(set) var disputed: Set<Index<Unit>> = []

  /// - Complexity: O(edges).
  init(_ ground: Ground, of isOwn: (Index<Unit>) -> Bool) {
    walkOfSide = Column(repeating: .missing, count: 2 * ground.edges.count)
    for edge in ground.isMet.indices where ground.isMet[edge] {
      for isForward in [true, false] {
        let side = DirectedEdge(edge: edge, isForward: isForward)
        if !walkOfSide[side.index].exists, isOwn(ground.edges[onLeftOf: side]) {
          walk(from: side, ground)
        }
      }
    }
  }

  private mutating func walk(from start: DirectedEdge, _ ground: Ground) {
    let (edges, ends, vertices) = (ground.edges, ground.edges.ends, ground.vertices)
    let walk = walks.next
    let origin = vertices[start.from(ends)]
    var (from, doubledArea) = (SIMD2<Double>.zero, 0.0)
    var east = start.from(ends)
    var eastmost = 0.0
    var side = start
    let owner = edges[onLeftOf: start]
    while !walkOfSide[side.index].exists {
      walkOfSide[side.index] = walk
      let unit = edges[onLeftOf: side]
      if unit != owner { disputed.formUnion([owner, unit]) }
      let to = vertices[side.to(ends)] - origin
      doubledArea += from.x * to.y - to.x * from.y
      if to.x > eastmost {
        eastmost = to.x
        east = side.to(ends)
      }
      from = to
      side = ground.fans.next(after: side)
    }
    walks.append(
      Walk(start: start.index, unit: owner, isOuter: doubledArea > 0, easternmost: east))
  }

  /// These walks and those of other units, in the order of their first sides. A walk that both have
  /// passes through units of both.
  ///
  /// - Complexity: O(edges).
  func joined(
    with others: SideWalks
  ) -> (walks: Column<Walk, Walk>, walkOfSide: Column<DirectedEdge, Index<Walk>>) {
    var all = Column<Walk, Walk>()
    all.reserveCapacity(walks.count + others.walks.count)
    var places = Column<Walk, Index<Walk>>(repeating: .missing, count: walks.count)
    var otherPlaces = Column<Walk, Index<Walk>>(repeating: .missing, count: others.walks.count)
    var (mine, other) = (walks.startIndex, walks.startIndex)
    while mine < walks.endIndex || other < others.walks.endIndex {
      if other == others.walks.endIndex
        || mine < walks.endIndex && walks[mine].start < others.walks[other].start
      {
        places[mine] = others.place(of: walks[mine], before: other, otherPlaces) ?? all.next
        if places[mine] == all.next { all.append(walks[mine]) }
        mine = mine + 1
      } else {
        let walk = others.walks[other]
        otherPlaces[other] = place(of: walk, before: mine, places) ?? all.next
        if otherPlaces[other] == all.next { all.append(walk) }
        other = other + 1
      }
    }
    let walkOfSide = Column<DirectedEdge, Index<Walk>>(
      zip(walkOfSide, others.walkOfSide).map { walk, other in
        walk.exists ? places[walk] : other.exists ? otherPlaces[other] : .missing
      })
    return (all, walkOfSide)
  }

  /// The place of a walk that is among the first of these too.
  private func place(
    of walk: Walk, before end: Index<Walk>, _ places: Column<Walk, Index<Walk>>
  ) -> Index<Walk>? {
    let own = walkOfSide[walk.start]
    return own.exists && own < end ? places[own] : nil
  }
}
