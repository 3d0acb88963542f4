/// A GeoPackage made byte by byte, so that the tests need neither SQLite nor another program: each
/// table is one page.
enum GeoPackage {
  struct Layer {
    let name: String
    /// 4326, 2154, or 0 for a layer that declares no system.
    let system: Int
    /// As in SQL, the geometry apart.
    let columns: String
    let rows: [(shells: [Drawing.Ring], values: [SQLiteValue])]

    init(name: String, squares: [Square], system: Int = 4326) {
      self.name = name
      self.system = system
      columns = "code TEXT, nom TEXT, population INTEGER, dep TEXT, reg TEXT"
      rows = squares.map { square in
        let people = Int(square.population).map { SQLiteValue.whole($0) } ?? .null
        return (
          [Square.ring(square.corner, side: 0.01)],
          [
            .text(square.code), .text(square.name), people, .text(square.department),
            .text(square.region),
          ]
        )
      }
    }

    init(name: String, drawings: [Drawing], system: Int) {
      self.name = name
      self.system = system
      columns = "cpts_id TEXT, stade TEXT"
      rows = drawings.map { ($0.shells, [.text($0.id), .text($0.stage)]) }
    }
  }

  static func bytes(_ layers: [Layer]) -> [UInt8] {
    let systems = SQLiteTable(
      "gpkg_spatial_ref_sys",
      "srs_name TEXT, srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, "
        + "definition TEXT",
      [
        [.text("WGS 84"), .whole(4326), .text("EPSG"), .whole(4326), .text("GEOGCS[]")],
        [.text("Lambert-93"), .whole(2154), .text("EPSG"), .whole(2154), .text("PROJCS[]")],
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
      layer.name, "geom POLYGON, " + layer.columns,
      layer.rows.map { [.blob(blob($0.shells, layer.system))] + $0.values })
  }

  /// The GeoPackage header without envelope, then well-known binary, little-endian: a polygon, or a
  /// multipolygon where there are several shells.
  private static func blob(_ shells: [Drawing.Ring], _ system: Int) -> [UInt8] {
    let header = Array("GP".utf8) + [0, 1] + littleEndian(UInt32(system))
    let polygons = shells.map { polygon($0) }
    if polygons.count == 1 { return header + polygons[0] }
    let collection = [1] + littleEndian(UInt32(6)) + littleEndian(UInt32(polygons.count))
    return header + collection + polygons.flatMap { $0 }
  }

  private static func polygon(_ ring: Drawing.Ring) -> [UInt8] {
    var bytes = [1] + littleEndian(UInt32(3)) + littleEndian(UInt32(1))
    bytes += littleEndian(UInt32(ring.count))
    for position in ring {
      bytes += littleEndian(position.x.bitPattern) + littleEndian(position.y.bitPattern)
    }
    return bytes
  }

  private static func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
    (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}
