import Testing

/// Geometries that are empty or lie where no longitude and latitude can.
@Suite struct GeometryTests {
  @Test(
    "a unit without polygon keeps its people, and is said to have no map",
    arguments: [
      "null", "{\"type\":\"Polygon\",\"coordinates\":[]}",
      "{\"type\":\"MultiPolygon\",\"coordinates\":[]}",
      "{\"type\":\"GeometryCollection\",\"geometries\":[]}",
    ])
  func noPolygon(json: String) throws {
    let scratch = try Scratch.world()
    let features = [World.aulnay, World.brie, World.cere, World.doux.drawn(json)].map(\.feature)
    try scratch.write("units.geojson", World.collection(features))
    #expect(try scratch.report().code == 0)
    let anomaly = try scratch.table("out/anomalies.csv").row("regle", "unite_sans_geometrie")
    #expect(anomaly["gravite"] == "attention")
    #expect(anomaly["ligne"] == "5")
    #expect(anomaly["objet"] == "02002")
    #expect(try scratch.resume().totaux.population_totale == 3340)
    let zones = try scratch.table("out/zones_blanches.csv")
    #expect(zones.rows.map { $0["zone"] } == ["ZB-02001", "ZB-02002"])
    #expect(zones[1, "superficie_km2"] == "0.000")
    #expect(zones[1, "voisins"] == "")
    let feature = try GeoJSONText(scratch.bytes("out/communes.geojson")).features[3]
    #expect(feature.geometry == nil)
  }

  @Test("a point in place of a polygon is said, and has no area")
  func point() throws {
    let scratch = try Scratch.world()
    let point = World.doux.drawn("{\"type\":\"Point\",\"coordinates\":[2.0,46.0]}")
    try scratch.write("units.geojson", World.collection([World.aulnay.feature, point.feature]))
    #expect(try scratch.report().code == 0)
    let anomaly = try scratch.table("out/anomalies.csv").row("regle", "geometrie_abimee")
    #expect(anomaly["ligne"] == "3")
    #expect(anomaly["constat"] == "1 partie sans surface (point, ligne ou contour plat)")
  }

  @Test(
    "a unit that is flat, or whose hole is larger than it, has no area; its people count",
    arguments: [
      "[[2.01,46.01],[2.02,46.01],[2.015,46.01],[2.01,46.01]]",
      "[[2.01,46.01],[2.02,46.01],[2.02,46.02],[2.01,46.01]],[[2,46],[2.1,46],[2.1,46.1],[2,46]]",
    ])
  func noArea(rings: String) throws {
    let scratch = try Scratch.world()
    let doux = World.doux.drawn("{\"type\":\"Polygon\",\"coordinates\":[\(rings)]}")
    try scratch.write(
      "units.geojson",
      World.collection([World.aulnay, World.brie, World.cere, doux].map(\.feature)))
    try scratch.write("cpts.csv", "cpts_id,stade,code\nA,ACI,02002\nB,ACI,01001\n")
    #expect(try scratch.report().code == 0)
    let anomaly = try scratch.table("out/anomalies.csv").row("regle", "geometrie_abimee")
    #expect(anomaly["ligne"] == "5")
    #expect(anomaly["objet"] == "02002")
    #expect(anomaly["constat"]?.hasPrefix("son polygone n’enferme aucune surface") == true)
    let cpts = try scratch.table("out/cpts.csv").row("cpts_id", "A")
    #expect(cpts["population"] == "40")
    #expect(cpts["superficie_km2"] == "0.000")
  }

  @Test("nobody is told how many people live on a square kilometre of a unit of no breadth")
  func noDensity() throws {
    let scratch = try Scratch.world()
    let ring = "[[2.01,46.01],[2.01000000001,46.01],[2.01,46.01000000001],[2.01,46.01]]"
    let doux = World.doux.drawn("{\"type\":\"Polygon\",\"coordinates\":[\(ring)]}")
    try scratch.write("units.geojson", World.collection([World.aulnay, doux].map(\.feature)))
    let outcome = try scratch.report(scratch.sheets())
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try scratch.sheet("02-aisne/SB-02002").fact("Superficie") == "0,000 km²")
  }

  static let metres = """
    {"type":"Polygon","coordinates":[[[700000,6600000],[701000,6600000],[701000,6601000],\
    [700000,6601000],[700000,6600000]]]}
    """

  @Test("metres without a reference system are 65, and the message says what to declare")
  func undeclared() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "units.geojson", World.collection([World.aulnay.drawn(Self.metres).feature]))
    let outcome = try scratch.report()
    #expect(outcome.code == 65)
    #expect(
      outcome.message == "units.geojson:2: coordonnées hors de ±180 et ±90 degrés, "
        + "sans système de référence qui l’explique : (700000.0, 6600000.0) — corrigez ce point, "
        + "ou, si toutes les coordonnées sont ainsi, déclarez le système de la couche "
        + "(par exemple EPSG:2154 ; hors d’un GeoPackage, après le nom du fichier : "
        + "FICHIER#EPSG:2154) ou exportez en WGS 84")
    #expect(scratch.names(in: "out") == [])
  }

  @Test("metres whose system is declared are brought to degrees, and measured on the ellipsoid")
  func declared() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", "cpts_id,stade,code\nA,ACI,01001\n")
    let system = #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2154"}},"#
    try scratch.write(
      "units.geojson",
      World.collection([World.aulnay.drawn(Self.metres).feature], members: system))
    #expect(try scratch.report().code == 0)
    // (700000, 6600000) is 3° E 46.5° N by the definition of Lambert-93; there its scale is 0.99905.
    let map = try GeoJSONText(scratch.bytes("out/communes.geojson"))
    let ring = try #require(map.features.first?.polygons.first?.first)
    let corner = try #require(ring.min { $0[1] < $1[1] && $0[0] < 3.001 })
    #expect(abs(corner[0] - 3) < 1e-6)
    #expect(abs(corner[1] - 46.5) < 1e-6)
    let area = try #require(Double(scratch.table("out/cpts.csv")[0, "superficie_km2"]))
    #expect(abs(area - 1.002) <= 0.001)
    #expect(map.members == ["features", "type"])
  }

  @Test("a reference system that nobody knows is 65, and named")
  func unknownSystem() throws {
    let scratch = try Scratch.world()
    let system = #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::999999"}},"#
    try scratch.write("units.geojson", World.collection([World.aulnay.feature], members: system))
    let outcome = try scratch.report()
    #expect(outcome.code == 65)
    #expect(outcome.message.hasPrefix("units.geojson: système de référence « EPSG:999999 » : "))
  }

  @Test("a code that two rows claim is an error; the first row is kept")
  func duplicate() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "units.geojson",
      World.collection([World.aulnay.feature, World.aulnay.people("7").feature]))
    #expect(try scratch.report().code == 0)
    let anomaly = try scratch.table("out/anomalies.csv").row("regle", "unite_en_double")
    #expect(anomaly["gravite"] == "erreur")
    #expect(anomaly["ligne"] == "3")
    #expect(anomaly["constat"] == "le code figure déjà ligne 2")
    #expect(try scratch.resume().totaux.population_totale == 1000)
  }
}
