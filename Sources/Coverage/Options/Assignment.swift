/// Which CPTS each unit of a zone joins, for the greatest sum of people times affinity.
///
/// A choice is allowed where each CPTS reaches all units that join it through units that join it too,
/// from one that touches it, and where none grows above its room.
struct AssignmentProblem: Sendable {
  /// People by unit.
  let people: [Int]
  /// People that each CPTS can still take.
  let room: [Int]
  /// What a unit brings to a CPTS: `unit * targetCount + target`; not negative.
  let worth: [Int]
  /// For each unit, the CPTS that it touches, a bit each.
  let touches: [UInt64]
  /// For each unit, the CPTS that it may join, a bit each.
  let allowed: [UInt64]
  /// Units beside each unit.
  let beside: Grouping<SectorUnit, SectorUnit>

  /// A bit for each: more CPTS are never beside one zone.
  static let mostTargets = 64

  var unitCount: Int { people.count }
  var targetCount: Int { room.count }

  func worth(of unit: Int, in target: Int) -> Int { worth[unit * targetCount + target] }

  /// The best choice found, and how good any could be.
  struct Solution: Sendable {
    /// CPTS of each unit.
    let targets: [Int32]
    let worth: Int
    /// No choice is worth more.
    let bound: Int

    var isOptimal: Bool { worth == bound }
    /// How far from the best the choice can be, in ten-thousandths of it.
    var gap: Int {
      bound == 0 ? 0 : Int((Double(bound - worth) / Double(bound) * 10_000).rounded(.up))
    }
  }

  enum Outcome: Sendable {
    case solved(Solution)
    /// No choice is allowed: proven.
    case impossible
    /// None was found within the limits of the search.
    case notFound
  }

  /// - Parameter visits: how many units the exact search may look at.
  /// - Complexity: O(visits + units × targets × log units).
  func solve(visits: Int = AssignmentSearch.usualVisits) -> Outcome {
    let grown = RegionGrowth.assignment(self)
    var search = AssignmentSearch(self, incumbent: grown, visits: visits)
    return search.run()
  }

  /// Sum of what units bring.
  func worth(of targets: [Int32]) -> Int {
    var sum = 0
    for (unit, target) in targets.enumerated() { sum += worth(of: unit, in: Int(target)) }
    return sum
  }

  /// Units that their CPTS reaches, through units that join it too.
  ///
  /// - Parameter targets: -1 for a unit that joins none.
  func reached(_ targets: [Int32]) -> [Bool] {
    var front: [Index<SectorUnit>] = []
    for (unit, target) in targets.enumerated()
    where target >= 0 && touches[unit] & (1 << UInt64(target)) != 0 {
      front.append(Index(unit))
    }
    return beside.reached(from: front, in: targets)
  }
}

extension Grouping where Group == Member {
  /// Units that hang together with some of them, through units of the same target.
  func reached(from units: [Index<Group>], in targets: [Int32]) -> [Bool] {
    var isReached = [Bool](repeating: false, count: targets.count)
    for unit in units { isReached[Int(unit)] = true }
    var front = units
    while let unit = front.popLast() {
      for other in self[unit]
      where !isReached[Int(other)] && targets[Int(other)] == targets[Int(unit)] {
        isReached[Int(other)] = true
        front.append(other)
      }
    }
    return isReached
  }
}
