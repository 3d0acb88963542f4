/// The edges of units, each side with all the units that claim it: one where units fit each other, more
/// where they lie on each other.
struct ClaimedEdges: Sendable {
  /// With the unit that claimed each side first.
  var table: EdgeTable<Unit>
  /// Sides that further units claim, with the unit on their left.
  private(set) var furtherClaims: [DirectedEdge: [Index<Unit>]] = [:]

  init(vertexCount: Int, expectedEdges: Int) {
    table = EdgeTable(vertexCount: vertexCount, expectedEdges: expectedEdges)
  }

  /// Adds the side of `unit` that runs from one vertex to another with the unit on its left. Where
  /// two sides of it fall on each other, it has no width left between them: they cancel.
  ///
  /// - Complexity: O(edges at the lower vertex), which is two or three.
  mutating func add(from: Index<Vertex>, to: Index<Vertex>, unit: Index<Unit>) {
    let side = DirectedEdge(edge: table.bare(from, to), isForward: from < to)
    if !withdraw(unit, from: side.reversed) { claim(side, unit) }
  }

  private mutating func claim(_ side: DirectedEdge, _ unit: Index<Unit>) {
    if table[onLeftOf: side] == .outside {
      table[onLeftOf: side] = unit
    } else {
      furtherClaims[side, default: []].append(unit)
    }
  }

  /// Takes back a unit's claim to a side.
  ///
  /// - Returns: whether there was one.
  private mutating func withdraw(_ unit: Index<Unit>, from side: DirectedEdge) -> Bool {
    if table[onLeftOf: side] == unit {
      table[onLeftOf: side] = furtherClaims[side]?.popLast() ?? .outside
      return true
    }
    guard !furtherClaims.isEmpty, let claim = furtherClaims[side]?.firstIndex(of: unit) else {
      return false
    }
    furtherClaims[side]?.remove(at: claim)
    return true
  }

  /// Replaces an edge by those between the vertices inserted in it; what is left of it bounds nothing.
  ///
  /// - Parameter path: its low end, the vertices inserted, and its high end.
  mutating func cut(_ edge: Index<Edge>, along path: [Index<Vertex>]) {
    for isForward in [true, false] {
      let side = DirectedEdge(edge: edge, isForward: isForward)
      for unit in [table[onLeftOf: side]] + (furtherClaims.removeValue(forKey: side) ?? [])
      where unit.exists {
        for (low, high) in zip(path, path.dropFirst()) where low != high {
          let (from, to) = isForward ? (low, high) : (high, low)
          add(from: from, to: to, unit: unit)
        }
      }
      table[onLeftOf: side] = .outside
    }
  }
}
