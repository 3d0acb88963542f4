import Testing

@testable import Coverage
@testable import GeoKernel

@Suite("Drawings that can be used, and those that cannot")
struct DrawingsTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func read(
    _ features: (properties: String, geometry: String)..., system: String? = nil
  ) throws -> CPTSFiles {
    var text = mapText(system: system)
    let lines = features.map { mapText($0).split(separator: "\n")[1] }
    text = text.replacing("[\n\n]", with: "[\n\(lines.joined(separator: ",\n"))\n]")
    var result = CPTSFiles()
    try result.read(try scratch.file("a.geojson", text), named: [:])
    return result
  }

  private let fine = (properties: #""cpts":"A""#, geometry: rectangleText(2, 46, 2.1, 46.1))

  /// What is left of a second drawing beside one that is fine.
  private func read(
    _ geometry: String, system: String? = nil
  ) throws -> (rings: Int, anomalies: [Anomaly]) {
    let files = try read(fine, (#""cpts":"B""#, geometry), system: system)
    let layer = try #require(files.layers.first)
    #expect(files.cpts.count == 2, "attributes are used whatever the drawing is")
    #expect(files.ledgers.map(\.rowsSetAside) == [0])
    #expect(layer.polygons.featureCount == layer.rows.count)
    #expect(layer.rows.first?.line == 2)
    return (layer.polygons.ringEnds.count - 1, files.anomalies)
  }

  @Test(
    "no polygon at all is said, and nothing else happens",
    arguments: [
      "null", #"{"type":"Polygon","coordinates":[]}"#, #"{"type":"MultiPolygon","coordinates":[]}"#,
      #"{"type":"GeometryCollection","geometries":[]}"#,
    ])
  func absent(geometry: String) throws {
    let (rings, anomalies) = try read(geometry)
    #expect(rings == 0)
    #expect(anomalies.map(\.brief) == ["attention dessin_absent 3 B"])
    #expect(anomalies[0].finding.french == "pas de polygone")
  }

  @Test(
    "parts that enclose nothing are passed over and counted; the polygons beside them are used",
    arguments: [
      (#"{"type":"Point","coordinates":[2,46]}"#, 0),
      (#"{"type":"LineString","coordinates":[[2,46],[3,47]]}"#, 0),
      (#"{"type":"Polygon","coordinates":[[[2,46],[3,47],[2,46]]]}"#, 0),
      (#"{"type":"Polygon","coordinates":[[[2,46],[3,47],[2,46],[3,47],[2,46]]]}"#, 0),
      (
        #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[2,46]},"#
          + rectangleText(2, 46, 3, 47) + "]}", 1
      ),
    ])
  func withoutArea(geometry: String, rings: Int) throws {
    let result = try read(geometry)
    #expect(result.rings == rings)
    let damaged = (rings == 0 ? "erreur" : "attention") + " geometrie_abimee 3 B"
    #expect(
      result.anomalies.map(\.brief)
        == (rings == 0 ? [damaged, "attention dessin_absent 3 B"] : [damaged]))
    #expect(
      result.anomalies[0].finding.french
        == "1 partie sans surface (point, ligne ou contour plat)")
  }

  @Test("a coordinate that is no finite number costs the whole drawing, and is said")
  func infinite() throws {
    let (rings, anomalies) = try read(
      #"{"type":"Polygon","coordinates":[[[2,46],[1e999,46],[3,47],[2,46]]]}"#)
    #expect(rings == 0)
    #expect(
      anomalies.map(\.brief) == ["erreur geometrie_abimee 3 B", "attention dessin_absent 3 B"])
    #expect(
      anomalies[0].finding.french == "géométrie illisible (une coordonnée n’est pas un nombre fini)"
    )
  }

  @Test(
    "a drawing with no place in its system is set aside, with what it looks like and the cure",
    arguments: [
      (
        [(179.0, -20.0), (-179, -20), (-179, -21), (179, -21)], "l’antiméridien",
        "coupez-le en deux"
      ),
      ([(179, -20), (181, -20), (181, -21), (179, -21)], "l’antiméridien", "coupez-le en deux"),
      (
        [(-22, 165), (-21, 165), (-21, 166), (-22, 166)], "semblent échangées", "longitude d’abord"
      ),
      ([(7e5, 6.6e6), (7.1e5, 6.6e6), (7.1e5, 6.7e6)], "pas de place", "déclarez le système"),
      ([(2, 46), (1e300, 46), (2, 47)], "pas de place", "déclarez le système"),
    ] as [([(Double, Double)], String, String)])
  func outOfPlace(ring: [(Double, Double)], finding: String, cure: String) throws {
    let (rings, anomalies) = try read(polygonText(ring))
    #expect(rings == 0)
    #expect(anomalies.map(\.brief) == ["erreur dessin_ecarte 3 B"])
    #expect(anomalies[0].finding.french.contains(finding))
    #expect(anomalies[0].treatment.french.hasPrefix("dessin écarté : "))
    #expect(anomalies[0].treatment.french.contains(cure))
  }

  @Test("parts on either side of the world are no crossing: each ring is looked at alone")
  func farParts() throws {
    let geometry =
      #"{"type":"GeometryCollection","geometries":["#
      + rectangleText(-176.3, -13.4, -176.1, -13.2) + "," + rectangleText(165, -22, 166, -21) + "]}"
    let (rings, anomalies) = try read(geometry)
    #expect(rings == 2 && anomalies.isEmpty)
  }

  @Test("metres in a file that declares degrees are a fault of the file")
  func metres() throws {
    let square = rectangleText(7e5, 6.6e6, 7.1e5, 6.7e6)
    let fault = fault { _ = try read((#""cpts":"A""#, square), (#""cpts":"B""#, square)) }
    #expect(fault?.path == scratch.path("a.geojson"))
    #expect(fault?.problem.french.hasPrefix("coordonnées hors de ±180 et ±90 degrés") == true)
    #expect(fault?.cure.french.contains("EPSG:2154") == true)
  }

  @Test("metres in a system of metres are where they are, coordinates beyond the Earth are not")
  func projected() throws {
    let system = "urn:ogc:def:crs:EPSG::2154"
    let fine = try read(rectangleText(7e5, 6.6e6, 7.1e5, 6.7e6), system: system)
    #expect(fine.rings == 1 && fine.anomalies.isEmpty)
    let far = try read(rectangleText(7e5, 6.6e6, 7e12, 6.7e6), system: system)
    #expect(far.rings == 0 && far.anomalies.map(\.brief) == ["erreur dessin_ecarte 3 B"])
  }

  @Test("degrees of another datum are degrees", arguments: ["EPSG:4171", "EPSG:4258"])
  func otherDegrees(system: String) throws {
    let ring = [(179.0, -20.0), (-179, -20), (-179, -21), (179, -21)]
    #expect(
      try read(polygonText(ring), system: system).anomalies.map(\.brief)
        == ["erreur dessin_ecarte 3 B"])
  }
}
