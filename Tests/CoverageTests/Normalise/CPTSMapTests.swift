import Testing

@testable import Coverage
@testable import GeoKernel

@Suite("Maps of territories")
struct CPTSMapTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func read(
    _ files: (name: String, text: String)..., named: [FieldRole: String] = [:]
  ) throws -> CPTSFiles {
    var result = CPTSFiles()
    for (name, text) in files { try result.read(try scratch.file(name, text), named: named) }
    return result
  }

  private let west = rectangleText(2, 46, 2.1, 46.1)
  private let east = rectangleText(2.1, 46, 2.2, 46.1)

  @Test("a GeoJSON gives drawings and what it says of their CPTS; rows of one id are parts of one")
  func geoJSON() throws {
    let files = try read(
      (
        "carte.geojson",
        mapText(
          (#""cpts_id":"A","cpts_nom":"Alpha","stade":"LI""#, west),
          (#""cpts_id":"B","cpts_nom":"Beta","date_aci":"2022-05-01""#, west),
          (#""cpts_id":"A","cpts_nom":"Alpha","stade":null"#, east))
      ))
    #expect(files.cpts[CPTSID("A")]?.name == "Alpha")
    #expect(files.cpts[CPTSID("A")]?.givenStage == .letterOfIntent)
    #expect(files.cpts[CPTSID("B")]?.stageDates == [.signedContract: CivilDate("2022-05-01")!])
    #expect(files.memberships.isEmpty && files.anomalies.isEmpty)
    let layer = try #require(files.layers.first)
    #expect(files.layers.count == 1)
    #expect(layer.path == scratch.path("carte.geojson") && layer.reference == .wgs84)
    #expect(layer.rows.map(\.cpts.text) == ["A", "B", "A"])
    #expect(layer.rows.map(\.line) == [2, 3, 4])
    #expect(layer.polygons.featureEnds == [1, 2, 3])
    #expect(layer.polygons.x[8..<10] == [2.1, 2.2])
    #expect(files.ledgers.map(\.rowsRead) == [3] && files.ledgers.map(\.rowsSetAside) == [0])
  }

  @Test("a layer of a GeoPackage is read in its own system, and named with its file")
  func geoPackage() throws {
    var package = TinyGeoPackage()
    package.layer("autres", [("1", TinyGeoPackage.square)])
    let square = TinyGeoPackage.polygon([
      (7e5, 6.6e6), (7.1e5, 6.6e6), (7.1e5, 6.7e6), (7e5, 6.6e6),
    ])
    package.layer(
      "territoires", srs: 2_154, columns: ["id_cpts", "maturite"],
      [(["A", "ACI"], square), (["B", "PS"], .null)])
    var files = CPTSFiles()
    let file = try scratch.file("t.gpkg", package.bytes).file
    try files.read(InputPath(file + "#territoires"), named: [:])
    #expect(files.cpts[CPTSID("B")]?.givenStage == .validatedProject)
    let layer = try #require(files.layers.first)
    #expect(layer.path == file + "#territoires" && layer.reference == .other("EPSG:2154"))
    #expect(layer.rows.map(\.cpts.text) == ["A"] && layer.polygons.x == [7e5, 7.1e5, 7.1e5])
    #expect(files.anomalies.map(\.brief) == ["attention dessin_absent 2 B"])
    #expect(files.ledgers.map(\.path) == [file + "#territoires"])
  }

  @Test("stages may come from a list, in either order, and a CPTS may be listed and drawn")
  func listAndMap() throws {
    let list = ("a.csv", "cpts_id;stade;code\nA;ACI;01001\nB;LI;01002\n")
    let map = ("b.geojson", mapText((#""cpts_id":"A""#, west), (#""cpts_id":"C""#, east)))
    for files in [try read(list, map), try read(map, list)] {
      #expect(files.cpts[CPTSID("A")]?.givenStage == .signedContract)
      #expect(files.cpts[CPTSID("C")]?.givenStage == nil)
      #expect(files.memberships.map(\.cpts.text) == ["A", "B"])
      #expect(files.layers.flatMap(\.rows).map(\.cpts.text) == ["A", "C"])
      #expect(files.anomalies.isEmpty)
    }
  }

  @Test("a value that contradicts one of another file names both places")
  func contradiction() throws {
    let list = ("a.csv", "cpts_id;stade;code\nA;ACI;01001\n")
    let map = ("b.geojson", mapText((#""cpts_id":"A","stade":"LI""#, west)))
    let fault = try #require(fault { _ = try read(list, map) })
    #expect(fault.path == scratch.path("b.geojson") && fault.line == 2)
    #expect(fault.problem.english.contains("\(scratch.path("a.csv")):2"))
  }

  @Test("a name is the id where the map has nothing else; --map-column names another")
  func nameAsID() throws {
    for column in ["cpts_nom", "nom", "CPTS"] {
      let files = try read(("a.geojson", mapText((#""\#(column)":"Pays de Redon""#, west))))
      #expect(files.cpts.keys.map(\.text) == ["Pays de Redon"], "\(column)")
      #expect(files.layers[0].rows.map(\.cpts.text) == ["Pays de Redon"])
    }
    let mapped = try read(
      ("a.geojson", mapText((#""code":"X","nom":"Redon""#, west))), named: [.cptsID: "code"])
    #expect(mapped.cpts.keys.map(\.text) == ["X"])
    #expect(mapped.cpts[CPTSID("X")]?.name == "Redon")
  }

  @Test("the drawing counts, not the unit codes beside it")
  func codesAndPolygons() throws {
    let files = try read(
      (
        "a.geojson",
        mapText(
          (#""cpts_id":"A","code":"01001","nom":"Aulnay""#, west),
          (#""cpts_id":"A","code":"01002","nom":"Brie""#, east))
      ))
    #expect(files.memberships.isEmpty)
    #expect(files.layers[0].rows.count == 2)
    #expect(files.cpts[CPTSID("A")]?.name == "", "names of units are not that of the CPTS")
  }

  @Test("a map of units given by mistake is refused, with the cure")
  func mapOfUnits() throws {
    let fault = fault {
      _ = try read(("a.geojson", mapText((#""code":"01001","nom":"Aulnay""#, west))))
    }
    #expect(fault?.cure.english.contains("--map-column cpts_id=NAME") == true)
  }

  @Test("a row without id is set aside with its drawing, even where the drawing is damaged too")
  func noID() throws {
    let files = try read(
      (
        "a.geojson",
        mapText(
          (#""cpts_id":"","stade":"LI""#, west),
          (#""cpts_id":null"#, #"{"type":"Point","coordinates":[2,46]}"#),
          (#""cpts_id":"B""#, east))
      ))
    #expect(files.layers[0].rows.map(\.line) == [4])
    #expect(files.layers[0].polygons.x[0] == 2.1 && files.layers[0].polygons.featureCount == 1)
    #expect(
      files.anomalies.map(\.brief) == [
        "erreur ligne_incomplete 2 ", "erreur ligne_incomplete 3 ",
      ])
    #expect(files.ledgers.map(\.rowsSetAside) == [2])
  }

  @Test("a layer that declares no system is taken as degrees, and this is said")
  func undeclared() throws {
    var package = TinyGeoPackage()
    package.layer("t", srs: 0, columns: ["cpts"], [(["A"], TinyGeoPackage.square)])
    var files = CPTSFiles()
    try files.read(try scratch.file("t.gpkg", package.bytes), named: [:])
    #expect(files.anomalies.map(\.brief) == ["attention systeme_suppose - "])
    #expect(files.layers[0].reference == .undeclared && files.layers[0].rows.count == 1)
  }

  @Test("arcs become segments, which is said once with the tolerance")
  func arcs() throws {
    var wkb = WKBBytes()
    wkb.head(10)
    wkb.word(1)
    wkb.head(8)
    wkb.word(3)
    for value in [2.0, 46, 2.1, 46, 2, 46] { wkb.double(value) }
    var package = TinyGeoPackage()
    package.layer(
      "t", columns: ["cpts"],
      [
        (["A"], .blob([0x47, 0x50, 0, 1, 0, 0, 0, 0] + wkb.bytes)), (["B"], TinyGeoPackage.square),
      ])
    var files = CPTSFiles()
    try files.read(try scratch.file("t.gpkg", package.bytes), named: [:])
    #expect(files.layers[0].rows.map(\.cpts.text) == ["A", "B"])
    #expect(files.anomalies.map(\.brief) == ["information arcs_en_segments - "])
    // A circle of 0.05° around (2.05, 46): no vertex is off it, no side within it by more than the tolerance.
    let polygons = files.layers[0].polygons
    for vertex in polygons.vertices(of: 0) {
      let (x, y) = (polygons.x[vertex] - 2.05, polygons.y[vertex] - 46)
      #expect(abs((x * x + y * y).squareRoot() - 0.05) < 1e-12)
    }
    #expect(polygons.vertices(of: 0).count > 400)
  }

  @Test("ten thousand identical drawings are ten thousand drawings")
  func identical() throws {
    let feature = (#""cpts":"A""#, west)
    let line = mapText(feature).split(separator: "\n")[1]
    let lines = Array(repeating: line, count: 10_000).joined(separator: ",\n")
    let files = try read(("a.geojson", mapText(feature).replacing(line, with: lines)))
    #expect(files.cpts.count == 1 && files.anomalies.isEmpty)
    #expect(files.layers[0].rows.count == 10_000 && files.layers[0].rows.last?.line == 10_001)
    #expect(files.layers[0].polygons.vertexCount == 40_000)
  }

  @Test("an empty map is not the one that was meant")
  func noRows() throws {
    var package = TinyGeoPackage()
    package.layer("t", columns: ["cpts"], [])
    let input = try scratch.file("t.gpkg", package.bytes)
    #expect(throws: InputFault.self) {
      var files = CPTSFiles()
      try files.read(input, named: [:])
    }
  }

  @Test("a map of communes with their CPTS is read by its codes, where the units have them all")
  func communes() throws {
    let units = try NormalisedUnits(
      ["code", "nom", "population", "dep"],
      [
        ["15003", "Ally", "10", "15"], ["15014", "Aurillac", "20", "15"],
        ["15187", "Saint-Martin", "30", "15"],
      ]
    ).units
    func settled(_ third: String) throws -> SettledLists {
      let files = try read(
        (
          "c.geojson",
          mapText(
            (#""code":"15014","nom":"Aurillac","CPTS":"A","stade":"aci""#, west),
            (#""code":"15187","nom":"\#(third)","CPTS":"A","stade":"aci""#, east),
            (#""code":"15003","nom":"Ally","CPTS":null,"stade":null"#, east))
        ))
      return try SettledLists(files, units, nil, Decisions(), mergeSimilar: false)
    }
    let listed = try settled("St-Martin")
    #expect(listed.memberships.map(\.code.text) == ["15014", "15187"])
    #expect(listed.cpts.layers.isEmpty)
    #expect(listed.anomalies.map(\.brief) == ["information carte_de_communes - "])
    // Another commune of that code: the drawings count.
    let drawn = try settled("Ailleurs")
    #expect(drawn.memberships.isEmpty && drawn.cpts.layers.count == 1)
  }
}
