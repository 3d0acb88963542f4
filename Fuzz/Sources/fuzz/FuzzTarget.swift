/// What is fuzzed, and how the bytes that libFuzzer invents become a file.
///
/// Where a checksum or a directory would refuse almost every mutation, the frame is ours and always
/// valid, and the bytes are what stands in it.
enum FuzzTarget: String, CaseIterable {
  /// The whole file.
  case csv, geojson, topojson, kml, wkt, geopackage, geotiff, zip
  /// The parts of a Shapefile in an archive, each but the last after two bytes that tell its length: `.shp`, `.dbf`, `.prj`.
  case shapefile
  /// The geometry in a row of a valid GeoPackage.
  case wkb
  /// Parts of an Excel workbook, with a zero byte between them: sheet, texts, styles, workbook.
  case xlsx
  /// `content.xml` of an OpenDocument spreadsheet.
  case ods
  /// Whole studies: see `StudyTarget`.
  case study

  /// A leaf page of SQLite holds no more beside the other columns.
  private static let greatestGeometry = 3_800

  /// The file to read; nil where the bytes do not fit the frame.
  func file(from bytes: [UInt8]) -> [UInt8]? {
    switch self {
    case .csv, .geojson, .topojson, .kml, .wkt, .geopackage, .geotiff, .zip, .study: bytes
    case .shapefile: ShapefileFrame.archive(bytes)
    case .wkb: bytes.count <= Self.greatestGeometry ? Self.geoPackage(bytes) : nil
    case .xlsx: WorkbookFrame.excel(bytes.split(separator: 0, omittingEmptySubsequences: false))
    case .ods: WorkbookFrame.openDocument(bytes)
    }
  }

  /// Whether bytes begin as a file of the format does: others are read as tables, which is what `csv` tries.
  func begins(_ bytes: [UInt8]) -> Bool {
    var telling = bytes.lazy.filter { $0 > 0x20 }.makeIterator()
    switch (self, telling.next(), telling.next()) {
    case (.geojson, let first, let second), (.topojson, let first, let second):
      return first == UInt8(ascii: "{")
        || first == UInt8(ascii: "[")
          && (second == UInt8(ascii: "{") || second == UInt8(ascii: "]"))
    case (.kml, let first, _):
      let head = String(decoding: bytes.prefix(2_048), as: UTF8.self)
      return first == UInt8(ascii: "<")
        && ["<kml", "opengis.net/kml", "earth.google.com/kml"].contains { head.contains($0) }
    case (.wkt, _, _):
      let start = bytes.drop { $0 <= 0x20 }.prefix(24)
      let head = String(decoding: start, as: UTF8.self).uppercased()
      guard let word = Self.geometries.first(where: { head.hasPrefix($0) }) else { return false }
      var rest = head.dropFirst(word.count).drop { $0 == " " }
      if let mark = ["ZM", "Z", "M"].first(where: { rest.hasPrefix($0) }) {
        rest = rest.dropFirst(mark.count).drop { $0 == " " }
      }
      return word == "SRID=" || rest.first == "(" || rest.hasPrefix("EMPTY")
    default: return true
    }
  }

  /// What a text in WKT begins with.
  private static let geometries = [
    "SRID=", "POINT", "LINESTRING", "POLYGON", "TRIANGLE", "MULTIPOINT", "MULTILINESTRING",
    "MULTIPOLYGON", "GEOMETRYCOLLECTION", "POLYHEDRALSURFACE", "TIN", "CURVEPOLYGON",
    "MULTISURFACE",
  ]

  /// A territory drawn by the geometry, which `inspect` also has GEOS judge.
  private static func geoPackage(_ geometry: [UInt8]) -> [UInt8] {
    var package = TinyGeoPackage()
    package.layer(
      "territoires", columns: ["cpts", "stade"],
      [(["A", "aci"], .blob(geometry)), (["B", "aci"], TinyGeoPackage.square)])
    return package.bytes
  }
}
