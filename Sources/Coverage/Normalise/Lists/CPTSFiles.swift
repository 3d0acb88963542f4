/// Reads lists of CPTS, of pairs (CPTS, unit), or of both, and maps of territories, from any number of
/// files. What they say of one CPTS is put together.
struct CPTSFiles {
  var memberships: [Membership] = []
  /// Territories as they were drawn, one layer a map, in the order of the files.
  var layers: [DrawnLayer] = []
  var anomalies: [Anomaly] = []
  var ledgers: [InputLedger] = []
  var records = CPTSRecords()
  /// Columns of stages whose names say of which day they are.
  var datedStages: [DatedStageColumn] = []
  /// What columns of maps name beside the drawings of territories.
  var besideDrawings: [Membership] = []
  /// Maps whose rows are communes.
  var communeMaps: [CommuneMap] = []
  /// Columns that may give territories by groups of communes.
  var groups: [GroupColumns] = []
  /// Columns of each file that no role uses.
  var unusedColumns: [UnusedColumn] = []
  /// Territories that somebody proposes, by their own ids.
  var proposals: [Proposal] = []

  var cpts: [CPTSID: CPTS] { records.cpts }
  /// Where each CPTS is first named.
  var origins: [CPTSID: (file: String, line: Int)] { records.origins }

  /// - Parameter only: the CPTS of every row of a file that names none.
  /// - Throws: `InputFault` for a stage that nobody knows, a date that does not exist, values of one
  ///   CPTS that contradict each other.
  mutating func read(
    _ input: InputPath, named: [FieldRole: String], unnamedAs only: CPTSID? = nil
  ) throws(InputFault) {
    let opened = try OpenedInput(input)
    if opened.format.isMap {
      return try readMap(try FeatureTable.read(opened), named, only)
    }
    if only == nil, let sheets = try SheetsOfCPTS(opened, named) {
      return try readSheets(sheets, named)
    }
    try TwinSheets.refuse(opened, named)
    let text = try DelimitedText.read(opened)
    // Drawings beside codes of communes are the communes'.
    if !CPTSColumns.listUnits(of: text, named), let drawn = try DrawnTable(text) {
      return try readMap(try drawn.features(), named, only)
    }
    try readList(text, named: named, unnamedAs: only)
  }

  /// Takes over what the rows of a file are, beside what they say.
  mutating func add(_ rows: RowsRead) {
    anomalies += rows.anomalies
    ledgers.append(rows.ledger)
  }

  mutating func readList(
    _ text: DelimitedText, named: [FieldRole: String], unnamedAs only: CPTSID? = nil
  ) throws(InputFault) {
    try text.refuseEmpty()
    let columns = try CPTSColumns(of: text, named)
    if let table = CrossedTable(text, columns), table.isSure || only == nil {
      return try readCrossed(table, of: text, columns)
    }
    if only == nil { try UnnamedCPTS.refuse(text, columns) }
    try RepeatMark.refuse(in: text, columns)
    try RoundedIdentifier.refuse(in: text, columns)
    if let stages = DatedStageColumn(columns, of: text) { datedStages.append(stages) }
    try columns.crossedStages.refuseOthers(text)
    let naming = try Naming(columns, text, only)
    if !columns.haveContent, !columns.haveUsualGroups(in: text) {
      try columns.refuseDates(butNamed: named, of: text)
      try columns.requireUnitCode(in: text)
    }
    let oddities = try columns.oddities(in: text, named)
    anomalies += try oddities + columns.homonyms(in: text, named, butTold: oddities)
    anomalies += DoubtfulColumns(columns: columns, named: named).anomalies(of: text)
    anomalies += [
      columns.continued.anomaly(text), columns.seatBeforeCommunes(in: text),
      columns.crossedStages.anomaly(text),
    ].compactMap { $0 }
    let seconds = SecondCPTSColumns(text, columns)
    try seconds?.refuse(text)
    anomalies += seconds?.anomalies(text) ?? []
    unusedColumns += columns.unused(in: text, named).filter {
      !(seconds?.contains($0.name, of: text) ?? false)
    }
    try readRows(of: text, columns, naming)
  }

  private mutating func readRows(
    of text: DelimitedText, _ columns: CPTSColumns, _ naming: Naming
  ) throws(InputFault) {
    var withoutUnit = RowsWithoutUnit()
    var withoutCPTS = RowsWithoutCPTS()
    var free = FreeCommunes(columns, of: text)
    var ends = EndDatesOfRows()
    var groups = GroupColumns(columns, of: text)
    lazy var areNumbers = columns.id.map { text.holdsNumbers($0) } ?? false
    var rows = try RowsRead(of: text) { row, _ in
      naming.id(row: row, of: text)
    } isContent: { row in
      columns.says(row, of: text)
    } use: { (row, id, anomalies) throws(InputFault) in
      if naming.isColumn,
        withoutCPTS.takes(row, of: text, id, columns, areNumbers: { areNumbers })
      {
        return true
      }
      if naming.isColumn, id.isEmpty, free.takes(row, of: text, columns) { return true }
      if let table = RepeatedTable(row, of: text) {
        guard table.isSame else { throw table.fault(text.path, text.line(of: row)) }
        anomalies.append(text.repeatedHeader(row: row))
        return false
      }
      let isNew = naming.isColumn && cpts[CPTSID(id)] == nil
      let before = memberships.count
      guard let span = try records.span(row, of: text, CPTSID(id), columns, &anomalies) else {
        return false
      }
      let isGroup = groups.see(row, of: text, CPTSID(id), span)
      let isUsed = try readRow(
        row, of: text, id, span, isNew: isNew || isGroup, columns, &anomalies)
      if isUsed {
        withoutUnit.see(
          row, of: text, CPTSID(id), columns, namesUnit: memberships.count > before)
        if memberships.count > before { ends.see(row, of: text, CPTSID(id), columns) }
      }
      return isUsed
    }
    rows.setAside(withoutUnit.anomalies(of: text))
    anomalies += withoutCPTS.anomalies(of: text) + ends.anomalies(of: text)
    anomalies += [free.anomaly(of: text)].compactMap { $0 }
    if !groups.isEmpty { self.groups.append(groups) }
    add(rows)
  }

  /// The unit that a row names; nil where it names none.
  func membership(
    _ row: Int, of text: some AttributeRows, _ id: String, _ columns: CPTSColumns
  ) -> Membership? {
    let code = columns.codes.text(row: row, of: text)
    let hint = columns.codes.hint(row: row, of: text)
    guard !code.isEmpty || !hint.name.isEmpty else { return nil }
    var membership = Membership(
      cpts: CPTSID(id), code: UnitCode(code), hint: hint,
      column: columns.codes.column.map { text.header[$0] } ?? "", file: text.path,
      line: text.line(of: row))
    membership.share = ShareColumn.part(columns.value(.share, row: row, of: text))
    if membership.share == 1 { membership.share = nil }
    return membership
  }

  /// The units that further columns of a row name.
  private func continued(
    _ row: Int, of text: DelimitedText, _ id: String, _ columns: CPTSColumns
  ) -> [Membership] {
    guard let first = columns.continued.first else { return [] }
    return columns.continued.others.compactMap { column in
      let code = text.text(row: row, column: column)
      guard !code.isEmpty else { return nil }
      var hint = columns.codes.hint(row: row, of: text)
      hint.name = ""
      return Membership(
        cpts: CPTSID(id), code: UnitCode(code), hint: hint,
        column: text.header[text.header[column].isEmpty ? first : column], file: text.path,
        line: text.line(of: row))
    }
  }

  /// - Parameter isNew: whether the row names a CPTS that no row named before.
  /// - Returns: whether the row was used.
  private mutating func readRow(
    _ row: Int, of text: DelimitedText, _ id: String, _ span: DateSpan, isNew: Bool,
    _ columns: CPTSColumns, _ anomalies: inout [Anomaly]
  ) throws(InputFault) -> Bool {
    let units =
      ([membership(row, of: text, id, columns)].compactMap { $0 }
      + continued(row, of: text, id, columns)).map { $0.holding(span) }
    let saysMore = CPTSColumns.attributes.contains { role in
      !columns.value(role, row: row, of: text).isEmpty
    }
    if case .formula? = SpoiledText(id) {
      anomalies.append(.spoiledIdentifier(id, .formula, row: row, of: text))
      return false
    }
    // A row with an identifier alone makes a CPTS known, but tells nothing of one that is.
    guard !id.isEmpty, !units.isEmpty || saysMore || isNew else {
      anomalies.append(.incomplete(row: row, of: text, id: id))
      return false
    }
    let share = columns.value(.share, row: row, of: text)
    if !units.isEmpty, !share.isEmpty, ShareColumn.part(share) == nil {
      anomalies.append(.noShare(share, row: row, of: text, code: units[0].code))
      return false
    }
    try CPTSID(id).refuseSeparator(path: text.path, line: text.line(of: row))
    anomalies += try records.add(CPTSID(id), row: row, of: text, columns)
    memberships += units
    return true
  }
}
