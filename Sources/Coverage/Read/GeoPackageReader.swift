import GeoKernel

/// Reads one layer of a GeoPackage. The file is opened as untrusted and never written.
enum GeoPackageReader {
  /// A feature layer of a GeoPackage.
  struct Layer {
    let table: String
    let geometryColumn: String
    let reference: DeclaredReference
  }

  static func read(
    _ input: InputPath, handingTo taker: FeatureTable.Taker? = nil
  ) throws(InputFault) -> FeatureTable {
    try read(try OpenedInput(input), handingTo: taker)
  }

  static func read(
    _ input: OpenedInput, handingTo taker: FeatureTable.Taker? = nil
  ) throws(InputFault) -> FeatureTable {
    try withLayer(input) { database, layer in
      var table = try rows(of: layer, in: database, input, handingTo: taker)
      table.format = Wording("GeoPackage\(input.layer.map { "#\($0)" } ?? "")")
      table.description = LayerDescription.read(of: layer.table, in: database)
      if input.layer == nil {
        table.notes.unreadParts = OtherTables.unreadParts(beside: layer.table, in: database)
      }
      return table
    }
  }

  /// Opens the file, finds the layer that is meant, and makes something of it.
  static func withLayer<Result>(
    _ input: OpenedInput, _ body: (borrowing SQLiteDatabase, Layer) throws -> Result
  ) throws(InputFault) -> Result {
    if case .file = input.content, let journal = SQLiteJournal.open(besideFile: input.file) {
      throw journal.fault(path: input.file)
    }
    try refuseCutFile(input)
    let held = try input.held()
    do {
      let database = try open(input, held)
      try refuseOtherDatabases(database, input)
      let result = try body(
        database, try choose(try layers(of: database), OtherTables.all(in: database), input))
      try InputPath.check(held)
      return result
    } catch let fault as InputFault {
      throw fault
    } catch let fault as SQLiteFault {
      try InputPath.check(held)
      throw damaged(input, fault)
    } catch {
      fatalError("unexpected error \(error)")
    }
  }

  /// A file is read where it lies; what an archive held is read in memory.
  private static func open(
    _ input: OpenedInput, _ held: borrowing HeldFile
  ) throws(SQLiteFault) -> SQLiteDatabase {
    if case .bytes(let bytes) = input.content { return try SQLiteDatabase(bytes: bytes) }
    return try SQLiteDatabase(path: held.pathForLibraries)
  }

  /// Feature layers, by name.
  static func layers(of database: borrowing SQLiteDatabase) throws(SQLiteFault) -> [Layer] {
    for table in ["gpkg_geometry_columns", "gpkg_spatial_ref_sys"] {
      try refuseComputedColumns(of: table, in: database)
    }
    let statement = try database.prepare(
      """
      SELECT g.table_name, g.column_name, g.srs_id, s.organization, s.organization_coordsys_id,
        s.definition
      FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
      ORDER BY g.table_name
      """)
    var layers: [Layer] = []
    while try statement.step() {
      layers.append(
        Layer(
          table: statement.text(0) ?? "", geometryColumn: statement.text(1) ?? "",
          reference: reference(
            id: statement.text(2) ?? "", organization: statement.text(3) ?? "",
            code: statement.text(4) ?? "", definition: statement.text(5) ?? "")))
    }
    return layers
  }

  private static func reference(
    id: String, organization: String, code: String, definition: String
  ) -> DeclaredReference {
    if id == "0" || id == "-1" { return .undeclared }
    if folded(organization) == "epsg" { return code == "4326" ? .wgs84 : .other("EPSG:\(code)") }
    return definition.isEmpty || definition == "undefined" ? .undeclared : .other(definition)
  }

  /// A column that SQLite computes on reading would run what the file says, and could make any amount
  /// of text out of nothing.
  static func refuseComputedColumns(
    of table: String, in database: borrowing SQLiteDatabase
  ) throws(SQLiteFault) {
    let sql = "PRAGMA table_xinfo(\(SQLiteDatabase.quoted(table)))"
    let columns = try database.prepare(sql)
    while try columns.step() {
      // 2 is “generated, virtual” (sqlite.org/pragma.html#pragma_table_xinfo).
      guard columns.text(6) == "2" else { continue }
      throw SQLiteFault(
        code: 0, message: "computed column \(columns.text(1) ?? "")", statement: sql)
    }
  }

  private static func choose(
    _ layers: [Layer], _ tables: [String], _ input: OpenedInput
  ) throws(InputFault) -> Layer {
    let plain = tables.filter { table in !layers.contains { $0.table == table } }
    let table =
      input.layer == nil && layers.isEmpty ? plain.first : plain.first { $0 == input.layer }
    if let table { throw withoutDrawings(table, input) }
    let names = ReadingNotes.UnreadPart.listed(layers.map(\.table))
    if let wanted = input.layer {
      if let layer = layers.first(where: { $0.table == wanted }) { return layer }
      throw InputFault(
        path: input.name,
        problem: Wording(
          fr: "pas de couche « \(wanted) »", en: "there is no layer “\(wanted)”"),
        cure: layers.isEmpty
          ? Wording(
            fr: "ce GeoPackage n’a aucune couche de dessins : exportez une autre carte",
            en: "this GeoPackage has no layer of drawings: export another map")
          : Wording(fr: "couches présentes : \(names)", en: "layers present: \(names)"))
    }
    if layers.count == 1 { return layers[0] }
    throw InputFault(
      path: input.name,
      problem: layers.isEmpty
        ? Wording(fr: "aucune couche de polygones", en: "no layer of polygons")
        : Wording(fr: "plusieurs couches : \(names)", en: "several layers: \(names)"),
      cure: cure(layers, input))
  }

  private static func withoutDrawings(_ table: String, _ input: OpenedInput) -> InputFault {
    let shown = ShownName.shortened(table)
    return InputFault(
      path: input.name,
      problem: Wording(
        fr: "« \(shown) » est une table sans dessins, qui n’est pas lue dans un GeoPackage",
        en: "“\(shown)” is a table without drawings, which is not read in a GeoPackage"),
      cure: Wording(
        fr: "exportez-la en CSV (QGIS : « Exporter »), et donnez ce fichier à sa place",
        en: "export it as CSV (QGIS: “Export”), and give that file in its place"))
  }

  /// Of the layers of the administrative map, that of communes is the one that a study takes.
  private static func cure(_ layers: [Layer], _ input: OpenedInput) -> Wording {
    let communes = layers.first { ["commune", "communes"].contains(folded($0.table)) }
    let layer = communes ?? layers.first
    func option(_ word: String) -> String {
      ShellWord.part(layer.map { ShownName.shortened($0.table) } ?? word, of: input.name)
    }
    return Wording(
      fr: "nommez la couche : \(option("couche"))", en: "name the layer: \(option("layer"))")
  }

  private static func rows(
    of layer: Layer, in database: borrowing SQLiteDatabase, _ input: OpenedInput,
    handingTo taker: FeatureTable.Taker?
  ) throws -> FeatureTable {
    let statement = try statement(of: layer, in: database, input)
    let names = (0..<statement.columnCount).map { statement.columnName($0) }
    let geometryColumn = names.firstIndex(of: layer.geometryColumn)
    let textColumns = names.indices.filter { $0 != geometryColumn }
    var result = FeatureTable(path: input.fullName)
    let size = try input.head(count: 0).size
    var budget = TableBudget(fileSize: size)
    var arcs = ArcDrawing(isGeographic: layer.reference.isGeographic, fileSize: size)
    result.columns = textColumns.map { withoutInvisibleSigns(names[$0]) ?? names[$0] }
    result.values = Array(repeating: [], count: textColumns.count)
    result.reference = layer.reference
    while try statement.step() {
      let row = result.rowCount
      result.lines.append(row + 1)
      var isWithin = budget.take(cells: textColumns.count)
      for (index, column) in textColumns.enumerated() {
        let text = statement.text(column).map { result.notes.taken($0, row: row, column: index) }
        if text == nil, statement.isBinary(column) {
          result.notes.note(.notText, row: row, column: index)
        }
        isWithin = budget.take(text) && isWithin
        result.values[index].append(text)
      }
      guard isWithin else { throw tooLarge(input) }
      if let geometryColumn {
        appendGeometry(of: statement, geometryColumn, row, to: &result, &arcs)
      }
      result.endFeature(handingTo: taker)
    }
    result.arcCount = arcs.arcCount
    return result
  }

  private static func appendGeometry(
    of statement: borrowing SQLiteStatement, _ column: Int, _ row: Int,
    to result: inout FeatureTable, _ arcs: inout ArcDrawing
  ) {
    guard statement.text(column) == nil else {
      let reason = Wording(
        fr: "un texte ou un nombre à la place du dessin", en: "a text or a number in its place")
      result.geometryProblems.append((row, .unreadableGeometry(reason)))
      return
    }
    do throws(WKBFault) {
      let passedOver = try statement.appendGeometry(column, to: &result.geometry, drawing: &arcs)
      if passedOver > 0 {
        result.geometryProblems.append((row, .partsWithoutArea(passedOver)))
      }
    } catch {
      result.geometry.discardOpenFeature()
      result.geometryProblems.append((row, .unreadableGeometry(error.reason)))
    }
  }
}
