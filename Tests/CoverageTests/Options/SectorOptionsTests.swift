import Testing

@testable import Coverage

/// Options whose figures were computed by hand.
struct SectorOptionsTests {
  /// Three communes in a row, a CPTS at each end: A touches the first, B the third.
  ///
  /// People 6,000, 14,000 and 10,000; one degree of latitude is 111.195 km.
  static func row(peopleOfA: Int = 50_000, stageOfA: Stage = .signedContract) -> SectorGround {
    var zone = SectorGround()
    zone.people = [6000, 14_000, 10_000]
    zone.squareMetres = [1e6, 2e6, 3e6]
    zone.points = [0.1, 0.2, 0.3].map { GlobePoint(longitude: 0, latitude: $0) }
    zone.communes = [0, 1, 2]
    for department in ["35", "35", "56"] {
      zone.appendDistrict(SectorGround.District(department: department, region: "53"))
    }
    zone.outsideMetres = [3000, 0, 1000]
    zone.mainUnit = 1
    zone.borders = [
      SectorGround.UnitBorder(first: 0, second: 1, metres: 1000),
      SectorGround.UnitBorder(first: 1, second: 2, metres: 1000),
    ]
    zone.contacts = [
      SectorGround.Contact(unit: 0, neighbour: 0, metres: 3000),
      SectorGround.Contact(unit: 2, neighbour: 1, metres: 1000),
    ]
    zone.neighbours = [
      neighbour(7, stageOfA, peopleOfA, latitude: 0, "35", 0.75),
      neighbour(9, .letterOfIntent, 100_000, latitude: 0.4, "56", 0.25),
    ]
    return zone
  }

  private static func neighbour(
    _ cpts: Index<DatedCPTS>, _ stage: Stage, _ people: Int, latitude: Double, _ department: String,
    _ share: Double
  ) -> SectorGround.Neighbour {
    SectorGround.Neighbour(
      cpts: cpts, stage: stage, people: people,
      main: GlobePoint(longitude: 0, latitude: latitude), departments: [department],
      regions: ["53"], borderShare: share)
  }

  private func options(_ zone: SectorGround) throws -> [SectorOption] {
    let pack = try RuleLibrary.included().pack("aci-2019")
    return SectorOptions(zone, OptionRules(), pack.sizes, pack).options
  }

  @Test("the score of an extension, part by part")
  func extending() throws {
    let option = try #require(
      try options(Self.row()).first { $0.kind == .extending && $0.targets?.first == 0 })
    let figures = try #require(option.figures)
    #expect(figures.members.map(\.peopleAfter) == [80_000])
    #expect(figures.squareMetres == 6e6)
    #expect(figures.communeCount == 3)
    #expect(figures.departments == ["35", "56"])
    #expect(abs((figures.farthestMetres ?? 0) - 33_358.5) < 1)
    let pack = try RuleLibrary.included().pack("aci-2019")
    #expect(
      figures.possibleEuros(pack)
        == YearlyEuros(before: 242_000, after: 315_000, more: 73_000))
    #expect(
      figures.possibleEuros(pack, withSupplements: true)
        == YearlyEuros(before: 287_000, after: 370_000, more: 83_000))
    #expect(figures.signedEuros(pack) == figures.possibleEuros(pack))
    let score = try #require(option.score)
    // couverture, taille, bassin, epci, frontière 3 of 4, proximité 1 − 33.36 / 50, ACI signé,
    // two departments, 73,000 euros for 30,000 people, which weigh nothing.
    #expect(score.parts == [1000, 1000, nil, nil, 750, 332, 1000, 500, 757])
    // (3·1000 + 3·1000 + 2·750 + 3·332 + 2·1000 + 500) / 14
    #expect(score.total == 785)
  }

  @Test("the sharing gives each end to its CPTS, and the middle to the nearer")
  func sharing() throws {
    let options = try options(Self.row())
    let option = try #require(options.first { $0.kind == .sharing })
    #expect(option.targets?.first == 0)
    #expect(option.targets?.last == 1)
    #expect(option.search?.gap == 0)
    #expect(option.figures?.members.map(\.peopleGained).reduce(0, +) == 30_000)
    #expect(option.figures?.isContiguous == true)
  }

  @Test("living areas kept whole and cut, and the people who stay with theirs")
  func livingAreas() throws {
    var zone = Self.row()
    // B1: the first two units and 5,000 people of the first neighbour. B2: the third unit, 30,000
    // people elsewhere.
    zone.livingAreas.codes = ["B1", "B2"]
    zone.livingAreas.ofUnit = [0, 0, 1]
    zone.livingAreas.people = [25_000, 40_000]
    zone.livingAreas.peopleInSector = [20_000, 10_000]
    zone.livingAreas.peopleInNeighbour = [5000, 0, 0, 0]
    func areas(_ kind: SectorOptionKind, _ target: Int32) throws -> OptionFigures.WholeAndCut? {
      try options(zone).first { $0.kind == kind && $0.targets?.first == target }?.figures?
        .livingAreas
    }
    let joined = OptionFigures.WholeAndCut(
      whole: 1, cut: 1, peopleKnown: 30_000, peopleInside: 20_000)
    #expect(try areas(.extending, 0) == joined)
    let apart = OptionFigures.WholeAndCut(
      whole: 0, cut: 2, peopleKnown: 30_000, peopleInside: 20_000)
    #expect(try areas(.extending, 1) == apart)
    #expect(try areas(.creation, 2) == apart)
    let score = try options(zone).first { $0.kind == .extending && $0.targets?.first == 0 }?.score
    #expect(score?[.livingArea] == 667)
  }

  @Test("each obstacle is said")
  func obstacles() throws {
    func obstacle(_ kind: SectorOptionKind, _ zone: SectorGround) throws -> Wording? {
      try options(zone).last { $0.kind == kind }?.obstacle
    }
    var alone = Self.row()
    (alone.neighbours, alone.contacts) = ([], [])
    #expect(try obstacle(.extending, alone) == .noNeighbour)
    #expect(try obstacle(.sharing, alone) == .oneNeighbour)
    #expect(try obstacle(.mixed, alone) == .noNeighbour)
    let early = Self.row(stageOfA: .letterOfIntent)
    #expect(try obstacle(.temporaryExtending, early) == .noNeighbourWithContract)
    let full = Self.row(peopleOfA: 330_000)
    #expect(
      try obstacle(.extending, full)
        == .tooLargeToExtend(CountedPeople(count: 360_000, known: .all), above: 350_000))
    var small = Self.row()
    small.people = [6000, 13_999, 0]
    func reservations(_ zone: SectorGround) throws -> [Wording] {
      try #require(try options(zone).first { $0.kind == .creation }).reservations
    }
    #expect(try reservations(small) == [.tooSmall(19_999, below: 20_000)])
    #expect(try options(small).first { $0.kind == .creation }?.verdict == "a_examiner")
    small.people = [6000, 14_000, 0]
    #expect(try reservations(small) == [])
    var apart = Self.row()
    apart.borders.removeLast()
    #expect(try obstacle(.creation, apart) == .notContiguous)
  }

  @Test(
    "euros before and after, where the extension ends beside a bound",
    arguments: [
      (39_999, 185_000), (40_000, 242_000), (40_001, 242_000), (79_999, 242_000),
      (80_000, 315_000), (80_001, 315_000), (174_999, 315_000), (175_000, 315_000),
      (175_001, 380_000),
    ])
  func money(after: Int, euros: Int) throws {
    let zone = Self.row(peopleOfA: after - 30_000)
    let option = try #require(
      try options(zone).first { $0.kind == .extending && $0.targets?.first == 0 })
    let pack = try RuleLibrary.included().pack("aci-2019")
    let before = [9999: 185_000, 10_000: 185_000, 10_001: 185_000][after - 30_000]
    let money = try #require(option.figures).possibleEuros(pack)
    #expect(money.after == euros)
    #expect(before == nil || money.before == before)
  }

  /// The row with two projects on it: P of 20,000 here and 5,000 elsewhere, Q of the middle only.
  private static func competing() -> SectorGround {
    var sector = row()
    sector.nature = .competingProjects
    func project(_ cpts: Int, _ people: Int) -> SectorGround.Neighbour {
      SectorGround.Neighbour(
        cpts: Index(cpts), stage: .project, people: people,
        main: GlobePoint(longitude: 0, latitude: 0.2), departments: ["35"], regions: ["53"],
        borderShare: 0)
    }
    sector.projects = [
      SectorGround.Project(
        own: project(3, 25_000), peopleHere: 20_000, unitsHere: [0, 1], peopleElsewhere: 5000),
      SectorGround.Project(own: project(4, 24_000), peopleHere: 24_000, unitsHere: [1, 2]),
    ]
    sector.peopleOfProjects = 35_000
    return sector
  }

  @Test("where projects compete, each can be supported, all united, none doubled by a creation")
  func projects() throws {
    let options = try options(Self.competing())
    #expect(options.prefix(3).map(\.kind) == [.uniting, .support, .support])
    let first = try #require(
      options.first { $0.kind == .support && $0.figures?.members.first?.target == 3 })
    #expect(first.figures?.peopleGained == 20_000)
    #expect(first.figures?.peopleElsewhere == 5000)
    #expect(first.figures?.remnantPeople == 10_000)
    #expect(first.figures?.members.map(\.peopleAfter) == [25_000])
    let united = try #require(options.first { $0.kind == .uniting })
    #expect(united.figures?.united == [3, 4])
    #expect(united.figures?.members.map(\.peopleAfter) == [35_000])
    #expect(united.figures?.peopleGained == 30_000)
    #expect(options.first { $0.kind == .creation }?.obstacle == .projectAtWork)
    #expect(!options.contains { $0.kind == .sharing || $0.kind == .mixed })
    for option in options where option.kind == .extending {
      #expect(option.verdict == "a_examiner")
      #expect(option.reservations.contains(.projectAtWorkToExtend))
    }
  }

  @Test("a remnant is for neighbours, and not created")
  func remnant() throws {
    var sector = Self.row()
    sector.nature = .remnant
    sector.people = [600, 1400, 1000]
    let options = try options(sector)
    #expect(Set(options.map(\.kind)) == [.extending, .temporaryExtending])
    #expect(options.first?.verdict == "oui")
  }

  @Test("the neighbour that holds the pole comes first, whatever its score")
  func pole() throws {
    var sector = Self.row()
    #expect(try options(sector).first { $0.kind == .extending }?.targets?.first == 0)
    sector.natural = [1]
    let options = try options(sector)
    #expect(options.first?.kind == .extending)
    #expect(options.first?.targets?.first == 1)
    sector.natural = []
    sector.isAroundPole = true
    #expect(try self.options(sector).first?.kind == .creation)
  }

  @Test("more than double, farther than is usual, a bassin cut: to be examined, after the others")
  func reservations() throws {
    let small = Self.row(peopleOfA: 29_999)
    let doubled = try #require(
      try options(small).first { $0.kind == .extending && $0.targets?.first == 0 })
    #expect(
      doubled.reservations == [
        .moreThanDoubled(from: 29_999, to: CountedPeople(count: 59_999, known: .all))
      ])
    #expect(doubled.isFeasible && doubled.verdict == "a_examiner" && doubled.score != nil)
    let pack = try RuleLibrary.included().pack("aci-2019")
    let reach = UsualReach(metres: 30_000, isGiven: false)
    let far = SectorOptions(Self.row(), OptionRules(), pack.sizes, pack, reach: reach).options
    let option = try #require(far.first { $0.kind == .extending && $0.targets?.first == 0 })
    #expect(option.reservations.count == 1)
    #expect(option.reservations.first?.french.contains("33 km") == true)
    let verdicts = far.filter(\.isFeasible).map(\.isPlain)
    #expect(verdicts == verdicts.sorted { $0 && !$1 } && verdicts.contains(true))
    let given = UsualReach(metres: 33_000, isGiven: true)
    #expect(
      Wording.unusuallyFar(33_400, given).french
        == "Une commune serait à 33 km de la commune principale, au-delà de 33 km (option-farthest)."
    )
    var whole = Self.row()
    whole.livingAreas.codes = ["B1"]
    whole.livingAreas.ofUnit = [0, 0, 0]
    whole.livingAreas.people = [30_000]
    whole.livingAreas.peopleInSector = [30_000]
    whole.livingAreas.peopleInNeighbour = [0, 0]
    let shared = try options(whole).first { $0.kind == .sharing && $0.isFeasible }
    if let shared { #expect(shared.reservations.contains(.wholeLivingAreaCut("B1"))) }
    #expect(try options(whole).first { $0.kind == .creation }?.reservations == [])
  }

  @Test("a mixed solution keeps the main commune for the new CPTS")
  func mixed() throws {
    var zone = Self.row()
    zone.people = [6000, 34_000, 10_000]
    let option = try #require(try options(zone).first { $0.kind == .mixed })
    #expect(option.targets?[1] == 2)
    #expect(option.figures?.members.last?.isNew == true)
    let joins = option.targets?.filter { $0 < 2 }.count ?? 0
    #expect(option.isFeasible == (joins > 0))
  }

  @Test("what no option can be computed from stops nothing: no geometry, nobody, huge numbers")
  func extremes() throws {
    var zone = Self.row()
    zone.points = [nil, nil, nil]
    zone.people = [0, 0, 0]
    #expect(try options(zone).count >= 5)
    zone.people = [1_000_000_000_000, 1_000_000_000_000, 0]
    #expect(try options(zone).count >= 5)
    zone.people = [.max / 4, 1, 1]
    #expect(try options(zone).count >= 5)
  }
}
