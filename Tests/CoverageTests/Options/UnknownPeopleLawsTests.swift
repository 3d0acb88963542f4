import Testing

@testable import Coverage

/// Laws of options where the people of some units, or of some CPTS, are unknown.
struct UnknownPeopleLawsTests {
  private static let seeds = 1...300 as ClosedRange<UInt64>

  /// A random sector of which each population may be unknown; every second one has projects.
  private func sector(_ seed: UInt64) -> SectorGround {
    var sector = seed % 2 == 0 ? RandomZone.zone(seed: seed) : RandomSector.sector(seed: seed)
    var random = SplitMix(seed: seed + 77)
    for unit in sector.people.indices where random.int(in: 0...3) == 0 {
      sector.people[unit] = 0
      sector.unknownUnits.insert(Int32(unit))
    }
    for place in sector.neighbours.indices where random.int(in: 0...2) == 0 {
      sector.neighbours[place].known = .some
      sector.neighbours[place].unknownCommunes = random.int(in: 1...9)
    }
    return sector
  }

  private func unknown(_ wording: Wording) -> Bool {
    wording.french.hasPrefix("La population de ") && wording.french.contains("commune")
  }

  @Test(
    "where people of an option are unknown, it states no size and no euros, and is to be examined")
  func unknown() throws {
    let pack = try RuleLibrary.included().pack("aci-2019")
    var (seen, plain) = (0, 0)
    for seed in Self.seeds {
      let sector = sector(seed)
      guard sector.known != .none else { continue }
      for option in SectorOptions(sector, OptionRules(), pack.sizes, pack).options {
        guard option.isFeasible, option.kind != .support, option.kind != .uniting,
          let figures = option.figures, let targets = option.targets
        else { continue }
        let here = sector.unknownUnits.count { targets[Int($0)] >= 0 }
        let there = figures.members.reduce(0) { sum, member in
          sum + (sector.member(member.target)?.unknownCommunes ?? 0)
        }
        let said = option.reservations.filter(unknown)
        guard here + there > 0 else {
          plain += 1
          #expect(said.isEmpty, "seed \(seed)")
          #expect(figures.possibleEuros(pack).more != nil, "seed \(seed)")
          continue
        }
        seen += 1
        #expect(option.verdict == "a_examiner", "seed \(seed)")
        let several = figures.members.count > 1
        #expect(
          said == [.partlyUnknown(inSector: here, inCPTS: there, areSeveral: several)],
          "seed \(seed)")
        #expect(figures.possibleEuros(pack).after == nil, "seed \(seed)")
        #expect(figures.possibleEuros(pack).more == nil, "seed \(seed)")
        for member in figures.members {
          let isKnown =
            targets.indices.allSatisfy {
              targets[$0] != member.target || !sector.unknownUnits.contains(Int32($0))
            } && (sector.member(member.target)?.unknownCommunes ?? 0) == 0
          #expect((pack.sizes.sizeClass(of: member.after) != nil) == isKnown, "seed \(seed)")
        }
        if figures.members.allSatisfy({ $0.after.exact == nil }) {
          let isToCome = option.kind == .temporaryExtending && sector.toCome.exact != nil
          #expect(isToCome || option.score?[.size] == nil, "seed \(seed)")
        }
        let doubled = figures.members.contains {
          $0.before.known == .all && !$0.isNew && $0.peopleGained > $0.peopleBefore
        }
        #expect(
          option.reservations.contains { $0.english.contains("more than double") } == doubled,
          "seed \(seed)")
      }
    }
    #expect(seen > 200 && plain > 50, "\(seen) \(plain)")
  }
}
