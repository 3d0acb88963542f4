import GeoKernel

/// What a layer of a GeoPackage says of itself: `description` of `gpkg_contents` (clause 1.1.3).
enum LayerDescription {
  /// Nobody writes a longer one for readers.
  private static let longest = 4000

  /// - Returns: an empty text where nothing is said. What cannot be read says nothing: the layer was
  ///   found without it.
  static func read(of layer: String, in database: borrowing SQLiteDatabase) -> String {
    (try? asked(of: layer, in: database)) ?? ""
  }

  private static func asked(
    of layer: String, in database: borrowing SQLiteDatabase
  ) throws(SQLiteFault) -> String {
    try GeoPackageReader.refuseComputedColumns(of: "gpkg_contents", in: database)
    let statement = try database.prepare(
      "SELECT table_name, substr(description, 1, \(longest)) FROM gpkg_contents")
    while try statement.step() {
      if statement.text(0) == layer { return statement.text(1) ?? "" }
    }
    return ""
  }
}
