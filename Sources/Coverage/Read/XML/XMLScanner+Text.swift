extension XMLScanner {
  /// The bytes of the document in a range, for what has no entities: numbers, references.
  func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> { document[range] }

  /// Where the value of an attribute lies; the first where several have the name.
  func attribute(_ name: XMLName) -> Range<Int>? {
    for attribute in attributes where attribute.name == name { return attribute.value }
    return nil
  }

  /// The value of an attribute as text.
  func string(_ name: XMLName) throws(InputFault) -> String? {
    guard let range = attribute(name) else { return nil }
    var decoded: [UInt8] = []
    try append(range, to: &decoded)
    return String(decoding: decoded, as: UTF8.self)
  }

  /// Whether an attribute has a value, which needs no entities.
  func attribute(_ name: XMLName, is value: [UInt8]) -> Bool {
    guard let range = attribute(name) else { return false }
    return document[range] == value[...]
  }

  /// The value of an attribute that is a whole number of at most nine digits.
  func number(_ name: XMLName) -> Int? {
    guard let range = attribute(name), (1...9).contains(range.count) else { return nil }
    var number = 0
    for byte in document[range] {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  /// Appends the text found last, its entities resolved.
  func appendText(to result: inout [UInt8]) throws(InputFault) {
    if text.hasEntities {
      try append(text.range, to: &result)
    } else {
      result.append(contentsOf: document[text.range])
    }
  }

  private func append(_ range: Range<Int>, to result: inout [UInt8]) throws(InputFault) {
    var position = range.lowerBound
    while position < range.upperBound {
      guard document[position] == UInt8(ascii: "&") else {
        result.append(document[position])
        position += 1
        continue
      }
      let rest = document[position + 1..<min(range.upperBound, position + 12)]
      guard let end = rest.firstIndex(of: UInt8(ascii: ";")),
        let scalar = Self.scalar(of: document[position + 1..<end])
      else { throw fault(.malformed(at: position)) }
      result.append(contentsOf: String(Character(scalar)).utf8)
      position = end + 1
    }
  }

  /// What an entity stands for; nil for what XML does not allow, control characters above all.
  private static func scalar(of entity: ArraySlice<UInt8>) -> Unicode.Scalar? {
    switch String(decoding: entity, as: UTF8.self) {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case let number where number.hasPrefix("#x"):
      return UInt32(number.dropFirst(2), radix: 16).flatMap { allowed($0) }
    case let number where number.hasPrefix("#"):
      return UInt32(number.dropFirst()).flatMap { allowed($0) }
    default: return nil
    }
  }

  private static func allowed(_ number: UInt32) -> Unicode.Scalar? {
    number >= 0x20 || [9, 10, 13].contains(number) ? Unicode.Scalar(number) : nil
  }
}
