import Testing

@testable import Coverage

@Suite("A population file replaces the units' own")
struct PopulationFileTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func apply(
    _ csv: String, to units: inout StudyUnits, column: String? = nil
  ) throws -> PopulationFile {
    var file = try PopulationFile(
      try scratch.file("pop.csv", csv), column: column, named: [:])
    file.apply(to: &units)
    return file
  }

  private func units(_ rows: [[String?]]) throws -> StudyUnits {
    try NormalisedUnits(["code", "nom", "population"], rows).units
  }

  private var three: StudyUnits {
    get throws { try units([["01001", "A", "10"], ["01002", "B", "20"], ["01004", "C", "30"]]) }
  }

  @Test("INSEE's file gives PMUN, and any other column asked for")
  func insee() throws {
    let csv = "COM;PMUN;PCAP;PTOT\n01001;776;18;794\n01002;249;1;250\n01004;14035;393;14428\n"
    var units = try three
    let file = try apply(csv, to: &units)
    #expect(units.units.map(\.population) == [776, 249, 14_035])
    #expect(units.units.map(\.givenPopulation) == [10, 20, 30])
    #expect(file.anomalies.isEmpty && file.ledger.rowsRead == 3 && file.ledger.rowsSetAside == 0)
    #expect(units.populationSource.column == "PMUN")
    #expect(units.populationSource.file == scratch.path("pop.csv"))
    _ = try apply(csv, to: &units, column: "ptot")
    #expect(units.units.map(\.population) == [794, 250, 14_428])
    #expect(units.populationSource.column == "PTOT")
  }

  @Test("a unit that the file does not name is unknown: years are not mixed")
  func missing() throws {
    var units = try three
    _ = try apply("COM;PMUN\n01001;776\n", to: &units)
    #expect(units.units.map(\.population) == [776, nil, nil])
    #expect(
      units.withoutPopulation(file: "u", butSaid: []).map(\.brief) == [
        "attention unite_sans_population 2 01002", "attention unite_sans_population 3 01004",
      ])
  }

  @Test("rows that serve nothing are set aside and said, each at its line")
  func setAside() throws {
    var units = try three
    let file = try apply(
      "COM;PMUN\n01001;776\n99999;5\n;6\n01002;\n01004;-3\n01001;777\n", to: &units)
    #expect(units.units.map(\.population) == [776, nil, nil])
    #expect(file.ledger.rowsRead == 6 && file.ledger.rowsSetAside == 5)
    #expect(
      Set(file.anomalies.map(\.brief)) == [
        "attention population_non_utilisee 3 99999", "attention ligne_incomplete 4 ",
        "attention ligne_incomplete 5 01002", "erreur unite_sans_population 6 01004",
        "erreur unite_en_double 7 01001",
      ])
  }

  @Test("a file without the columns names the option")
  func noColumns() throws {
    let input = try scratch.file("pop.csv", "x;y\n1;2\n")
    let fault = fault { _ = try PopulationFile(input, column: nil, named: [:]) }
    #expect(fault?.cure.english.contains("--map-column code=NAME") == true)
    let other = try scratch.file("pop2.csv", "COM;PMUN\n1;2\n")
    #expect(throws: InputFault.self) { try PopulationFile(other, column: "PTOT", named: [:]) }
  }

  // MARK: Arrondissements

  private var districts: StudyUnits {
    get throws {
      try units([["75101", "1er", "100"], ["75102", "2e", "300"], ["01001", "A", "10"]])
    }
  }

  @Test("districts in the file are taken one by one")
  func districtsGiven() throws {
    var units = try districts
    let file = try apply("COM;PMUN\n75101;11\n75102;22\n01001;33\n", to: &units)
    #expect(units.units.map(\.population) == [33, 11, 22])
    #expect(file.anomalies.isEmpty)
  }

  @Test("a city alone in the file is shared as the units' own column says, and that is said")
  func cityShared() throws {
    var units = try districts
    let file = try apply("COM;PMUN\n75056;401\n01001;33\n", to: &units)
    // 401 × 100 / 400 = 100.25 and 401 × 300 / 400 = 300.75: the remainder goes to the second.
    #expect(units.units.map(\.population) == [33, 100, 301])
    #expect(file.anomalies.map(\.brief) == ["attention commune_et_arrondissements 2 75056"])
    #expect(file.ledger.rowsSetAside == 0)
  }

  @Test("a city and its districts that agree say nothing; else the districts count, and it is said")
  func cityAndDistricts() throws {
    var units = try districts
    let agreeing = try apply("COM;PMUN\n75056;33\n75101;11\n75102;22\n01001;1\n", to: &units)
    #expect(agreeing.anomalies.isEmpty)
    let other = try apply("COM;PMUN\n75056;40\n75101;11\n75102;22\n01001;1\n", to: &units)
    #expect(units.units.map(\.population) == [1, 11, 22])
    #expect(other.anomalies.map(\.brief) == ["attention commune_et_arrondissements 2 75056"])
    #expect(other.anomalies.first?.finding.english.contains("40") == true)
    #expect(other.anomalies.first?.finding.english.contains("33") == true)
  }

  @Test("a city that cannot be shared out is said, not dropped in silence")
  func cityWithoutWeights() throws {
    var units = try units([["75101", "1er", nil], ["75102", "2e", nil]])
    let file = try apply("COM;PMUN\n75056;401\n", to: &units)
    #expect(units.units.map(\.population) == [nil, nil])
    #expect(file.anomalies.map(\.object) == ["75056"])
  }

  @Test("districts in the file add up to a city that the units have whole, and may be named")
  func districtsOfWholeCity() throws {
    var units = try units([["75056", "Paris", "400"]])
    let file = try apply("COM;PMUN\n75101;11\n75102;22\n", to: &units)
    #expect(units.units.map(\.population) == [33])
    #expect(file.ledger.rowsSetAside == 0)
    #expect(units.delegated[UnitCode("75102")]?.population == 22)
    #expect(units.delegated[UnitCode("75102")]?.parentPopulation == 33)
  }

  @Test("a whole city beside districts with another sum is said")
  func wholeCityAndDistricts() throws {
    var units = try units([["75056", "Paris", "400"]])
    let agreeing = try apply("COM;PMUN\n75056;33\n75101;11\n75102;22\n", to: &units)
    #expect(agreeing.anomalies.isEmpty && units.units[0].population == 33)
    let other = try apply("COM;PMUN\n75056;40\n75101;11\n75102;22\n", to: &units)
    #expect(units.units[0].population == 40)
    #expect(other.anomalies.map(\.rule) == [.parentAndChildren])
  }
}
