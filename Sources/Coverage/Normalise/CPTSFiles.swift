/// A unit that a file gives to a CPTS.
struct Membership: Sendable {
  var cpts: CPTSID
  var code: UnitCode
  /// What the row says of the unit besides.
  var hint = UnitHint()
  /// The column of the code.
  var column = ""
  let file: String
  let line: Int
}

/// Reads lists of CPTS, of pairs (CPTS, unit), or of both, and maps of territories, from any number of
/// files. What they say of one CPTS is put together.
struct CPTSFiles {
  private(set) var memberships: [Membership] = []
  /// Territories as they were drawn, one layer a map, in the order of the files.
  var layers: [DrawnLayer] = []
  private(set) var anomalies: [Anomaly] = []
  private(set) var ledgers: [InputLedger] = []
  var records = CPTSRecords()

  var cpts: [CPTSID: CPTS] { records.cpts }
  /// Where each CPTS is first named.
  var origins: [CPTSID: (file: String, line: Int)] { records.origins }

  /// - Throws: `InputFault` for a stage that nobody knows, a date that does not exist, values of one
  ///   CPTS that contradict each other.
  mutating func read(_ input: InputPath, named: [FieldRole: String]) throws(InputFault) {
    let opened = try OpenedInput(input)
    switch opened.format {
    case .geoPackage, .geoJSON: try readMap(try FeatureTable.read(opened), named)
    case .delimitedText, .archive, .workbook, .other:
      try readList(try DelimitedText.read(opened), named)
    }
  }

  // MARK: Lists

  private mutating func readList(
    _ text: DelimitedText, _ named: [FieldRole: String]
  ) throws(InputFault) {
    let columns = try CPTSColumns(of: text, named)
    let idColumn = try columns.requiredID(in: text)
    if !columns.haveContent { try columns.requireUnitCode(in: text) }
    var ledger = InputLedger(path: text.path, columns: text.header, rowsRead: text.rowCount)
    for row in 0..<text.rowCount {
      if try !readRow(row, of: text, columns, idColumn) { ledger.rowsSetAside += 1 }
    }
    ledgers.append(ledger)
    anomalies += text.sheetAnomalies
  }

  /// - Returns: whether the row was used.
  private mutating func readRow(
    _ row: Int, of text: DelimitedText, _ columns: CPTSColumns, _ idColumn: Int
  ) throws(InputFault) -> Bool {
    let id = text.value(row: row, column: idColumn)
    if let excess = text.excess(row: row, object: id) {
      anomalies.append(excess)
      return false
    }
    let code = columns.codes.text(row: row, of: text)
    let hint = columns.codes.hint(row: row, of: text)
    let namesUnit = !code.isEmpty || !hint.name.isEmpty
    let saysMore = CPTSColumns.attributes.contains { role in
      !columns.value(role, row: row, of: text).isEmpty
    }
    // A row with an identifier alone makes a CPTS known, but tells nothing of one that is.
    guard !id.isEmpty, namesUnit || saysMore || cpts[CPTSID(id)] == nil else {
      anomalies.append(.incomplete(row: row, of: text, id: id))
      return false
    }
    anomalies += try records.add(CPTSID(id), row: row, of: text, columns)
    if namesUnit {
      memberships.append(
        Membership(
          cpts: CPTSID(id), code: UnitCode(code), hint: hint,
          column: columns.codes.code.map { text.header[$0] } ?? "", file: text.path,
          line: text.line(of: row)))
    }
    return true
  }

  // MARK: Maps

  /// A map is given for its drawings: a code of a unit in it is not read.
  private mutating func readMap(
    _ table: FeatureTable, _ named: [FieldRole: String]
  ) throws(InputFault) {
    let columns = try CPTSColumns(of: table, named)
    let idColumn = try columns.requiredID(in: table)
    var ledger = InputLedger(path: table.path, columns: table.columns, rowsRead: table.rowCount)
    var ids = [CPTSID?](repeating: nil, count: table.rowCount)
    for row in 0..<table.rowCount {
      let id = table.value(row: row, column: idColumn)
      guard !id.isEmpty else {
        anomalies.append(.incomplete(row: row, of: table, id: id))
        ledger.rowsSetAside += 1
        continue
      }
      anomalies += try records.add(CPTSID(id), row: row, of: table, columns)
      ids[row] = CPTSID(id)
    }
    ledgers.append(ledger)
    let drawings = try Drawings(of: table, ids)
    anomalies += drawings.anomalies
    layers.append(drawings.layer)
  }
}

extension Anomaly {
  fileprivate static func incomplete(row: Int, of rows: some AttributeRows, id: String) -> Anomaly {
    Anomaly(
      .error, .incompleteRow, file: rows.path, line: rows.line(of: row), object: id,
      finding: id.isEmpty
        ? Wording(fr: "pas d’identifiant de CPTS", en: "no CPTS identifier")
        : Wording(fr: "ni code d’unité, ni stade, ni date", en: "no unit code, stage or date"),
      treatment: .rowSetAside)
  }
}
