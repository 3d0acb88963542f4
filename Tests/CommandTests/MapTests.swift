import Testing

/// Maps are RFC 7946: longitude and latitude, no `crs`, shells anticlockwise, rings closed.
@Suite struct MapTests {
  @Test("the maps of the four squares are RFC 7946, a feature a row", arguments: World.maps)
  func fourSquares(name: String) throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report().code == 0)
    let map = try GeoJSONText(scratch.bytes("out/\(name).geojson"))
    #expect(!map.features.isEmpty)
    try Self.expectRFC7946(map, name)
    try Self.expectRows(map, try scratch.table("out/\(name).csv"))
  }

  @Test(
    "the maps of France are RFC 7946, a feature a row",
    .enabled(if: Checkout.hasDemo, "needs data/demo and data/france"), arguments: World.maps)
  func france(name: String) throws {
    let map = try Demo.ran().map(name)
    #expect(map.features.count >= 81)
    try Self.expectRFC7946(map, name)
    try Self.expectRows(map, try Demo.ran().table(name))
  }

  @Test("a hole goes clockwise, and is a hole of the map as it was of the unit")
  func hole() throws {
    let scratch = try Scratch.world()
    // The hole is given anticlockwise, which GeoJSON of 2008 allowed.
    let ring = World.aulnay.drawn(
      """
      {"type":"Polygon","coordinates":[[[2,46],[2.01,46],[2.01,46.01],[2,46.01],[2,46]],\
      [[2.002,46.002],[2.004,46.002],[2.004,46.004],[2.002,46.004],[2.002,46.002]]]}
      """)
    try scratch.write("units.geojson", World.collection([ring.feature]))
    #expect(try scratch.report().code == 0)
    let map = try GeoJSONText(scratch.bytes("out/communes.geojson"))
    try Self.expectRFC7946(map, "communes")
    #expect(map.features[0].polygons.map(\.count) == [2])
  }

  @Test("a shell given clockwise comes out anticlockwise")
  func clockwiseShell() throws {
    let scratch = try Scratch.world()
    let ring = World.aulnay.drawn(
      #"{"type":"Polygon","coordinates":[[[2,46],[2,46.01],[2.01,46.01],[2.01,46],[2,46]]]}"#)
    try scratch.write("units.geojson", World.collection([ring.feature]))
    #expect(try scratch.report().code == 0)
    try Self.expectRFC7946(try GeoJSONText(scratch.bytes("out/communes.geojson")), "communes")
    #expect(try scratch.table("out/cpts.csv")[0, "superficie_km2"] == "0.861")
  }

  @Test("pieces that do not touch make a MultiPolygon, one that is whole a Polygon")
  func pieces() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "cpts.csv", "cpts_id,stade,code\nA,ACI,01001\nA,ACI,02002\nB,ACI,01001\nB,ACI,01002\n")
    #expect(try scratch.report().code == 0)
    let map = try GeoJSONText(scratch.bytes("out/cpts.geojson"))
    #expect(map.features.map(\.geometry) == ["MultiPolygon", "Polygon"])
    #expect(map.features.map(\.polygons.count) == [2, 1])
  }

  /// Each row of a table is a feature with the same values, numbers as numbers.
  private static func expectRows(_ map: GeoJSONText, _ table: CSVRows) throws {
    try #require(map.features.count == table.rows.count)
    var faults: [String] = []
    for (feature, row) in zip(map.features, table.rows) {
      if Set(feature.properties.keys) != Set(table.header) { faults.append("columns of \(row)") }
      for (column, value) in row {
        switch feature.properties[column] {
        case value: break
        case let other?:
          if Double(other) == nil || Double(other) != Double(value) {
            faults.append("\(column) \(row)")
          }
        case nil: faults.append("\(column) of \(row)")
        }
      }
    }
    #expect(faults.prefix(5) == [])
  }

  private static func expectRFC7946(_ map: GeoJSONText, _ name: String) throws {
    #expect(map.members == ["features", "type"])
    var faults: [String] = []
    for (index, feature) in map.features.enumerated() {
      for (number, ring) in feature.polygons.flatMap({ $0.enumerated() }) {
        let place = "\(name) feature \(index) ring \(number)"
        if ring.count < 4 || ring.first != ring.last { faults.append("\(place) is not closed") }
        if !ring.allSatisfy({ $0.count == 2 && abs($0[0]) <= 180 && abs($0[1]) <= 90 }) {
          faults.append("\(place) leaves the Earth")
        }
        let isAnticlockwise = twiceArea(ring) > 0
        if isAnticlockwise != (number == 0) { faults.append("\(place) turns the wrong way") }
      }
    }
    #expect(faults.prefix(5) == [])
  }

  private static func twiceArea(_ ring: [[Double]]) -> Double {
    let (x, y) = (ring[0][0], ring[0][1])  // near the ring, so that small ones keep their digits
    return zip(ring, ring.dropFirst()).reduce(0) {
      $0 + ($1.0[0] - x) * ($1.1[1] - y) - ($1.1[0] - x) * ($1.0[1] - y)
    }
  }
}
