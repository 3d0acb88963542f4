/// A cursor over JSON bytes that builds no document tree.
struct JSONScanner {
  /// What is wrong, and where in the bytes.
  struct Fault: Error {
    let offset: Int
    let problem: Wording
    var cure = Wording(
      fr: "téléchargez ou exportez le fichier de nouveau", en: "download or export it again")

    static func cut(_ offset: Int) -> Fault {
      Fault(
        offset: offset,
        problem: Wording(
          fr: "le fichier s’arrête au milieu d’une valeur",
          en: "the file ends in the middle of a value"))
    }

    static func unexpected(_ offset: Int) -> Fault {
      Fault(
        offset: offset,
        problem: Wording(fr: "JSON mal formé", en: "malformed JSON"))
    }
  }

  let bytes: [UInt8]
  var position = 0
  private static let deepestNesting = 256

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next byte that is not white space, without taking it.
  mutating func peek() throws(Fault) -> UInt8 {
    while position < bytes.count {
      let byte = bytes[position]
      if byte != 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 { return byte }
      position += 1
    }
    throw .cut(position)
  }

  /// Whether only white space is left, or what ends the line of a script.
  var isAtEndOfScript: Bool {
    bytes[min(position, bytes.count)...].allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: ";") }
  }

  /// Passes over white space, and over the sign that RFC 8142 puts before each text.
  ///
  /// - Returns: whether an object follows.
  mutating func passRecordSeparator() -> Bool {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    return position < bytes.count && bytes[position] == UInt8(ascii: "{")
  }

  mutating func take(_ character: Unicode.Scalar) throws(Fault) {
    guard try peek() == UInt8(ascii: character) else { throw .unexpected(position) }
    position += 1
  }

  /// Takes the character if it is next.
  mutating func takes(_ character: Unicode.Scalar) throws(Fault) -> Bool {
    guard try peek() == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Walks the members of an object; `member` must take the value.
  mutating func object(
    _ member: (inout JSONScanner, String) throws(Fault) -> Void
  ) throws(Fault) {
    try take("{")
    if try takes("}") { return }
    repeat {
      _ = try peek()
      let name = try string()
      try take(":")
      try member(&self, name)
    } while try takes(",")
    try take("}")
  }

  /// Walks the elements of an array; `element` must take the value.
  mutating func array(_ element: (inout JSONScanner) throws(Fault) -> Void) throws(Fault) {
    try take("[")
    if try takes("]") { return }
    repeat { try element(&self) } while try takes(",")
    try take("]")
  }

  mutating func string() throws(Fault) -> String {
    try take("\"")
    let start = position
    var isEscaped = false
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\") {
        isEscaped = true
        position += 1
      }
      position += 1
    }
    guard position < bytes.count else { throw .cut(bytes.count) }
    let content = bytes[start..<position]
    position += 1
    return isEscaped ? try unescaped(content) : String(decoding: content, as: UTF8.self)
  }

  /// A string, number or boolean as text; nil for null, and for objects and arrays, which are passed
  /// over.
  mutating func scalarText() throws(Fault) -> String? {
    switch try peek() {
    case UInt8(ascii: "\""): return try string()
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "n"):
      try skipValue()
      return nil
    default:
      let start = position
      try skipValue()
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }
  }

  /// Passes over one value of any kind.
  ///
  /// - Complexity: O(bytes of the value); no recursion, so depth costs no stack.
  mutating func skipValue() throws(Fault) {
    var depth = 0
    repeat {
      switch try peek() {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        guard depth <= Self.deepestNesting else { throw .unexpected(position) }
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard depth > 0 else { throw .unexpected(position) }
        depth -= 1
        position += 1
      case UInt8(ascii: "\""): _ = try skipString()
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard depth > 0 else { throw .unexpected(position) }
        position += 1
      default: try skipWord()
      }
    } while depth > 0
  }

  private mutating func skipString() throws(Fault) {
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard position < bytes.count else { throw .cut(bytes.count) }
    position += 1
  }

  /// Passes over a number, `true`, `false` or `null`.
  private mutating func skipWord() throws(Fault) {
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "E"):
        position += 1
      default:
        guard position > start else { throw .unexpected(position) }
        return
      }
    }
  }

  private func unescaped(_ content: ArraySlice<UInt8>) throws(Fault) -> String {
    var units: [UInt16] = []
    var text = ""
    var index = content.startIndex
    /// `\u` escapes are UTF-16, so halves of a pair are joined before they are decoded.
    func flush() {
      if !units.isEmpty { text += String(decoding: units, as: UTF16.self) }
      units = []
    }
    while index < content.endIndex {
      guard content[index] == UInt8(ascii: "\\") else {
        flush()
        let end = content[index...].firstIndex(of: UInt8(ascii: "\\")) ?? content.endIndex
        text += String(decoding: content[index..<end], as: UTF8.self)
        index = end
        continue
      }
      guard index + 1 < content.endIndex else { throw .unexpected(index) }
      if content[index + 1] == UInt8(ascii: "u") {
        guard index + 6 <= content.endIndex,
          content[index + 2] != UInt8(ascii: "+"),
          let unit = UInt16(
            String(decoding: content[index + 2..<index + 6], as: UTF8.self), radix: 16)
        else { throw .unexpected(index) }
        units.append(unit)
        index += 6
        continue
      }
      flush()
      switch content[index + 1] {
      case UInt8(ascii: "n"): text += "\n"
      case UInt8(ascii: "t"): text += "\t"
      case UInt8(ascii: "r"): text += "\r"
      case UInt8(ascii: "b"): text += "\u{8}"
      case UInt8(ascii: "f"): text += "\u{C}"
      case let other: text.unicodeScalars.append(Unicode.Scalar(other))
      }
      index += 2
    }
    flush()
    return text
  }
}
