/// Closed walks along the sides of some units, each with its face on the left.
struct SideWalks {
  struct Walk {
    /// The first of its sides, by index.
    let start: Index<DirectedEdge>
    /// Unit on the left of its sides, or the outside.
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
    var sides: [DirectedEdge] = []
    for edge in ground.isMet.indices where ground.isMet[edge] {
      for isForward in [true, false] {
        let side = DirectedEdge(edge: edge, isForward: isForward)
        if !walkOfSide[side.index].exists, isOwn(ground.edges[onLeftOf: side]) {
          walk(from: side, ground, &sides)
        }
      }
    }
    if !disputed.isEmpty { order() }
  }

  /// Where a border that crosses itself leads from the sea into a unit, or from a unit into another, the sides of each
  /// are a walk of their own: they close but for that place. Sides that do not are one walk, of the unit with the
  /// longest: borders there divide nothing.
  private mutating func walk(
    from start: DirectedEdge, _ ground: Ground, _ sides: inout [DirectedEdge]
  ) {
    sides.removeAll(keepingCapacity: true)
    var side = start
    while !walkOfSide[side.index].exists {
      walkOfSide[side.index] = walks.next
      sides.append(side)
      side = ground.fans.next(after: side)
    }
    let owner = ground.edges[onLeftOf: start]
    guard sides.contains(where: { ground.edges[onLeftOf: $0] != owner }) else {
      return append(sides, of: owner, ground)
    }
    let parts = parts(of: sides, ground)
    disputed.formUnion(parts.map { $0.unit })
    for part in parts where part.isClosed { append(part.sides, of: part.unit, ground) }
    let rest = parts.filter { !$0.isClosed }
    guard let longest = rest.max(by: { ($0.length, $1.unit) < ($1.length, $0.unit) }) else {
      return
    }
    append(rest.flatMap { $0.sides }, of: longest.unit, ground)
  }

  /// The sides of one unit in a walk.
  private struct Part {
    let unit: Index<Unit>
    var sides: [DirectedEdge] = []
    var length = 0.0
    /// From the start of the sides to their end, as if they followed each other.
    var way = SIMD2<Double>.zero

    /// Whether the sides run around something, but for a thousandth of their length.
    var isClosed: Bool { way.length <= 1e-3 * length }
  }

  private func parts(of sides: [DirectedEdge], _ ground: Ground) -> [Part] {
    var parts: [Part] = []
    for side in sides {
      let unit = ground.edges[onLeftOf: side]
      let part = parts.firstIndex { $0.unit == unit } ?? parts.count
      if part == parts.count { parts.append(Part(unit: unit)) }
      let ends = ground.edges.ends
      let way = ground.vertices[side.to(ends)] - ground.vertices[side.from(ends)]
      parts[part].sides.append(side)
      parts[part].way += way
      parts[part].length += way.length
    }
    return parts
  }

  private mutating func append(
    _ sides: [DirectedEdge], of unit: Index<Unit>, _ ground: Ground
  ) {
    let (ends, vertices) = (ground.edges.ends, ground.vertices)
    let first = sides.min { $0.index < $1.index } ?? sides[0]
    let origin = vertices[first.from(ends)]
    var (doubledArea, eastmost) = (0.0, -Double.infinity)
    var east = first.from(ends)
    for side in sides {
      let (from, to) = (vertices[side.from(ends)] - origin, vertices[side.to(ends)] - origin)
      doubledArea += from.x * to.y - to.x * from.y
      if from.x > eastmost {
        eastmost = from.x
        east = side.from(ends)
      }
      walkOfSide[side.index] = walks.next
    }
    walks.append(
      Walk(start: first.index, unit: unit, isOuter: doubledArea > 0, easternmost: east))
  }

  /// Puts the walks in the order of their first sides.
  private mutating func order() {
    let order = walks.indices.sorted { walks[$0].start < walks[$1].start }
    var places = Column<Walk, Index<Walk>>(repeating: .missing, count: walks.count)
    for (place, walk) in order.enumerated() { places[walk] = Index(place) }
    walks = Column(order.map { walks[$0] })
    for side in walkOfSide.indices where walkOfSide[side].exists {
      walkOfSide[side] = places[walkOfSide[side]]
    }
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
