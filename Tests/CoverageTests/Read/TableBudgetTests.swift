import Testing

@testable import Coverage

/// Files of a few kilobytes that would grow into tables of a gigabyte.
@Suite("No small file grows into a large table")
struct TableBudgetTests {
  private func read(geoJSON text: String) throws -> FeatureTable {
    try GeoJSONReader.read(Array(text.utf8), path: "x.geojson")
  }

  private func features(columns: Int, rows: Int) -> String {
    let properties = (0..<columns).map { "\"\($0)\":1" }.joined(separator: ",")
    let rows = Array(repeating: "{}", count: rows).joined(separator: ",")
    return "{\"features\":[{\"properties\":{\(properties)}},\(rows)]}"
  }

  @Test("features without properties do not each cost all columns of the first one")
  func geoJSON() throws {
    #expect(try read(geoJSON: features(columns: 1_000, rows: 1_000)).rowCount == 1_001)
    let fault = fault { _ = try read(geoJSON: features(columns: 6_000, rows: 8_000)) }
    #expect(fault?.problem == TableBudget.tooManyCells)
  }

  @Test("no more columns than a spreadsheet has")
  func columns() throws {
    let most = TableBudget.greatestColumnCount
    #expect(try read(geoJSON: features(columns: most, rows: 1)).columns.count == most)
    let fault = fault { _ = try read(geoJSON: features(columns: most + 1, rows: 1)) }
    #expect(fault?.problem == TableBudget.tooManyColumns)
  }

  @Test("a header of CSV has no more columns either")
  func header() throws {
    let name = [UInt8(ascii: "a")]
    let commas = name + [UInt8](repeating: 0x2C, count: TableBudget.greatestColumnCount)
    let whole = try DelimitedText(path: "x.csv", bytes: Array(commas.dropLast()))
    #expect(whole.header.count == TableBudget.greatestColumnCount)
    let fault = fault { _ = try DelimitedText(path: "x.csv", bytes: commas) }
    #expect(fault?.problem == TableBudget.tooManyColumns)
    #expect(fault?.line == 1)
  }

  @Test("rows of a GeoPackage may be shorter than its columns, which then have their defaults")
  func geoPackage() throws {
    let scratch = try Scratch()
    var package = TinyGeoPackage()
    package.layer(
      "units", definition: "code TEXT, tard TEXT DEFAULT 'non'",
      Array(repeating: [.text("01001")], count: 250))
    let table = try FeatureTable.read(try scratch.file("x.gpkg", package.bytes))
    #expect(table.values == ["01001", "non"].map { Array(repeating: $0, count: 250) })
  }

  @Test("cells cost sixteen bytes each, and long texts what they take beside")
  func budget() {
    var cells = TableBudget(fileSize: 1_600)
    let taken = [2 << 20, 1_000, 1].map { cells.take(cells: $0) }
    #expect(taken == [true, true, false])
    var texts = TableBudget(fileSize: 0)
    let long = String(repeating: "x", count: 1 << 20)
    let room = (0..<40).count { _ in texts.take(long) }
    #expect(room == 31)
    var short = TableBudget(fileSize: 0)
    let isFull = short.take(cells: 2 << 20)
    let fits = ["quinze octets..", nil, "plus de quinze octets"].map { short.take($0) }
    #expect(isFull && fits == [true, true, false])
  }
}
