import Testing

@testable import Coverage

@Suite("Attributes and people of communes of another year")
struct ConvertedAttributesTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// 01901 and 01902 merged into 01003 in 2016; 01904 was divided into 01005 and 01006 in 2010.
  private func world() throws -> (StudyUnits, YearsOfCodes) {
    let units = try NormalisedUnits(
      ["code", "nom", "population"],
      [["01003", "C", "10"], ["01004", "D", "20"], ["01005", "E", "30"], ["01006", "F", "60"]]
    ).units
    let movements = try scratch.file(
      "m.csv",
      """
      MOD,DATE_EFF,TYPECOM_AV,COM_AV,TYPECOM_AP,COM_AP
      32,2016-01-01,COM,01901,COM,01003
      32,2016-01-01,COM,01902,COM,01003
      21,2010-01-01,COM,01904,COM,01005
      21,2010-01-01,COM,01904,COM,01006

      """)
    let years = try YearsOfCodes(movements, decided: Decisions(), units, unitsPath: "u")
    return (units, years)
  }

  @Test("what all former communes say holds for the unit; where they differ nothing does")
  func attributes() throws {
    var (units, years) = try world()
    let input = try scratch.file(
      "a.csv", "code,bassin,zone\n01901,B1,x\n01902,B1,y\n01004,B2,z\n01005,B3,z\n01006,B3,z\n")
    let file = try AttributeFile(input, named: [:], years, into: &units)
    #expect(units.attributes["bassin"] == ["B1", "B2", "B3", "B3"])
    #expect(units.attributes["zone"] == ["", "z", "z", "z"])
    #expect(file.ledger.rowsSetAside == 0)
    #expect(file.anomalies.filter { $0.rule == .codeConverted }.map(\.line) == [2, 3])
  }

  @Test("a unit with a row of its own keeps it, and the former row is set aside")
  func ownRow() throws {
    var (units, years) = try world()
    let input = try scratch.file(
      "a.csv", "code,bassin\n01003,B0\n01901,B1\n01004,B2\n01005,B3\n01006,B3\n")
    let file = try AttributeFile(input, named: [:], years, into: &units)
    #expect(units.attributes["bassin"] == ["B0", "B2", "B3", "B3"])
    #expect(file.ledger.rowsSetAside == 1)
  }

  @Test("people of merged communes add up, those of a divided one are shared; nobody is lost")
  func people() throws {
    var (units, years) = try world()
    var reader = PopulationReader()
    let input = try scratch.file("p.csv", "COM,PMUN\n01901,7\n01902,8\n01004,5\n01904,100\n")
    try reader.read(input, column: nil, named: [:], units, years)
    var file = PopulationFile(reader)
    file.apply(to: &units)
    // 100 people by the units' 30 and 60.
    #expect(units.units.map(\.population) == [15, 5, 33, 67])
    #expect(
      file.anomalies.filter { $0.rule == .populationConverted }.map(\.brief) == [
        "information population_convertie 2 01901", "information population_convertie 3 01902",
        "attention population_convertie 5 01904",
      ])
  }
}
