import Testing

@testable import Coverage

/// The search for actions, against every choice of one and of two actions.
@Suite struct GreedyPlanTests {
  static let seeds = 1...25 as ClosedRange<UInt64>

  private func study(_ seed: UInt64) async throws -> Study {
    var random = SplitMix(seed: seed)
    return try await PlanWorld(&random).study(in: try Scratch())
  }

  /// The most people that so many actions gain, by trying all.
  private func best(_ actions: Int, _ study: Study) async throws -> Int {
    var best = 0
    for (zone, options) in study.plans.options.enumerated() {
      for option in options where option.isFeasible {
        var plan = PlanApplication(study, path: "")
        let rows = PlanRows(study).rows(of: option, study.plans.grounds[zone], in: study, [])
        for row in rows { try plan.apply(row) }
        let gained = plan.outcomes.reduce(0) { $0 + $1.gained }
        #expect(gained == option.figures?.peopleGained)
        let more =
          actions == 1 ? 0 : try await self.best(actions - 1, study.changed(by: plan.change))
        best = max(best, gained + more)
      }
    }
    return best
  }

  @Test(
    "one action is the best one; two are between the greedy choice and the bound", arguments: seeds)
  func againstAll(seed: UInt64) async throws {
    let study = try await study(seed)
    for count in 1...2 {
      var plan = PlanApplication(study, path: "")
      let greedy = try await GreedyPlan.search(count, &plan, study, StepClock())
      let best = try await best(count, study)
      if count == 1 { #expect(greedy.gained == best) }
      #expect(greedy.gained <= best)
      #expect(best <= greedy.bound, "seed \(seed): \(count) actions")
      #expect(greedy.steps.count <= count)
      #expect(plan.outcomes.allSatisfy { $0.fate == .applied })
      #expect(plan.outcomes.reduce(0) { $0 + $1.gained } == greedy.gained)
    }
  }

  @Test("each action gains people, and leaves every CPTS below the largest size", arguments: seeds)
  func sizes(seed: UInt64) async throws {
    let study = try await study(seed)
    var plan = PlanApplication(study, path: "")
    let greedy = try await GreedyPlan.search(6, &plan, study, StepClock())
    #expect(greedy.steps.allSatisfy { $0.people > 0 })
    let after = try await study.changed(by: plan.change)
    let largest = after.options.optionRules.range(after.options.rules.sizes).upperBound
    let touched = Set(plan.outcomes.map { CPTSID($0.row.cpts) })
    for (cpts, figures) in zip(after.territories.cpts, after.figures.cpts)
    where touched.contains(cpts.id) {
      #expect(figures.population <= largest)
    }
  }
}
