/// A GeoPackage made byte by byte, so that the tests need neither SQLite nor another program: each
/// table is one page.
enum GeoPackage {
  struct Layer {
    let name: String
    let squares: [Square]
    /// 4326, or 0 for a layer that declares no system.
    var system = 4326
  }

  static func bytes(_ layers: [Layer]) -> [UInt8] {
    let systems = SQLiteTable(
      "gpkg_spatial_ref_sys",
      "srs_name TEXT, srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, "
        + "definition TEXT",
      [
        [.text("WGS 84"), .whole(4326), .text("EPSG"), .whole(4326), .text("GEOGCS[]")],
        [.text("Undefined"), .whole(0), .text("NONE"), .whole(0), .text("undefined")],
      ])
    let geometries = SQLiteTable(
      "gpkg_geometry_columns",
      "table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER",
      layers.map { [.text($0.name), .text("geom"), .text("POLYGON"), .whole($0.system)] })
    return SQLiteFile.bytes([systems, geometries] + layers.map(table))
  }

  private static func table(_ layer: Layer) -> SQLiteTable {
    SQLiteTable(
      layer.name,
      "geom POLYGON, code TEXT, nom TEXT, population INTEGER, dep TEXT, reg TEXT",
      layer.squares.map { square in
        [
          .blob(blob(square, layer.system)), .text(square.code), .text(square.name),
          Int(square.population).map { .whole($0) } ?? .null, .text(square.department),
          .text(square.region),
        ]
      })
  }

  /// The GeoPackage header without envelope, then well-known binary, little-endian.
  private static func blob(_ square: Square, _ system: Int) -> [UInt8] {
    let ring = Square.ring(square.corner, side: 0.01)
    var bytes = Array("GP".utf8) + [0, 1] + littleEndian(UInt32(system)) + [1]
    bytes += littleEndian(UInt32(3)) + littleEndian(UInt32(1)) + littleEndian(UInt32(ring.count))
    for position in ring {
      bytes += littleEndian(position.x.bitPattern) + littleEndian(position.y.bitPattern)
    }
    return bytes
  }

  private static func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
    (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}
