import Foundation
import Testing

@testable import Coverage
@testable import GeoKernel

/// Counts are those of data/france/README.md.
@Suite(
  "The reference units of France",
  .enabled(if: franceGeoPackage != nil, "data/france/units-france.gpkg is absent"))
struct FranceUnitsTests {
  private static let table = Result { try FeatureTable.read(franceGeoPackage!) }

  private func column(_ name: String, of table: FeatureTable) throws -> [String?] {
    let index = try #require(table.columns.firstIndex(of: name))
    return (0..<table.rowCount).map { table.text(row: $0, column: index) }
  }

  @Test("34,875 communes then 45 arrondissements, in order of code")
  func rows() throws {
    let table = try Self.table.get()
    #expect(table.rowCount == 34_920)
    #expect(table.reference == .wgs84)
    #expect(table.geometryProblems.isEmpty)
    let types = try column("type", of: table)
    #expect(types.prefix(34_875).allSatisfy { $0 == "COM" })
    #expect(types.dropFirst(34_875).allSatisfy { $0 == "ARM" } && types.count == 34_920)
    let codes = try column("code", of: table).compactMap { $0 }
    #expect(Array(codes[..<34_875]) == codes[..<34_875].sorted())
    #expect(Set(codes).count == 34_920)
  }

  @Test("eight communes have no polygon, by name; all others have one")
  func withoutPolygon() throws {
    let table = try Self.table.get()
    let codes = try column("code", of: table)
    let missing = (0..<table.rowCount).filter { table.geometry.rings(of: $0).isEmpty }
    #expect(
      missing.compactMap { codes[$0] } == [
        "12218", "14581", "15031", "15035", "15047", "15171", "49126", "69114",
      ])
  }

  @Test("people add up to those that INSEE publishes for 2021, and Mayotte's")
  func population() throws {
    let table = try Self.table.get()
    let people = try column("population_municipale", of: table)
    let communes = people.prefix(34_875).map { $0.flatMap { Int($0) } ?? 0 }
    #expect(communes.reduce(0, +) == 67_408_052 + 256_518)
    #expect(people.allSatisfy { $0 != nil })
  }

  @Test(
    "each department has the people of INSEE's files: merged and divided communes lose nobody",
    .enabled(if: sharedData("insee/donnees_communes_2021.csv") != nil, "../shared/data is absent"))
  func departments() throws {
    var published: [String: Int] = [:]
    let text = try DelimitedText.read(#require(sharedData("insee/donnees_communes_2021.csv")))
    let people = try #require(text.header.firstIndex(of: "PMUN"))
    let department = try #require(text.header.firstIndex(of: "DEP"))
    for row in 0..<text.rowCount {
      published[text.text(row: row, column: department), default: 0] +=
        Int(text.text(row: row, column: people)) ?? 0
    }
    published["976"] = 256_518
    var normaliser = try UnitsNormaliser(try Self.table.get(), named: [:])
    let sums = normaliser.run().units.reduce(into: [String: Int]()) { sums, unit in
      sums[unit.department, default: 0] += unit.population ?? 0
    }
    #expect(sums == published)
  }

  @Test("names have their article, and every EPCI has one name")
  func names() throws {
    let table = try Self.table.get()
    let codes = try column("code", of: table)
    let names = try column("nom", of: table)
    func name(_ code: String) throws -> String? { names[try #require(codes.firstIndex(of: code))] }
    #expect(try name("58151") == "La Machine")
    #expect(try name("13011") == "Les Baux-de-Provence")
    #expect(try name("85165") == "L'Oie")
    #expect(try name("75056") == "Paris")
    // Newer than the COG of 2024.
    #expect(try name("59006") == "L'Orée de Mormal")
    var normaliser = try UnitsNormaliser(table, named: [:])
    let units = normaliser.run()
    let epci = Set(units.units.map(\.intercommunality)).subtracting([""])
    #expect(Set(units.intercommunalityNames.keys) == epci && epci.count == 1253)
    #expect(!normaliser.anomalies.contains { $0.rule == .severalNames })
  }

  @Test("the layer says which population it has, of which year, from whom, under which licence")
  func source() throws {
    var normaliser = try UnitsNormaliser(try Self.table.get(), named: [:])
    let source = normaliser.run().populationSource
    #expect(source.year == 2021)
    #expect(
      source.statement.french == "Population municipale 2021, INSEE, Licence Ouverte 2.0 "
        + "(Mayotte : recensement de 2017)")
  }

  @Test("as units, the arrondissements stand for their cities and nobody counts twice")
  func units() throws {
    let table = try Self.table.get()
    var normaliser = try UnitsNormaliser(table, named: [:])
    let result = normaliser.run()
    #expect(result.units.count == 34_875 - 3 + 45)
    #expect(result.communes.count == 34_875)
    #expect(result.cities.keys.map(\.text).sorted() == ["13055", "69123", "75056"])
    let unequal = normaliser.anomalies.filter { $0.rule == .parentAndChildren }
    #expect(unequal.isEmpty)
    #expect(result.units.compactMap(\.population).reduce(0, +) == 67_664_570)
    #expect(normaliser.ledger.rowsRead == 34_920 && normaliser.ledger.rowsSetAside == 0)
    #expect(result.withoutPopulation(file: "u", butSaid: [], [], given: []).isEmpty)
    let paris = try #require(result.cities[UnitCode("75056")])
    #expect(result.communes[Int(paris)].units.count == 20)
    let withoutEPCI = result.units.filter(\.intercommunality.isEmpty).map(\.code.text)
    #expect(withoutEPCI == ["22016", "29083", "29155", "85113"])
  }

  @Test("the same features as GeoJSON give the same table, bit for bit")
  func asGeoJSON() throws {
    let table = try Self.table.get()
    let count = 50
    let features = try (0..<count).map { row -> String in
      var properties: [String: String] = [:]
      for (column, name) in table.columns.enumerated() {
        properties[name] = table.values[column][row]
      }
      let members = try table.columns.map { name in
        let value = try properties[name].map { try json($0) } ?? "null"
        return "\(try json(name)):\(value)"
      }
      return "{\"type\":\"Feature\",\"properties\":{\(members.joined(separator: ","))},"
        + "\"geometry\":\(geometry(row, of: table.geometry))}"
    }
    let text =
      "{\"type\":\"FeatureCollection\",\"features\":[\n\(features.joined(separator: ",\n"))\n]}"
    let read = try GeoJSONReader.read(Array(text.utf8), path: "x.geojson")
    #expect(read.columns == table.columns)
    #expect(read.values == table.values.map { Array($0.prefix(count)) })
    #expect(read.lines == Array(2..<2 + count))
    let rings = table.geometry.rings(of: count - 1).upperBound
    let vertices = Int(table.geometry.ringEnds[rings - 1])
    #expect(read.geometry.x == Array(table.geometry.x[..<vertices]))
    #expect(read.geometry.y == Array(table.geometry.y[..<vertices]))
    #expect(read.geometry.ringEnds == Array(table.geometry.ringEnds[..<rings]))
    #expect(read.geometry.ringIsHole == Array(table.geometry.ringIsHole[..<rings]))
    #expect(read.geometry.featureEnds == Array(table.geometry.featureEnds[..<count]))
  }

  private func json(_ text: String) throws -> String {
    let array = try JSONSerialization.data(withJSONObject: [text])
    return String(String(decoding: array, as: UTF8.self).dropFirst().dropLast())
  }

  private func geometry(_ row: Int, of columns: PolygonColumns) -> String {
    var polygons: [String] = []
    for ring in columns.rings(of: row) {
      var points = columns.vertices(of: ring).map { "[\(columns.x[$0]),\(columns.y[$0])]" }
      points.append(points[0])
      let text = "[\(points.joined(separator: ","))]"
      if columns.ringIsHole[ring] {
        polygons[polygons.count - 1] += "," + text
      } else {
        polygons.append(text)
      }
    }
    let coordinates = polygons.map { "[\($0)]" }.joined(separator: ",")
    return "{\"type\":\"MultiPolygon\",\"coordinates\":[\(coordinates)]}"
  }
}
