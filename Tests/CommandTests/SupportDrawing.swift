import Testing

/// A territory drawn on a map, near the squares of `World`.
struct Drawing {
  typealias Ring = [(x: Double, y: Double)]

  let id: String
  let stage: String
  /// Parts, each without holes.
  let shells: [Ring]

  init(_ id: String, _ stage: String, _ shells: Ring...) {
    self.id = id
    self.stage = stage
    self.shells = shells
  }

  /// A rectangle with sides along meridians and parallels.
  static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Ring {
    [(west, south), (east, south), (east, north), (west, north), (west, south)]
  }

  /// A GeoJSON map, a feature a line: the first drawing is at line 2.
  static func map(_ drawings: [Drawing]) -> String { World.collection(drawings.map(\.feature)) }

  private var feature: String {
    let polygons = shells.map { ring in
      "[[" + ring.map { "[\($0.x),\($0.y)]" }.joined(separator: ",") + "]]"
    }
    return "{\"type\":\"Feature\",\"properties\":{\"cpts_id\":\"\(id)\",\"stade\":\"\(stage)\"},"
      + "\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":["
      + polygons.joined(separator: ",") + "]}}"
  }
}

extension World {
  /// West of Brie, half of its area.
  static let westOfBrie = Drawing.box(2.01, 46, 2.015, 46.01)

  /// Tables that a report on drawn territories has.
  static let drawnTables = tables + ["liseres"]
  static let drawnMaps = maps + ["liseres"]
}

extension Scratch {
  /// A report on the four squares and territories drawn as `dessins.geojson`, into `out`.
  func report(drawing drawings: [Drawing], _ more: [String] = []) throws -> Outcome {
    try write("dessins.geojson", Drawing.map(drawings))
    let arguments = [
      "report", "--units", "units.geojson", "--cpts", "dessins.geojson", "--at", "2026-01-01",
      "--output", "out",
    ]
    return try Command.run(arguments + more, in: folder)
  }

  func drawn(_ folder: String = "out") throws -> JSONValue {
    let drawn = try resume(folder).territoires_dessines
    #expect(drawn != nil)
    return drawn
  }

  /// The text of each table, by name.
  func texts(_ tables: [String], in folder: String = "out") throws -> [String: String] {
    try Dictionary(uniqueKeysWithValues: tables.map { ($0, try text("\(folder)/\($0).csv")) })
  }
}

extension CSVRows {
  /// Rows without some columns.
  func without(_ columns: String...) -> [[String: String]] {
    rows.map { row in row.filter { !columns.contains($0.key) } }
  }
}
