import GeoKernel

/// Tables of a GeoPackage beside the layer that is read.
enum OtherTables {
  /// What programs keep for themselves.
  private static let ofPrograms: Set<String> = ["layer_styles", "qgis_projects"]
  private static let mostAsked = 100

  /// Tables with rows that the GeoPackage lists (clause 1.1.3), where the user names no layer.
  ///
  /// A list that cannot be read says nothing: the layer was found without it.
  static func unreadParts(
    beside layer: String, in database: borrowing SQLiteDatabase
  ) -> [ReadingNotes.UnreadPart] {
    let others = ((try? tables(in: database)) ?? []).filter { $0 != layer }
    guard !others.isEmpty else { return [] }
    let names = ReadingNotes.UnreadPart.listed(others)
    return [
      ReadingNotes.UnreadPart(
        severity: .information,
        finding: Wording(
          fr: "le GeoPackage a d’autres tables : \(names)",
          en: "the GeoPackage has other tables: \(names)"),
        treatment: Wording(
          fr: "non lues : seule « \(layer) » l’est", en: "not read: only “\(layer)” is"))
    ]
  }

  /// The tables with rows, layers and others, as far as they can be asked.
  static func all(in database: borrowing SQLiteDatabase) -> [String] {
    (try? tables(in: database)) ?? []
  }

  private static func tables(
    in database: borrowing SQLiteDatabase
  ) throws(SQLiteFault) -> [String] {
    try GeoPackageReader.refuseComputedColumns(of: "gpkg_contents", in: database)
    let statement = try database.prepare("SELECT table_name FROM gpkg_contents ORDER BY table_name")
    var names: [String] = []
    while names.count < mostAsked, try statement.step() {
      if let name = statement.text(0), !ofPrograms.contains(name) { names.append(name) }
    }
    return names.filter { hasRows($0, in: database) }
  }

  /// A table that cannot be asked may have rows.
  private static func hasRows(_ table: String, in database: borrowing SQLiteDatabase) -> Bool {
    guard
      let statement = try? database.prepare(
        "SELECT 1 FROM \(SQLiteDatabase.quoted(table)) LIMIT 1")
    else { return true }
    return (try? statement.step()) ?? true
  }
}
