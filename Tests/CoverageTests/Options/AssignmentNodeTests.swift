import Testing

@testable import Coverage

/// What narrowing takes from a part of the search.
struct AssignmentNodeTests {
  /// Narrowed parts of random searches, each with one unit that may join fewer CPTS than before.
  private func parts(
    roomy: Bool, _ body: (_ seed: UInt64, AssignmentProblem, AssignmentNode) -> Void
  ) {
    for seed in 1...400 as ClosedRange<UInt64> {
      let problem = RandomAssignment(seed: seed, units: 2...40, roomy: roomy).problem
      var random = SplitMix(seed: seed)
      var node = AssignmentNode(open: problem.allowed, bound: 0)
      while node.narrow(problem) {
        let undecided = node.open.indices.filter { node.open[$0].isUndecided }
        guard let unit = undecided.randomElement(using: &random) else { break }
        node.taken = node.open[unit] & ~(node.open[unit] - 1)
        if random.int(in: 0...1) == 0 { node.taken = node.open[unit] & ~node.taken }
        node.open[unit] &= ~node.taken
        body(seed, problem, node)
      }
    }
  }

  @Test("to follow the CPTS taken is to follow all of them", arguments: [true, false])
  func taken(roomy: Bool) {
    var narrowedCount = 0
    parts(roomy: roomy) { seed, problem, part in
      var (quick, slow) = (part, part)
      slow.taken = .max
      let isOpen = quick.narrow(problem)
      #expect(isOpen == slow.narrow(problem), "seed \(seed)")
      #expect(quick.open == slow.open, "seed \(seed)")
      if isOpen && quick.open != part.open { narrowedCount += 1 }
    }
    #expect(narrowedCount > 50)
  }

  @Test(
    "CPTS left to a unit reach it through units that they are left to", arguments: [true, false])
  func reach(roomy: Bool) {
    parts(roomy: roomy) { seed, problem, part in
      var part = part
      guard part.narrow(problem) else { return }
      for target in 0..<problem.targetCount {
        let mask: UInt64 = 1 << UInt64(target)
        let isReached = problem.reached(part.open.map { $0 & mask != 0 ? Int32(target) : -1 })
        #expect(part.open.map { $0 & mask != 0 } == isReached, "seed \(seed)")
      }
    }
  }
}
