import Testing

/// Drawn territories, proposals and units in the formats that people have: the figures are those of the same map in
/// GeoJSON.
@Suite struct MapFormatTests {
  /// Aulnay, and Brie, as two territories.
  private static let rows = [
    (id: "A", stage: "aci_signe", ring: Square.ring((2, 46), side: 0.01)),
    (id: "B", stage: "lettre_intention", ring: Square.ring((2.01, 46), side: 0.01)),
  ]

  private static func ring(_ ring: [(x: Double, y: Double)]) -> String {
    "[" + ring.map { "[\($0.x),\($0.y)]" }.joined(separator: ",") + "]"
  }

  private static let maps: [(name: String, text: String)] = [
    (
      "lignes.geojsonl",
      rows.map {
        "{\"type\":\"Feature\",\"properties\":{\"cpts_id\":\"\($0.id)\",\"stade\":\"\($0.stage)\"},"
          + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[\(ring($0.ring))]}}\n"
      }.joined()
    ),
    (
      "arcgis.json",
      "{\"spatialReference\":{\"wkid\":4326},\"features\":["
        + rows.map {
          "{\"attributes\":{\"cpts_id\":\"\($0.id)\",\"stade\":\"\($0.stage)\"},"
            + "\"geometry\":{\"rings\":[\(ring($0.ring.reversed()))]}}"
        }.joined(separator: ",") + "]}"
    ),
    (
      "carte.topojson",
      "{\"type\":\"Topology\",\"objects\":{\"cpts\":{\"type\":\"GeometryCollection\",\"geometries\":["
        + rows.indices.map {
          "{\"type\":\"Polygon\",\"arcs\":[[\($0)]],\"properties\":{\"cpts_id\":\"\(rows[$0].id)\","
            + "\"stade\":\"\(rows[$0].stage)\"}}"
        }.joined(separator: ",")
        + "]}},\"arcs\":[\(rows.map { ring($0.ring) }.joined(separator: ","))]}"
    ),
    (
      "carte.kml",
      "<kml><Document>"
        + rows.map {
          "<Placemark><name>\($0.id)</name><ExtendedData><Data name=\"stade\"><value>\($0.stage)</value>"
            + "</Data></ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>"
            + $0.ring.map { "\($0.x),\($0.y)" }.joined(separator: " ")
            + "</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>"
        }.joined() + "</Document></kml>"
    ),
    (
      "table.csv",
      "cpts_id;stade;the_geom\n"
        + rows.map {
          "\($0.id);\($0.stage);POLYGON (("
            + $0.ring.map { "\($0.x) \($0.y)" }.joined(separator: ",") + "))\n"
        }.joined()
    ),
  ]

  @Test("drawn territories of every format give the people of their communes")
  func territories() throws {
    for map in Self.maps {
      let scratch = try Scratch.world()
      try scratch.write(map.name, map.text)
      let outcome = try scratch.report(cpts: map.name)
      #expect(outcome.code == 0, "\(map.name): \(outcome.message)")
      let cpts = try scratch.table("out/cpts.csv")
      #expect(cpts.rows.map { $0["population"] } == ["1000", "2000"], "\(map.name)")
      #expect(cpts.rows.map { $0["stade"] } == ["aci_signe", "lettre_intention"], "\(map.name)")
      let inspected = try scratch.run("inspect", map.name)
      #expect(inspected.code == 0)
      #expect(inspected.output.contains("territoires de CPTS dessinés"), "\(map.name)")
    }
  }

  @Test(
    "a bare geometry is the territory of one CPTS, which gets the file's name; a proposal needs no more"
  )
  func bareGeometry() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "projet.json",
      "{\"type\":\"Polygon\",\"coordinates\":[\(Self.ring(World.squareRing))]}")
    let report = try scratch.report(cpts: "projet.json", "--default-stage", "lettre_intention")
    #expect(report.code == 0, "\(report.message)")
    let cpts = try scratch.table("out/cpts.csv")
    #expect(cpts.rows.map { [$0["cpts_id"], $0["population"]] } == [["projet", "300"]])
    let check = try scratch.run(
      "check", "--units", "units.geojson", "--cpts", "cpts.csv", "--territory", "projet.json")
    #expect(check.code == 0, "\(check.message)")
    #expect(check.output.contains("projet"))
  }

  @Test("a name may tell the reference system of a map that tells none, and never against the map")
  func namedReference() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "metres.wkt", "POLYGON ((622500 6545400, 623300 6545400, 623300 6546500, 622500 6545400))\n")
    let without = try scratch.report(cpts: "metres.wkt", "--default-stage", "aci_signe")
    #expect(without.code == 65 && without.message.contains("FICHIER#EPSG:2154"))
    let with = try scratch.report(cpts: "metres.wkt#EPSG:2154", "--default-stage", "aci_signe")
    #expect(with.code == 0, "\(with.message)")
    try scratch.write(
      "wgs.wkt", "SRID=2154;POLYGON ((622500 6545400, 623300 6545400, 623300 6546500))")
    let against = try scratch.report(cpts: "wgs.wkt#EPSG:3857", "--default-stage", "aci_signe")
    #expect(against.code == 65 && against.message.contains("EPSG:2154"))
  }

  @Test("a map in latitude first is foreseen by inspect")
  func swapped() throws {
    let scratch = try Scratch.world()
    try scratch.write("carte.wkt", "POLYGON ((46 2, 46.01 2, 46.01 2.01, 46 2))")
    let inspected = try scratch.run("inspect", "carte.wkt")
    #expect(inspected.output.contains("territoire_hors_unites"))
    #expect(inspected.output.contains("échangées"))
  }
}

extension World {
  /// The corners of Cère, and no more than it.
  fileprivate static let squareRing = Square.ring((2, 46.01), side: 0.01)
}
