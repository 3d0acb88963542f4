import Testing

@testable import Coverage

/// The best contiguous assignment, against every assignment there is.
struct AssignmentTests {
  @Test("small zones are solved to the optimum that exhaustion finds", arguments: [true, false])
  func optimum(roomy: Bool) {
    var solvedCount = 0
    for seed in 1...700 as ClosedRange<UInt64> {
      let random = RandomAssignment(seed: seed, roomy: roomy)
      switch random.problem.solve() {
      case .solved(let solution):
        solvedCount += 1
        #expect(solution.isOptimal, "seed \(seed)")
        #expect(random.isAllowed(solution.targets), "seed \(seed)")
        #expect(random.problem.worth(of: solution.targets) == solution.worth, "seed \(seed)")
        #expect(solution.worth == random.bestByExhaustion(), "seed \(seed)")
      case .impossible: #expect(random.bestByExhaustion() == nil, "seed \(seed)")
      case .notFound: Issue.record("seed \(seed): nothing proven")
      }
    }
    #expect(solvedCount > 150)
  }

  @Test("a search cut short gives an allowed assignment, and a bound that holds")
  func bound() {
    var boundedCount = 0
    for seed in 1...700 as ClosedRange<UInt64> {
      let random = RandomAssignment(seed: seed, roomy: seed.isMultiple(of: 2))
      guard case .solved(let solution) = random.problem.solve(visits: 1) else { continue }
      let best = random.bestByExhaustion()
      #expect(random.isAllowed(solution.targets), "seed \(seed)")
      #expect(solution.worth <= best ?? -1, "seed \(seed)")
      #expect(solution.bound >= best ?? .max, "seed \(seed)")
      if !solution.isOptimal { boundedCount += 1 }
    }
    #expect(boundedCount > 10)
  }

  @Test("more room and more contacts never make the best worse")
  func monotone() {
    for seed in 1...300 as ClosedRange<UInt64> {
      let narrow = RandomAssignment(seed: seed, roomy: false).problem
      let wide = AssignmentProblem(
        people: narrow.people, room: narrow.room.map { $0 + 200 }, worth: narrow.worth,
        touches: narrow.touches.map { $0 | 1 }, allowed: narrow.allowed, beside: narrow.beside)
      guard case .solved(let before) = narrow.solve() else { continue }
      guard case .solved(let after) = wide.solve() else {
        Issue.record("seed \(seed): nothing any more")
        continue
      }
      #expect(after.worth >= before.worth, "seed \(seed)")
    }
  }

  @Test("the numbers of units do not matter to what the best is worth")
  func order() {
    for seed in 1...300 as ClosedRange<UInt64> {
      let problem = RandomAssignment(seed: seed, roomy: false).problem
      let count = problem.unitCount
      let turned = AssignmentProblem(
        people: problem.people.reversed(), room: problem.room,
        worth: (0..<count).reversed().flatMap { unit in
          (0..<problem.targetCount).map { problem.worth(of: unit, in: $0) }
        },
        touches: problem.touches.reversed(), allowed: problem.allowed,
        beside: Grouping(groupCount: count) { visit in
          for unit in 0..<count {
            for other in problem.beside[Index(unit)] {
              visit(Index(count - 1 - unit), Index(count - 1 - Int(other)))
            }
          }
        })
      switch (problem.solve(), turned.solve()) {
      case (.solved(let first), .solved(let second)):
        #expect(first.worth == second.worth, "seed \(seed)")
      case (.impossible, .impossible): break
      default: Issue.record("seed \(seed): not the same")
      }
    }
  }
}
