/// JSON that may stand inside a `script` element: no text in it can end the element or open a comment,
/// as every `<` is written `\u003c`.
struct ScriptJSON {
  private(set) var text = ByteBuffer(capacity: 1 << 20)
  private var needsComma = false

  /// Longest text that a page shows, in characters: the tables of the report have the whole.
  static let longestText = 300

  mutating func key(_ name: String) {
    comma()
    quoted(name)
    text.append(byte: UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func string(_ value: String) {
    comma()
    quoted(Self.shortened(value))
  }

  /// A text of ours, French then English: never cut.
  mutating func wording(_ value: Wording) {
    array { json in
      for text in [value.french, value.english] {
        json.comma()
        json.quoted(text)
      }
    }
  }

  /// A cell as in GeoJSON, but that its texts are cut and its lists are arrays.
  mutating func cell(_ cell: Cell) {
    switch cell {
    case .text(let text), .code(let text): string(text)
    case .codes(let codes): list(codes)
    case .whole, .decimal, .percent:
      comma()
      text.append(json: cell)
    }
  }

  mutating func whole(_ value: Int?) {
    comma()
    if let value { text.append(value) } else { text.append("null") }
  }

  mutating func flag(_ value: Bool) {
    comma()
    text.append(value ? "true" : "false")
  }

  mutating func object(_ body: (inout ScriptJSON) -> Void) {
    nested(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  mutating func array(_ body: (inout ScriptJSON) -> Void) {
    nested(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  private mutating func nested(
    _ opening: UInt8, _ closing: UInt8, _ body: (inout ScriptJSON) -> Void
  ) {
    comma()
    text.append(byte: opening)
    needsComma = false
    body(&self)
    text.append(byte: closing)
    needsComma = true
  }

  private mutating func comma() {
    if needsComma { text.append(byte: UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func quoted(_ value: String) {
    if value.utf8.contains(UInt8(ascii: "<")) {
      var escaped = ByteBuffer()
      escaped.append(json: value)
      for byte in escaped.bytes {
        if byte == UInt8(ascii: "<") { text.append("\\u003c") } else { text.append(byte: byte) }
      }
    } else {
      text.append(json: value)
    }
  }

  /// A text of any length, cut where a reader would no longer read.
  static func shortened(_ value: String) -> String {
    // Bytes are counted first: counting characters reads the whole text.
    guard value.utf8.count > longestText else { return value }
    return value.unicodeScalars.count > longestText
      ? String(String.UnicodeScalarView(value.unicodeScalars.prefix(longestText - 1))) + "…"
      : value
  }
}

extension ScriptJSON {
  /// A member that is an array, one value an element.
  mutating func column<Row>(
    _ name: String, _ rows: some Sequence<Row>, _ value: (inout ScriptJSON, Row) -> Void
  ) {
    key(name)
    array { json in
      for row in rows { value(&json, row) }
    }
  }

  mutating func strings<Row>(
    _ name: String, _ rows: some Sequence<Row>, _ value: (Row) -> String
  ) {
    column(name, rows) { $0.string(value($1)) }
  }

  mutating func wholes<Row>(_ name: String, _ rows: some Sequence<Row>, _ value: (Row) -> Int?) {
    column(name, rows) { $0.whole(value($1)) }
  }

  mutating func list(_ numbers: some Sequence<Int32>) {
    array { json in
      for number in numbers { json.whole(Int(number)) }
    }
  }

  mutating func list(_ texts: some Sequence<String>) {
    array { json in
      for text in texts { json.string(text) }
    }
  }
}
