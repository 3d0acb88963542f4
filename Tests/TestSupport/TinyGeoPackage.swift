/// A GeoPackage of a few layers with a few rows.
package struct TinyGeoPackage {
  private var database = TinyDatabase()
  private var layers: [[TinyDatabase.Value]] = []
  private var contents: [[TinyDatabase.Value]] = []

  /// A layer with the columns `code` and `geom`; `srs` is one of those that `bytes` declares.
  package mutating func layer(
    _ name: String, srs: Int = 4_326, _ rows: [(code: String, geometry: TinyDatabase.Value)]
  ) {
    database.table(
      name, "fid INTEGER PRIMARY KEY, code TEXT, geom BLOB",
      rows.map { [.null, .text($0.code), $0.geometry] })
    register(name, srs: srs)
  }

  /// A layer with the columns given, all of them text, and `geom` after them.
  package mutating func layer(
    _ name: String, srs: Int = 4_326, columns: [String],
    _ rows: [(values: [String?], geometry: TinyDatabase.Value)]
  ) {
    database.table(
      name, "fid INTEGER PRIMARY KEY, \(columns.map { $0 + " TEXT, " }.joined())geom BLOB",
      rows.map { row in
        [.null] + row.values.map { $0.map { .text($0) } ?? .null } + [row.geometry]
      })
    register(name, srs: srs)
  }

  /// A layer whose table is defined by what stands between the brackets.
  package mutating func layer(
    _ name: String, srs: Int = 4_326, definition: String, _ rows: [[TinyDatabase.Value]]
  ) {
    database.table(name, definition, rows)
    register(name, srs: srs)
  }

  /// A virtual table declared as a layer.
  package mutating func virtualLayer(_ name: String, using module: String) {
    database.virtualTable(name, using: module)
    register(name, srs: 4_326)
  }

  /// The R*Tree that a GeoPackage has for a layer.
  package mutating func index(_ layer: String) {
    database.virtualTable("rtree_\(layer)_geom", using: "rtree(id, minx, maxx, miny, maxy)")
  }

  /// A view declared as a layer.
  package mutating func view(_ name: String, _ query: String) {
    database.view(name, query)
    register(name, srs: 4_326)
  }

  private mutating func register(_ name: String, srs: Int) {
    layers.append([.text(name), .text("geom"), .text("POLYGON"), .integer(srs)])
  }

  /// What `gpkg_contents` says of a layer; without it there is no such table.
  package mutating func describe(_ layer: String, _ description: String?) {
    contents.append([.text(layer), .text("features"), description.map { .text($0) } ?? .null])
  }

  /// A table without drawings, with the columns given, all of them text.
  package mutating func list(_ name: String, columns: [String], _ rows: [[String]]) {
    database.table(
      name, "fid INTEGER PRIMARY KEY, \(columns.map { $0 + " TEXT" }.joined(separator: ", "))",
      rows.map { row in [.null] + row.map { .text($0) } })
    contents.append([.text(name), .text("attributes"), .null])
  }

  package init() {}

  package var bytes: [UInt8] {
    var database = database
    database.table(
      "gpkg_geometry_columns",
      "table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER", layers)
    if !contents.isEmpty {
      database.table(
        "gpkg_contents", "table_name TEXT, data_type TEXT, description TEXT", contents)
    }
    database.table(
      "gpkg_spatial_ref_sys",
      "srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT",
      [
        [.integer(-1), .text("NONE"), .integer(-1), .text("undefined")],
        [.integer(0), .text("NONE"), .integer(0), .text("undefined")],
        [.integer(4_326), .text("EPSG"), .integer(4_326), .text("GEOGCS[…]")],
        [.integer(2_154), .text("epsg"), .integer(2_154), .text("PROJCS[…]")],
        [.integer(100_000), .text("IGNF"), .integer(7), .text("PROJCS[\"plan\"]")],
        [.integer(100_001), .text("NONE"), .integer(8), .text("undefined")],
      ])
    return database.bytes
  }

  /// A polygon of one closed ring in the GeoPackage's binary form.
  package static func polygon(_ ring: [(Double, Double)]) -> TinyDatabase.Value {
    polygons([ring])
  }

  /// Polygons without holes: a multipolygon where there are several.
  package static func polygons(
    _ rings: [[(Double, Double)]], srs: Int = 4_326
  ) -> TinyDatabase.Value {
    var binary = WKBBytes()
    if rings.count > 1 {
      binary.head(6)
      binary.word(UInt32(rings.count))
    }
    for ring in rings { binary.polygon([ring]) }
    let header = (0..<4).map { UInt8(truncatingIfNeeded: srs >> (8 * $0)) }
    return .blob([0x47, 0x50, 0, 1] + header + binary.bytes)
  }

  package static let square = polygon([(2, 46), (2.1, 46), (2.1, 46.1), (2, 46.1), (2, 46)])
}
