import Testing

@testable import Coverage

/// Options whose figures were computed by hand.
struct ZoneOptionsTests {
  /// Three communes in a row, a CPTS at each end: A touches the first, B the third.
  ///
  /// People 6,000, 14,000 and 10,000; one degree of latitude is 111.195 km.
  static func row(peopleOfA: Int = 50_000, stageOfA: Stage = .signedContract) -> ZoneGround {
    var zone = ZoneGround()
    zone.people = [6000, 14_000, 10_000]
    zone.squareMetres = [1e6, 2e6, 3e6]
    zone.points = [0.1, 0.2, 0.3].map { GlobePoint(longitude: 0, latitude: $0) }
    zone.communes = [0, 1, 2]
    for department in ["35", "35", "56"] {
      zone.appendDistrict(ZoneGround.District(department: department, region: "53"))
    }
    zone.outsideMetres = [3000, 0, 1000]
    zone.mainUnit = 1
    zone.borders = [
      ZoneGround.UnitBorder(first: 0, second: 1, metres: 1000),
      ZoneGround.UnitBorder(first: 1, second: 2, metres: 1000),
    ]
    zone.contacts = [
      ZoneGround.Contact(unit: 0, neighbour: 0, metres: 3000),
      ZoneGround.Contact(unit: 2, neighbour: 1, metres: 1000),
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
  ) -> ZoneGround.Neighbour {
    ZoneGround.Neighbour(
      cpts: cpts, stage: stage, people: people,
      main: GlobePoint(longitude: 0, latitude: latitude), departments: [department],
      regions: ["53"], borderShare: share)
  }

  private func options(_ zone: ZoneGround) throws -> [ZoneOption] {
    let pack = try RuleLibrary.included().pack("aci-2019")
    return ZoneOptions(zone, OptionRules(), pack.sizes, pack).options
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
    // two departments, 73,000 euros for 30,000 people.
    #expect(score.parts == [1000, 1000, nil, nil, 750, 332, 1000, 500, 757])
    // (3·1000 + 3·1000 + 2·750 + 3·332 + 2·1000 + 500 + 757) / 15
    #expect(score.total == 784)
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
    zone.livingAreas.peopleInZone = [20_000, 10_000]
    zone.livingAreas.peopleInNeighbour = [5000, 0, 0, 0]
    func areas(_ kind: ZoneOptionKind, _ target: Int32) throws -> OptionFigures.WholeAndCut? {
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
    func obstacle(_ kind: ZoneOptionKind, _ zone: ZoneGround) throws -> Wording? {
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
    #expect(try obstacle(.extending, full) == .tooLargeToExtend(360_000, above: 350_000))
    var small = Self.row()
    small.people = [6000, 13_999, 0]
    #expect(try obstacle(.creation, small) == .tooSmall(19_999, below: 20_000))
    small.people = [6000, 14_000, 0]
    #expect(try obstacle(.creation, small) == nil)
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
