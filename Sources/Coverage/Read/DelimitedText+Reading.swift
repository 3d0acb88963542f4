extension DelimitedText {
  /// Reads a CSV file, or says why the file is none.
  static func read(_ input: InputPath) throws(InputFault) -> DelimitedText {
    try input.refuseLayer()
    guard try input.format() == .delimitedText else { throw notDelimited(input) }
    return try DelimitedText(path: input.file, bytes: try input.bytes())
  }

  static func notDelimited(_ input: InputPath) -> InputFault {
    InputFault(
      path: input.file,
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
