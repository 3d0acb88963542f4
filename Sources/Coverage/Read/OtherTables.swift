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
    let others = ((try? tables(in: database)) ?? []).filter { $0.name != layer }
    let (lists, layers) = (others.filter(\.isList), others.filter { !$0.isList })
    // Layers come by the dozen in published maps; a table without drawings was put there by somebody.
    return [(lists, Anomaly.Severity.warning), (layers, .information)].filter { !$0.0.isEmpty }.map
    {
      part(of: $0.0.map(\.name), $0.1, beside: layer)
    }
  }

  private static func part(
    of tables: [String], _ severity: Anomaly.Severity, beside layer: String
  ) -> ReadingNotes.UnreadPart {
    let names = ReadingNotes.UnreadPart.listed(tables)
    let isMeant = severity == .warning
    return ReadingNotes.UnreadPart(
      severity: severity,
      finding: Wording(
        fr: "le GeoPackage a d’autres tables\(isMeant ? " sans dessins" : "") : \(names)",
        en: "the GeoPackage has other tables\(isMeant ? " without drawings" : ""): \(names)"),
      treatment: Wording(
        fr: "non lues : seule « \(layer) » l’est"
          + (isMeant ? " ; exportez en CSV celles qui doivent servir, et donnez-les aussi" : ""),
        en: "not read: only “\(layer)” is"
          + (isMeant ? "; export those that are meant as CSV, and give these too" : "")))
  }

  /// The tables with rows, layers and others, as far as they can be asked.
  static func all(in database: borrowing SQLiteDatabase) -> [String] {
    ((try? tables(in: database)) ?? []).map(\.name)
  }

  private static func tables(
    in database: borrowing SQLiteDatabase
  ) throws(SQLiteFault) -> [(name: String, isList: Bool)] {
    try GeoPackageReader.refuseComputedColumns(of: "gpkg_contents", in: database)
    let statement = try database.prepare(
      "SELECT table_name, data_type FROM gpkg_contents ORDER BY table_name")
    var tables: [(name: String, isList: Bool)] = []
    while tables.count < mostAsked, try statement.step() {
      if let name = statement.text(0), !ofPrograms.contains(name) {
        tables.append((name, statement.text(1) == "attributes"))
      }
    }
    return tables.filter { hasRows($0.name, in: database) }
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
