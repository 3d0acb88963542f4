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
    if case .file = input.content, let journal = SQLiteJournal.open(besideFile: input.file) {
      throw journal.fault(path: input.file)
    }
    try refuseCutFile(input)
    let held = try input.held()
    do {
      let database = try open(input, held)
      let layer = try choose(try layers(of: database), input)
      var table = try rows(of: layer, in: database, input, handingTo: taker)
      table.format = Wording("GeoPackage\(input.layer.map { "#\($0)" } ?? "")")
      table.description = LayerDescription.read(of: layer.table, in: database)
      if input.layer == nil {
        table.notes.unreadParts = OtherTables.unreadParts(beside: layer.table, in: database)
      }
      try InputPath.check(held)
      return table
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

  private static func choose(_ layers: [Layer], _ input: OpenedInput) throws(InputFault) -> Layer {
    let names = layers.map(\.table).joined(separator: ", ")
    if let wanted = input.layer {
      if let layer = layers.first(where: { $0.table == wanted }) { return layer }
      throw InputFault(
        path: input.name,
        problem: Wording(
          fr: "pas de couche « \(wanted) »", en: "there is no layer “\(wanted)”"),
        cure: Wording(fr: "couches présentes : \(names)", en: "layers present: \(names)"))
    }
    if layers.count == 1 { return layers[0] }
    throw InputFault(
      path: input.name,
      problem: layers.isEmpty
        ? Wording(fr: "aucune couche de polygones", en: "no layer of polygons")
        : Wording(fr: "plusieurs couches : \(names)", en: "several layers: \(names)"),
      cure: Wording(
        fr: "nommez la couche : \(input.name)#couche", en: "name the layer: \(input.name)#layer"))
  }

  private static func rows(
    of layer: Layer, in database: borrowing SQLiteDatabase, _ input: OpenedInput,
    handingTo taker: FeatureTable.Taker?
  ) throws -> FeatureTable {
    try refuseComputedColumns(of: layer.table, in: database)
    let table = SQLiteDatabase.quoted(layer.table)
    let statement = try database.prepare("SELECT * FROM \(table)")
    let names = (0..<statement.columnCount).map { statement.columnName($0) }
    let geometryColumn = names.firstIndex(of: layer.geometryColumn)
    let textColumns = names.indices.filter { $0 != geometryColumn }
    var result = FeatureTable(path: input.fullName)
    var budget = TableBudget(fileSize: try input.head(count: 0).size)
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
      if let geometryColumn { appendGeometry(of: statement, geometryColumn, row, to: &result) }
      result.endFeature(handingTo: taker)
    }
    return result
  }

  private static func appendGeometry(
    of statement: borrowing SQLiteStatement, _ column: Int, _ row: Int,
    to result: inout FeatureTable
  ) {
    do throws(WKBFault) {
      let passedOver = try statement.appendGeometry(column, to: &result.geometry)
      if passedOver > 0 {
        result.geometryProblems.append((row, .partsWithoutArea(passedOver)))
      }
    } catch {
      result.geometry.discardOpenFeature()
      result.geometryProblems.append((row, .unreadableGeometry(error.reason)))
    }
  }

  /// SQLite reads the missing end of a page as zeros: the header says how long the file must be
  /// (sqlite.org/fileformat2.html, sections 1.3.2 and 1.3.8).
  private static func refuseCutFile(_ input: OpenedInput) throws(InputFault) {
    let (header, size) = try input.head(count: 32)
    guard header.count == 32 else { return }
    let pageSize = Int(header[16]) << 8 | Int(header[17])
    let pages = header[28..<32].reduce(0) { $0 << 8 | Int($1) }
    guard size < (pageSize == 1 ? 65536 : pageSize) * pages else { return }
    throw damaged(input, SQLiteFault(code: 0, message: "\(size) octets", statement: "open"))
  }

  /// Columns added to a table without rewriting its rows cost a file nothing.
  private static func tooLarge(_ input: OpenedInput) -> InputFault {
    InputFault(
      path: input.name, problem: TableBudget.tooManyCells,
      cure: Wording(
        fr: "exportez de nouveau la couche, avec les seules colonnes utiles",
        en: "export the layer again, with the needed columns only"))
  }

  private static func unopened(_ input: OpenedInput) -> InputFault {
    InputFault(
      .missing, path: input.name,
      problem: Wording(
        fr: "SQLite n’ouvre pas ce fichier : son chemin complet a peut-être plus de 500 signes",
        en: "SQLite does not open this file: its whole path may have more than 500 signs"),
      cure: Wording(
        fr: "copiez-le dans un dossier au chemin plus court",
        en: "copy it to a folder with a shorter path"))
  }

  private static func damaged(_ input: OpenedInput, _ fault: SQLiteFault) -> InputFault {
    guard !fault.isRefusalToOpen else { return unopened(input) }
    return InputFault(
      path: input.name,
      problem: Wording(
        fr: "GeoPackage illisible ou tronqué (\(fault.message))",
        en: "the GeoPackage is damaged or truncated (\(fault.message))"),
      cure: Wording(
        fr: "téléchargez ou exportez le fichier de nouveau", en: "download or export it again"))
  }
}
