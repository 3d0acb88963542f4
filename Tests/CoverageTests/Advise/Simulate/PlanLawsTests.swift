import Testing

@testable import Coverage

/// Laws of plans on random worlds, through studies that are measured anew.
@Suite struct PlanLawsTests {
  static let seeds = 1...40 as ClosedRange<UInt64>

  private func application(
    _ seed: UInt64, rows count: Int = 12
  ) async throws -> (before: Study, after: Study, plan: PlanApplication) {
    var random = SplitMix(seed: seed)
    let world = PlanWorld(&random)
    let scratch = try Scratch()
    let before = try await world.study(in: scratch)
    var plan = PlanApplication(before, path: "plan.csv")
    for row in world.rows(count, of: before, &random) { try plan.apply(row) }
    return (before, try await before.changed(by: plan.change), plan)
  }

  private func covered(_ study: Study) -> Int {
    study.coverage[0].breakdown.cumulative(study.options.whiteBelow)
  }

  @Test("people gained row by row add up to the difference of the indicator", arguments: seeds)
  func gains(seed: UInt64) async throws {
    let (before, after, plan) = try await application(seed)
    #expect(plan.outcomes.reduce(0) { $0 + $1.gained } == covered(after) - covered(before))
    #expect(after.coverage[0].breakdown.total == before.coverage[0].breakdown.total)
    for outcome in plan.outcomes {
      #expect((outcome.fate == .setAside) == (outcome.reason != nil))
      if outcome.fate != .applied { #expect(outcome.gained == 0) }
      #expect(abs(outcome.gained) <= outcome.people || outcome.row.zone + outcome.row.commune == "")
    }
    #expect(
      plan.anomalies.count { $0.rule == .actionSetAside }
        == plan.outcomes.count { $0.fate == .setAside })
  }

  @Test(
    "a plan that only gives and advances never lowers the indicator at any stage", arguments: seeds)
  func monotonic(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    let world = PlanWorld(&random)
    let before = try await world.study(in: try Scratch())
    var plan = PlanApplication(before, path: "plan.csv")
    for row in world.rows(20, of: before, &random) {
      switch PlanAction(rawValue: row.action) {
      case .creation, .extending, .temporaryExtending: try plan.apply(row)
      default: continue
      }
    }
    let after = try await before.changed(by: plan.change)
    for (old, new) in zip(before.coverage, after.coverage) {
      for stage in Stage.allCases {
        #expect(new.breakdown.cumulative(stage) >= old.breakdown.cumulative(stage))
      }
    }
    #expect(plan.outcomes.allSatisfy { $0.gained >= 0 })
  }

  @Test(
    "people of the zones balance, and each zone's fate is what happened to it", arguments: seeds)
  func zones(seed: UInt64) async throws {
    let (before, after, _) = try await application(seed)
    let changes = ZoneChange.all(before, after)
    for change in changes {
      #expect(
        change.peopleBefore == change.before.map { before.figures.zones[$0].population } ?? 0)
    }
    let people = after.figures.zones.reduce(0) { $0 + $1.population }
    #expect(changes.reduce(0) { $0 + $1.peopleAfter } == people)
    #expect(changes.compactMap(\.before) == Array(before.figures.zones.indices))
    #expect(Set(changes.flatMap(\.after)) == Set(after.figures.zones.indices))
    for change in changes {
      let pieces = Set(change.before.map { before.figures.zones[$0].pieces } ?? [])
      let now = change.after.map { Set(after.figures.zones[$0].pieces) }
      let remaining = pieces.intersection(now.reduce(into: Set()) { $0.formUnion($1) })
      let isFate =
        switch change.fate {
        case .closed: remaining.isEmpty && !pieces.isEmpty
        case .opened: pieces.isEmpty && now.count == 1
        case .unchanged: now == [pieces]
        case .reduced: now.count == 1 && remaining != pieces
        case .grown: now.count == 1 && now[0].isStrictSuperset(of: pieces)
        case .split: now.count > 1
        case .merged:
          now.contains { zone in
            before.figures.zones.count { !zone.isDisjoint(with: $0.pieces) } > 1
          }
        }
      #expect(isFate, "seed \(seed) \(change.fate)")
    }
  }

  @Test("who is covered for a time is whom nobody else covers", arguments: seeds)
  func mentorings(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    let world = PlanWorld(&random)
    let before = try await world.study(in: try Scratch())
    var plan = PlanApplication(before, path: "plan.csv")
    // For each commune the CPTS that have it, and whether for good.
    var holders: [Int: [String: Bool]] = [:]
    for cpts in world.cpts {
      for commune in cpts.communes { holders[commune, default: [:]][cpts.id] = true }
    }
    for line in 0..<20 {
      let actions: [PlanAction] = [.extending, .temporaryExtending, .withdrawal]
      let action = actions[random.int(in: 0...2)]
      let commune = random.int(in: 0...world.people.count - 1)
      let cpts = world.cpts[random.int(in: 0...world.cpts.count - 1)].id
      var row = PlanRow(line: line + 2)
      (row.action, row.commune, row.cpts) = (action.rawValue, world.code(commune), cpts)
      try plan.apply(row)
      let had = holders[commune]?[cpts]
      holders[commune, default: [:]][cpts] =
        action == .withdrawal ? nil : action == .extending ? true : had ?? false
    }
    let after = try await before.changed(by: plan.change)
    let lasting = plan.lasting(after.coverage)
    let stages = Dictionary(uniqueKeysWithValues: world.cpts.map { ($0.id, $0.stage) })
    for stage in Stage.allCases where stage != .none {
      func people(_ counts: (Bool) -> Bool) -> Int {
        world.people.indices.reduce(0) { sum, commune in
          let isCovered = (holders[commune] ?? [:]).contains {
            stages[$0.key]! >= stage && counts($0.value)
          }
          return isCovered ? sum + world.people[commune] : sum
        }
      }
      #expect(after.coverage[0].breakdown.cumulative(stage) == people { _ in true })
      #expect(lasting[0].breakdown.cumulative(stage) == people { $0 })
    }
    for mentoring in plan.mentorings {
      #expect(mentoring.peopleCovered <= mentoring.people)
      let own = holders.filter { $0.value[mentoring.mentor.text] == false }
      #expect(mentoring.people == own.keys.reduce(0) { $0 + world.people[$1] })
    }
  }

  @Test("a plan read from its own file and applied again gives the same study", arguments: seeds)
  func file(seed: UInt64) async throws {
    let (before, after, plan) = try await application(seed)
    let text = plan.outcomes.map(\.row).reduce("zone;commune;action;cpts_id;stade\n") {
      $0 + [$1.zone, $1.commune, $1.action, $1.cpts, $1.stage].joined(separator: ";") + "\n"
    }
    let file = try PlanFile(DelimitedText(path: "plan.csv", bytes: Array(text.utf8)))
    var again = PlanApplication(before, path: "plan.csv")
    for row in file.rows { try again.apply(row) }
    #expect(again.outcomes.map(\.fate) == plan.outcomes.map(\.fate))
    let repeated = try await before.changed(by: again.change)
    #expect(repeated.coverage.map(\.breakdown) == after.coverage.map(\.breakdown))
    #expect(repeated.figures.zones.map(\.id) == after.figures.zones.map(\.id))
  }
}
