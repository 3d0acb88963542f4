import Testing

@testable import Coverage
@testable import GeoKernel

@Suite("Hostile maps are refused, or lose what is wrong aloud")
struct HostileMapTests {
  private let sample = MapSample.two

  /// Reads bytes as what they are, as `inspect` does.
  private func read(_ bytes: [UInt8]) throws -> FeatureTable? {
    let head = bytes.prefix(InputPath.headLength)
    switch InputPath.format(ofHead: head) {
    case .geoJSON: return try JSONMapReader.read(bytes, path: "x")
    case .kml: return try KMLReader.read(bytes, path: "x")
    case .wellKnownText: return try WKTFile.read(bytes, path: "x")
    case .delimitedText:
      return try DrawnTable(try DelimitedText(path: "x", bytes: bytes))?.features()
    default: return nil
    }
  }

  private func shapefile(_ shapes: [UInt8], _ attributes: [UInt8]) throws -> FeatureTable {
    try ShapefileReader.read(
      shapes, attributes: attributes, encoding: nil, reference: nil, path: "x")
  }

  private func isWhole(_ table: FeatureTable) -> Bool {
    table.geometry.featureCount == table.rowCount && table.isDrawn.count == table.rowCount
      && table.values.allSatisfy { $0.count == table.rowCount }
      && table.geometry.ringEnds.count == table.geometry.ringIsHole.count
      && Int(table.geometry.ringEnds.last ?? 0) == table.geometry.vertexCount
  }

  private var texts: [String] {
    [
      sample.collection, sample.topology(isQuantised: false), sample.topology(isQuantised: true),
      sample.esri, sample.kml, sample.table(sample.wellKnownText), sample.table(sample.geometry),
      sample.rows.map(sample.wellKnownText).joined(separator: "\n"),
    ]
  }

  @Test("damage anywhere is survived")
  func damage() throws {
    var random = SplitMix(seed: 16)
    for text in texts {
      let whole = Array(text.utf8)
      for _ in 0..<150 {
        var bytes = whole
        for _ in 0..<random.int(in: 1...4) {
          bytes[random.int(in: 0...bytes.count - 1)] = UInt8(random.int(in: 9...126))
        }
        if random.int(in: 0...3) == 0 { bytes.removeLast(random.int(in: 1...bytes.count - 1)) }
        if let table = try? read(bytes) { #expect(isWhole(table)) }
      }
    }
    for _ in 0..<600 {
      var (shapes, attributes) = (sample.shapes(), sample.attributes())
      shapes[random.int(in: 24...shapes.count - 1)] = UInt8(random.int(in: 0...255))
      attributes[random.int(in: 0...attributes.count - 1)] = UInt8(random.int(in: 0...255))
      if let table = try? shapefile(shapes, attributes) { #expect(isWhole(table)) }
    }
  }

  @Test("a Shapefile cut anywhere is refused")
  func cutShapefile() throws {
    let (shapes, attributes) = (sample.shapes(), sample.attributes())
    for count in stride(from: 0, to: shapes.count, by: 7) {
      #expect(throws: InputFault.self) { try shapefile(Array(shapes[..<count]), attributes) }
    }
    for count in stride(from: 0, to: attributes.count - 1, by: 7) {
      #expect(throws: InputFault.self) { try shapefile(shapes, Array(attributes[..<count])) }
    }
    #expect(throws: InputFault.self) {
      try shapefile(MapSample(columns: sample.columns, rows: [sample.rows[0]]).shapes(), attributes)
    }
  }

  @Test("a TopoJSON whose few arcs are used without end is refused, not expanded")
  func arcsWithoutEnd() throws {
    let arc = "[" + (0..<3000).map { "[\($0 % 7),\($0)]" }.joined(separator: ",") + "]"
    let ring = "[" + [String](repeating: "0,-1", count: 20_000).joined(separator: ",") + "]"
    let text =
      "{\"type\":\"Topology\",\"objects\":{\"o\":{\"type\":\"Polygon\",\"arcs\":[\(ring)]}},\"arcs\":[\(arc)]}"
    #expect(throws: InputFault.self) { try JSONMapReader.read(Array(text.utf8), path: "x") }
  }

  @Test("a ring of arcs that do not join, or do not exist, costs its drawing and is said")
  func brokenArcs() throws {
    for arcs in ["[[0,1]]", "[[7]]", "[[0.5]]", "[[-9]]"] {
      let text =
        "{\"type\":\"Topology\",\"objects\":{\"o\":{\"type\":\"Polygon\",\"arcs\":\(arcs),"
        + "\"properties\":{\"cpts\":\"A\"}}},\"arcs\":[[[2,46],[3,46],[3,47]],[[9,9],[2,46]]]}"
      let table = try JSONMapReader.read(Array(text.utf8), path: "x")
      #expect(table.isDrawn == [false] && table.geometryProblems.count == 1, "\(arcs)")
    }
  }

  @Test("several objects of a TopoJSON leave a choice, which a name settles")
  func objects() throws {
    let text =
      "{\"type\":\"Topology\",\"objects\":{\"a\":{\"type\":\"Polygon\",\"arcs\":[[0]]},"
      + "\"b\":{\"type\":\"GeometryCollection\",\"geometries\":[]}},"
      + "\"arcs\":[[[2,46],[3,46],[3,47],[2,46]]]}"
    let fault = fault { _ = try JSONMapReader.read(Array(text.utf8), path: "x") }
    #expect(fault?.cure.english.contains("a, b") == true)
    #expect(try JSONMapReader.read(Array(text.utf8), path: "x", layer: "a").isDrawn == [true])
    #expect(try JSONMapReader.read(Array(text.utf8), path: "x", layer: "b").rowCount == 0)
  }

  @Test("thousands of rings in one another end")
  func nestedRings() {
    var sorting = RingSorting()
    for index in 0..<3000 {
      let half = 1 - Double(index) / 4000
      sorting.add(x: [-half, half, half, -half], y: [-half, -half, half, half])
    }
    var columns = PolygonColumns()
    let isDone = sorting.append(to: &columns)
    #expect(isDone && columns.ringIsHole.count { $0 } == 1500)
  }

  @Test("rings are told apart whatever their direction", arguments: [false, true], [false, true])
  func directions(outer: Bool, inner: Bool) {
    func turned(_ ring: [MapSample.Point], _ isTurned: Bool) -> [MapSample.Point] {
      isTurned ? ring.reversed() : ring
    }
    var sorting = RingSorting()
    // The hole comes first, and touches its shell in a corner.
    for ring in [
      turned(MapSample.box(0, 0, 1), inner), turned(MapSample.box(0, 0, 4), outer),
      turned(MapSample.box(4, 0, 4), outer),
    ] {
      sorting.add(x: ring.map(\.x), y: ring.map(\.y))
    }
    var columns = PolygonColumns()
    let isSorted = sorting.append(to: &columns)
    #expect(isSorted)
    #expect(columns.ringIsHole == [false, true, false])
  }

  @Test(
    "a drawing written badly is no drawing, and is said",
    arguments: [
      "POLYGON ((2 46, 3 46, 3 47, 2 46)", "POLYGON ((2 46, 3 x, 3 47))",
      "POLYGON ((2 46, 3 46, 3 inf))",
      "CURVEPOLYGON (CIRCULARSTRING (2 46, 3 47, 2 46))", "POLYGON ((2,46))",
      "POLYGON ((2 46, 3 46, 2 46))",
      "{\"type\":\"Polygon\",\"coordinates\":[[[2,46]", "POINT (2 46)",
    ])
  func badCells(cell: String) throws {
    let text = "cpts;dessin\nA;\"\(cell.replacing("\"", with: "\"\""))\"\n"
    let table = try #require(try read(Array(text.utf8)))
    #expect(table.isDrawn == [false] && table.geometryProblems.map(\.row) == [0])
    let ids = [CPTSID("A")]
    let anomalies = try Drawings(of: table, ids).anomalies.filter { $0.rule == .damagedGeometry }
    #expect(anomalies.map(\.severity) == [.error])
  }

  @Test("a KML with links elsewhere, and with a space in a position, says what is lost")
  func lostKML() throws {
    let kml = sample.kml.replacing(
      "<Document>", with: "<Document><NetworkLink><Link/></NetworkLink>")
    let table = try KMLReader.read(Array(kml.utf8), path: "x")
    #expect(table.notes.unreadParts.map(\.severity) == [.error])
    let spaced = sample.kml.replacing("2.0,46.0,0", with: "2.0, 46.0,0")
    #expect(try KMLReader.read(Array(spaced.utf8), path: "x").isDrawn == [false, true])
  }

  @Test("a service that gave a part of its features is told")
  func partOfService() throws {
    for members in ["\"numberMatched\":9,", "\"exceededTransferLimit\":true,"] {
      let text = sample.collection.replacing("\"features\":", with: members + "\"features\":")
      let table = try JSONMapReader.read(Array(text.utf8), path: "x")
      #expect(table.notes.unreadParts.map(\.severity) == [.error])
    }
    let inside = sample.collection.replacing(
      "\"features\":", with: "\"properties\":{\"exceededTransferLimit\":true},\"features\":")
    let said = try JSONMapReader.read(Array(inside.utf8), path: "x").notes.unreadParts
    #expect(said.map(\.severity) == [.information, .error])
    let whole = sample.collection.replacing(
      "\"features\":", with: "\"numberMatched\":2,\"features\":")
    #expect(try JSONMapReader.read(Array(whole.utf8), path: "x").notes.unreadParts.isEmpty)
  }

  @Test(
    "a reference system is the same in all the ways to name it",
    arguments: [
      "EPSG:2154", "urn:ogc:def:crs:EPSG::2154", "urn:ogc:def:crs:EPSG:6.9:2154",
      "http://www.opengis.net/def/crs/EPSG/0/2154",
      "http://spatialreference.org/ref/epsg/2154/proj4/",
      "https://epsg.io/2154".replacing("epsg.io", with: "x/epsg"),
    ])
  func references(name: String) {
    #expect(ReferenceName.reference(name) == .other("EPSG:2154"))
    #expect(ReferenceName.reference("urn:ogc:def:crs:OGC:1.3:CRS84") == .wgs84)
    #expect(ReferenceName.reference("http://www.opengis.net/def/crs/EPSG/0/4326") == .wgs84)
    #expect(ReferenceName.reference("IGNF:LAMB93") == .other("IGNF:LAMB93"))
  }
}
