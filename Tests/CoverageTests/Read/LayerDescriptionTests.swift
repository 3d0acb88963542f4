import Testing

@testable import Coverage

@Suite("What a layer of a GeoPackage says of itself")
struct LayerDescriptionTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func description(_ make: (inout TinyGeoPackage) -> Void) throws -> String {
    var package = TinyGeoPackage()
    package.layer("units", columns: ["code"], [(["01001"], TinyGeoPackage.square)])
    make(&package)
    let path = try scratch.file("u.gpkg", package.bytes)
    return try FeatureTable.read(InputPath("\(path.file)#units")).description
  }

  @Test("the description of the layer that is read, not of another")
  func own() throws {
    let said = try description { package in
      package.describe("autre", "Population : non")
      package.describe("units", "Communes\nPopulation : oui")
    }
    #expect(said == "Communes\nPopulation : oui")
  }

  @Test("a file without the table, or without a description, says nothing and is read")
  func absent() throws {
    #expect(try description { _ in } == "")
    #expect(try description { $0.describe("units", nil) } == "")
    #expect(try description { $0.describe("autre", "x") } == "")
  }

  @Test("a description of any length is cut")
  func long() throws {
    let said = try description { $0.describe("units", String(repeating: "e", count: 4010)) }
    #expect(said.count == 4000)
  }
}
