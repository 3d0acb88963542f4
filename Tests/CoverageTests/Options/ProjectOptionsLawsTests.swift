import Testing

@testable import Coverage

/// Laws of the options of sectors on which projects are at work.
struct ProjectOptionsLawsTests {
  private static let seeds = 1...300 as ClosedRange<UInt64>

  private func options(_ sector: SectorGround) throws -> [SectorOption] {
    let pack = try RuleLibrary.included().pack("aci-2019")
    return SectorOptions(sector, OptionRules(), pack.sizes, pack).options
  }

  @Test("a project accompanied covers whom it has, and its territory stays")
  func supports() throws {
    for seed in Self.seeds {
      let sector = RandomSector.sector(seed: seed)
      let supports = try options(sector).filter { $0.kind == .support }
      #expect(supports.count == sector.projects.count { !$0.unitsHere.isEmpty }, "seed \(seed)")
      for option in supports {
        let (figures, targets) = (try #require(option.figures), try #require(option.targets))
        let member = try #require(figures.members.first)
        #expect(figures.members.count == 1, "seed \(seed)")
        let isAlone = sector.nature != .competingProjects
        #expect(option.verdict == (isAlone ? "oui" : "a_examiner"), "seed \(seed)")
        let project = try #require(
          sector.projects.indices.first { sector.target(ofProject: $0) == member.target })
        let own = sector.projects[project]
        #expect(
          targets.indices.allSatisfy { (targets[$0] >= 0) == own.unitsHere.contains(Int32($0)) })
        #expect(figures.peopleGained == own.peopleHere)
        #expect(figures.peopleGained + figures.remnantPeople == sector.totalPeople, "seed \(seed)")
        #expect(figures.peopleElsewhere == own.peopleElsewhere)
        #expect(member.peopleAfter == member.peopleBefore)
        // A project gets nothing before it signs.
        let pack = try RuleLibrary.included().pack("aci-2019")
        let sizeClass = pack.sizes.sizeClass(of: member.peopleAfter)
        let euros = figures.possibleEuros(pack)
        #expect(euros.before == 0)
        #expect(own.own.known == .none || euros.more == pack.yearlyTotal(sizeClass: sizeClass))
      }
    }
  }

  @Test("projects that become one leave nobody, and have the people of all")
  func uniting() throws {
    var count = 0
    for seed in Self.seeds {
      let sector = RandomSector.sector(seed: seed)
      let united = try options(sector).filter { $0.kind == .uniting }
      #expect(united.count == (sector.projects.count > 1 ? 1 : 0), "seed \(seed)")
      for option in united {
        count += 1
        let figures = try #require(option.figures)
        #expect(figures.peopleGained == sector.totalPeople && figures.remnantPeople == 0)
        #expect(figures.members.map(\.peopleAfter) == [sector.peopleOfProjects], "seed \(seed)")
        #expect(option.isFeasible == (sector.peopleOfProjects <= 350_000))
      }
    }
    #expect(count > 50)
  }

  @Test("nothing that covers the land of a project anew is without a word against it")
  func noneDoubled() throws {
    for seed in Self.seeds {
      let options = try options(RandomSector.sector(seed: seed))
      // Projects that compete are united before one of them is helped.
      let areUnited = options.contains { $0.kind == .uniting && $0.isFeasible }
      let isPlain = options.contains { $0.kind == .support && $0.isPlain }
      #expect(options.first?.kind == (areUnited && !isPlain ? .uniting : .support))
      for option in options where option.kind != .support && option.kind != .uniting {
        #expect(!option.isPlain, "seed \(seed) \(option.kind)")
        #expect(!option.reason(in: .french).isEmpty && !option.reason(in: .english).isEmpty)
      }
      #expect(options.filter { $0.kind == .creation }.map(\.obstacle) == [.projectAtWork])
      #expect(!options.contains { $0.kind == .sharing || $0.kind == .mixed })
    }
  }

  @Test("creations and extensions, against the rules in plain words")
  func plain() throws {
    var verdicts: [String: Int] = [:]
    for seed in Self.seeds {
      var sector = RandomZone.zone(seed: seed)
      if seed.isMultiple(of: 3) { sector.nature = .remnant }
      let reach = UsualReach(metres: 25_000, isGiven: false)
      let pack = try RuleLibrary.included().pack("aci-2019")
      let options = SectorOptions(sector, OptionRules(), pack.sizes, pack, reach: reach).options
      for option in options where option.kind == .creation || option.kind == .extending {
        guard let figures = option.figures, let member = figures.members.first else { continue }
        let people = sector.totalPeople
        let before = member.isNew ? 0 : sector.neighbours[Int(member.target)].people
        #expect(member.peopleAfter == before + people && figures.remnantPeople == 0)
        let touched = sector.contacts.filter { $0.neighbour == member.target }.map(\.unit)
        let isWhole = isOnePiece(sector, from: member.isNew ? [sector.mainUnit] : touched)
        let main =
          member.isNew
          ? sector.points[Int(sector.mainUnit)] : sector.neighbours[Int(member.target)].main
        let isFar = sector.points.contains { point in
          point.flatMap { point in main.map { point.metres(to: $0) > 25_000 } } ?? false
        }
        let isSmall = member.isNew && people < 20_000
        let isDoubled = !member.isNew && people > before
        let expected =
          !isWhole || before + people > 350_000
          ? "non" : isFar || isSmall || isDoubled ? "a_examiner" : "oui"
        #expect(option.verdict == expected, "seed \(seed) \(option.kind)")
        verdicts["\(option.kind) \(expected)", default: 0] += 1
      }
    }
    #expect(verdicts.count >= 5 && verdicts.values.allSatisfy { $0 > 5 }, "\(verdicts)")
  }

  private func isOnePiece(_ sector: SectorGround, from start: [Int32]) -> Bool {
    var reached = Set(start)
    for _ in 0..<sector.unitCount {
      for border in sector.borders
      where reached.contains(border.first) || reached.contains(border.second) {
        reached.formUnion([border.first, border.second])
      }
    }
    return reached.count == sector.unitCount
  }

  @Test("the CPTS across the sea may take an island, and somebody must judge")
  func acrossSea() throws {
    var sector = SectorOptionsTests.row()
    (sector.contacts, sector.outsideMetres, sector.isBySea) = ([], [0, 0, 0], true)
    sector.neighbours.removeLast()
    let options = try options(sector)
    let extending = try #require(options.first { $0.kind == .extending })
    #expect(extending.verdict == "a_examiner" && extending.reservations == [.acrossSea])
    #expect(extending.figures?.peopleGained == 30_000)
    #expect(options.first?.kind == .creation && options.first?.verdict == "oui")
    #expect(options.first { $0.kind == .mixed }?.obstacle == .noNeighbour)
    #expect(options.first { $0.kind == .sharing }?.obstacle == .oneNeighbour)
  }

  @Test("the score in a word, and what nobody can judge")
  func grades() throws {
    #expect(OptionGrade(700, against: 0) == .solid && OptionGrade(699, against: 0) == .possible)
    #expect(OptionGrade(500, against: 0) == .possible && OptionGrade(499, against: 0) == .unlikely)
    #expect(OptionGrade(1000, against: 1) == .possible && OptionGrade(699, against: 1) == .unlikely)
    #expect(OptionGrade(1000, against: 2) == .unlikely && OptionGrade(0, against: 5) == .unlikely)
    let sector = SectorOptionsTests.row()
    let creation = try #require(try options(sector).first { $0.kind == .creation })
    #expect(sector.isUnjudged(.livingArea, of: creation))
    #expect(!sector.isUnjudged(.border, of: creation) && creation.score?[.border] == nil)
  }
}
