/// A walk around a face from an empty side.
struct FaceWalk {
  enum End {
    /// Back at the start.
    case closed
    /// At a side of a unit that fits its neighbours, about which no more is known.
    case unknown
    /// At a side that was walked before, with the unit that was found there, or the outside.
    case joined(Index<Unit>)
  }

  private(set) var sides: [DirectedEdge] = []
  /// Length of the sides that units have.
  private(set) var unitLength = 0.0
  /// Length of the sides that no unit has.
  private(set) var emptyLength = 0.0
  var end = End.joined(.outside)

  mutating func pass(_ side: DirectedEdge, _ length: Double, _ unit: Index<Unit>) {
    sides.append(side)
    if unit.exists { unitLength += length } else { emptyLength += length }
  }
}

/// The empty sides that were walked, and what was found on them.
struct WalkedSides {
  private static let unwalked = Index<Unit>(-2)

  /// By the index of each side: a unit, or the outside.
  private var found: Column<DirectedEdge, Index<Unit>>

  init(edgeCount: Int) {
    found = Column(repeating: Self.unwalked, count: 2 * edgeCount)
  }

  func isWalked(_ side: DirectedEdge) -> Bool { found[side.index] != Self.unwalked }

  func unit(of side: DirectedEdge) -> Index<Unit> { found[side.index] }

  mutating func pass(_ side: DirectedEdge) { found[side.index] = .outside }

  /// The empty runs of a walk, each with the unit whose side comes after it: none where none comes.
  mutating func runs(of walk: FaceWalk, _ edges: EdgeTable<Unit>) -> [FaceWalker.Face] {
    var next = Index<Unit>.outside
    switch walk.end {
    case .joined(let unit): next = unit
    case .closed:
      let first = walk.sides.first { edges[onLeftOf: $0] != .outside }
      next = first.map { edges[onLeftOf: $0] } ?? .outside
    case .unknown: break
    }
    var faces: [FaceWalker.Face] = []
    var run: [DirectedEdge] = []
    func close(_ run: inout [DirectedEdge], _ unit: Index<Unit>) {
      if unit.exists, !run.isEmpty { faces.append(.inside(unit, run.reversed())) }
      run.removeAll()
    }
    for side in walk.sides.reversed() {
      let unit = edges[onLeftOf: side]
      if unit == .outside {
        run.append(side)
        if next.exists { found[side.index] = next }
      } else if unit != next {
        close(&run, next)
        next = unit
      }
    }
    close(&run, next)
    return faces.reversed()
  }
}
