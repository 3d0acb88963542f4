/// A GeoPackage of a few layers with a few rows.
struct TinyGeoPackage {
  private var database = TinyDatabase()
  private var layers: [[TinyDatabase.Value]] = []

  /// A layer with the columns `code` and `geom`; `srs` is one of those that `bytes` declares.
  mutating func layer(
    _ name: String, srs: Int = 4_326, _ rows: [(code: String, geometry: TinyDatabase.Value)]
  ) {
    database.table(
      name, "fid INTEGER PRIMARY KEY, code TEXT, geom BLOB",
      rows.map { [.null, .text($0.code), $0.geometry] })
    register(name, srs: srs)
  }

  /// A layer with the columns given, all of them text, and `geom` after them.
  mutating func layer(
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
  mutating func layer(_ name: String, definition: String, _ rows: [[TinyDatabase.Value]]) {
    database.table(name, definition, rows)
    register(name, srs: 4_326)
  }

  /// A virtual table declared as a layer.
  mutating func virtualLayer(_ name: String, using module: String) {
    database.virtualTable(name, using: module)
    register(name, srs: 4_326)
  }

  /// The R*Tree that a GeoPackage has for a layer.
  mutating func index(_ layer: String) {
    database.virtualTable("rtree_\(layer)_geom", using: "rtree(id, minx, maxx, miny, maxy)")
  }

  /// A view declared as a layer.
  mutating func view(_ name: String, _ query: String) {
    database.view(name, query)
    register(name, srs: 4_326)
  }

  private mutating func register(_ name: String, srs: Int) {
    layers.append([.text(name), .text("geom"), .text("POLYGON"), .integer(srs)])
  }

  var bytes: [UInt8] {
    var database = database
    database.table(
      "gpkg_geometry_columns",
      "table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER", layers)
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
  static func polygon(_ ring: [(Double, Double)]) -> TinyDatabase.Value {
    var bytes: [UInt8] = [0x47, 0x50, 0, 1, 0xE6, 0x10, 0, 0, 1, 3, 0, 0, 0, 1, 0, 0, 0]
    bytes += (0..<4).map { UInt8(truncatingIfNeeded: ring.count >> (8 * $0)) }
    for value in ring.flatMap({ [$0.0, $0.1] }) {
      bytes += (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) }
    }
    return .blob(bytes)
  }

  static let square = polygon([(2, 46), (2.1, 46), (2.1, 46.1), (2, 46.1), (2, 46)])
}
