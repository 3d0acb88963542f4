/// A CSV file in the wild: fields found in one pass over the bytes, decoded when asked for. The table
/// in a sheet of a workbook takes the same form.
///
/// Separator `;`, `,` or tab; UTF-8 with or without byte order mark, else Windows-1252; quotes doubled
/// inside quotes; quoted line breaks; CR, LF or CRLF. Blank lines are not rows.
struct DelimitedText: Sendable {
  enum Encoding: String, Sendable {
    case utf8 = "UTF-8"
    case windows1252 = "Windows-1252"
  }

  let path: String
  /// As the settings have it; the path where nothing else is said.
  var input: String
  let header: [String]
  let separator: UInt8
  let encoding: Encoding
  /// Line of each row in the file, or its number in the spreadsheet, counted from 1.
  let lines: [Int32]
  /// Where in a workbook the table stands; nil for a CSV file.
  let sheet: SheetOrigin?
  /// What else the file holds.
  var unreadParts: [ReadingNotes.UnreadPart] = []
  /// Columns whose name lost signs that nobody sees.
  private let cleanedNames: [Int]
  /// Whether a value may have signs that nobody sees, or has lost some: most files have none.
  private let hasOddSigns: Bool

  private let bytes: [UInt8]
  private let fields: [Field]
  /// For each row, its first field; one more at the end.
  private let rowStarts: [Int32]

  struct Field: Sendable {
    var start: Int32
    var end: Int32
    /// Quotes inside are doubled.
    var isEscaped = false
  }

  var rowCount: Int { lines.count }

  /// How many fields a row has; a regular row has as many as the header.
  func fieldCount(row: Int) -> Int { Int(rowStarts[row + 1] - rowStarts[row]) }

  /// The text of a field without the white space around it; empty where the row is too short.
  func text(row: Int, column: Int) -> String {
    let index = Int(rowStarts[row]) + column
    guard index < Int(rowStarts[row + 1]) else { return "" }
    let text = Self.decode(fields[index], in: bytes, encoding)
    return hasOddSigns ? withoutInvisibleSigns(text) ?? text : text
  }

  /// What was done to values, and what the file holds besides.
  ///
  /// - Complexity: O(bytes) where there are odd signs, else O(1).
  var notes: ReadingNotes {
    var notes = ReadingNotes()
    notes.unreadParts = unreadParts
    for column in cleanedNames { notes.note(.cleaned, row: -1, column: column) }
    guard hasOddSigns else { return notes }
    for row in 0..<rowCount {
      let first = Int(rowStarts[row])
      for column in 0..<min(fieldCount(row: row), header.count) {
        let field = fields[first + column]
        let own = bytes[Int(field.start)..<Int(field.end)]
        guard Self.haveOddSigns(own, encoding) else { continue }
        _ = notes.taken(Self.decode(field, in: bytes, encoding), row: row, column: column)
      }
    }
    return notes
  }

  /// - Complexity: O(bytes).
  /// - Throws: `InputFault` when the file is empty, binary, or ends inside a quoted field.
  init(path: String, bytes: [UInt8]) throws(InputFault) {
    let body = try Self.checkedBody(bytes, path: path)
    let encoding: Encoding = Self.isUTF8(bytes) ? .utf8 : .windows1252
    let start = DelimitedStart(bytes, from: body)
    var scanner = start.scanner(bytes)
    try scanner.scan(path: path)
    var found = DelimitedHeader(scanner, bytes, encoding)
    var separator = start.separator
    if !start.isDeclared, let other = found.otherSeparator(bytes, start, encoding) {
      separator = other
      scanner = start.scanner(bytes, separator: other)
      try scanner.scan(path: path)
      found = DelimitedHeader(scanner, bytes, encoding)
    }
    guard scanner.lines.count >= 1 else {
      throw InputFault(
        path: path, problem: Wording(fr: "le fichier est vide", en: "the file is empty"),
        cure: Wording(fr: "donnez un CSV avec une ligne d’en-tête", en: "give a CSV with a header"))
    }
    guard scanner.rowStarts[1] <= TableBudget.greatestColumnCount else {
      throw InputFault(
        path: path, line: Int(scanner.lines[0]), problem: TableBudget.tooManyColumns,
        cure: Wording(
          fr: "donnez un CSV dont la première ligne nomme les colonnes",
          en: "give a CSV whose first line names the columns"))
    }
    (self.path, input) = (path, path)
    self.sheet = nil
    self.bytes = bytes
    self.separator = separator
    self.encoding = encoding
    (header, cleanedNames) = Self.names(found.names)
    hasOddSigns = Self.haveOddSigns(bytes[body...], encoding)
    self.fields = scanner.fields
    self.lines = Array(scanner.lines.dropFirst(found.depth))
    self.rowStarts = Array(scanner.rowStarts.dropFirst(found.depth))
  }

  /// The table in a sheet.
  ///
  /// - Throws: `InputFault` when the sheet holds no table.
  init(
    _ sheet: WorkbookSheet, isKnownName: @escaping (String) -> Bool
  ) throws(InputFault) {
    let table = try SheetTable(sheet, isKnownName: isKnownName)
    (path, input) = (sheet.path, sheet.path)
    (header, cleanedNames) = Self.names(table.header)
    hasOddSigns = Self.haveOddSigns(sheet.cells.text[...], .utf8)
    separator = 0
    encoding = .utf8
    lines = table.lines
    self.sheet = SheetOrigin(sheet, table)
    bytes = sheet.cells.text
    fields = table.fields
    rowStarts = table.rowStarts
  }

  /// Names of columns without signs that nobody sees, and which of them had some.
  private static func names(_ given: [String]) -> (names: [String], cleaned: [Int]) {
    let cleaned = given.map { withoutInvisibleSigns($0) }
    return (
      zip(given, cleaned).map { $1 ?? $0 }, cleaned.indices.filter { cleaned[$0] != nil }
    )
  }

  private static func haveOddSigns(_ bytes: ArraySlice<UInt8>, _ encoding: Encoding) -> Bool {
    guard encoding == .windows1252 else { return bytes.contains(where: mayBeginInvisible) }
    return bytes.contains { byte in
      byte < 0x80
        ? mayBeginInvisible(byte) : [0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xA0, 0xAD, 0xC3].contains(byte)
    }
  }

  /// Where the text begins, after a byte order mark.
  private static func checkedBody(_ bytes: [UInt8], path: String) throws(InputFault) -> Int {
    let head = bytes.prefix(4)
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      throw InputFault(
        path: path, line: 1, problem: Wording(fr: "texte en UTF-16", en: "the text is UTF-16"),
        cure: Wording(fr: "enregistrez-le en « CSV UTF-8 »", en: "save it as “CSV UTF-8”"))
    }
    if let zero = bytes.firstIndex(of: 0) {
      throw InputFault(
        path: path, line: 1 + bytes[..<zero].count(where: { $0 == 10 }),
        problem: Wording(fr: "contenu binaire : ce n’est pas un CSV", en: "binary: this is no CSV"),
        cure: Wording(
          fr: "exportez la feuille en CSV (UTF-8), ou donnez le bon fichier",
          en: "export the sheet as CSV (UTF-8), or give the right file"))
    }
    guard bytes.count < Int(Int32.max) else {
      throw InputFault(
        path: path, problem: Wording(fr: "plus de 2 Go", en: "more than 2 GB"),
        cure: Wording(fr: "découpez le fichier", en: "split the file"))
    }
    return head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  static func isUTF8(_ bytes: [UInt8]) -> Bool {
    if bytes.allSatisfy({ $0 < 0x80 }) { return true }
    return String(validating: bytes, as: UTF8.self) != nil
  }

  static func decode(_ field: Field, in bytes: [UInt8], _ encoding: Encoding) -> String {
    var start = Int(field.start)
    var end = Int(field.end)
    while start < end, isSpace(bytes[start]) { start += 1 }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    guard field.isEscaped else { return decode(bytes[start..<end], encoding) }
    var plain: [UInt8] = []
    var index = start
    while index < end {
      plain.append(bytes[index])
      index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return decode(plain[...], encoding)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func decode(_ bytes: ArraySlice<UInt8>, _ encoding: Encoding) -> String {
    encoding == .utf8 ? String(decoding: bytes, as: UTF8.self) : windows1252(bytes)
  }
}

/// Windows-1252 as text; the five bytes that it leaves undefined become U+FFFD.
private func windows1252(_ bytes: ArraySlice<UInt8>) -> String {
  let high: [Unicode.Scalar] = Array(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)
  var text = String.UnicodeScalarView()
  for byte in bytes {
    let scalar =
      (0x80..<0xA0).contains(byte) ? high[Int(byte) - 0x80] : Unicode.Scalar(byte)
    text.append(scalar)
  }
  return String(text)
}
