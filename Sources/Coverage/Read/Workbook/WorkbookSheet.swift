/// One sheet of a workbook, as text.
struct WorkbookSheet: Sendable {
  /// The file, as the user named it.
  let path: String
  let name: String
  /// Every sheet of the workbook that has cells, this one too.
  let names: [String]
  /// Those of them that a user sees.
  let visibleNames: [String]
  let cells: SheetCells
  /// Cells whose content is not used, row by row.
  let problems: [WorkbookProblem]
  /// Other sheets with cells, where the user named none.
  var unreadParts: [ReadingNotes.UnreadPart] = []

  /// Reads a sheet of an `.xlsx`, `.xlsm` or `.ods` workbook.
  ///
  /// - Parameter name: the sheet; nil for the first that is not hidden.
  /// - Complexity: O(bytes of the unpacked parts).
  /// - Throws: `InputFault` when the file is no such workbook, is damaged, or lacks the sheet.
  static func read(
    _ archive: ZipArchive, sheet name: String?
  ) throws(InputFault) -> WorkbookSheet {
    if ExcelPackage.isPackage(archive) {
      var package = try ExcelPackage(archive)
      return try package.sheet(named: name)
    }
    guard try OpenDocumentReader.isSpreadsheet(archive) else {
      throw WorkbookFault.noWorkbook.fault(path: archive.path)
    }
    var reader = try OpenDocumentReader(archive)
    return try reader.sheet(named: name)
  }

  /// Whether an archive is a workbook that is read.
  static func isWorkbook(_ archive: ZipArchive) throws(InputFault) -> Bool {
    if ExcelPackage.isPackage(archive) { return true }
    return try OpenDocumentReader.isSpreadsheet(archive)
  }

  /// Sheets that hold something and are not read: the first alone is, where the user names none.
  static func unreadParts(
    beside name: String, _ others: [(name: String, isHidden: Bool)], path: String
  ) -> [ReadingNotes.UnreadPart] {
    guard let first = others.first else { return [] }
    let hidden = others.filter(\.isHidden).map(\.name)
    let names = ReadingNotes.UnreadPart.listed(others.map(\.name))
    let also = ReadingNotes.UnreadPart.listed(hidden)
    return [
      ReadingNotes.UnreadPart(
        severity: .warning,
        finding: Wording(
          fr: "le classeur a d’autres feuilles : \(names)"
            + (hidden.isEmpty ? "" : " (masquées : \(also))"),
          en: "the workbook has other sheets: \(names)"
            + (hidden.isEmpty ? "" : " (hidden: \(also))")),
        treatment: Wording(
          fr:
            "non lues : seule « \(name) » l’est ; nommez-les pour qu’elles le soient, par exemple "
            + ShellWord.part(first.name, of: path),
          en: "not read: only “\(name)” is; name them to have them read, for instance "
            + ShellWord.part(first.name, of: path)))
    ]
  }

  /// Spreadsheets hold two names for one where only the case differs.
  static func isNamed(_ name: String, _ wanted: String) -> Bool {
    name == wanted || name.lowercased() == wanted.lowercased()
  }

  /// The sheet to read among those of a workbook.
  static func choose(
    _ wanted: String?, among names: [String], isHidden: (Int) -> Bool, path: String
  ) throws(InputFault) -> Int {
    if let wanted {
      if let index = names.firstIndex(where: { isNamed($0, wanted) }) { return index }
      throw WorkbookFault.unknownSheet(wanted, among: names).fault(path: path)
    }
    if let index = names.indices.first(where: { !isHidden($0) }) { return index }
    throw WorkbookFault.noSheet.fault(path: path)
  }
}
