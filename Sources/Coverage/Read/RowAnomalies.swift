extension AttributeRows {
  /// Whether a row has values beyond the header's columns; empty fields there say nothing.
  func hasExcess(row: Int) -> Bool {
    let count = fieldCount(row: row)
    return count > header.count
      && (header.count..<count).contains { !value(row: row, column: $0).isEmpty }
  }

  /// Whether a row says the names of the columns again, as where files were put one after another.
  func repeatsHeader(row: Int) -> Bool {
    let count = min(fieldCount(row: row), header.count)
    guard count > 1 else { return false }
    var names = 0
    for column in 0..<count {
      let text = value(row: row, column: column)
      if text.isEmpty { continue }
      guard Self.isSame(text, header[column]) else { return false }
      names += 1
    }
    return names > 1
  }

  /// Asked of every row: the first sign tells most values from names.
  private static func isSame(_ text: String, _ name: String) -> Bool {
    guard let first = text.utf8.first, let other = name.utf8.first else { return false }
    if first < 0x80, other < 0x80, first | 0x20 != other | 0x20 { return false }
    return text == name || folded(text) == folded(name)
  }

  func repeatedHeader(row: Int) -> Anomaly {
    Anomaly(
      .warning, .irregularRow, file: path, line: line(of: row), object: "",
      finding: Wording(fr: "l’en-tête, une fois de plus", en: "the header once more"),
      treatment: .rowSetAside)
  }

  /// What is wrong with a row that has more fields than the header: its values may have shifted.
  func excess(row: Int, object: String) -> Anomaly {
    Anomaly(
      .error, .irregularRow, file: path, line: line(of: row), object: object,
      finding: Wording(
        fr: "\(fieldCount(row: row)) champs pour \(header.count) colonnes",
        en: "\(fieldCount(row: row)) fields for \(header.count) columns"),
      treatment: .rowSetAside)
  }

  /// A row about a unit that had one before.
  func repeated(_ code: String, row: Int, earlier: Int) -> Anomaly {
    Anomaly(
      .error, .duplicateUnit, file: path, line: line(of: row), object: code,
      finding: Wording(
        fr: "le code figure déjà ligne \(earlier)", en: "the code is already at line \(earlier)"),
      treatment: .firstRowKept)
  }
}

extension DelimitedText {
  var readingAnomalies: [Anomaly] { notes.anomalies(of: self) + sheetAnomalies }

  /// What a workbook showed that its table does not say; none for a CSV file.
  private var sheetAnomalies: [Anomaly] {
    guard let sheet else { return [] }
    var anomalies = sheet.problems.map { problem in
      Anomaly(
        .warning, .cellWithoutValue, file: path, line: problem.row, object: problem.place,
        finding: problem.finding,
        treatment: Wording(fr: "cellule prise pour vide", en: "the cell is taken as empty"))
    }
    if let first = sheet.hiddenRows.first {
      anomalies.append(
        Anomaly(
          .information, .hiddenRows, file: path, line: first, object: sheet.name,
          finding: Wording(
            fr: sheet.hiddenRows.count.inFrench("ligne masquée", "lignes masquées")
              + ", à la main ou par un filtre",
            en: sheet.hiddenRows.count.inEnglish("row", "rows")
              + " hidden, by hand or by a filter"),
          treatment: Wording(fr: "lues comme les autres", en: "read as all others")))
    }
    if sheet.mergedCells > 0 {
      anomalies.append(
        Anomaly(
          .information, .mergedCells, file: path, object: sheet.name,
          finding: Wording(
            fr: "\(sheet.mergedCells) cellules sont fusionnées avec une cellule au-dessus",
            en: "\(sheet.mergedCells) cells are merged with a cell above"),
          treatment: Wording(fr: "elles en prennent la valeur", en: "they take its value")))
    }
    return anomalies
  }
}

extension InputLedger {
  init(of rows: some AttributeRows, rowsRead: Int, rowsSetAside: Int = 0) {
    self.init(
      path: rows.path, input: rows.input, columns: rows.header, rowsRead: rowsRead,
      rowsSetAside: rowsSetAside)
  }
}

/// What several readers of rows say in the same words.
extension Wording {
  static let rowSetAside = Wording(fr: "ligne écartée", en: "row set aside")
  static let partsDoNotCount = Wording(
    fr: "ces parties ne comptent pas", en: "these parts do not count")
  static let firstRowKept = Wording(
    fr: "la première ligne est gardée", en: "the first row is kept")
  static let districtsCounted = Wording(
    fr: "les arrondissements sont comptés, la commune ne l’est pas en plus",
    en: "the arrondissements are counted, not the commune as well")

  static func city(of whole: Int, butDistrictsOf parts: Int) -> Wording {
    Wording(
      fr: "la commune a \(whole) habitants, ses arrondissements \(parts)",
      en: "the commune has \(whole) people, its arrondissements \(parts)")
  }
}
