/// Gives each face one unit where units of the file lie on each other.
///
/// What two units claim is settled at their loose sides. A side of the same face that a third unit
/// borders is not loose, and may still have the other unit: the face goes to the one with the longest
/// sides.
struct ContestedFaces {
  private let fans: EdgeFans
  /// By vertex.
  private let isWanted: Column<Vertex, Bool>

  /// - Parameters:
  ///   - walker: what was known before sides were settled.
  ///   - units: those whose borders did not fit.
  /// - Complexity: O(edges).
  static func settle(
    _ edges: inout EdgeTable<Unit>, _ vertices: RepairedVertices, _ walker: FaceWalker,
    units: Set<Index<Unit>>
  ) {
    let isBorder = walker.isBorder
    guard let last = units.max() else { return }
    var isConcerned = Column<Unit, Bool>(repeating: false, count: Int(last) + 1)
    for unit in units where unit.exists { isConcerned[unit] = true }
    func concerns(_ unit: Index<Unit>) -> Bool {
      unit.exists && unit <= last && isConcerned[unit]
    }
    let concerned = isBorder.indices.filter {
      isBorder[$0] && (concerns(edges.left[$0]) || concerns(edges.right[$0]))
    }
    // Units that fit badly have been walked around before.
    let isKnown = units.allSatisfy {
      !$0.exists || $0 < walker.hasLoose.endIndex && walker.hasLoose[$0]
    }
    let faces =
      isKnown
      ? ContestedFaces(fans: walker.fans, isWanted: walker.isKnown)
      : ContestedFaces(edges, vertices, isBorder, concerned)
    var isWalked = Column<DirectedEdge, Bool>(repeating: false, count: edges.ends.longestWalk)
    var sides: [DirectedEdge] = []
    for edge in concerned {
      for isForward in [true, false] {
        let side = DirectedEdge(edge: edge, isForward: isForward)
        guard concerns(edges[onLeftOf: side]), !isWalked[side.index] else { continue }
        let isClosed = faces.walk(from: side, edges.ends, &isWalked, &sides)
        if isClosed { faces.settle(sides, &edges, vertices) }
      }
    }
  }

  private init(fans: EdgeFans, isWanted: Column<Vertex, Bool>) {
    self.fans = fans
    self.isWanted = isWanted
  }

  private init(
    _ edges: EdgeTable<Unit>, _ vertices: RepairedVertices, _ isBorder: Column<Edge, Bool>,
    _ concerned: [Index<Edge>]
  ) {
    var isWanted = Column<Vertex, Bool>(repeating: false, count: vertices.count)
    for edge in concerned {
      isWanted[edges.low[edge]] = true
      isWanted[edges.high[edge]] = true
    }
    fans = EdgeFans(edges.ends, vertices, active: isBorder, at: isWanted)
    self.isWanted = isWanted
  }

  /// Puts the sides of a face in place of what is there.
  ///
  /// - Returns: whether they are all of its sides, and not only those before it leads away from the units
  ///   concerned.
  private func walk(
    from start: DirectedEdge, _ ends: EdgeEnds, _ isWalked: inout Column<DirectedEdge, Bool>,
    _ sides: inout [DirectedEdge]
  ) -> Bool {
    sides.removeAll(keepingCapacity: true)
    var side = start
    while !isWalked[side.index] {
      isWalked[side.index] = true
      guard isWanted[side.to(ends)] else { return false }
      sides.append(side)
      side = fans.next(after: side)
    }
    return side == start
  }

  private func settle(
    _ sides: [DirectedEdge], _ edges: inout EdgeTable<Unit>, _ vertices: RepairedVertices
  ) {
    guard let first = sides.first,
      sides.contains(where: { edges[onLeftOf: $0] != edges[onLeftOf: first] })
    else { return }
    var lengths: [Index<Unit>: Double] = [:]
    for side in sides {
      let way = vertices[side.to(edges.ends)] - vertices[side.from(edges.ends)]
      lengths[edges[onLeftOf: side], default: 0] += (way * way).sum().squareRoot()
    }
    let owner = lengths.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    // What is mostly outside is no unit's face: it stays as it is.
    guard let owner, owner.exists else { return }
    for side in sides { edges[onLeftOf: side] = owner }
  }
}
