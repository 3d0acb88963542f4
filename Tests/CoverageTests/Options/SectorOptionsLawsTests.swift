import Testing

@testable import Coverage

/// Laws that the options of every zone obey.
struct SectorOptionsLawsTests {
  static let seeds = 1...300 as ClosedRange<UInt64>
  static func pack() throws -> RulePack { try RuleLibrary.included().pack("aci-2019") }

  private func options(
    _ zone: SectorGround, _ rules: OptionRules = OptionRules()
  ) throws -> [SectorOption] {
    let pack = try Self.pack()
    return SectorOptions(zone, rules, pack.sizes, pack).options
  }

  @Test("people before and gained make people after, and all of the zone is accounted for")
  func people() throws {
    for seed in Self.seeds {
      let zone = RandomZone.zone(seed: seed)
      for option in try options(zone) {
        guard let figures = option.figures, let targets = option.targets else {
          #expect(!option.isFeasible, "seed \(seed)")
          continue
        }
        let whole = zone.people.reduce(0, +)
        #expect(figures.peopleGained + figures.remnantPeople == whole, "seed \(seed)")
        for member in figures.members {
          let gained = targets.indices.filter { targets[$0] == member.target }
            .reduce(0) { $0 + zone.people[$1] }
          let before = member.isNew ? 0 : zone.neighbours[Int(member.target)].people
          #expect(member.peopleGained == gained, "seed \(seed)")
          #expect(member.peopleAfter == before + gained, "seed \(seed)")
        }
      }
    }
  }

  @Test("every zone has each kind of option, and each that cannot be says why")
  func kinds() throws {
    var obstacles: Set<String> = []
    for seed in Self.seeds {
      let zone = RandomZone.zone(seed: seed)
      let options = try options(zone)
      for kind in SectorOptionKind.allCases where kind != .support && kind != .uniting {
        #expect(options.contains { $0.kind == kind }, "seed \(seed)")
      }
      #expect(options.count { $0.kind == .extending } == max(1, zone.neighbours.count))
      #expect(options.map { $0.isFeasible } == options.map { $0.isFeasible }.sorted { $0 && !$1 })
      #expect(options.allSatisfy { $0.isFeasible == ($0.score != nil) })
      obstacles.formUnion(
        options.compactMap { $0.obstacle?.english.filter { !$0.isNumber } })
    }
    #expect(obstacles.count >= 8, "\(obstacles)")
  }

  @Test("scores are means of their parts, between 0 and 1, the best first")
  func scores() throws {
    for seed in Self.seeds {
      let options = try options(RandomZone.zone(seed: seed))
      let scores = options.compactMap { $0.score }
      // By what speaks against them; then what one decides before what takes several, and before a creation
      // that something speaks against; then by score.
      let feasible = options.filter(\.isFeasible)
      func key(_ option: SectorOption) -> [Int] {
        let isLate =
          [.sharing, .mixed].contains(option.kind) || option.kind == .creation && !option.isPlain
        return [option.reservations.count, isLate ? 1 : 0, -(option.score?.total ?? 0)]
      }
      for (first, second) in zip(feasible, feasible.dropFirst()) {
        #expect(!key(second).lexicographicallyPrecedes(key(first)), "seed \(seed)")
      }
      for score in scores {
        let parts = score.parts.compactMap { $0 }
        #expect(parts.allSatisfy { (0...1000).contains($0) }, "seed \(seed)")
        #expect((parts.min()! - 1...parts.max()! + 1).contains(score.total), "seed \(seed)")
      }
    }
  }

  @Test("the numbers of neighbours do not matter")
  func order() throws {
    for seed in Self.seeds {
      let zone = RandomZone.zone(seed: seed)
      let count = zone.neighbours.count
      guard count > 1 else { continue }
      var turned = zone
      turned.neighbours.reverse()
      turned.contacts = zone.contacts.reversed().map {
        SectorGround.Contact(
          unit: $0.unit, neighbour: Int32(count - 1) - $0.neighbour, metres: $0.metres)
      }
      func turn(_ areas: inout SharedAreas) {
        let size = areas.codes.count
        areas.peopleInNeighbour = (0..<count).reversed().flatMap {
          areas.peopleInNeighbour[$0 * size..<($0 + 1) * size]
        }
      }
      turn(&turned.livingAreas)
      turn(&turned.intercommunalities)
      func briefs(_ zone: SectorGround) throws -> Set<String> {
        Set(
          try options(zone).filter { $0.search == nil }.map { option in
            let cpts = option.figures?.members.map { member in
              member.isNew ? -1 : zone.neighbours[Int(member.target)].cpts
            }
            return "\(option.kind) \(cpts ?? []) \(option.score?.parts ?? [])"
          })
      }
      #expect(try briefs(zone) == briefs(turned), "seed \(seed)")
      let worths = try options(zone).compactMap { $0.search?.worth }.sorted()
      #expect(try worths == options(turned).compactMap { $0.search?.worth }.sorted())
    }
  }

  @Test("a larger largest size never closes an option")
  func monotone() throws {
    for seed in Self.seeds {
      let zone = RandomZone.zone(seed: seed)
      var narrow = OptionRules()
      narrow.largestPeople = 120_000
      var wide = OptionRules()
      wide.largestPeople = 240_000
      let wider = try options(zone, wide).filter { $0.isFeasible && $0.search == nil }
      for option in try options(zone, narrow) where option.isFeasible && option.search == nil {
        #expect(
          wider.contains { $0.kind == option.kind && $0.targets == option.targets },
          "seed \(seed) \(option.kind)")
      }
      for option in try options(zone, narrow) {
        let most = option.figures?.members.map(\.peopleAfter).max() ?? 0
        #expect(!option.isFeasible || most <= 120_000, "seed \(seed)")
      }
    }
  }
}
