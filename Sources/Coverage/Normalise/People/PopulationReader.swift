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
    try read(try DelimitedText.read(input), column: asked, named: named, units, years)
  }

  mutating func read(
    _ text: DelimitedText, column asked: String?, named: [FieldRole: String], _ units: StudyUnits,
    _ years: YearsOfCodes?
  ) throws(InputFault) {
    try text.refuseEmpty()
    let fields = try FieldMap(of: text, UnitCodeColumns.roles, named: named)
    let codes = try UnitCodeColumns(requiredBy: fields, of: text)
    let people = try PopulationColumn.find(
      asked ?? named[.population], in: text.header, path: text.path)
    if asked == nil, named[.population] == nil {
      try PopulationColumn.refuseRivals(of: people, in: text)
    }
    let rivals = RivalColumns(of: text, [.unitCode], named: named, codes: codes) { fields[$0] }
    _ = try rivals.differences(in: text)
    columns.append(text.header[people])
    try PostalCodes.refuse(codes, of: text)
    let before = Set(entries.keys)
    let rows = try RowsRead(of: text) { row, _ in
      codes.text(row: row, of: text)
    } use: { (row, written, anomalies) throws(InputFault) in
      read(row, of: text, written, people, units, years, &anomalies)
    }
    anomalies += rows.anomalies
    ledgers.append(rows.ledger)
    guard let years else { return }
    let own = entries.filter { !before.contains($0.key) }
    let converted = ConvertedPeople(own, years, units, path: text.path)
    anomalies += converted.anomalies
    for code in own.keys { entries[code] = nil }
    entries.merge(converted.entries, uniquingKeysWith: { $0.adding($1) })
  }

  /// - Returns: whether the row was used.
  private mutating func read(
    _ row: Int, of text: DelimitedText, _ written: String, _ column: Int, _ units: StudyUnits,
    _ years: YearsOfCodes?, _ anomalies: inout [Anomaly]
  ) -> Bool {
    let line = text.line(of: row)
    let value = text.text(row: row, column: column)
    guard !written.isEmpty, !value.isEmpty else {
      anomalies.append(
        Anomaly(
          .warning, .incompleteRow, file: text.path, line: line, object: written,
          finding: Wording(fr: "code ou population absents", en: "no code or no population"),
          treatment: .rowSetAside))
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
      anomalies.append(
        Anomaly(
          .error, .duplicateUnit, file: text.path, line: line, object: code.text,
          finding: Wording(
            fr: "\(people) habitants ici, \(earlier.people) \(place)ligne \(earlier.line)",
            en: "\(people) people here, \(earlier.people) at \(place)line \(earlier.line)"),
          treatment: .firstRowKept))
      return false
    }
    entries[code] = PopulationEntry(people: people, file: text.path, line: line)
    return true
  }
}
