/// Further columns by unit code: living area, density class, EPCI.
struct AttributeFile {
  private(set) var anomalies: [Anomaly] = []
  private(set) var ledger: InputLedger

  /// Adds every column of the file under its folded name; a column for the EPCI replaces the units'.
  ///
  /// - Complexity: O(rows × columns).
  init(
    _ input: InputPath, named: [FieldRole: String], _ years: YearsOfCodes?,
    into result: inout StudyUnits
  ) throws(InputFault) {
    let text = try DelimitedText.read(input)
    anomalies = text.sheetAnomalies
    ledger = InputLedger(path: text.path, columns: text.header, rowsRead: text.rowCount)
    let fields = try FieldMap(
      header: text.header, path: text.path, roles: UnitCodeColumns.roles + [.intercommunality],
      named: named)
    let codes = UnitCodeColumns(fields, of: text)
    if !codes.haveCodes {
      _ = try fields.required(.unitCode, of: text.header, path: text.path)
    }
    try PostalCodes.refuse(codes, of: text)
    let columns = text.header.indices.filter { $0 != codes.code }
    var values = columns.map { _ in [String](repeating: "", count: result.units.count) }
    var lineOfCode: [UnitCode: Int] = [:]
    var rowsOfCities: [(row: Int, city: Int32)] = []
    var others: [(row: Int, code: UnitCode)] = []
    for row in 0..<text.rowCount {
      let code = result.code(
        codes.text(row: row, of: text), isFormer: { years?.isFormer($0) ?? false }, file: text.path,
        line: text.line(of: row),
        &anomalies)
      let (unit, city) = (result.index[code], result.cities[code])
      if let problem = text.excess(row: row, object: code.text)
        ?? Self.repeated(code, of: text, row, lineOfCode[code])
      {
        ledger.rowsSetAside += 1
        anomalies.append(problem)
        continue
      }
      guard unit != nil || city != nil else {
        others.append((row, code))
        continue
      }
      lineOfCode[code] = Int(text.lines[row])
      if let city { rowsOfCities.append((row, city)) }
      guard let unit else { continue }
      for (index, column) in columns.enumerated() {
        values[index][Int(unit)] = text.text(row: row, column: column)
      }
    }
    // What a city's row says holds for the arrondissements that have none of their own.
    for (row, city) in rowsOfCities {
      for unit in result.communes[Int(city)].units
      where lineOfCode[result.units[Int(unit)].code] == nil {
        for (index, column) in columns.enumerated() {
          values[index][Int(unit)] = text.text(row: row, column: column)
        }
      }
    }
    let converted = ConvertedAttributes(others, own: lineOfCode.keys, years, result, of: text)
    anomalies += converted.anomalies
    ledger.rowsSetAside += converted.setAside
    for (unit, rows) in converted.rowsOfUnit {
      for (index, column) in columns.enumerated() {
        values[index][Int(unit)] = converted.value(rows, column: column, of: text)
      }
    }
    for (index, column) in columns.enumerated() {
      result.attributes[folded(text.header[column])] = values[index]
      guard column == fields[.intercommunality] else { continue }
      for unit in result.units.indices where !values[index][unit].isEmpty {
        result.units[unit].intercommunality = values[index][unit]
      }
    }
  }
}

extension AttributeFile {
  /// A code that had a row before.
  private static func repeated(
    _ code: UnitCode, of text: DelimitedText, _ row: Int, _ earlier: Int?
  ) -> Anomaly? {
    guard let earlier else { return nil }
    return Anomaly(
      .error, .duplicateUnit, file: text.path, line: text.line(of: row), object: code.text,
      finding: .alreadyAt(line: earlier), treatment: .firstRowKept)
  }
}
