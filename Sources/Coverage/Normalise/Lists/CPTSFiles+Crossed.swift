// How tables of crosses are read.

extension CPTSFiles {
  /// Takes a table in which each column is a CPTS or a commune.
  mutating func readCrossed(
    _ table: CrossedTable, of text: DelimitedText, _ columns: CPTSColumns
  ) throws(InputFault) {
    if table.form == .cptsAcross, let odd = table.oddCell(of: text, columns) {
      throw .noCross(odd, text, CrossedTable.cure)
    }
    for column in table.columns where table.form != .communesAcross {
      let id = CPTSID(text.header[column])
      try id.refuseSeparator(path: text.path, line: 1)
      records.mention(id, file: text.path, line: 1)
    }
    var withoutCPTS = RowsWithoutCPTS()
    let rows = try RowsRead(of: text) { row, _ in
      table.form == .communesAcross ? columns.id.map { text.text(row: row, column: $0) } ?? "" : ""
    } use: { (row, id, anomalies) throws(InputFault) in
      if RowsWithoutCPTS.isNone(id), withoutCPTS.takes(row, of: text, id, columns) { return true }
      try table.refuseContradiction(row, of: text)
      return try readCrossed(row, id, table, of: text, columns, &anomalies)
    }
    add(rows)
    anomalies += withoutCPTS.anomalies(of: text)
    anomalies += table.withoutCPTS.map { RowsWithoutCPTS.column($0, of: text) }
    anomalies.append(.crossed(table, of: text))
  }

  private mutating func readCrossed(
    _ row: Int, _ id: String, _ table: CrossedTable, of text: DelimitedText,
    _ columns: CPTSColumns, _ anomalies: inout [Anomaly]
  ) throws(InputFault) -> Bool {
    let line = text.line(of: row)
    switch table.form {
    case .cptsAcross:
      guard let unit = membership(row, of: text, "", columns) ?? named(row, of: text, columns)
      else {
        anomalies.append(.crossWithoutCommune(file: text.path, line: line))
        return false
      }
      for column in table.columns {
        try readMark(row, column, unit, of: text)
      }
    case .communesBelow:
      for column in table.columns {
        let code = text.text(row: row, column: column)
        if code.isEmpty { continue }
        memberships.append(
          Membership(
            cpts: CPTSID(text.header[column]), code: UnitCode(code), column: "commune",
            file: text.path, line: line))
      }
    case .communesAcross:
      guard !id.isEmpty else {
        anomalies.append(.incomplete(row: row, of: text, id: id))
        return false
      }
      try CPTSID(id).refuseSeparator(path: text.path, line: line)
      anomalies += try records.add(CPTSID(id), row: row, of: text, columns)
      for column in table.columns
      where CrossedTable.isCross(text.text(row: row, column: column)) == true {
        memberships.append(
          Membership(
            cpts: CPTSID(id), code: UnitCode(text.header[column]), column: "commune",
            file: text.path, line: line))
      }
    }
    return true
  }

  /// Takes a cell of a column of a CPTS: a cross, or the stage of the CPTS in its place.
  private mutating func readMark(
    _ row: Int, _ column: Int, _ unit: Membership, of text: DelimitedText
  ) throws(InputFault) {
    let cell = text.text(row: row, column: column)
    guard let mark = CrossedTable.mark(cell) else {
      if CrossedTable.isTotal(row, text) { return }
      throw .noCross((row, column), text, CrossedTable.cure)
    }
    if mark == .no { return }
    var unit = unit
    unit.cpts = CPTSID(text.header[column])
    memberships.append(unit)
    if mark == .stage {
      try records.addStage(
        CPTSRecords.Place(file: text.path, line: text.line(of: row), text: cell), of: unit.cpts)
    }
  }

  /// The commune of a row whose only name was taken for that of a CPTS.
  private func named(_ row: Int, of text: DelimitedText, _ columns: CPTSColumns) -> Membership? {
    guard let column = columns[.cptsName] else { return nil }
    let name = text.text(row: row, column: column)
    guard !name.isEmpty else { return nil }
    return Membership(
      cpts: CPTSID(""), code: UnitCode(""), hint: UnitHint(name: name),
      column: text.header[column], file: text.path, line: text.line(of: row))
  }
}

extension Anomaly {
  fileprivate static func crossWithoutCommune(file: String, line: Int) -> Anomaly {
    Anomaly(
      .error, .incompleteRow, file: file, line: line, object: "",
      finding: Wording(fr: "ni code ni nom de commune", en: "no code or name of a commune"),
      treatment: .rowSetAside)
  }

  fileprivate static func crossed(_ table: CrossedTable, of text: DelimitedText) -> Anomaly {
    let names = ShownName.list(table.columns.map { "« \(text.header[$0]) »" }, most: 40)
    let isOfCommunes = table.form == .communesAcross
    return Anomaly(
      table.isSure ? .information : .warning, .crossedTable, file: text.path, line: 1, object: "",
      finding: isOfCommunes
        ? Wording(
          fr: "une colonne de croix par commune : \(names)",
          en: "a column of crosses for each commune: \(names)")
        : Wording(fr: "une colonne par CPTS : \(names)", en: "a column for each CPTS: \(names)"),
      treatment: table.isSure
        ? Wording(fr: "lues ainsi", en: "read so")
        : Wording(
          fr: "lues ainsi ; enlevez les colonnes qui ne sont pas des CPTS",
          en: "read so; remove the columns that are no CPTS"))
  }
}

extension InputFault {
  /// A cell that is neither a cross nor a no.
  static func noCross(
    _ place: (row: Int, column: Int), _ rows: some AttributeRows, _ cure: Wording
  ) -> InputFault {
    let cell = ShownName.shortened(rows.value(row: place.row, column: place.column))
    let name = ShownName.shortened(rows.header[place.column])
    return InputFault(
      path: rows.path, line: rows.line(of: place.row),
      problem: Wording(
        fr: "« \(cell) », dans la colonne « \(name) », n’est ni une croix ni un non",
        en: "“\(cell)”, in the column “\(name)”, is neither a cross nor a no"),
      cure: cure)
  }
}
