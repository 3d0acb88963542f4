/// The data of a page, in columns.
extension JSONWriter {
  /// For the block of data that a page carries.
  static func script() -> JSONWriter { JSONWriter(.script, capacity: 1 << 20) }

  /// A text of ours, French then English: never cut.
  mutating func wording(_ wording: Wording) {
    let inScript = style == .script
    array { json in
      for text in [wording.french, wording.english] {
        json.value { $0.append(json: text, inScript: inScript) }
      }
    }
  }

  /// A cell as in GeoJSON, but that its texts are cut and its lists are arrays.
  mutating func cell(_ cell: Cell) {
    switch cell {
    case .text(let text), .code(let text): string(text)
    case .codes(let codes): list(codes)
    case .whole, .decimal, .measured, .percent: value { $0.append(json: cell) }
    }
  }

  /// A member that is an array, one value an element.
  mutating func column<Row>(
    _ name: String, _ rows: some Sequence<Row>, _ value: (inout JSONWriter, Row) -> Void
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
