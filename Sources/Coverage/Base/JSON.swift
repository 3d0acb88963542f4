/// A JSON value before it is text: what a summary is made of. Members that are nil are left out; `null`
/// is written.
package indirect enum JSON: Sendable {
  case object([(String, JSON)])
  case array([JSON])
  case text(String)
  case whole(Int)
  case number(Double)
  case flag(Bool)
  /// A figure with its decimals; a list of codes is an array.
  case cell(Cell)
  case null

  /// The text.
  ///
  /// - Complexity: O(characters), and the order of the members where they are sorted.
  func bytes(_ style: JSONWriter.Style) -> [UInt8] {
    var writer = JSONWriter(style)
    write(to: &writer)
    return writer.text.bytes
  }

  /// The text as a file has it, with a line break at its end.
  func file(_ style: JSONWriter.Style) -> [UInt8] { bytes(style) + [UInt8(ascii: "\n")] }

  private func write(to json: inout JSONWriter) {
    switch self {
    case .object(let members):
      json.object { json in
        let sorted =
          json.style == .sorted
          ? members.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) } : members
        for (name, value) in sorted {
          json.key(name)
          value.write(to: &json)
        }
      }
    case .array(let items):
      json.array { json in
        for item in items { item.write(to: &json) }
      }
    case .text(let text): json.string(text)
    case .whole(let number): json.whole(number)
    case .number(let number): json.value { $0.append(json: number) }
    case .flag(let flag): json.flag(flag)
    case .cell(.codes(let codes)): JSON.texts(codes).write(to: &json)
    case .cell(let cell): json.value { $0.append(json: cell) }
    case .null: json.whole(nil)
    }
  }
}

extension JSON: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral members: (String, JSON?)...) {
    self = .object(members.compactMap { name, value in value.map { (name, $0) } })
  }

  static func texts(_ texts: some Sequence<String>) -> JSON { .array(texts.map { .text($0) }) }

  /// A number to three decimals.
  static func rounded(_ number: Double) -> JSON { .number((number * 1000).rounded() / 1000) }
}
