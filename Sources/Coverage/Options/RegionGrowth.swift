/// A good assignment in little time: CPTS grow from the units that they touch, each unit going where
/// least is lost, and then units change sides as long as that brings more.
struct RegionGrowth {
  private let problem: AssignmentProblem
  private var targets: [Int32]
  private var room: [Int]

  private static let mostRounds = 16
  /// How many floods may prove that a CPTS stays in one piece: few units of few zones ask for one.
  private var floodsLeft: Int
  private static let unitsFlooded = 4_000_000

  /// - Returns: nil where some unit finds no CPTS with room.
  /// - Complexity: O(units × targets × log units), and a flood for each unit that changes sides.
  static func assignment(_ problem: AssignmentProblem) -> [Int32]? {
    var growth = RegionGrowth(problem)
    growth.grow()
    guard growth.targets.allSatisfy({ $0 >= 0 }) else { return nil }
    growth.exchange()
    return growth.targets
  }

  private init(_ problem: AssignmentProblem) {
    self.problem = problem
    targets = Array(repeating: -1, count: problem.unitCount)
    room = problem.room
    floodsLeft = Self.unitsFlooded / max(1, problem.unitCount) + 1
  }

  private struct Step: Comparable {
    let loss: Int
    let unit: Int32
    let target: Int32

    static func < (left: Step, right: Step) -> Bool {
      (left.loss, left.unit, left.target) < (right.loss, right.unit, right.target)
    }
  }

  private mutating func grow() {
    let best = (0..<problem.unitCount).map { unit in
      (0..<problem.targetCount).reduce(0) { max($0, problem.worth(of: unit, in: $1)) }
    }
    var steps = LeastFirst<Step>()
    func offer(_ unit: Int, _ mask: UInt64) {
      var rest = mask & problem.allowed[unit]
      while rest != 0 {
        let target = rest.trailingZeroBitCount
        rest &= rest - 1
        steps.insert(
          Step(
            loss: best[unit] - problem.worth(of: unit, in: target), unit: Int32(unit),
            target: Int32(target)))
      }
    }
    for unit in 0..<problem.unitCount { offer(unit, problem.touches[unit]) }
    while let step = steps.popLeast() {
      let (unit, target) = (Int(step.unit), Int(step.target))
      guard targets[unit] < 0, room[target] >= problem.people[unit] else { continue }
      targets[unit] = step.target
      room[target] -= problem.people[unit]
      for other in problem.beside[Index(unit)] where targets[Int(other)] < 0 {
        offer(Int(other), 1 << UInt64(target))
      }
    }
  }

  private mutating func exchange() {
    for _ in 0..<Self.mostRounds {
      var hasChanged = false
      for unit in 0..<problem.unitCount { hasChanged = move(unit) || hasChanged }
      if !hasChanged { return }
    }
  }

  /// Gives a unit to the CPTS beside it that it brings most to, if the one it leaves stays in one.
  private mutating func move(_ unit: Int) -> Bool {
    let from = targets[unit]
    var within = problem.touches[unit]
    for other in problem.beside[Index(unit)] { within |= 1 << UInt64(targets[Int(other)]) }
    within &= problem.allowed[unit]
    var best = from
    while within != 0 {
      let target = within.trailingZeroBitCount
      within &= within - 1
      guard room[target] >= problem.people[unit],
        problem.worth(of: unit, in: target) > problem.worth(of: unit, in: Int(best))
      else { continue }
      best = Int32(target)
    }
    guard best != from, floodsLeft > 0 else { return false }
    floodsLeft -= 1
    targets[unit] = best
    guard problem.reached(targets).allSatisfy({ $0 }) else {
      targets[unit] = from
      return false
    }
    room[Int(from)] += problem.people[unit]
    room[Int(best)] -= problem.people[unit]
    return true
  }
}
