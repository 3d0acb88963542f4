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

  /// - Parameters:
  ///   - asked: the column that the user names.
  ///   - units: those whose codes are known.
  /// - Complexity: O(rows).
  /// - Throws: `InputFault` where no column, or several, hold people, or where codes are postal codes.
  mutating func read(
    _ input: InputPath, column asked: String?, named: [FieldRole: String], _ units: StudyUnits,
    _ years: YearsOfCodes?
  ) throws(InputFault) {
    let text = try DelimitedText.read(input)
    anomalies += text.sheetAnomalies
    let fields = try FieldMap(
      header: text.header, path: text.path, roles: UnitCodeColumns.roles, named: named)
    let codes = UnitCodeColumns(fields, of: text)
    if !codes.haveCodes {
      _ = try fields.required(.unitCode, of: text.header, path: text.path)
    }
    let people = try PopulationColumn.find(
      asked ?? named[.population], in: text.header, path: text.path)
    columns.append(text.header[people])
    var ledger = InputLedger(path: text.path, columns: text.header, rowsRead: text.rowCount)
    try PostalCodes.refuse(codes, of: text)
    let before = Set(entries.keys)
    for row in 0..<text.rowCount {
      if !read(row, of: text, codes, people, units, years) { ledger.rowsSetAside += 1 }
    }
    ledgers.append(ledger)
    guard let years else { return }
    let own = entries.filter { !before.contains($0.key) }
    let converted = ConvertedPeople(own, years, units, path: text.path)
    anomalies += converted.anomalies
    for code in own.keys { entries[code] = nil }
    entries.merge(converted.entries, uniquingKeysWith: { $0.adding($1) })
  }

  /// - Returns: whether the row was used.
  private mutating func read(
    _ row: Int, of text: DelimitedText, _ codes: UnitCodeColumns, _ column: Int,
    _ units: StudyUnits, _ years: YearsOfCodes?
  ) -> Bool {
    let line = text.line(of: row)
    let written = codes.text(row: row, of: text)
    if let excess = text.excess(row: row, object: written) {
      anomalies.append(excess)
      return false
    }
    let value = text.text(row: row, column: column)
    guard !written.isEmpty, !value.isEmpty else {
      note(
        .warning, .incompleteRow, text.path, line, object: written,
        Wording(fr: "code ou population absents", en: "no code or no population"), .rowSetAside)
      return false
    }
    guard
      let people = wholePopulation(
        value, file: text.path, line: line, object: written, &anomalies)
    else { return false }
    let code = units.code(
      written, isFormer: { years?.isFormer($0) ?? false }, file: text.path, line: line, &anomalies)
    if let earlier = entries[code] {
      let place = earlier.file == text.path ? "" : "\(earlier.file), "
      note(
        .error, .duplicateUnit, text.path, line, object: code.text,
        Wording(
          fr: "\(people) habitants ici, \(earlier.people) \(place)ligne \(earlier.line)",
          en: "\(people) people here, \(earlier.people) at \(place)line \(earlier.line)"),
        .firstRowKept)
      return false
    }
    entries[code] = PopulationEntry(people: people, file: text.path, line: line)
    return true
  }

  private mutating func note(
    _ severity: Anomaly.Severity, _ rule: Anomaly.Rule, _ file: String, _ line: Int,
    object: String, _ finding: Wording, _ treatment: Wording
  ) {
    anomalies.append(
      Anomaly(
        severity, rule, file: file, line: line, object: object, finding: finding,
        treatment: treatment))
  }
}
