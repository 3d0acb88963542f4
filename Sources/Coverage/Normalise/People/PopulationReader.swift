/// The people of a code, and the row that says so.
struct PopulationEntry: Sendable {
  var people: Int
  let file: String
  let line: Int

  /// The people of two rows, at the place of the first.
  func adding(_ other: PopulationEntry) -> PopulationEntry {
    PopulationEntry(people: people + other.people, file: file, line: line)
  }
}

/// Reads the population of units from CSV files or workbooks such as INSEE's: Mayotte's is a file of
/// its own.
struct PopulationReader {
  private(set) var entries: [UnitCode: PopulationEntry] = [:]
  private(set) var anomalies: [Anomaly] = []
  private(set) var ledgers: [InputLedger] = []
  /// The column of people of each file.
  private(set) var columns: [String] = []
  /// Codes of units whose people cannot be read, which is told.
  private(set) var unreadable: Set<String> = []

  /// - Parameters:
  ///   - asked: the column that the user names.
  ///   - units: those whose codes are known.
  /// - Complexity: O(rows).
  /// - Throws: `InputFault` where no column, or several, hold people, or where codes are postal codes.
  mutating func read(
    _ input: InputPath, column asked: String?, named: [FieldRole: String], _ units: StudyUnits,
    _ years: YearsOfCodes?
  ) throws(InputFault) {
    try read(try DelimitedText.read(input), column: asked, named: named, units, years)
  }

  mutating func read(
    _ text: DelimitedText, column asked: String?, named: [FieldRole: String], _ units: StudyUnits,
    _ years: YearsOfCodes?
  ) throws(InputFault) {
    try text.refuseEmpty()
    var fields = try FieldMap(of: text, UnitCodeColumns.roles, named: named)
    let parts = PartsOfCommunes(text, fields)
    if let parts, fields[.unitCode] == nil { fields.use(.unitCode, column: parts.column) }
    let codes =
      fields[.unitName] == nil
      ? try UnitCodeColumns(requiredBy: fields, of: text) : UnitCodeColumns(fields, of: text)
    let layout = try PopulationLayout(text, codes, asked: asked ?? named[.population])
    if asked == nil, named[.population] == nil {
      try PopulationColumn.refuseRivals(of: layout.column, in: text)
    }
    let rivals = RivalColumns(of: text, [.unitCode], named: named, codes: codes) { fields[$0] }
    _ = try rivals.differences(in: text)
    let spelling = PopulationSpelling(layout.column, of: text)
    if let row = spelling.ambiguousRow {
      throw .thousandsOrDecimals(
        text.text(row: row, column: layout.column), path: text.path, line: text.line(of: row))
    }
    if parts == nil, let row = spelling.rowOfNoCount(layout.column, of: text) {
      throw .noCounts(
        text.text(row: row, column: layout.column), path: text.path, line: text.line(of: row))
    }
    columns.append(layout.name)
    if parts == nil { try PostalCodes.refuse(codes, of: text) }
    let before = Set(entries.keys)
    if let parts {
      try readParts(parts, of: text, layout, spelling)
    } else {
      try readRows(of: text, codes, layout, spelling, units, years)
    }
    anomalies += layout.anomalies(of: text)
    let rivalColumns = rivals.all(in: text)
    anomalies +=
      UnusedColumn.all(
        in: text,
        isUsed: { column in
          fields.uses(column) || column == layout.column || column == parts?.column
            || PopulationLayout.known.contains(folded(text.header[column]))
        }, isRival: rivalColumns.contains
      ).map(\.listed)
    ledgers[ledgers.count - 1].rowsSetAside += layout.leftOutCount
    guard let years else { return }
    let own = entries.filter { !before.contains($0.key) }
    let converted = ConvertedPeople(own, years, units, path: text.path)
    anomalies += converted.anomalies
    for code in own.keys { entries[code] = nil }
    entries.merge(converted.entries, uniquingKeysWith: { $0.adding($1) })
  }

  private mutating func readRows(
    of text: DelimitedText, _ codes: UnitCodeColumns, _ layout: PopulationLayout,
    _ spelling: PopulationSpelling, _ units: StudyUnits, _ years: YearsOfCodes?
  ) throws(InputFault) {
    var names = PopulationNames(units)
    let rows = try RowsRead(of: text) { row, _ in
      let written = PopulationLayout.code(codes.text(row: row, of: text))
      return written.isEmpty ? codes.hint(row: row, of: text).name : written
    } isContent: { row in
      UnitCode(codes.text(row: row, of: text)).isOfCommune
    } use: { (row, written, anomalies) throws(InputFault) in
      guard layout.takes(row) else { return true }
      let people = count(row, of: text, written, layout.column, spelling, &anomalies)
      guard let people else { return false }
      let isName = PopulationNames.isName(written)
      let code =
        isName
        ? names.code(
          written, codes.hint(row: row, of: text), file: text.path, line: text.line(of: row),
          &anomalies)
        : units.code(
          written, isFormer: { years?.isFormer($0) ?? false }, file: text.path,
          line: text.line(of: row), &anomalies)
      guard let code else { return false }
      return try add(people, to: code, isName ? written : "", row, of: text, &anomalies)
    }
    unreadable.formUnion(
      rows.anomalies.lazy.filter { $0.rule == .unitWithoutPopulation }.map(\.object))
    anomalies += rows.anomalies.withPeopleTogether() + names.anomalies(file: text.path)
    ledgers.append(rows.ledger)
  }

  private func count(
    _ row: Int, of text: DelimitedText, _ written: String, _ column: Int,
    _ spelling: PopulationSpelling, _ anomalies: inout [Anomaly]
  ) -> Int? {
    let line = text.line(of: row)
    let value = text.text(row: row, column: column)
    guard !written.isEmpty, !value.isEmpty else {
      anomalies.append(
        Anomaly(
          .warning, .incompleteRow, file: text.path, line: line, object: written,
          finding: Wording(fr: "code ou population absents", en: "no code or no population"),
          treatment: .rowSetAside))
      return nil
    }
    return wholePopulation(
      value, file: text.path, line: line, object: written, spelling: spelling, &anomalies)
  }

  /// - Parameter name: what the row calls the place in the place of a code; empty where it has one.
  /// - Returns: whether the row was used: one that says the same again is not.
  /// - Throws: where two rows say different numbers: nothing tells which is meant.
  private mutating func add(
    _ people: Int, to code: UnitCode, _ name: String, _ row: Int, of text: DelimitedText,
    _ anomalies: inout [Anomaly]
  ) throws(InputFault) -> Bool {
    let line = text.line(of: row)
    guard let earlier = entries[code] else {
      entries[code] = PopulationEntry(people: people, file: text.path, line: line)
      return true
    }
    let place = earlier.file == text.path ? "" : "\(earlier.file), "
    let finding = Wording(
      fr: "\(people) habitants ici, \(earlier.people) \(place)ligne \(earlier.line)",
      en: "\(people) people here, \(earlier.people) at \(place)line \(earlier.line)")
    guard people == earlier.people else {
      if !name.isEmpty { throw PopulationNames.fault(name, finding, path: text.path, line: line) }
      throw InputFault(
        path: text.path, line: line,
        problem: Wording(
          fr: "« \(code) » a deux populations : \(finding.french)",
          en: "“\(code)” has two populations: \(finding.english)"),
        cure: Wording(
          fr:
            "gardez une ligne par commune (une année, une mesure, pas de parts), ou donnez à chaque ligne "
            + "son année (colonne annee) ou son IRIS (colonne iris)",
          en:
            "keep one row for each commune (one year, one measure, no parts), or give each row its year "
            + "(column annee) or its IRIS (column iris)"))
    }
    anomalies.append(
      Anomaly(
        .error, .duplicateUnit, file: text.path, line: line, object: code.text, finding: finding,
        treatment: .firstRowKept))
    return false
  }

  /// Adds up the parts of each commune.
  private mutating func readParts(
    _ parts: PartsOfCommunes, of text: DelimitedText, _ layout: PopulationLayout,
    _ spelling: PopulationSpelling
  ) throws(InputFault) {
    var sums: [(code: UnitCode, people: Double, row: Int)] = []
    var places: [UnitCode: Int] = [:]
    let rows = try RowsRead(of: text) { row, _ in
      text.text(row: row, column: parts.column)
    } use: { (row, part, anomalies) throws(InputFault) in
      guard layout.takes(row) else { return true }
      let value = spelling.unmarked(text.text(row: row, column: layout.column))
      guard let people = decimalNumber(value), people >= 0 else {
        _ = count(row, of: text, part, layout.column, spelling, &anomalies)
        return false
      }
      let code = PartsOfCommunes.commune(of: part)
      if let place = places[code] {
        sums[place].people += people
      } else {
        places[code] = sums.count
        sums.append((code, people, row))
      }
      return true
    }
    anomalies += rows.anomalies
    ledgers.append(rows.ledger)
    var repeated: [Anomaly] = []
    for sum in sums {
      _ = try add(Int(sum.people.rounded()), to: sum.code, "", sum.row, of: text, &repeated)
    }
    anomalies += repeated
    anomalies.append(parts.anomaly(communes: sums.count, of: text))
  }
}
