/// Further columns by unit code: living area, density class, EPCI.
struct AttributeFile {
  private(set) var anomalies: [Anomaly] = []
  private(set) var ledger: InputLedger

  /// Adds every column of the file under its folded name; a column for the EPCI replaces the units'.
  ///
  /// - Complexity: O(rows × columns).
  init(
    _ input: InputPath, named: [FieldRole: String], into result: inout StudyUnits
  ) throws(InputFault) {
    let text = try DelimitedText.read(input)
    ledger = InputLedger(path: text.path, columns: text.header, rowsRead: text.rowCount)
    let fields = try FieldMap(
      header: text.header, path: text.path, roles: [.unitCode, .intercommunality], named: named)
    let codeColumn = try fields.required(.unitCode, of: text.header, path: text.path)
    let columns = text.header.indices.filter { $0 != codeColumn }
    var values = columns.map { _ in [String](repeating: "", count: result.units.count) }
    for row in 0..<text.rowCount {
      let code = UnitCode(text.text(row: row, column: codeColumn))
      let units =
        result.index[code].map { [$0] }
        ?? result.cities[code].map { result.communes[Int($0)].units } ?? []
      if units.isEmpty {
        ledger.rowsSetAside += 1
        anomalies.append(
          Anomaly(
            .information, .attributeNotUsed, file: text.path, line: Int(text.lines[row]),
            object: code.text,
            finding: Wording(
              fr: "code qui n’est pas parmi les unités", en: "code that is not among the units"),
            treatment: Wording(fr: "ligne écartée", en: "row set aside")))
      }
      for (index, column) in columns.enumerated() {
        let value = text.text(row: row, column: column)
        for unit in units where values[index][Int(unit)].isEmpty {
          values[index][Int(unit)] = value
        }
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

extension DelimitedText {
  /// Reads a CSV file, or says why the file is none.
  static func read(_ input: InputPath) throws(InputFault) -> DelimitedText {
    switch try input.format() {
    case .delimitedText: return try DelimitedText(path: input.file, bytes: try input.bytes())
    case .geoPackage, .geoJSON, .other:
      throw InputFault(
        path: input.file,
        problem: Wording(fr: "ce n’est pas un CSV", en: "this is no CSV"),
        cure: Wording(
          fr: "exportez la table en CSV (UTF-8)", en: "export the table as CSV (UTF-8)"))
    }
  }
}
