/// The data of a page, in columns.
typealias ScriptJSON = JSONWriter

extension ScriptJSON {
  init() { self.init(.script, capacity: 1 << 20) }

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
