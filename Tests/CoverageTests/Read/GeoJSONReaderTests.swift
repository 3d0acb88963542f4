import Testing

@testable import Coverage
@testable import GeoKernel

@Suite("GeoJSON")
struct GeoJSONReaderTests {
  private let square = "[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]]"

  private func read(_ json: String) throws -> FeatureTable {
    try GeoJSONReader.read(Array(json.utf8), path: "x.geojson")
  }

  private func collection(_ geometries: String...) -> String {
    let features = geometries.map { #"{"type":"Feature","properties":{},"geometry":\#($0)}"# }
    return #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
  }

  private func isSquare(_ geometry: PolygonColumns) -> Bool {
    geometry.ringEnds == [4, 8] && geometry.ringIsHole == [false, true]
      && geometry.x == [0, 4, 4, 0, 1, 1, 2, 2] && geometry.y == [0, 0, 4, 4, 1, 2, 2, 1]
  }

  @Test("a polygon is the same with its type before or after its coordinates, and with heights")
  func polygon() throws {
    let high =
      "[[[0,0,9],[4,0,9],[4,4,9],[0,4,9],[0,0,9]],[[1,1,0],[1,2,0],[2,2,0,7],[2,1],[1,1,0]]]"
    for geometry in [
      #"{"type":"Polygon","coordinates":\#(square)}"#,
      #"{"coordinates":\#(square),"type":"Polygon"}"#,
      #"{"bbox":[0,0,4,4],"coordinates":\#(square),"x":{"type":"Point"},"type":"Polygon"}"#,
      #"{"type":"Polygon","coordinates":\#(high)}"#,
      #"{"type":"MultiPolygon","coordinates":[\#(square)]}"#,
      #"{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":\#(square)}]}"#,
      #"{"geometries":[{"coordinates":\#(square),"type":"Polygon"}],"type":"GeometryCollection"}"#,
    ] {
      let table = try read(collection(geometry))
      #expect(isSquare(table.geometry), "\(geometry)")
      #expect(table.geometryProblems.isEmpty)
      #expect(table.reference == .wgs84)
    }
  }

  @Test("a multipolygon keeps its polygons apart")
  func multiPolygon() throws {
    let table = try read(
      collection(
        #"{"type":"MultiPolygon","coordinates":[\#(square),[[[9,9],[10,9],[9,10],[9,9]]]]}"#))
    #expect(table.geometry.ringEnds == [4, 8, 11])
    #expect(table.geometry.ringIsHole == [false, true, false])
  }

  @Test("points, lines and flat rings are counted and said, row by row")
  func passedOver() throws {
    let table = try read(
      collection(
        #"{"type":"Point","coordinates":[1,2]}"#,
        #"{"type":"Polygon","coordinates":\#(square)}"#,
        #"{"type":"Polygon","coordinates":[[[0,0],[1,1],[0,0]],[[0,0],[1,0],[1,1],[0,0]]]}"#,
        #"{"type":"GeometryCollection","geometries":["#
          + #"{"type":"LineString","coordinates":[[0,0],[1,1]]},{"type":"Point","coordinates":[0,0]}]}"#
      ))
    #expect(isSquare(table.geometry))
    #expect(table.geometry.featureEnds == [0, 2, 2, 2])
    #expect(table.geometryProblems.map(\.row) == [0, 2, 3])
    #expect(
      table.geometryProblems.map(\.finding) == [
        .partsWithoutArea(1), .partsWithoutArea(2), .partsWithoutArea(2),
      ])
  }

  @Test("a polygon below too many collections is said, not dropped in silence")
  func deepCollection() throws {
    var geometry = #"{"type":"Polygon","coordinates":\#(square)}"#
    for _ in 0..<20 { geometry = #"{"type":"GeometryCollection","geometries":[\#(geometry)]}"# }
    let table = try read(collection(geometry))
    #expect(!table.geometry.ringEnds.isEmpty || !table.geometryProblems.isEmpty)
  }

  @Test("a null geometry, and one that is missing, is a row without polygon")
  func nullGeometry() throws {
    let table = try read(
      #"{"features":[{"geometry":null,"properties":{"code":"1"}},{"properties":{"code":"2"}}]}"#)
    #expect(table.rowCount == 2)
    #expect(table.geometry.featureEnds == [0, 0])
    #expect(table.geometryProblems.isEmpty)
  }

  @Test("a coordinate that overflows makes its own row unusable, and no other")
  func overflow() throws {
    let table = try read(
      collection(
        #"{"type":"Polygon","coordinates":[[[0,0],[1e400,0],[1,1],[0,0]]]}"#,
        #"{"type":"Polygon","coordinates":\#(square)}"#))
    #expect(isSquare(table.geometry))
    #expect(table.geometry.featureEnds == [0, 2])
    #expect(table.geometryProblems.map(\.row) == [0])
  }

  @Test("properties are text; objects and arrays are passed over; a late column starts empty")
  func properties() throws {
    let table = try read(
      #"""
      {"features":[
        {"type":"Feature","properties":{"code":"01001","pop":776,"x":{"a":[1,{"b":"}"}]},"ok":true}},
        {"type":"Feature","properties":null},
        {"type":"Feature","properties":{"nom":"L'H\u00f4pital","pop":1.5e3,"code":null,"x":[1,2]}}
      ]}
      """#)
    #expect(table.columns == ["code", "pop", "x", "ok", "nom"])
    #expect(table.values[0] == ["01001", nil, nil])
    #expect(table.values[1] == ["776", nil, "1.5e3"])
    #expect(table.values[2] == [nil, nil, nil])
    #expect(table.values[3] == ["true", nil, nil])
    #expect(table.values[4] == [nil, nil, "L'Hôpital"])
    #expect(table.lines == [2, 3, 4])
  }

  @Test(
    "the reference system of the 2008 form is taken",
    arguments: [
      ("urn:ogc:def:crs:OGC:1.3:CRS84", .wgs84), ("urn:ogc:def:crs:EPSG::4326", .wgs84),
      ("EPSG:4326", .wgs84), ("urn:ogc:def:crs:EPSG::2154", .other("EPSG:2154")),
      ("EPSG:2975", .other("EPSG:2975")), ("urn:ogc:def:crs:EPSG:6.9:3035", .other("EPSG:3035")),
      ("urn:ogc:def:crs:IGNF::LAMB93", .other("IGNF:LAMB93")),
    ] as [(String, DeclaredReference)])
  func referenceSystem(name: String, expected: DeclaredReference) throws {
    let member = #""crs":{"type":"name","properties":{"name":"\#(name)"}}"#
    #expect(try read(#"{\#(member),"features":[]}"#).reference == expected)
    #expect(try read(#"{"features":[],\#(member)}"#).reference == expected)
  }

  @Test("a null reference system is that of the standard, and a byte order mark no fault")
  func noReference() throws {
    #expect(try read("\u{FEFF}{\"crs\":null,\"features\":[]}").reference == .wgs84)
  }
}
