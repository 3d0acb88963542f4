@testable import Coverage

/// A small random graph with CPTS around it, and every allowed assignment by brute force.
struct RandomAssignment {
  let problem: AssignmentProblem

  init(seed: UInt64, units: ClosedRange<Int> = 1...9, roomy: Bool) {
    var random = SplitMix(seed: seed)
    let count = random.int(in: units)
    let targets = random.int(in: 1...3)
    var pairs: [(Int32, Int32)] = []
    for second in 1..<max(1, count) {
      pairs.append((Int32(random.int(in: 0...second - 1)), Int32(second)))
      for first in 0..<second where random.int(in: 0...5) == 0 {
        pairs.append((Int32(first), Int32(second)))
      }
    }
    let people = (0..<count).map { _ in random.int(in: 0...4) == 0 ? 0 : random.int(in: 1...900) }
    let whole = people.reduce(0, +)
    problem = AssignmentProblem(
      people: people,
      room: (0..<targets).map { _ in roomy ? .max : random.int(in: 0...max(1, whole)) },
      worth: (0..<count * targets).map { index in
        (people[index / targets] + 1) * random.int(in: 0...10) * 100
      },
      touches: (0..<count).map { _ in
        (0..<targets).reduce(0) {
          $0 | (random.int(in: 0...2) == 0 ? 1 << UInt64($1) : 0)
        }
      },
      allowed: Array(repeating: (1 << UInt64(targets)) - 1, count: count),
      beside: Grouping(groupCount: count) { visit in
        for (first, second) in pairs {
          visit(Index(first), Index(second))
          visit(Index(second), Index(first))
        }
      })
  }

  /// What the best allowed assignment is worth, over every one of them; nil where none is.
  func bestByExhaustion() -> Int? {
    var best: Int?
    let (units, targets) = (problem.unitCount, problem.targetCount)
    var choice = [Int32](repeating: 0, count: units)
    while true {
      if isAllowed(choice) { best = max(best ?? 0, problem.worth(of: choice)) }
      var unit = 0
      while unit < units, Int(choice[unit]) == targets - 1 {
        choice[unit] = 0
        unit += 1
      }
      if unit == units { return best }
      choice[unit] += 1
    }
  }

  /// The rules again, in the plainest words: repeated sweeps instead of a flood.
  func isAllowed(_ choice: [Int32]) -> Bool {
    for target in 0..<problem.targetCount {
      let members = choice.indices.filter { Int(choice[$0]) == target }
      if members.reduce(0, { $0 + problem.people[$1] }) > problem.room[target] { return false }
      var joined = Set(members.filter { problem.touches[$0] & (1 << UInt64(target)) != 0 })
      for _ in members {
        for unit in members
        where problem.beside[Index(unit)].contains(where: { joined.contains(Int($0)) }) {
          joined.insert(unit)
        }
      }
      if joined.count < members.count { return false }
    }
    return true
  }
}
