/// Finds the fields of delimited text.
struct DelimitedScanner {
  private let bytes: [UInt8]
  private var position: Int
  private let separator: UInt8
  private var line: Int32

  private(set) var fields: [DelimitedText.Field] = []
  private(set) var rowStarts: [Int32] = [0]
  private(set) var lines: [Int32] = []

  private static let quote = UInt8(ascii: "\"")

  /// - Parameter line: number of the line at `position`.
  init(bytes: [UInt8], position: Int, line: Int32 = 1, separator: UInt8) {
    self.bytes = bytes
    self.line = line
    self.position = position
    self.separator = separator
  }

  /// - Complexity: O(bytes).
  mutating func scan(path: String) throws(InputFault) {
    reserveFields()
    while position < bytes.count {
      let firstLine = line
      let firstField = fields.count
      try row(path: path)
      // A blank line, or one of separators alone.
      if fields[firstField...].allSatisfy({ $0.start == $0.end }) {
        fields.removeLast(fields.count - firstField)
        continue
      }
      rowStarts.append(Int32(fields.count))
      lines.append(firstLine)
    }
  }

  /// Growing step by step would hold three times the fields of a file that is all separators.
  private mutating func reserveFields() {
    let ends = bytes[position...].count { $0 == separator || $0 == 10 || $0 == 13 }
    fields.reserveCapacity(ends + 1)
  }

  /// Reads the fields up to and including the end of the row.
  private mutating func row(path: String) throws(InputFault) {
    while true {
      if position < bytes.count, bytes[position] == Self.quote {
        try quotedField(path: path)
      } else {
        let start = position
        while position < bytes.count {
          let byte = bytes[position]
          if byte == separator || byte == 10 || byte == 13 { break }
          position += 1
        }
        fields.append(.init(start: Int32(start), end: Int32(position)))
      }
      guard position < bytes.count else { return }
      let byte = bytes[position]
      position += 1
      if byte == separator { continue }
      if byte == 13, position < bytes.count, bytes[position] == 10 { position += 1 }
      line += 1
      return
    }
  }

  private mutating func quotedField(path: String) throws(InputFault) {
    let openingLine = line
    position += 1
    let start = position
    var isEscaped = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Self.quote {
        guard position + 1 < bytes.count, bytes[position + 1] == Self.quote else { break }
        isEscaped = true
        position += 1
      } else if byte == 10
        || byte == 13 && !(position + 1 < bytes.count && bytes[position + 1] == 10)
      {
        line += 1
      }
      position += 1
    }
    guard position < bytes.count else {
      throw InputFault(
        path: path, line: Int(openingLine),
        problem: Wording(
          fr: "un guillemet ouvert n’est jamais fermé", en: "a quote opens and never closes"),
        cure: Wording(
          fr: "fermez ou doublez le guillemet de cette ligne", en: "close or double the quote"))
    }
    fields.append(.init(start: Int32(start), end: Int32(position), isEscaped: isEscaped))
    position += 1
    while position < bytes.count, bytes[position] != separator, bytes[position] != 10,
      bytes[position] != 13
    {
      guard bytes[position] == UInt8(ascii: " ") else {
        throw InputFault(
          path: path, line: Int(line),
          problem: Wording(
            fr: "du texte suit un guillemet fermant", en: "text follows a closing quote"),
          cure: Wording(
            fr: "doublez les guillemets à l’intérieur d’une valeur",
            en: "double the quotes inside a value"))
      }
      position += 1
    }
  }
}
