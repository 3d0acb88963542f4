extension CPTSFiles {
  /// A map is given for its drawings: a code of a unit in it is read where each row is a commune. Drawings
  /// alone, without any column, are territories, which get the file's name, with a number where they are several.
  mutating func readMap(
    _ table: FeatureTable, _ named: [FieldRole: String], _ only: CPTSID? = nil
  ) throws(InputFault) {
    try table.refuseEmpty()
    let columns = try CPTSColumns(of: table, named)
    try columns.crossedStages.refuseOthers(table)
    try RepeatMark.refuse(in: table, columns)
    try RoundedIdentifier.refuse(in: table, columns)
    if let stages = DatedStageColumn(columns, of: table) { datedStages.append(stages) }
    let naming: Naming
    if table.columns.isEmpty, only == nil, table.rowCount > 0 {
      let name = CPTSID(Self.plainName(of: InputPath(table.input)))
      anomalies.append(.namedAfterFile(name, table))
      naming = table.rowCount == 1 ? .file(name) : .place(in: name)
    } else {
      naming = try Naming(columns, table, only)
    }
    let oddities = try columns.oddities(in: table, named)
    anomalies += try oddities + columns.homonyms(in: table, named, butTold: oddities)
    let doubtful = DoubtfulColumns(columns: columns, named: named)
    anomalies += doubtful.anomalies(of: table)
    unusedColumns += columns.unused(in: table, named)
    let map = CommuneMap(of: table, columns, layer: layers.count)
    if map == nil { anomalies += doubtful.ofMap(table) }
    let free = Set(map?.free ?? [])
    var ids = [CPTSID?](repeating: nil, count: table.rowCount)
    var spans = [DateSpan](repeating: .always, count: table.rowCount)
    var withoutCPTS = RowsWithoutCPTS()
    let isNone = table.columns.isEmpty && only == nil && Self.isNone(InputPath(table.input))
    let rows = try RowsRead(of: table) { row, _ in
      naming.id(row: row, of: table)
    } use: { (row, id, anomalies) throws(InputFault) in
      guard !id.isEmpty else {
        if free.contains(row) { return true }
        anomalies.append(.incomplete(row: row, of: table, id: id))
        return false
      }
      if isNone || RowsWithoutCPTS.isNone(id),
        withoutCPTS.takes(row, of: table, id, columns, isNone)
      {
        return true
      }
      try CPTSID(id).refuseSeparator(path: table.path, line: table.line(of: row))
      guard let span = try records.span(row, of: table, CPTSID(id), columns, &anomalies) else {
        return false
      }
      spans[row] = span
      anomalies += try records.add(CPTSID(id), row: row, of: table, columns)
      ids[row] = CPTSID(id)
      if map == nil, columns.codes.haveCodes, table.isDrawn[row],
        let beside = membership(row, of: table, id, columns), !beside.code.text.isEmpty
      {
        besideDrawings.append(beside.holding(span))
      }
      return true
    }
    add(rows)
    anomalies += withoutCPTS.anomalies(of: table)
    let drawings = try Drawings(of: table, ids, spans)
    anomalies += drawings.anomalies
    layers.append(drawings.layer)
    if let map { communeMaps.append(map.holding(spans, butSetAside: ids)) }
  }
}
