/// Further columns by unit code: living area, density class, EPCI.
struct AttributeFile {
  let anomalies: [Anomaly]
  let ledger: InputLedger

  /// Adds every column of the file under its folded name; a column for the EPCI replaces the units'.
  ///
  /// - Complexity: O(rows × columns).
  init(
    _ input: InputPath, named: [FieldRole: String], _ years: YearsOfCodes?,
    into result: inout StudyUnits
  ) throws(InputFault) {
    let text = try DelimitedText.read(input)
    let fields = try FieldMap(
      of: text, UnitCodeColumns.roles + [.intercommunality], named: named)
    let codes = try UnitCodeColumns(requiredBy: fields, of: text)
    try PostalCodes.refuse(codes, of: text)
    let columns = text.header.indices.filter { $0 != codes.code }
    var values = columns.map { _ in [String](repeating: "", count: result.units.count) }
    var lineOfCode: [UnitCode: Int] = [:]
    var rowsOfCities: [(row: Int, city: Int32)] = []
    var others: [(row: Int, code: UnitCode)] = []
    var rows = try RowsRead(of: text) { row, anomalies in
      result.code(
        codes.text(row: row, of: text), isFormer: { years?.isFormer($0) ?? false },
        file: text.path, line: text.line(of: row), &anomalies)
    } use: { row, code, anomalies in
      if let earlier = lineOfCode[code] {
        anomalies.append(text.repeated(code.text, row: row, earlier: earlier))
        return false
      }
      let (unit, city) = (result.index[code], result.cities[code])
      guard unit != nil || city != nil else {
        others.append((row, code))
        return true
      }
      lineOfCode[code] = text.line(of: row)
      if let city { rowsOfCities.append((row, city)) }
      guard let unit else { return true }
      for (index, column) in columns.enumerated() {
        values[index][Int(unit)] = text.text(row: row, column: column)
      }
      return true
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
    anomalies = rows.anomalies + converted.anomalies
    rows.ledger.rowsSetAside += converted.setAside
    ledger = rows.ledger
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
