import TestSupport
import Testing

/// Layers of units that once took for ever, all memory or the program down: each is a small copy of what was found.
@Suite("Units drawn to exhaust", .endsAtAll)
struct HostileUnitsTests {
  @Test(
    "borders that do not fit are mended in a moment, and people are all there",
    arguments: [
      ("endless", "26129", "2899"), ("two-units", "26129", "2007"),
      ("corner-moved", "01001", "8050"),
      ("corner-moved-far", "01001", "8050"), ("belfort-noise", "90001", "71313"),
    ])
  func mended(name: String, code: String, people: String) throws {
    let scratch = try Scratch()
    try scratch.write(
      "units.geojson", try Checkout.text("Tests/CommandTests/Fixtures/hostile/\(name).geojson"))
    try scratch.write("cpts.csv", "cpts_id,cpts_nom,stade,code_commune\nX,CPTS Est,ACI,\(code)\n")
    let outcome = try scratch.report()
    #expect(outcome.code == 0, "\(outcome.errors)")
    let coverage = try scratch.table("out/couverture.csv").row("niveau", "national")
    #expect(coverage["population_totale"] == people)
  }

  @Test(
    "a corner that is nowhere on Earth is told with its line, before anything is made of it",
    arguments: ["1e30", "-1e300", "1e6", "200", "2e9"])
  func wild(longitude: String) throws {
    let scratch = try Scratch.world()
    let ring = "[[2.01,46],[2.02,46],[\(longitude),46.005],[2.02,46.01],[2.01,46.01],[2.01,46]]"
    let brie = World.brie.drawn("{\"type\":\"Polygon\",\"coordinates\":[\(ring)]}")
    try scratch.write(
      "units.geojson",
      World.collection([World.aulnay, brie, World.cere, World.doux].map(\.feature)))
    let outcome = try scratch.report()
    #expect(outcome.code == 65)
    #expect(outcome.message.hasPrefix("units.geojson:3: coordonnées hors de ±180 et ±90 degrés"))
    #expect(outcome.message.contains("corrigez ce point"))
    #expect(scratch.names(in: "out") == [])
  }

  @Test("a corner that no plane of the Earth reaches is told with its line")
  func wildMetres() throws {
    let scratch = try Scratch.world()
    let ring = "[[700000,6600000],[701000,6600000],[1e30,6601000],[700000,6600000]]"
    let system = #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2154"}},"#
    try scratch.write(
      "units.geojson",
      World.collection(
        [World.aulnay.drawn("{\"type\":\"Polygon\",\"coordinates\":[\(ring)]}").feature],
        members: system))
    let outcome = try scratch.report()
    #expect(outcome.code == 65)
    #expect(outcome.message.hasPrefix("units.geojson:2: coordonnées (1e+30, 6601000.0) hors de"))
  }

  @Test("a drawing with such a corner is set aside, and the row says so")
  func wildDrawing() throws {
    let scratch = try Scratch.world()
    let wild = [(2.0, 46.0), (2.01, 46.0), (1e30, 46.01), (2.0, 46.0)]
    let outcome = try scratch.report(drawing: [
      Drawing("A", "ACI", wild), Drawing("B", "ACI", Drawing.box(2, 46, 2.01, 46.01)),
    ])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try scratch.text("out/anomalies.csv").contains("dessin écarté"))
  }
}
