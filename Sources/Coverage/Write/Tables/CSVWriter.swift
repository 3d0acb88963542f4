/// Writes a table as CSV. A text can never act as a formula: one that begins like a formula gets an
/// apostrophe before it.
struct CSVWriter {
  private let dialect: CSVDialect
  private let separator: UInt8
  private let point: UInt8
  private var buffer = ByteBuffer()

  /// - Complexity: O(characters).
  static func bytes(of table: Table, _ dialect: CSVDialect) -> [UInt8] {
    var writer = CSVWriter(dialect)
    writer.header(of: table)
    for row in 0..<table.rowCount { writer.line(table.row(row)) }
    return writer.buffer.bytes
  }

  /// Writes a table that comes in portions of its rows, so that neither it nor its text is ever whole.
  ///
  /// - Parameter flush: takes the text piece by piece.
  /// - Complexity: O(characters); memory is one portion and one piece.
  static func write(
    _ portions: some Sequence<Table>, _ dialect: CSVDialect,
    flush: ([UInt8]) throws(InputFault) -> Void
  ) throws(InputFault) {
    var writer = CSVWriter(dialect)
    var isFirst = true
    for portion in portions {
      if isFirst { writer.header(of: portion) }
      isFirst = false
      for row in 0..<portion.rowCount {
        writer.line(portion.row(row))
        if writer.buffer.count > 1 << 16 {
          try flush(writer.buffer.bytes)
          writer.buffer.removeAll()
        }
      }
    }
    try flush(writer.buffer.bytes)
  }

  private mutating func header(of table: Table) {
    if dialect == .excelFrench { buffer.append("\u{FEFF}") }
    line(table.columns.map { .text($0) }[...])
  }

  private init(_ dialect: CSVDialect) {
    self.dialect = dialect
    separator = dialect == .standard ? UInt8(ascii: ",") : UInt8(ascii: ";")
    point = dialect == .standard ? UInt8(ascii: ".") : UInt8(ascii: ",")
  }

  private mutating func line(_ cells: ArraySlice<Cell>) {
    var isFirst = true
    for cell in cells {
      if !isFirst { buffer.append(byte: separator) }
      isFirst = false
      append(cell)
    }
    buffer.append(dialect == .standard ? "\n" : "\r\n")
  }

  private mutating func append(_ cell: Cell) {
    switch cell {
    case .text(let text): append(text: text)
    case .code(let code): append(code: code)
    case .codes(let codes):
      if codes.count == 1 {
        append(code: Self.joined(codes))
      } else {
        append(text: Self.joined(codes))
      }
    case .whole(let number?): buffer.append(number)
    case .decimal(let number?, let decimals), .measured(let number?, let decimals):
      buffer.append(number, decimals: decimals, point: point)
    case .percent(let part, let whole): buffer.append(percentOf: part, in: whole, point: point)
    case .whole(nil), .decimal(nil, _), .measured(nil, _): break
    }
  }

  /// Excel takes `01001` for a number, `1E5` for a power, `3-12` for a day; `="01001"` it keeps.
  private mutating func append(code: String) {
    guard dialect == .excelFrench, Self.looksNumeric(code) else { return append(text: code) }
    buffer.append("\"=\"\"\(code)\"\"\"")
  }

  private static func looksNumeric(_ code: String) -> Bool {
    guard let first = code.utf8.first, (0x30...0x39).contains(first) else { return false }
    return code.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || "Ee-/.,: ".utf8.contains(byte)
    }
  }

  /// Several codes or names in one cell, separated by `|`: inside of one it is `¦`. Codes of units and
  /// identifiers of CPTS have none.
  private static func joined(_ codes: [String]) -> String {
    codes.map { $0.utf8.contains(UInt8(ascii: "|")) ? $0.replacing("|", with: "¦") : $0 }
      .joined(separator: "|")
  }

  private mutating func append(text given: String) {
    let text = Self.shown(given)
    var needsQuotes = false
    for byte in text.utf8 {
      if byte == separator || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13 {
        needsQuotes = true
      }
    }
    if needsQuotes { buffer.append(byte: UInt8(ascii: "\"")) }
    if Self.couldAct(text) { buffer.append(byte: UInt8(ascii: "'")) }
    if needsQuotes {
      for byte in text.utf8 {
        if byte == UInt8(ascii: "\"") { buffer.append(byte: byte) }
        buffer.append(byte: byte)
      }
      buffer.append(byte: UInt8(ascii: "\""))
    } else {
      buffer.append(text)
    }
  }

  /// The text with a sign to see in the place of each that nobody sees: readers take them out of names, but
  /// a path or a title may have some.
  private static func shown(_ text: String) -> String {
    replacingInvisibleSigns(text) { _ in "\u{FFFD}" } ?? text
  }

  /// Whether a spreadsheet could run the text: it may pass over spaces before a formula, and take the wide
  /// forms of signs for the signs.
  private static func couldAct(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    // Nearly all names begin with a letter or a digit of ASCII.
    if first < 0x80, isLetterOrDigit(first) { return false }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t", "\n", "\r": return true
      // A list may begin with an empty value, and so with `|`, which begins no formula.
      case "=", "+", "-", "@", "\u{2212}", "\u{FE62}", "\u{FE63}", "\u{FE66}", "\u{FE6B}",
        "\u{FF0B}", "\u{FF0D}", "\u{FF1D}", "\u{FF20}":
        return true
      default:
        guard scalar.properties.isWhitespace || scalar == "\u{FFFD}" else { return false }
      }
    }
    return false
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }
}
