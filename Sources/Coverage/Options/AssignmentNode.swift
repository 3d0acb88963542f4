/// A part of the search for an assignment: what is still open in it.
struct AssignmentNode {
  /// CPTS open to each unit, a bit each.
  var open: [UInt64]
  /// What the best of these bring: as the rest of the search takes away only, no choice brings more.
  var bound: Int
  /// CPTS taken from any unit since the node was last narrowed: they may not reach all others.
  var taken: UInt64 = .max

  /// Takes away what no choice can give: CPTS without room for a unit beside the units held to them,
  /// and those that cannot reach a unit through units open to them.
  ///
  /// - Returns: whether each unit has any left.
  /// - Complexity: O(units × CPTS), and O(borders) for each CPTS taken.
  mutating func narrow(_ problem: AssignmentProblem) -> Bool {
    guard leaveRoom(problem) else { return false }
    var reach = open.map { $0 & ~taken }
    var front: [Index<SectorUnit>] = []
    for unit in open.indices where open[unit] & problem.touches[unit] & taken != 0 {
      reach[unit] |= open[unit] & problem.touches[unit]
      front.append(Index(unit))
    }
    // The first come first: CPTS that arrive from several sides go on together.
    var next = 0
    while next < front.count {
      let unit = Int(front[next])
      next += 1
      for other in problem.beside[Index(unit)] {
        let wider = reach[Int(other)] | reach[unit] & open[Int(other)]
        guard wider != reach[Int(other)] else { continue }
        reach[Int(other)] = wider
        front.append(other)
      }
    }
    (open, taken) = (reach, 0)
    return reach.allSatisfy { $0 != 0 }
  }

  /// - Returns: whether the CPTS have room for the units held to them.
  private mutating func leaveRoom(_ problem: AssignmentProblem) -> Bool {
    var room = problem.room
    for (unit, mask) in open.enumerated() where mask != 0 && !mask.isUndecided {
      room[mask.trailingZeroBitCount] -= problem.people[unit]
    }
    guard room.allSatisfy({ $0 >= 0 }) else { return false }
    for unit in open.indices where open[unit].isUndecided {
      var rest = open[unit]
      while rest != 0 {
        let target = rest.trailingZeroBitCount
        rest &= rest - 1
        guard room[target] < problem.people[unit] else { continue }
        open[unit] &= ~(1 << UInt64(target))
        taken |= 1 << UInt64(target)
      }
    }
    return true
  }
}

extension UInt64 {
  /// Whether more than one CPTS is open.
  var isUndecided: Bool { self & (self &- 1) != 0 }
}
