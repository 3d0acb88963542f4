import Testing

@testable import Coverage
@testable import GeoKernel

@Suite("GeoPackages")
struct GeoPackageReaderTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func read(_ package: TinyGeoPackage, layer: String = "") throws -> FeatureTable {
    let input = try scratch.file("x.gpkg", package.bytes)
    return try FeatureTable.read(layer.isEmpty ? input : InputPath(input.file + "#" + layer))
  }

  @Test("the only layer is read without naming it: columns, values, polygons")
  func onlyLayer() throws {
    var package = TinyGeoPackage()
    package.layer("units", [("01001", TinyGeoPackage.square), ("01002", .null)])
    let table = try read(package)
    #expect(table.columns == ["fid", "code"])
    #expect(table.values[1] == ["01001", "01002"])
    #expect(table.lines == [1, 2])
    #expect(table.reference == .wgs84)
    #expect(table.geometry.x == [2, 2.1, 2.1, 2] && table.geometry.y == [46, 46, 46.1, 46.1])
    #expect(table.geometry.featureEnds == [1, 1])
    #expect(table.geometryProblems.isEmpty)
    #expect(scratch.names() == ["x.gpkg"])
  }

  @Test("of several layers one must be named, and the choices are given")
  func severalLayers() throws {
    var package = TinyGeoPackage()
    package.layer("communes", [("01001", TinyGeoPackage.square)])
    package.layer("iris", [("010010000", TinyGeoPackage.square)])
    let unnamed = fault { _ = try read(package) }
    #expect(unnamed?.problem.english.contains("communes, iris") == true)
    #expect(try read(package, layer: "iris").values[1] == ["010010000"])
    let unknown = fault { _ = try read(package, layer: "cantons") }
    #expect(unknown?.problem.english.contains("cantons") == true)
    #expect(unknown?.cure.english.contains("communes, iris") == true)
  }

  @Test(
    "any name of a layer is only a name",
    arguments: ["two words", "a\"b", "a\"\"", "x; DROP TABLE y", "Île", "a\"\u{301}b", "select"])
  func oddNames(name: String) throws {
    var package = TinyGeoPackage()
    package.layer(name, [("01001", TinyGeoPackage.square)])
    #expect(try read(package).values[1] == ["01001"])
  }

  @Test("a plain view named as a layer is read, one that sorts or groups is refused")
  func view() throws {
    var package = TinyGeoPackage()
    package.layer("units", [("01001", TinyGeoPackage.square)])
    package.view("units_view", "SELECT * FROM units")
    #expect(try read(package, layer: "units").rowCount == 1)
    #expect(try read(package, layer: "units_view").isDrawn == [true])
    for (index, query) in [
      "SELECT * FROM units ORDER BY code",
      "SELECT code, max(geom) AS geom FROM units GROUP BY code",
      "SELECT DISTINCT code, geom FROM units", "SELECT code, randomblob(9) AS geom FROM units",
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS geom FROM n",
      "SELECT hex(zeroblob(400000000)) AS code, geom FROM units",
    ].enumerated() {
      package.view("v\(index)", query)
      let fault = fault { _ = try read(package, layer: "v\(index)") }
      #expect(fault?.kind == .data, "\(query)")
      #expect(fault?.problem.english.contains("view") == true, "\(query)")
    }
  }

  @Test(
    "the reference system is that of the layer",
    arguments: [
      (4_326, .wgs84), (2_154, .other("EPSG:2154")), (0, .undeclared), (-1, .undeclared),
      (100_000, .other("PROJCS[\"plan\"]")), (100_001, .undeclared), (999, .undeclared),
    ] as [(Int, DeclaredReference)])
  func reference(srs: Int, expected: DeclaredReference) throws {
    var package = TinyGeoPackage()
    package.layer("units", srs: srs, [("01001", TinyGeoPackage.square)])
    #expect(try read(package).reference == expected)
  }

  @Test("a damaged geometry costs its own row only, and is said")
  func damagedGeometry() throws {
    guard case .blob(let whole) = TinyGeoPackage.square else { return }
    var package = TinyGeoPackage()
    package.layer(
      "units",
      [
        ("1", .blob([1, 2, 3])), ("2", TinyGeoPackage.square), ("3", .text("POLYGON")),
        ("4", .blob(Array(whole.dropLast(8)))),
        ("5", TinyGeoPackage.polygon([(0, 0), (1, 1), (0, 0)])),
      ])
    let table = try read(package)
    #expect(table.geometry.featureEnds == [0, 1, 1, 1, 1])
    #expect(table.geometry.vertexCount == 4)
    #expect(table.geometryProblems.map(\.row) == [0, 2, 3, 4])
    #expect(table.geometryProblems.last?.finding == .partsWithoutArea(1))
  }

  @Test("another program's journal beside the file is a fault, an empty one is not")
  func journal() throws {
    var package = TinyGeoPackage()
    package.layer("units", [("01001", TinyGeoPackage.square)])
    _ = try scratch.file("x.gpkg-wal", [])
    #expect(try read(package).rowCount == 1)
    _ = try scratch.file("x.gpkg-wal", [1, 2, 3])
    #expect(fault { _ = try read(package) }?.cure.english.contains("QGIS") == true)
  }

  @Test("a database that is no GeoPackage, or has no layer, is a data fault")
  func noGeoPackage() throws {
    var database = TinyDatabase()
    database.table("t", "a TEXT", [[.text("x")]])
    let input = try scratch.file("x.gpkg", database.bytes)
    #expect(
      fault { _ = try FeatureTable.read(input) }?.problem.english.contains("SpatiaLite") == true)
    let fault = fault { _ = try read(TinyGeoPackage()) }
    #expect(fault?.problem.french == "aucune couche de polygones")
  }

  private func oneLayer() -> [UInt8] {
    var package = TinyGeoPackage()
    package.layer("units", [("01001", TinyGeoPackage.square)])
    return package.bytes
  }

  @Test("cut so that pages are missing, it is refused")
  func missingPages() throws {
    let whole = oneLayer()
    for length in stride(from: 16, through: whole.count - 4_096, by: 1_020) {
      let input = try scratch.file("cut.gpkg", Array(whole[..<length]))
      #expect(fault { _ = try FeatureTable.read(input) }?.kind == .data, "cut at \(length)")
    }
  }

  /// SQLite fills a page that is cut with zeros, which are rows without values.
  @Test("cut inside its last page, it is refused too", arguments: [1, 100, 4_095])
  func cutInsideLastPage(missing: Int) throws {
    let input = try scratch.file("cut.gpkg", Array(oneLayer().dropLast(missing)))
    #expect(fault { _ = try FeatureTable.read(input) }?.kind == .data)
  }

  @Test("damage anywhere is survived")
  func damage() throws {
    var package = TinyGeoPackage()
    package.layer("units", [("01001", TinyGeoPackage.square), ("01002", .null)])
    let whole = package.bytes
    let used = whole.indices.filter { whole[$0] != 0 }
    var random = SplitMix(seed: 64)
    for _ in 0..<200 {
      var bytes = whole
      for _ in 0..<3 {
        bytes[used.randomElement(using: &random) ?? 0] = .random(in: 0...255, using: &random)
      }
      let input = try scratch.file("damaged.gpkg", bytes)
      guard let table = try? GeoPackageReader.read(input) else { continue }
      #expect(table.geometry.featureCount == table.rowCount)
    }
  }
}
