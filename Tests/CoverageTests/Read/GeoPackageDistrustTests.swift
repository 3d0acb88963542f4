import Testing

@testable import Coverage

@Suite("What a GeoPackage says is data, never something to run")
struct GeoPackageDistrustTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func refusal(of package: TinyGeoPackage) throws -> InputFault? {
    let input = try scratch.file("x.gpkg", package.bytes)
    return fault { _ = try FeatureTable.read(input) }
  }

  @Test("a layer with a computed column is refused before anything is computed")
  func computedColumn() throws {
    var package = TinyGeoPackage()
    package.layer(
      "units",
      definition: "code TEXT, grand TEXT AS (hex(zeroblob(400000000))) VIRTUAL, geom BLOB",
      [[.text("01001"), TinyGeoPackage.square]])
    let fault = try refusal(of: package)
    #expect(fault?.kind == .data)
    #expect(fault?.problem.english.contains("computed column grand") == true)
  }

  @Test("a column that was computed when the row was written is plain data")
  func storedColumn() throws {
    var package = TinyGeoPackage()
    package.layer(
      "units", definition: "code TEXT, double TEXT AS (code || code) STORED, geom BLOB",
      [[.text("01001"), .text("autre"), TinyGeoPackage.square]])
    let input = try scratch.file("x.gpkg", package.bytes)
    #expect(try FeatureTable.read(input).values == [["01001"], ["autre"]])
  }

  @Test(
    "no module of a virtual table is run",
    arguments: ["fts5(code, geom)", "fts4(code, geom)", "rtree(id, minx, maxx)", "dbstat"])
  func virtualTable(module: String) throws {
    var package = TinyGeoPackage()
    package.virtualLayer("units", using: module)
    let fault = try refusal(of: package)
    #expect(fault?.kind == .data)
    #expect(fault?.problem.english.contains("no such module") == true)
  }

  @Test("a virtual table that is not read, as the index of a layer, does no harm")
  func indexOfLayer() throws {
    var package = TinyGeoPackage()
    package.layer("units", [("01001", TinyGeoPackage.square)])
    package.index("units")
    let input = try scratch.file("x.gpkg", package.bytes)
    #expect(try FeatureTable.read(input).rowCount == 1)
  }
}
