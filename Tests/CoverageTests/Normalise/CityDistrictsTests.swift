import Testing

@testable import Coverage

@Suite("Arrondissements are folded into Paris, Lyon and Marseille")
struct CityDistrictsTests {
  private let columns = ["code", "type", "nom", "population", "dep", "reg", "parent"]
  private let paris: [String?] = ["75056", "COM", "Paris", "300", "75", "11", nil]
  private let first: [String?] = ["75101", "ARM", "Paris 1er", "100", nil, nil, "75056"]
  private let second: [String?] = ["75102", "ARM", "Paris 2e", "200", nil, nil, "75056"]
  private let other: [String?] = ["75999", "COM", "Autre", "7", "75", "11", nil]

  @Test("with the city's row, its districts are the units, under its name and department")
  func withCity() throws {
    let result = try NormalisedUnits(columns, [other, paris, second, first])
    #expect(result.codes == ["75101", "75102", "75999"])
    #expect(result.units.communes.map(\.code.text) == ["75056", "75999"])
    #expect(result.units.communes[0].units == [0, 1])
    #expect(result.units.communes[0].name == "Paris")
    #expect(result.units.communes[0].department == "75")
    #expect(result.units.units[0].department == "75" && result.units.units[0].region == "11")
    #expect(result.units.cities[UnitCode("75056")] == 0)
    #expect(result.units.index[UnitCode("75056")] == nil)
    #expect(result.ledger.rowsSetAside == 0)
    #expect(result.anomalies(.parentAndChildren).isEmpty)
    #expect(result.units.units.compactMap(\.population).reduce(0, +) == 307)
  }

  @Test("without the city's row, nor types, nor parents, codes tell the same")
  func withoutCity() throws {
    let result = try NormalisedUnits(
      ["code", "nom", "population"],
      [["75101", "1er", "100"], ["69381", "Lyon 1er", "50"], ["75102", "2e", "200"]])
    #expect(result.codes == ["69381", "75101", "75102"])
    #expect(result.units.communes.map(\.code.text) == ["69123", "75056"])
    #expect(result.units.communes.map(\.name) == ["Lyon", "Paris"])
    #expect(result.units.cities == [UnitCode("69123"): 0, UnitCode("75056"): 1])
  }

  @Test("the city alone, without districts, is a commune like others")
  func cityAlone() throws {
    let result = try NormalisedUnits(columns, [paris, other])
    #expect(result.codes == ["75056", "75999"])
    #expect(result.units.cities.isEmpty)
  }

  @Test("a city whose population is not that of its districts is said; theirs counts")
  func unequal() throws {
    var wrong = paris
    wrong[3] = "310"
    let result = try NormalisedUnits(columns, [wrong, first, second])
    #expect(
      result.anomalies(.parentAndChildren).map(\.brief)
        == ["attention commune_et_arrondissements 1 75056"])
    #expect(result.units.units.compactMap(\.population).reduce(0, +) == 300)
  }

  @Test("the codes of arrondissements are those of the law, and no others")
  func codes() {
    let cities = ["75056": 75_101...75_120, "69123": 69_381...69_389, "13055": 13_201...13_216]
    var found: [String: Int] = [:]
    for number in 0...99_999 {
      let digits = String(number)
      let code = String(repeating: "0", count: 5 - digits.count) + digits
      guard let city = CityWithDistricts.city(of: UnitCode(code)) else { continue }
      #expect(cities[city.text]?.contains(number) == true)
      found[city.text, default: 0] += 1
    }
    #expect(found == ["75056": 20, "69123": 9, "13055": 16])
    for code in ["075101", "7510", "2A004", "75101 ", "+75101"] {
      #expect(CityWithDistricts.city(of: UnitCode(code)) == nil)
    }
  }
}
