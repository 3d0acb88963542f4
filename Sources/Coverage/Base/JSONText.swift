/// How JSON spells values (RFC 8259), for every file that holds some.
extension ByteBuffer {
  /// A string with its quotes.
  ///
  /// - Parameter inScript: whether it may stand inside a `script` element: `<` is escaped, so that no
  ///   text can end the element or open a comment.
  mutating func append(json text: String, inScript: Bool = false) {
    append(byte: UInt8(ascii: "\""))
    append(escaped: text, inScript)
    append(byte: UInt8(ascii: "\""))
  }

  private mutating func append(escaped text: String, _ inScript: Bool = false) {
    let open = inScript ? UInt8(ascii: "<") : UInt8(ascii: "\"")
    guard
      text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == open })
    else { return append(text) }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x08: append("\\b")
      case 0x09: append("\\t")
      case 0x0A: append("\\n")
      case 0x0C: append("\\f")
      case 0x0D: append("\\r")
      case ..<0x20, open:
        append("\\u00")
        append(hexadecimal: byte >> 4)
        append(hexadecimal: byte & 15)
      default: append(byte: byte)
      }
    }
  }

  /// One digit, from 0 to 15.
  private mutating func append(hexadecimal digit: UInt8) {
    append(byte: digit < 10 ? 0x30 + digit : 0x57 + digit)
  }

  /// The shortest digits that give the number back; whole ones have no point.
  mutating func append(json number: Double) {
    precondition(number.isFinite, "JSON has no number that is not finite")
    let digits = number.description
    append(digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits)
  }

  /// A cell as a JSON value: numbers are numbers, codes and lists are text.
  mutating func append(json cell: Cell) {
    switch cell {
    case .text(let text), .code(let text): append(json: text)
    case .codes(let codes):
      append(byte: UInt8(ascii: "\""))
      for (index, code) in codes.enumerated() {
        if index > 0 { append(byte: UInt8(ascii: "|")) }
        append(escaped: code)
      }
      append(byte: UInt8(ascii: "\""))
    case .whole(let number?): append(number)
    case .decimal(let number?, let decimals), .measured(let number?, let decimals):
      append(number, decimals: decimals)
    case .percent(let part, let whole): append(percentOf: part, in: whole)
    case .whole(nil), .decimal(nil, _), .measured(nil, _): append("null")
    }
  }
}
