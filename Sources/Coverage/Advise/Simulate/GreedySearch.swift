/// Takes decisions, the one that gains most people first: those that nothing speaks against, then those that
/// somebody must judge.
struct GreedySearch {
  private let goal: GreedyPlan.Goal
  private let area: StudyArea
  private let study: Study
  private let writer: PlanRows
  private let largest: Int
  private let total: Int
  private var isCovered: Column<Part, Bool>
  /// People whom the decisions give to each CPTS.
  private var growth: [Index<DatedCPTS>: Int] = [:]
  private var covered: Int
  private var cptsCount: Int
  private var euros: Int?

  /// - Parameters:
  ///   - area: whose sectors are looked at, and whose people count.
  ///   - before: the study that rows refer to.
  /// - Complexity: O(parts).
  init(_ goal: GreedyPlan.Goal, _ area: StudyArea, _ current: Study, _ before: Study) {
    self.goal = goal
    self.area = area
    study = current
    writer = PlanRows(before, isCurrent: current.sectors.map(\.id) == before.sectors.map(\.id))
    let options = current.options
    largest = options.optionRules.range(options.rules.sizes).upperBound
    isCovered = Column(repeating: false, count: current.territories.parts.count)
    let stages = current.territories.stageOfCovering
    (total, covered) = current.territories.parts.values.reduce(into: (0, 0)) { sums, part in
      guard part.isStudied, area.contains(part.unit) else { return }
      sums.0 += part.population
      if stages[part.covering] >= options.whiteBelow { sums.1 += part.population }
    }
    cptsCount = current.figures.studiedCPTS.count {
      current.territories.cpts[$0].stage >= options.whiteBelow
    }
    euros = current.signedEuros(options.rules)
  }

  private var isDone: Bool {
    guard let percent = goal.percent else { return false }
    return Double(covered) * 100 >= percent * Double(total)
  }

  mutating func plan(_ application: inout PlanApplication) throws -> GreedyPlan {
    var plan = GreedyPlan(goal: goal, total: total, start: covered)
    let (area, study) = (area, study)
    for judging in [false, true] {
      let decisions = OpenDecisions(study, judging: judging) { $0.isPiloted(by: area, study) }.all()
      try take(decisions, judging, &plan, &application)
      let taken = plan.steps.filter { $0.isPlain != judging }
      plan.bound +=
        judging
        ? taken.reduce(0) { $0 + $1.people }
        : decisions.prefix(taken.count).reduce(0) { $0 + $1.people }
    }
    if goal.percent != nil, !isDone { leave(&plan) }
    return plan
  }

  private mutating func take(
    _ decisions: [Decision], _ judging: Bool, _ plan: inout GreedyPlan,
    _ application: inout PlanApplication
  ) throws {
    // The last gains most.
    var left = Array(decisions.reversed())
    while plan.steps.count < goal.count ?? .max, !isDone, let decision = left.popLast() {
      let people = gain(of: decision)
      // What a project shares with one that came before it counts no more.
      if people < decision.people, let next = left.last, people < next.people {
        if people > 0 { insert(decision, gaining: people, into: &left) }
        continue
      }
      guard people > 0, let step = try step(decision, judging, &application) else { continue }
      plan.steps.append(step)
    }
  }

  private func people(of parts: [Index<Part>]) -> Int {
    parts.reduce(0) { $0 + study.territories.parts[$1].population }
  }

  private func uncovered(_ parts: [Index<Part>]) -> [Index<Part>] {
    parts.filter { !isCovered[$0] }
  }

  private func gain(of decision: Decision) -> Int { people(of: uncovered(decision.parts)) }

  private func insert(_ decision: Decision, gaining people: Int, into left: inout [Decision]) {
    let reduced = Decision(
      kind: decision.kind, sectors: decision.sectors, parts: uncovered(decision.parts),
      options: decision.options, people: people)
    let place = left.lastIndex { $0.people < people }.map { $0 + 1 } ?? 0
    left.insert(reduced, at: place)
  }

  /// - Returns: nil where no option is left: the CPTS that could have taken it has grown.
  private mutating func step(
    _ decision: Decision, _ judging: Bool, _ application: inout PlanApplication
  ) throws -> GreedyPlan.Step? {
    var rows: [PlanRow] = []
    var (cpts, sectors): ([String], [String]) = ([], [])
    var kind = decision.kind
    var taken = kind == .support ? decision.parts : []
    for (sector, options) in zip(decision.sectors, decision.options) {
      guard kind == .support || !uncovered(study.sectors[sector].parts).isEmpty,
        let option = options.first(where: { isOpen($0, sector, judging) })
      else { continue }
      kind = option.kind
      let ground = study.plans.grounds[sector]
      let own = writer.rows(of: option, ground, sector, in: study, application.created)
      grow(option, ground)
      if kind != .support {
        taken += study.sectors[sector].parts
        sectors.append(study.sectors[sector].id)
      }
      for row in own {
        try application.apply(row)
        if !cpts.contains(row.cpts) { cpts.append(row.cpts) }
      }
      rows += own
    }
    guard !rows.isEmpty else { return nil }
    if kind == .support { sectors = decision.sectors.map { study.sectors[$0].id } }
    let gains = application.outcomes.suffix(rows.count).map(\.gained)
    covered += people(
      of: uncovered(taken).filter { area.contains(study.territories.parts[$0].unit) })
    for part in taken { isCovered[part] = true }
    if kind == .creation || kind == .support { cptsCount += 1 }
    return GreedyPlan.Step(
      sectors: sectors, kind: kind, isPlain: !judging, cpts: cpts, people: gains.reduce(0, +),
      covered: covered, cptsCount: cptsCount, euros: euros, rows: rows, gains: gains)
  }

  private func isOpen(_ option: SectorOption, _ sector: Int, _ judging: Bool) -> Bool {
    guard option.kind == .extending, let member = option.figures?.members.first,
      let cpts = study.plans.grounds[sector].member(member.target)?.cpts
    else { return true }
    let after = member.peopleAfter + growth[cpts, default: 0]
    return after <= largest && (judging || after <= 2 * member.peopleBefore)
  }

  private mutating func grow(_ option: SectorOption, _ ground: SectorGround) {
    guard option.kind == .extending, let member = option.figures?.members.first,
      let known = ground.member(member.target)
    else { return }
    let before = known.people + growth[known.cpts, default: 0]
    growth[known.cpts, default: 0] += member.peopleGained
    guard member.hasContract else { return }
    let rules = study.options.rules
    // Where the people of one are unknown in part, what all get is unknown from here on.
    func size(_ people: Int, _ known: CountedPeople.Known) -> Int? {
      rules.sizes.sizeClass(of: CountedPeople(count: people, known: known))
    }
    let more = rules.euros(
      before: size(before, member.before.known),
      after: size(before + member.peopleGained, member.after.known)
    ).more
    euros = euros.flatMap { euros in more.map { euros + $0 } }
  }

  private func leave(_ plan: inout GreedyPlan) {
    let left = study.sectors.compactMap { sector -> (id: String, people: Int)? in
      let parts = sector.isPiloted(by: area, study) ? uncovered(sector.parts) : []
      return parts.isEmpty ? nil : (sector.id, people(of: parts))
    }
    plan.unreached = left.sorted { ($1.people, $0.id) < ($0.people, $1.id) }.map(\.id)
    plan.peopleUnreached = left.reduce(0) { $0 + $1.people }
  }
}

extension Sector {
  /// Whether the department that pilots the work is in some areas.
  fileprivate func isPiloted(by area: StudyArea, _ study: Study) -> Bool {
    area.isWhole
      || units.first { study.units[$0].department == pilot }.map { area.contains($0) } ?? false
  }
}
