/// A table with a column for each CPTS: crosses in the rows of its communes, or its communes themselves; or
/// with a column for each commune and crosses in the rows of its CPTS.
struct CrossedTable {
  enum Form {
    /// Crosses in columns of CPTS: rows are communes.
    case cptsAcross
    /// Communes in columns of CPTS: rows mean nothing.
    case communesBelow
    /// Crosses in columns of communes: rows are CPTS.
    case communesAcross
  }

  let form: Form
  /// Columns of CPTS or of communes, in their order.
  let columns: [Int]
  /// Whether the names of the columns say that they are CPTS, or codes of communes.
  let isSure: Bool

  /// Signs that say yes in a cell, beside words.
  private static let marks: Set<String> = ["✓", "✔", "☑", "●", "•", "■", "*", "+"]

  /// Nil for a table of another form.
  ///
  /// - Complexity: O(fields) where no column names CPTS, or none names communes.
  init?(_ rows: some AttributeRows, _ columns: CPTSColumns) {
    let free = rows.header.indices.filter {
      !columns.uses($0) && !rows.header[$0].isEmpty
    }
    let named = free.filter { Self.isCPTS(rows.header[$0]) }
    let says = CPTSColumns.attributes.contains { $0 != .cptsName && columns[$0] != nil }
    guard columns[.cptsID] == nil, !says else {
      guard columns.id != nil, !columns.codes.areThere else { return nil }
      let codes = free.filter { Self.isCommune(rows.header[$0]) }
      guard codes.count > 1, let crossed = Self.crossed(codes, rows), crossed == codes else {
        return nil
      }
      self.init(form: .communesAcross, columns: codes, isSure: true)
      return
    }
    if columns.codes.areThere || (columns[.cptsName] != nil && !named.isEmpty) {
      guard columns.id == nil || !named.isEmpty,
        let crossed = Self.crossed(named.isEmpty ? free : named, rows)
      else { return nil }
      self.init(form: .cptsAcross, columns: crossed, isSure: !named.isEmpty)
      return
    }
    guard columns.id == nil, free.count == rows.header.count(where: { !$0.isEmpty }) else {
      return nil
    }
    let isSure = named.count == free.count
    guard !free.isEmpty, free.allSatisfy({ !Self.isCommune(rows.header[$0]) }),
      isSure ? free.count > 1 : Self.holdCodes(free, rows)
    else { return nil }
    self.init(form: .communesBelow, columns: free, isSure: isSure)
  }

  private init(form: Form, columns: [Int], isSure: Bool) {
    (self.form, self.columns, self.isSure) = (form, columns, isSure)
  }

  private static func isCPTS(_ name: String) -> Bool {
    folded(name).split(separator: "_").contains("cpts") && folded(name) != "cpts"
  }

  private static func isCommune(_ name: String) -> Bool {
    WrittenPlace.all(in: name).contains { UnitCode($0.code).isOfCommune }
  }

  /// Whether a cell is a cross; nil where it is neither that nor a word for no.
  static func isCross(_ text: String) -> Bool? {
    if text.isEmpty || text.allSatisfy({ "-–—".contains($0) }) { return false }
    return marks.contains(text) ? true : yesOrNo(text)
  }

  /// Of some columns, those of crosses alone, with one cross at least.
  private static func crossed(_ columns: [Int], _ rows: some AttributeRows) -> [Int]? {
    let found = columns.filter { column in
      var hasCross = false
      for row in 0..<rows.rowCount where !isTotal(row, rows) {
        guard let isCross = isCross(rows.value(row: row, column: column)) else { return false }
        hasCross = hasCross || isCross
      }
      return hasCross
    }
    return found.isEmpty ? nil : found
  }

  /// A row that counts the crosses above it.
  static func isTotal(_ row: Int, _ rows: some AttributeRows) -> Bool {
    (0..<rows.fieldCount(row: row)).contains { column in
      let text = folded(rows.value(row: row, column: column))
      return text.hasPrefix("total") || text.hasPrefix("sous_total") || text == "ensemble"
    }
  }

  /// A column beside those of crosses that has crosses too, and the first of its cells that is none.
  func oddCell(of rows: some AttributeRows, _ columns: CPTSColumns) -> (row: Int, column: Int)? {
    for column in rows.header.indices
    where !columns.uses(column) && !self.columns.contains(column)
      && !folded(rows.header[column]).hasPrefix("total")
    {
      var (crosses, odd): (Int, [Int]) = (0, [])
      for row in 0..<rows.rowCount where !Self.isTotal(row, rows) {
        let text = rows.value(row: row, column: column)
        if text.contains(where: \.isNumber) { continue }
        switch Self.isCross(text) {
        case true?: crosses += 1
        case nil: odd.append(row)
        case false?: break
        }
      }
      if crosses > 0, let row = odd.first { return (row, column) }
    }
    return nil
  }

  private static func holdCodes(_ columns: [Int], _ rows: some AttributeRows) -> Bool {
    columns.count > 1
      && columns.allSatisfy { column in
        var isFilled = false
        for row in 0..<rows.rowCount {
          let text = rows.value(row: row, column: column)
          if text.isEmpty { continue }
          guard isCommune(text) else { return false }
          isFilled = true
        }
        return isFilled
      }
  }
}

extension CPTSFiles {
  /// Takes a table in which each column is a CPTS or a commune.
  mutating func readCrossed(
    _ table: CrossedTable, of text: DelimitedText, _ columns: CPTSColumns
  ) throws(InputFault) {
    if table.form == .cptsAcross, let odd = table.oddCell(of: text, columns) {
      throw .noCross(text.text(row: odd.row, column: odd.column), text, odd.row, odd.column)
    }
    for column in table.columns where table.form != .communesAcross {
      let id = CPTSID(text.header[column])
      try id.refuseSeparator(path: text.path, line: 1)
      records.mention(id, file: text.path, line: 1)
    }
    let rows = try RowsRead(of: text) { row, _ in
      table.form == .communesAcross ? columns.id.map { text.text(row: row, column: $0) } ?? "" : ""
    } use: { (row, id, anomalies) throws(InputFault) in
      try readCrossed(row, id, table, of: text, columns, &anomalies)
    }
    add(rows)
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
      for column in table.columns
      where CrossedTable.isCross(text.text(row: row, column: column)) == true {
        var unit = unit
        unit.cpts = CPTSID(text.header[column])
        memberships.append(unit)
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
  fileprivate static func noCross(
    _ cell: String, _ text: DelimitedText, _ row: Int, _ column: Int
  ) -> InputFault {
    let (cell, name) = (ShownName.shortened(cell), ShownName.shortened(text.header[column]))
    return InputFault(
      path: text.path, line: text.line(of: row),
      problem: Wording(
        fr: "« \(cell) », dans la colonne « \(name) », n’est ni une croix ni un non",
        en: "“\(cell)”, in the column “\(name)”, is neither a cross nor a no"),
      cure: Wording(
        fr: "écrivez x, ou laissez la case vide ; une part de commune se donne par son dessin",
        en: "write x, or leave the cell empty; a part of a commune is given by its drawing"))
  }
}
