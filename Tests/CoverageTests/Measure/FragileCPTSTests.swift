import Testing

@testable import Coverage

@Suite("Fragile CPTS")
struct FragileCPTSTests {
  private func cpts(
    fragile: Bool? = nil, of professionals: Int? = nil, _ members: Int? = nil,
    active: Int? = nil
  ) -> CPTS {
    var cpts = CPTS(id: CPTSID("A"), name: "A")
    cpts.isFragile = fragile
    (cpts.professionals, cpts.members, cpts.activeMembers) = (professionals, members, active)
    return cpts
  }

  @Test("by their flag, or strictly below a threshold; unknown where nothing tells")
  func reasons() {
    let none = FragilityRule.none
    #expect(none.reasons(cpts()) == nil)
    #expect(none.reasons(cpts(of: 100, 0, active: 0)) == nil)
    #expect(none.reasons(cpts(fragile: false)) == [])
    #expect(none.reasons(cpts(fragile: true)) == [.flagged])
    let rule = FragilityRule(leastMembers: 30, leastActive: 1.1)
    #expect(rule.reasons(cpts(of: 10, 3)) == [])
    #expect(rule.reasons(cpts(of: 10, 2)) == [.fewMembers])
    #expect(rule.reasons(cpts(of: 10)) == nil)
    #expect(rule.reasons(cpts(of: 0, 0)) == nil)
    // 1.1 % of 1000 is 11, whatever the binary of 1.1.
    #expect(rule.reasons(cpts(1000, active: 11)) == [])
    #expect(rule.reasons(cpts(1000, active: 10)) == [.fewActive])
    #expect(
      rule.reasons(cpts(fragile: true, of: 1000, 200, active: 0))
        == [.flagged, .fewMembers, .fewActive])
    #expect(rule.reasons(cpts(fragile: false, of: 1000, 200)) == [.fewMembers])
  }

  @Test("supports border what they do not cover, are sound, and stay coherent", arguments: 1...60)
  func supports(seed: UInt64) async throws {
    let study = try await RandomStudy(seed: seed)
    var random = SplitMix(seed: seed)
    var territories = study.territories
    for index in territories.cpts.indices {
      let old = territories.cpts[index]
      var record = CPTS(id: old.id, name: old.name)
      record.isFragile = random.int(in: 0...2) == 0
      let stage = random.int(in: 0...2) == 0 ? old.stage : .signedContract
      territories.cpts[index] = DatedCPTS(
        id: old.id, name: old.name, stage: stage, file: "", line: 1, record: record)
    }
    let rule = SliverRule(width: 50, people: 50)
    let finder = try await WhiteZoneFinder(
      territories, study.units, study.mesh, whiteBelow: .letterOfIntent, rule)
    let figures = CPTSMeasure.figures(territories, study.units, study.mesh)
    let largest = random.int(in: 5_000...40_000)
    let measure = FragileMeasure(finder, figures, largestPeople: largest, .none)
    var losses = CPTSLossFinder(finder, try await finder.zones().zones, study.units, rule)
    let lengths = study.mesh.metricLengths()
    for one in territories.cpts.indices {
      let loss = losses.loss(of: Index(one))
      var metres: [Int: Double] = [:]
      for (pair, length) in lengths {
        for (unit, other) in [(pair.first, pair.second), (pair.second, pair.first)] {
          let (here, there) = (study.owners(of: Int(unit)), study.owners(of: Int(other)))
          guard here.contains(one) else { continue }
          for able in there where !here.contains(able) { metres[able, default: 0] += length }
        }
      }
      // Sums in another order differ by less.
      func millimetres(_ able: Int) -> Int { Int(((metres[able] ?? 0) * 1000).rounded()) }
      let expected = metres.keys.filter { able in
        let cpts = territories.cpts[able]
        return able != one && cpts.stage == .signedContract && cpts.record.isFragile == false
          && figures[able].population + loss.population <= largest
      }.sorted { (-millimetres($0), $0) < (-millimetres($1), $1) }
      #expect(measure.supports(of: Index(one), loss).map { Int($0) } == expected)
    }
  }
}
