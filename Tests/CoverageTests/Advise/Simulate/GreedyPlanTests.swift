import Testing

@testable import Coverage

/// The search for decisions, against every set of them.
@Suite struct GreedyPlanTests {
  static let seeds = 1...25 as ClosedRange<UInt64>

  private func study(_ seed: UInt64) async throws -> Study {
    var random = SplitMix(seed: seed)
    return try await PlanWorld(&random).study(in: try Scratch())
  }

  /// The most people that so many decisions gain, by trying all sets of them.
  private func best(_ count: Int, of decisions: [Decision], _ study: Study) -> Int {
    func people(_ chosen: [Decision]) -> Int {
      Set(chosen.flatMap(\.parts)).reduce(0) { $0 + study.territories.parts[$1].population }
    }
    func most(_ chosen: [Decision], _ left: ArraySlice<Decision>) -> Int {
      guard chosen.count < count, let next = left.first else { return people(chosen) }
      return max(most(chosen + [next], left.dropFirst()), most(chosen, left.dropFirst()))
    }
    return most([], decisions[...])
  }

  @Test("no set of as many decisions gains more than the bound says", arguments: seeds)
  func againstAll(seed: UInt64) async throws {
    let study = try await study(seed)
    let decisions = Array(OpenDecisions(study) { _ in true }.all().prefix(9))
    for count in 1...3 {
      var plan = PlanApplication(study, path: "")
      let greedy = try await GreedyPlan.search(
        GreedyPlan.Goal(count: count), &plan, study, StepClock())
      let best = best(count, of: decisions, study)
      let plain = greedy.steps.filter(\.isPlain)
      let gained = plain.reduce(0) { $0 + $1.people }
      #expect(gained <= best)
      if count == 1 { #expect(gained == best) }
      if plain.count == count { #expect(best <= greedy.bound, "seed \(seed): \(count)") }
      #expect(greedy.gained <= greedy.bound)
      // What somebody must judge comes last.
      #expect(greedy.steps.prefix(plain.count).allSatisfy { $0.isPlain })
      #expect(greedy.steps.count <= count)
      #expect(plan.outcomes.allSatisfy { $0.fate == .applied })
      #expect(plan.outcomes.reduce(0) { $0 + $1.gained } == greedy.gained)
    }
  }

  @Test("an option as rows of a plan gains what it says", arguments: seeds)
  func rows(seed: UInt64) async throws {
    let study = try await study(seed)
    for (sector, options) in study.plans.options.enumerated() {
      for option in options where option.isFeasible && option.kind != .uniting {
        var plan = PlanApplication(study, path: "")
        let rows = PlanRows(study, isCurrent: true).rows(
          of: option, study.plans.grounds[sector], sector, in: study, [])
        for row in rows { try plan.apply(row) }
        let gained = plan.outcomes.reduce(0) { $0 + $1.gained }
        let figures = try #require(option.figures)
        #expect(gained == figures.peopleGained + figures.peopleElsewhere, "seed \(seed)")
      }
    }
  }

  @Test("decisions make no overlap, and add up to what the study gains", arguments: seeds)
  func noOverlap(seed: UInt64) async throws {
    let study = try await study(seed)
    var plan = PlanApplication(study, path: "")
    let greedy = try await GreedyPlan.search(
      GreedyPlan.Goal(percent: 100), &plan, study, StepClock())
    let after = try await study.changed(by: plan.change)
    let known = Set(
      study.figures.overlaps.map {
        [study.territories[$0.first].id, study.territories[$0.second].id]
      })
    for overlap in after.figures.overlaps {
      let pair = [after.territories[overlap.first].id, after.territories[overlap.second].id]
      #expect(known.contains(pair), "seed \(seed)")
    }
    let lowest = study.options.whiteBelow
    let before = study.coverage[0].breakdown.cumulative(lowest)
    #expect(after.coverage[0].breakdown.cumulative(lowest) == before + greedy.gained)
    #expect(greedy.steps.last.map(\.covered) ?? before == before + greedy.gained)
    let left = study.coverage[0].breakdown.total - before - greedy.gained
    #expect(greedy.peopleUnreached == left, "seed \(seed)")
    #expect(
      greedy.steps.last.map(\.cptsCount) ?? 0
        == (greedy.steps.isEmpty
          ? 0 : after.territories.cpts.count { $0.stage >= lowest }),
      "seed \(seed)")
  }

  @Test(
    "each decision gains people, and leaves every CPTS below the largest size", arguments: seeds)
  func sizes(seed: UInt64) async throws {
    let study = try await study(seed)
    var plan = PlanApplication(study, path: "")
    let greedy = try await GreedyPlan.search(
      GreedyPlan.Goal(count: 6), &plan, study, StepClock())
    #expect(greedy.steps.allSatisfy { $0.people > 0 })
    let after = try await study.changed(by: plan.change)
    let largest = after.options.optionRules.range(after.options.rules.sizes).upperBound
    let touched = Set(plan.outcomes.map { CPTSID($0.row.cpts) })
    for (cpts, figures) in zip(after.territories.cpts, after.figures.cpts)
    where touched.contains(cpts.id) {
      #expect(figures.population <= largest)
    }
  }

  @Test("a decision gives land only where nobody is at work", arguments: seeds)
  func nobodyThere(seed: UInt64) async throws {
    let study = try await study(seed)
    for judging in [false, true] {
      let decisions = OpenDecisions(study, judging: judging) { _ in true }.all()
      for decision in decisions where decision.kind != .support {
        for part in decision.parts {
          let covering = study.territories.parts[part].covering
          let stages = study.territories.coverings[covering].map { study.territories[$0].stage }
          #expect(stages.allSatisfy { $0 < .project }, "seed \(seed)")
        }
      }
    }
  }

  @Test("a goal ends at the decision that reaches it, or says how far it comes", arguments: seeds)
  func goal(seed: UInt64) async throws {
    let study = try await study(seed)
    let total = study.coverage[0].breakdown.total
    for percent in [40.0, 75, 100] {
      var plan = PlanApplication(study, path: "")
      let greedy = try await GreedyPlan.search(
        GreedyPlan.Goal(percent: percent), &plan, study, StepClock())
      #expect(greedy.total == total)
      func isReached(_ covered: Int) -> Bool { Double(covered) * 100 >= percent * Double(total) }
      let before = study.coverage[0].breakdown.cumulative(study.options.whiteBelow)
      let covered = greedy.steps.last?.covered ?? before
      for step in greedy.steps.dropLast() { #expect(!isReached(step.covered), "seed \(seed)") }
      #expect(isReached(covered) == greedy.unreached.isEmpty, "seed \(seed)")
      #expect(greedy.peopleUnreached == (isReached(covered) ? 0 : total - covered))
    }
  }

  @Test("areas that pilot are looked at alone, and their people counted")
  func pilots() async throws {
    let study = try await study(3)
    var plan = PlanApplication(study, path: "")
    let none = GreedyPlan.Goal(percent: 100, areas: AreaChoice(level: "departement", codes: ["99"]))
    await #expect(throws: InputFault.self) {
      var plan = PlanApplication(study, path: "")
      _ = try await GreedyPlan.search(none, &plan, study, StepClock())
    }
    let own = GreedyPlan.Goal(percent: 100, areas: AreaChoice(level: "departement", codes: ["10"]))
    let greedy = try await GreedyPlan.search(own, &plan, study, StepClock())
    var whole = PlanApplication(study, path: "")
    let all = try await GreedyPlan.search(
      GreedyPlan.Goal(percent: 100), &whole, study, StepClock())
    #expect(greedy.steps.map { $0.covered } == all.steps.map { $0.covered })
    #expect(greedy.total == all.total)
  }
}
