extension DelimitedText {
  /// Reads a CSV file or a sheet of a workbook, in an archive or not, or says why the file is neither.
  static func read(_ input: InputPath) throws(InputFault) -> DelimitedText {
    try read(try OpenedInput(input))
  }

  static func read(_ input: OpenedInput) throws(InputFault) -> DelimitedText {
    var text = try table(input)
    text.input = input.given
    text.unreadParts += input.unreadParts
    return text
  }

  /// The table of one sheet of a workbook; nil for an empty sheet.
  static func read(
    _ input: OpenedInput, _ archive: ZipArchive, sheet name: String
  ) throws(InputFault) -> DelimitedText? {
    let sheet = try WorkbookSheet.read(archive, sheet: name)
    guard sheet.cells.rowCount > 0 else { return nil }
    var text = try DelimitedText(sheet, isKnownName: HeaderRules.isKnown)
    text.input = input.given
    return text
  }

  private static func table(_ input: OpenedInput) throws(InputFault) -> DelimitedText {
    if case .workbook(let archive) = input.content {
      let sheet = try SheetChoice(archive, named: input.layer).sheet
      var text = try DelimitedText(sheet, isKnownName: HeaderRules.isKnown)
      text.unreadParts = sheet.unreadParts
      return text
    }
    if case .unread(let format) = input.format { throw format.fault(path: input.name) }
    try input.refuseLayer()
    guard input.format == .delimitedText else { throw notDelimited(input.name) }
    return try DelimitedText(path: input.name, bytes: try input.bytes())
  }

  static func notDelimited(_ path: String) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(fr: "ce n’est pas un CSV", en: "this is no CSV"),
      cure: Wording(
        fr: "exportez la table en CSV (UTF-8)", en: "export the table as CSV (UTF-8)"))
  }

  /// The fields of one row, as far as they can be told.
  static func fields(_ row: [UInt8], separator: UInt8) -> [String] {
    var scanner = DelimitedScanner(bytes: row, position: 0, separator: separator)
    // A row that breaks the rules of quotes is told up to there.
    try? scanner.scan(path: "")
    return scanner.fields.map { decode($0, in: row, isUTF8(row) ? .utf8 : .windows1252) }
  }
}
