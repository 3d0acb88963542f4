/// Further columns by unit code: living area, density class, EPCI.
struct AttributeFile {
  private(set) var anomalies: [Anomaly]
  let ledger: InputLedger

  /// Adds every column of the file under its folded name; a column for the EPCI replaces the units'.
  ///
  /// - Complexity: O(rows × columns).
  init(
    _ input: InputPath, named: [FieldRole: String], _ years: YearsOfCodes?,
    into result: inout StudyUnits
  ) throws(InputFault) {
    let text = try DelimitedText.read(input)
    try text.refuseEmpty()
    let fields = try FieldMap(
      of: text, UnitCodeColumns.roles + [.intercommunality, .intercommunalityName],
      named: named)
    let codes = try UnitCodeColumns(requiredBy: fields, of: text)
    try PostalCodes.refuse(codes, of: text)
    let rivals = RivalColumns(of: text, [.unitCode], named: named, codes: codes) { fields[$0] }
    _ = try rivals.differences(in: text)
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
    rows.ledger.rowsSetAside += converted.setAside
    ledger = rows.ledger
    for (unit, rows) in converted.rowsOfUnit {
      for (index, column) in columns.enumerated() {
        values[index][Int(unit)] = converted.value(rows, column: column, of: text)
      }
    }
    var given = GivenAttributes(path: text.path, before: result.attributes)
    anomalies = rows.anomalies + converted.anomalies
    for (index, column) in columns.enumerated() {
      result.attributes[folded(text.header[column])] = given.taken(
        values[index], column: text.header[column], &anomalies)
      guard column == fields[.intercommunality] else { continue }
      var several = SeveralIntercommunalities()
      for unit in result.units.indices where !values[index][unit].isEmpty {
        result.units[unit].intercommunality = several.first(of: values[index][unit])
      }
      anomalies += several.anomalies(file: text.path)
    }
    guard let column = fields[.intercommunalityName], let index = columns.firstIndex(of: column)
    else { return }
    var names = IntercommunalityNames()
    for (unit, name) in zip(result.units, values[index]) {
      names.add(name, of: unit.intercommunality)
    }
    result.intercommunalityNames.merge(names.chosen) { $1 }
    anomalies += names.anomalies(file: text.path)
  }
}

/// Columns of attributes by name: what two say of one unit must be the same.
private struct GivenAttributes {
  let path: String
  /// Of earlier files.
  let before: [String: [String]]
  /// Of this file.
  private var own: [String: [String]] = [:]

  init(path: String, before: [String: [String]]) { (self.path, self.before) = (path, before) }

  /// A column with what one of its name said of units of which it says nothing.
  mutating func taken(
    _ values: [String], column: String, _ anomalies: inout [Anomaly]
  ) -> [String] {
    let name = folded(column)
    guard let earlier = own[name] ?? before[name], !name.isEmpty else {
      own[name] = values
      return values
    }
    let differences = values.indices.count { unit in
      !values[unit].isEmpty && !earlier[unit].isEmpty && values[unit] != earlier[unit]
    }
    if differences > 0 {
      anomalies.append(
        Anomaly(
          .error, .conflictingColumns, file: path, object: column,
          finding: Wording(
            fr: "une colonne de ce nom a déjà d’autres valeurs pour "
              + differences.inFrench("unité", "unités"),
            en: "a column of this name has other values already for "
              + differences.inEnglish("unit", "units")),
          treatment: Wording(
            fr: "la dernière lue vaut : donnez-leur deux noms, ou n’en gardez qu’une",
            en: "the last one read counts: give them two names, or keep one")))
    }
    let merged = zip(values, earlier).map { $0.isEmpty ? $1 : $0 }
    own[name] = merged
    return merged
  }
}
