/// A workbook with a sheet for each CPTS, which has its communes and the CPTS's name.
struct SheetsOfCPTS {
  let sheets: [(name: String, text: DelimitedText)]
  /// Sheets that are of no CPTS.
  let others: [String]

  /// - Returns: nil for any other input: one sheet at least names CPTS in a column, or has a name that
  ///   spreadsheets give.
  init?(_ input: OpenedInput, _ named: [FieldRole: String]) throws(InputFault) {
    guard case .workbook(let archive) = input.content, input.layer == nil else { return nil }
    let names = try WorkbookSheet.read(archive, sheet: nil).visibleNames
    guard names.count > 1 else { return nil }
    var (sheets, others): ([(String, DelimitedText)], [String]) = ([], [])
    for name in names {
      guard let text = try DelimitedText.read(input, archive, sheet: name) else { continue }
      let columns = try? CPTSColumns(of: text, named)
      guard let columns, columns.codes.areThere else {
        others.append(name)
        continue
      }
      guard columns.id == nil, !Self.isGeneric(name) else { return nil }
      sheets.append((name, text))
    }
    guard sheets.count > 1 else { return nil }
    (self.sheets, self.others) = (sheets, others)
  }

  /// `Feuil1`, `Sheet 2`.
  private static func isGeneric(_ name: String) -> Bool {
    let word = folded(name).filter { !$0.isNumber && $0 != "_" }
    return ["feuil", "feuille", "sheet", "tableau", "table", "onglet", "liste", "communes", ""]
      .contains(word)
  }
}

extension CPTSFiles {
  /// Reads the sheet of each CPTS, and counts their rows as those of one input.
  mutating func readSheets(
    _ workbook: SheetsOfCPTS, _ named: [FieldRole: String]
  ) throws(InputFault) {
    let before = ledgers.count
    for (name, text) in workbook.sheets {
      if RowsWithoutCPTS.isNone(name) {
        add(
          try RowsRead(of: text) { _, _ in
            name
          } use: { _, _, _ in
            true
          })
        anomalies.append(RowsWithoutCPTS.sheet(name, file: text.path))
        continue
      }
      try readList(text, named: named, unnamedAs: CPTSID(trimmedSpace(name)))
    }
    var sum = ledgers[before]
    for ledger in ledgers[(before + 1)...] {
      sum.rowsRead += ledger.rowsRead
      sum.rowsSetAside += ledger.rowsSetAside
    }
    ledgers.removeSubrange(before...)
    ledgers.append(sum)
    let read = ShownName.list(
      workbook.sheets.filter { !RowsWithoutCPTS.isNone($0.name) }.map { "« \($0.name) »" }, most: 8)
    let unread = ShownName.list(workbook.others.map { "« \($0) »" }, most: 8)
    anomalies.append(
      Anomaly(
        workbook.others.isEmpty ? .information : .warning, .partNotRead, file: sum.path, object: "",
        finding: Wording(
          fr: "une feuille par CPTS : \(read)"
            + (workbook.others.isEmpty ? "" : " ; d’autres feuilles : \(unread)"),
          en: "a sheet for each CPTS: \(read)"
            + (workbook.others.isEmpty ? "" : "; other sheets: \(unread)")),
        treatment: Wording(
          fr: "chaque feuille est lue comme la CPTS de son nom"
            + (workbook.others.isEmpty ? "" : ", les autres ne sont pas lues"),
          en: "each sheet is read as the CPTS of its name"
            + (workbook.others.isEmpty ? "" : ", the others are not read"))))
  }
}
