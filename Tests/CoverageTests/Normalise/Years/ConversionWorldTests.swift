import Testing

@testable import Coverage

@Suite("Lists of random worlds brought to another year, against the land itself")
struct ConversionWorldTests {
  private func conversion(
    _ world: LandWorld, to year: Int
  ) throws -> CodeConversion {
    let history = try CodeHistory(
      world.movements, reference: Set(world.truth[0].keys), path: "movements.csv")
    return CodeConversion(
      history: history, units: Set(world.truth[year].keys), unitsYear: 2000 + year,
      decisions: Decisions(), parts: [:])
  }

  private func codeYear(_ year: Int) -> CodeYear {
    CodeYear(
      year: 2000 + year, range: (2000 + year)...(2000 + year), bestRanges: [], communes: [],
      judged: 0, misfits: [], parts: [], strangers: [])
  }

  private func land(_ codes: [UnitCode], _ communes: [UnitCode: Set<Int>]) -> Set<Int> {
    codes.reduce(into: Set<Int>()) { $0.formUnion(communes[$1] ?? []) }
  }

  /// The communes that an outcome says are covered whole, and those that it names at all.
  private func named(_ found: ConvertedCode) -> (whole: [UnitCode], all: [UnitCode]) {
    switch found.outcome {
    case .kept: ([found.listed.code], [found.listed.code])
    case .replaced(let codes): (codes, codes)
    case .partial(let part): ([], [part.commune])
    case .undecided(let codes, let covered): (covered, codes)
    case .decided(let code): ([code], [code])
    case .absent, .notJudged: ([], [])
    }
  }

  @Test(
    "No land is lost, and nothing is covered whole that is not listed whole",
    arguments: 1...40 as ClosedRange<UInt64>)
  func landIsConserved(seed: UInt64) throws {
    let world = LandWorld(seed: seed, communes: 9, years: 12, rules: .init())
    var random = SplitMix(seed: seed)
    for (from, to) in [(0, 12), (12, 0), (3, 9), (9, 3), (6, 7), (5, 5)] {
      let (here, there) = (world.truth[from], world.truth[to])
      let territory = CPTSID("A")
      let chosen = here.keys.sorted().filter { _ in random.int(in: 0...2) > 0 }
      let rows = chosen.map { ListedCode(territory: territory, code: $0) }
      let found = try conversion(world, to: to).convert(rows, year: codeYear(from))
      let ground = land(chosen, here)
      for result in found {
        let (whole, all) = named(result)
        let isListed = land(whole, there).isSubset(of: ground)
        #expect(isListed, "seed \(seed), \(from) to \(to): \(result.outcome)")
        let isKept = (here[result.listed.code] ?? []).isSubset(of: land(all, there))
        #expect(isKept, "seed \(seed), \(from) to \(to): \(result.outcome)")
      }
    }
  }

  @Test("A territory of all communes covers all communes whole, in any year")
  func everything() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      let world = LandWorld(seed: seed, communes: 9, years: 12, rules: .init())
      for (from, to) in [(0, 12), (12, 0), (4, 8)] {
        let rows = world.truth[from].keys.sorted().map {
          ListedCode(territory: CPTSID("A"), code: $0)
        }
        let found = try conversion(world, to: to).convert(rows, year: codeYear(from))
        let whole = Set(found.flatMap { named($0).whole })
        #expect(whole == Set(world.truth[to].keys), "seed \(seed), \(from) to \(to)")
      }
    }
  }

  @Test("With mergers alone, the people of the parts add up to everybody")
  func people() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      let world = LandWorld(
        seed: seed, communes: 9, years: 8, rules: .init(hasCreations: false, hasPartings: false))
      // Patch p has p + 1 people; each commune is a territory of its own.
      let here = world.truth[0]
      let rows = here.keys.sorted().map { ListedCode(territory: CPTSID($0.text), code: $0) }
      var conversion = try conversion(world, to: 8)
      conversion.parts = here.mapValues { land in land.reduce(0) { $0 + $1 + 1 } }
      var total = 0
      for result in try conversion.convert(rows, year: codeYear(0)) {
        switch result.outcome {
        case .kept, .replaced:
          let land = land(named(result).whole, world.truth[8])
          total += land.reduce(0) { $0 + $1 + 1 }
        case .partial(let part): total += part.people ?? 0
        default: Issue.record("seed \(seed): \(result.outcome)")
        }
      }
      #expect(total == 36 * 37 / 2, "seed \(seed)")
    }
  }
}
