import Testing

@testable import Coverage

@Suite("A population file replaces the units' own")
struct PopulationFileTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func apply(
    _ csv: String, to units: inout StudyUnits, column: String? = nil
  ) throws -> PopulationFile {
    try apply([csv], to: &units, column: column)
  }

  private func apply(
    _ csvs: [String], to units: inout StudyUnits, column: String? = nil
  ) throws -> PopulationFile {
    var reader = PopulationReader()
    for (index, csv) in csvs.enumerated() {
      let name = index == 0 ? "pop.csv" : "pop\(index).csv"
      try reader.read(try scratch.file(name, csv), column: column, named: [:], units, nil)
    }
    var file = PopulationFile(reader)
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
    #expect(file.anomalies.map(\.object) == ["PCAP", "PTOT"])
    #expect(file.anomalies.allSatisfy { $0.rule == .columnNotUsed && $0.severity == .information })
    #expect(file.ledgers[0].rowsRead == 3 && file.ledgers[0].rowsSetAside == 0)
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
      units.withoutPopulation(file: "u", butSaid: [], [], given: []).map(\.brief) == [
        "attention unite_sans_population 2 01002", "attention unite_sans_population 3 01004",
      ])
  }

  @Test("rows that serve nothing are set aside and said, each at its line")
  func setAside() throws {
    var units = try three
    let file = try apply(
      "COM;PMUN\n01001;776\n99999;5\n;6\n01002;\n01004;-3\n01001;776\n", to: &units)
    #expect(units.units.map(\.population) == [776, nil, nil])
    #expect(file.ledgers[0].rowsRead == 6 && file.ledgers[0].rowsSetAside == 5)
    #expect(
      Set(file.anomalies.map(\.brief)) == [
        "attention population_non_utilisee 3 99999", "attention ligne_incomplete 4 ",
        "attention ligne_incomplete 5 01002", "erreur unite_sans_population 6 01004",
        "erreur unite_en_double 7 01001",
      ])
  }

  @Test("two numbers for one commune stop the run, with both places: IRIS, years, measures")
  func twoNumbers() throws {
    var units = try three
    let twice = fault { _ = try apply("COM;PMUN\n01001;776\n01001;777\n", to: &units) }
    #expect(twice?.line == 3 && twice?.problem.french.contains("776 ligne 2") == true)
  }

  @Test("a national file on few units is one line for all that it has besides")
  func national() throws {
    var units = try three
    let others = (100...140).map { "02\($0);10" }.joined(separator: "\n")
    let file = try apply("COM;PMUN\n01001;1\n01002;2\n01004;3\n\(others)\n", to: &units)
    #expect(units.units.map(\.population) == [1, 2, 3])
    #expect(file.anomalies.map(\.brief) == ["information population_non_utilisee 5 "])
    #expect(file.anomalies[0].finding.french.hasPrefix("41 codes"))
    #expect(file.ledgers[0].rowsSetAside == 41)
  }

  // MARK: Long formats

  private static let melodi = """
    GEO;GEO_OBJECT;FREQ;POPREF_MEASURE;TIME_PERIOD;OBS_VALUE
    "01";"DEP";"A";"PMUN";"2022";650000
    "01001";"COM";"A";"PMUN";"2021";770
    "01001";"COM";"A";"PMUN";"2022";776
    "01001";"COM";"A";"PTOT";"2022";794
    "01002";"COM";"A";"PMUN";"2022";249
    "01002";"COM";"A";"PTOT";"2022";250
    "01004";"COM";"A";"PMUN";"2022";14035
    "01004";"COM";"A";"PTOT";"2022";14428

    """

  @Test("INSEE’s long format: the communes’ PMUN of the latest year, or what is asked for")
  func long() throws {
    var units = try three
    let file = try apply(Self.melodi, to: &units)
    #expect(units.units.map(\.population) == [776, 249, 14_035])
    #expect(units.populationSource.column == "PMUN 2022" && units.populationSource.year == 2022)
    #expect(file.ledgers[0].rowsSetAside == 5)
    #expect(
      file.anomalies.map(\.finding.french) == [
        "1 ligne d’autres lieux que des communes", "3 lignes d’autres mesures",
        "1 ligne d’autres années",
      ])
    _ = try apply(Self.melodi, to: &units, column: "PTOT")
    #expect(units.units.map(\.population) == [794, 250, 14_428])
    _ = try apply(Self.melodi, to: &units, column: "PMUN 2021")
    #expect(units.units.map(\.population) == [770, nil, nil])
    // The column itself is no measure: what it holds is read as if nothing were asked for.
    _ = try apply(Self.melodi, to: &units, column: "OBS_VALUE")
    #expect(units.units.map(\.population) == [776, 249, 14_035])
    let wrong = fault { _ = try apply(Self.melodi, to: &units, column: "PDGF") }
    #expect(wrong?.cure.french == "choisissez : --population-column PMUN")
  }

  @Test("a column of years: the latest, or the one asked for; a year beside each code says nothing")
  func columnOfYears() throws {
    var units = try three
    let csv = "annee;code;population\n2020;01001;1\n2021;01001;2\n2021;01002;3\n2021;01004;4\n"
    _ = try apply(csv, to: &units)
    #expect(units.units.map(\.population) == [2, 3, 4])
    #expect(units.populationSource.column == "population 2021")
    _ = try apply(csv, to: &units, column: "2020")
    #expect(units.units.map(\.population) == [1, nil, nil])
    _ = try apply("annee;code;population\n2020;01001;1\n2021;01002;3\n", to: &units)
    #expect(units.units.map(\.population) == [1, 3, nil])
  }

  @Test("people by IRIS add up to their commune, with or without its own code")
  func iris() throws {
    var units = try three
    let rows = "010010101;01001;8.4\n010010102;01001;8.3\n010020000;01002;20\n010040000;01004;30\n"
    let file = try apply("IRIS;COM;P20_POP\n" + rows, to: &units)
    #expect(units.units.map(\.population) == [17, 20, 30])
    #expect(file.anomalies.map(\.brief) == ["information population_additionnee - IRIS"])
    _ = try apply("CODE_IRIS;P20_POP\n010010101;8\n010010102;9\n010020000;1\n", to: &units)
    #expect(units.units.map(\.population) == [17, 1, nil])
  }

  // MARK: Spellings of numbers

  @Test(
    "thousands set apart, words and narrow spaces",
    arguments: [
      ("25.499", "6.217", "130"), ("25,499", "6,217", "130"), ("25'499", "6’217", "130"),
      ("25499 hab.", "6217 habitants", "130 hab"), ("25\u{2009}499", "6\u{202F}217", "130"),
    ])
  func spellings(first: String, second: String, third: String) throws {
    var units = try three
    let file = try apply(
      "COM;PMUN\n01001;\(first)\n01002;\(second)\n01004;\(third)\n", to: &units)
    #expect(units.units.map(\.population) == [25_499, 6_217, 130] && file.anomalies.isEmpty)
  }

  @Test("where nothing tells thousands from decimals, the run stops")
  func thousandsOrDecimals() throws {
    var units = try three
    for csv in ["01001;1.234\n01002;12\n", "01001;1.234\n01002;2.345\n01004;4000\n"] {
      let unclear = fault { _ = try apply("COM;PMUN\n" + csv, to: &units) }
      #expect(unclear?.line == 2 && unclear?.problem.french.contains("milliers") == true)
    }
    // Other decimals of the column tell.
    let file = try apply("COM;PMUN\n01001;1.234\n01002;2.5\n01004;4000\n", to: &units)
    #expect(units.units.map(\.population) == [1, 3, 4000])
    #expect(file.anomalies.count == 2)
  }

  @Test("a file without the columns names the option")
  func noColumns() throws {
    var units = try three
    let missing = fault { _ = try apply("x;y\n1;2\n", to: &units) }
    #expect(missing?.cure.english.contains("--map-column code=NAME") == true)
    let other = fault { _ = try apply("COM;PMUN\n1;2\n", to: &units, column: "PTOT") }
    #expect(other?.problem.english.contains("PTOT") == true)
  }

  // MARK: INSEE's other forms

  @Test("columns of a year are recognised; several are a choice that the user makes")
  func years() throws {
    for column in ["PMUN21", "PMUN_2021", "P20_POP", "Population municipale 2021"] {
      var units = try three
      let file = try apply("COM;\(column)\n01001;7\n01002;8\n01004;9\n", to: &units)
      #expect(units.units.map(\.population) == [7, 8, 9] && file.anomalies.isEmpty)
    }
    var units = try three
    let csv = "COM;PMUN19;PMUN21\n01001;7;70\n"
    let several = fault { _ = try apply(csv, to: &units) }
    #expect(several?.problem.french.contains("« PMUN19 » (2), « PMUN21 » (3)") == true)
    _ = try apply(csv, to: &units, column: "PMUN21")
    #expect(units.units[0].population == 70)
  }

  @Test("codes in two columns, and Mayotte in a file of its own")
  func twoFiles() throws {
    var units = try units([["01001", "A", "1"], ["97601", "M", nil]])
    let france = "DEP;CODCOM;COM;PMUN\n01;001;01001;776\n"
    let mayotte = "DEP;CODCOM;COM;PMUN\n976;601;;5192\n"
    let file = try apply([france, mayotte], to: &units)
    #expect(units.units.map(\.population) == [776, 5192] && file.anomalies.isEmpty)
    #expect(file.ledgers.map(\.rowsSetAside) == [0, 0])
    let again = try apply([france, france], to: &units)
    #expect(again.anomalies.map(\.brief) == ["erreur unite_en_double 2 01001"])
    #expect(again.ledgers.map(\.rowsSetAside) == [0, 1])
    #expect(again.anomalies[0].finding.french.contains("pop.csv"))
  }

  @Test("a code without its zero is read, and recorded")
  func lostZero() throws {
    var units = try three
    let file = try apply("COM;PMUN\n1001;776\n1002.0;1\n01004;2\n", to: &units)
    #expect(units.units.map(\.population) == [776, 1, 2])
    #expect(file.anomalies.map(\.rule) == [.codeRepaired, .codeRepaired])
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
    #expect(file.ledgers[0].rowsSetAside == 0)
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
    #expect(file.ledgers[0].rowsSetAside == 0)
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
