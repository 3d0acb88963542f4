import Testing

@testable import Coverage

@Suite("Attribute files add columns by unit code")
struct AttributeFileTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func units() throws -> StudyUnits {
    try NormalisedUnits(
      ["code", "nom", "epci"],
      [["01001", "A", "old"], ["01002", "B", "old"], ["75101", "1er", ""], ["75102", "2e", ""]]
    ).units
  }

  private func add(_ csv: String, to units: inout StudyUnits) throws -> AttributeFile {
    try AttributeFile(try scratch.file("a.csv", csv), named: [:], nil, into: &units)
  }

  @Test("each column is there under its folded name, empty where the file is silent")
  func columns() throws {
    var units = try units()
    let file = try add("Code INSEE;Bassin de vie;Densité\n01002;Ambérieu;5\n01001;;4\n", to: &units)
    #expect(units.attributes["bassin_de_vie"] == ["", "Ambérieu", "", ""])
    #expect(units.attributes["densite"] == ["4", "5", "", ""])
    #expect(units.attributes.count == 2)
    #expect(file.anomalies.isEmpty && file.ledger.rowsRead == 2 && file.ledger.rowsSetAside == 0)
  }

  @Test("an EPCI replaces the units' own, where it is given")
  func intercommunality() throws {
    var units = try units()
    _ = try add("code;siren_epci\n01001;new\n", to: &units)
    #expect(units.units.map(\.intercommunality) == ["new", "old", "", ""])
  }

  @Test("names of EPCI come with their codes, or to those of the units")
  func intercommunalityNames() throws {
    var units = try units()
    _ = try add("code;epci_code;epci_nom\n01001;new;CC Neuve\n01002;;CC Vieille\n", to: &units)
    #expect(units.intercommunalityNames == ["new": "CC Neuve", "old": "CC Vieille"])
  }

  @Test("codes that are no unit are set aside and said")
  func unknownCodes() throws {
    var units = try units()
    let file = try add("code;x\n01001;1\n99999;2\n;3\n", to: &units)
    #expect(file.ledger.rowsSetAside == 2)
    #expect(
      file.anomalies.map(\.brief) == [
        "information attribut_non_utilise 3 99999", "information attribut_non_utilise 4 ",
      ])
  }

  @Test("a city's value goes to its arrondissements")
  func city() throws {
    var units = try units()
    _ = try add("code;x\n75056;dense\n", to: &units)
    #expect(units.attributes["x"] == ["", "", "dense", "dense"])
  }

  @Test(
    "an arrondissement's own value wins over its city's, in either order",
    arguments: ["75056;city\n75102;own\n", "75102;own\n75056;city\n"])
  func cityAndDistrict(rows: String) throws {
    var units = try units()
    _ = try add("code;x\n\(rows)", to: &units)
    #expect(units.attributes["x"] == ["", "", "city", "own"])
  }

  @Test("a second row of one code with another value is said")
  func contradiction() throws {
    var units = try units()
    let file = try add("code;x\n01001;1\n01001;2\n", to: &units)
    #expect(units.attributes["x"]?[0] == "1")
    #expect(file.anomalies.map(\.line) == [3])
  }

  @Test("a row with more fields than the header is said")
  func longRow() throws {
    var units = try units()
    let file = try add("code;x\n01001;1;2\n", to: &units)
    #expect(file.anomalies.map(\.rule) == [.irregularRow])
  }
}
