/// Closed walks along the sides of some units, each with its face on the left.
struct SideWalks {
  struct Walk {
    /// The first of its sides, by index.
    let start: Int32
    /// Unit on the left of that side, or the outside.
    let unit: Int32
    /// Whether it runs anticlockwise.
    let isOuter: Bool
    let easternmost: Int32
  }

  /// What is walked upon.
  struct Ground {
    let edges: EdgeTable
    let vertices: RepairedVertices
    let fans: EdgeFans
    /// Edges with a side to walk along.
    let isMet: [Bool]
  }

  private(set) var walks: [Walk] = []
  /// Walk of each side, by the side's index; -1 for none.
  private(set) var walkOfSide: [Int32]
  /// Units with a side on a walk of another unit.
  private(set) var disputed: Set<Int32> = []

  /// - Complexity: O(edges).
  init(_ ground: Ground, of isOwn: (Int32) -> Bool) {
    walkOfSide = Array(repeating: -1, count: 2 * ground.edges.count)
    for edge in ground.isMet.indices where ground.isMet[edge] {
      for isForward in [true, false] {
        let side = DirectedEdge(edge: Int32(edge), isForward: isForward)
        if walkOfSide[side.index] < 0, isOwn(ground.edges.unit(onLeftOf: side)) {
          walk(from: side, ground)
        }
      }
    }
  }

  private mutating func walk(from start: DirectedEdge, _ ground: Ground) {
    let (edges, vertices) = (ground.edges, ground.vertices)
    let walk = Int32(walks.count)
    let origin = vertices[start.from(edges)]
    var (from, doubledArea) = (SIMD2<Double>.zero, 0.0)
    var east = start.from(edges)
    var eastmost = 0.0
    var side = start
    let owner = edges.unit(onLeftOf: start)
    while walkOfSide[side.index] < 0 {
      walkOfSide[side.index] = walk
      let unit = edges.unit(onLeftOf: side)
      if unit != owner { disputed.formUnion([owner, unit]) }
      let to = vertices[side.to(edges)] - origin
      doubledArea += from.x * to.y - to.x * from.y
      if to.x > eastmost {
        eastmost = to.x
        east = side.to(edges)
      }
      from = to
      side = ground.fans.next(after: side)
    }
    walks.append(
      Walk(start: Int32(start.index), unit: owner, isOuter: doubledArea > 0, easternmost: east))
  }

  /// These walks and those of other units, in the order of their first sides. A walk that both have
  /// passes through units of both.
  ///
  /// - Complexity: O(edges).
  func joined(with others: SideWalks) -> (walks: [Walk], walkOfSide: [Int32]) {
    var all: [Walk] = []
    all.reserveCapacity(walks.count + others.walks.count)
    var places = [Int32](repeating: 0, count: walks.count)
    var otherPlaces = [Int32](repeating: 0, count: others.walks.count)
    var (mine, other) = (0, 0)
    while mine < walks.count || other < others.walks.count {
      if other == others.walks.count
        || mine < walks.count && walks[mine].start < others.walks[other].start
      {
        places[mine] = others.place(of: walks[mine], before: other, otherPlaces) ?? Int32(all.count)
        if Int(places[mine]) == all.count { all.append(walks[mine]) }
        mine += 1
      } else {
        let walk = others.walks[other]
        otherPlaces[other] = place(of: walk, before: mine, places) ?? Int32(all.count)
        if Int(otherPlaces[other]) == all.count { all.append(walk) }
        other += 1
      }
    }
    let walkOfSide = zip(walkOfSide, others.walkOfSide).map { walk, other in
      walk >= 0 ? places[Int(walk)] : other >= 0 ? otherPlaces[Int(other)] : -1
    }
    return (all, walkOfSide)
  }

  /// The place of a walk that is among the first of these too.
  private func place(of walk: Walk, before end: Int, _ places: [Int32]) -> Int32? {
    let own = walkOfSide[Int(walk.start)]
    return own >= 0 && own < end ? places[Int(own)] : nil
  }
}
