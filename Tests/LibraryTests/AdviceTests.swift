import Coverage
import Testing

/// A plan simulated, and opinions on proposals, read from Swift.
struct AdviceTests {
  private static let plan = """
    zone,action,cpts_id,stade
    ZB-02005,extension,X,
    ZB-01001,extension,nobody,
    ,stade,Z,lettre_intention

    """

  private static func sizes(_ settings: inout StudySettings) {
    settings.optionSmallest = 1_000
    settings.optionLargest = 4_000
  }

  private func simulated() async throws -> Simulation {
    try await SmallWorld.withFile("plan.csv", Self.plan) { path in
      try await Simulation.run(
        try SmallWorld.options(Self.sizes), plan: InputPath(path), goal: nil)
    }
  }

  @Test("each row of a plan says what became of it; their gains are what the study gains")
  func outcomes() async throws {
    let simulation = try await simulated()
    #expect(simulation.outcomes.map(\.fate) == [.applied, .setAside, .applied])
    #expect(simulation.outcomes.map(\.row.line) == [2, 3, 4])
    #expect(simulation.outcomes.map(\.gained) == [1_250, 0, 1_000])
    #expect(simulation.outcomes[1].reason?.french.contains("nobody") == true)
    #expect(simulation.rowsSetAside == 1)
    #expect(simulation.gained == 2_250)
    #expect(simulation.after.whiteZones.isEmpty)
    for (before, after) in zip(simulation.before.coverage, simulation.after.coverage) {
      #expect(before.code == after.code)
      #expect(before.breakdown.total == after.breakdown.total)
    }
  }

  @Test("zones and CPTS that change say what they were and what they are")
  func changes() async throws {
    let simulation = try await simulated()
    #expect(simulation.whiteZones.map(\.before) == ["ZB-01001", "ZB-02005"])
    #expect(simulation.whiteZones.map(\.fate) == [.closed, .closed])
    for zone in simulation.whiteZones {
      #expect(
        zone.peopleAfter == zone.peopleBefore - zone.peopleCovered + zone.peopleUncovered)
    }
    #expect(simulation.cpts.map(\.id.text) == ["X", "Z"])
    let (east, aval) = (simulation.cpts[0], simulation.cpts[1])
    #expect(east.before?.people == 3_000)
    #expect(east.after.people == 4_250)
    #expect(aval.before?.stage == .project)
    #expect(aval.after.stage == .letterOfIntent)
    #expect(aval.before?.euros == 0)
    // A letter of intent brings no ACI (ACI of 20 June 2019, art. 7.1 and 9.1).
    #expect(aval.after.euros == 0)
    #expect(simulation.conflicts.contains { $0.rule == .tooLarge && $0.cpts == [CPTSID("X")] })
  }

  @Test("the actions proposed gain what the study gains, within their bound")
  func greedy() async throws {
    let simulation = try await Simulation.run(
      try SmallWorld.options(Self.sizes), plan: nil, goal: GreedyPlan.Goal(count: 2))
    let greedy = try #require(simulation.greedy)
    #expect(greedy.goal.count == 2)
    #expect(greedy.gained == simulation.gained)
    #expect(greedy.gained <= greedy.bound)
    #expect(
      greedy.steps.last?.covered
        == simulation.after.coverage[0].breakdown.cumulative(.letterOfIntent))
    #expect(try await simulated().greedy == nil)
  }

  private static let proposals = """
    cpts_id,cpts_nom,code_commune
    N,CPTS Nord,01005
    N,CPTS Nord,01006
    N,CPTS Nord,02002
    P,CPTS Plaine,02002
    P,CPTS Plaine,02004

    """

  private func opinions() async throws -> Opinions {
    try await SmallWorld.withFile("proposals.csv", Self.proposals) { path in
      try await Opinions.run(try SmallWorld.options { $0.proposals = [path] })
    }
  }

  @Test("an opinion has every criterion, each with its finding, its reason and its text")
  func criteria() async throws {
    let all = try await opinions()
    #expect(all.opinions.map(\.id.text) == ["N", "P"])
    for opinion in all.opinions {
      #expect(opinion.criteria.map(\.kind) == OpinionCriterion.Kind.allCases)
      #expect(opinion.criteria.allSatisfy { !$0.reason.isEmpty && !$0.kind.basis.isEmpty })
      #expect(opinion.gravest == .againstRule)
      #expect(
        OpinionFinding.allCases.reduce(0) { $0 + opinion.count($1) } == opinion.criteria.count)
    }
    let north = all.opinions[0]
    #expect(north.name == "CPTS Nord")
    #expect(north.people == 740)
    #expect(north.sizeClass == 1)
    #expect(north.replaced == nil)
    #expect(north.communes.map(\.text) == ["01005", "01006", "02002"])
  }

  @Test("figures and tables are read by name: N takes the 700 people of Gué from X and Y")
  func figures() async throws {
    let overlap = try await opinions().opinions[0][.overlap]
    #expect(overlap.finding == .againstRule)
    let figures = Dictionary(
      uniqueKeysWithValues: overlap.figures.map { ($0.key, $0.number) })
    #expect(figures["nb_cpts"] == 2)
    #expect(figures["population"] == 700)
    let table = try #require(overlap.tables.first { $0.key == "cpts" })
    let ids = table.records.map { record in
      record.filter { $0.key == "cpts_id" }.flatMap(\.texts)
    }
    #expect(ids == [["X"], ["Y"]])
    let people = table.records.flatMap { $0.filter { $0.key == "population" }.map(\.number) }
    #expect(people == [700, 700])
  }

  @Test("what two proposals have in common is said by pairs")
  func mutual() async throws {
    let all = try await opinions()
    #expect(all.mutual.map { [$0.first.text, $0.second.text] } == [["N", "P"]])
    #expect(all.mutual.map(\.people) == [700])
    #expect(all.mutual.map(\.communes) == [[UnitCode("02002")]])
    #expect(!all.study.uncoveredSectors.isEmpty)
    #expect(all.study.uncoveredSectors.allSatisfy { $0.options.isEmpty })
  }
}
