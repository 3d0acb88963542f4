/// What `XMLScanner` finds, one thing at a time.
enum XMLToken: Equatable {
  case open(XMLName)
  case close(XMLName)
  /// Text between tags: `XMLScanner.text`.
  case text
  /// The end of the document, every element closed.
  case end
}

/// Reads XML in one pass, without a tree: elements, attributes, text. UTF-8 only; the five entities and
/// numeric ones; no document type, so nothing can grow and nothing is fetched.
struct XMLScanner {
  let document: [UInt8]
  private let path: String
  /// The member of the archive.
  private let part: String
  private let cure: Wording
  private let names = XMLNameTable()
  /// The next byte to read.
  var position = 0
  /// Names of the open elements, as they are written.
  private(set) var open: [(name: XMLName, written: Range<Int>)] = []
  /// An element without content is opened and closed by one tag.
  private var closesAtOnce = false
  private var hasRoot = false

  /// Attributes of the element opened last.
  private(set) var attributes: [(name: XMLName, value: Range<Int>)] = []
  /// Where the text found last lies, and whether entities stand in it.
  var text: (range: Range<Int>, hasEntities: Bool) = (0..<0, false)

  private static let greatestDepth = 200
  private static let lessThan = UInt8(ascii: "<")

  /// - Parameter cure: what to do about a document that breaks the rules.
  init(
    _ bytes: [UInt8], path: String, part: String, cure: Wording = XMLFault.cureOfWorkbooks
  ) throws(InputFault) {
    document = bytes
    self.path = path
    self.part = part
    self.cure = cure
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw fault(.notUTF8)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  func fault(_ fault: XMLFault) -> InputFault {
    fault.fault(path: path, part: part, cure: cure)
  }

  /// How many elements are open.
  var depth: Int { open.count }

  /// Goes on to the next tag or text. Comments and processing instructions are passed over.
  ///
  /// - Complexity: O(length of what is found).
  mutating func next() throws(InputFault) -> XMLToken {
    if closesAtOnce {
      closesAtOnce = false
      return .close(open.removeLast().name)
    }
    while position < document.count {
      guard document[position] == Self.lessThan else {
        readText()
        if open.isEmpty {
          guard isBlank(text.range) else { throw fault(.malformed(at: text.range.lowerBound)) }
          continue
        }
        return .text
      }
      guard position + 1 < document.count else { break }
      switch document[position + 1] {
      case UInt8(ascii: "/"): return .close(try closingTag())
      case UInt8(ascii: "?"): try instruction()
      case UInt8(ascii: "!"): if try markup() { return .text }
      default: return .open(try openingTag())
      }
    }
    guard position == document.count, open.isEmpty, hasRoot else {
      throw fault(.malformed(at: position))
    }
    return .end
  }

  /// Passes over the rest of the element opened last.
  mutating func skipElement() throws(InputFault) {
    let outside = open.count - 1
    while open.count > outside { _ = try next() }
  }

  private mutating func readText() {
    let start = position
    var hasEntities = false
    while position < document.count, document[position] != Self.lessThan {
      if document[position] == UInt8(ascii: "&") { hasEntities = true }
      position += 1
    }
    text = (start..<position, hasEntities)
  }

  private func isBlank(_ range: Range<Int>) -> Bool { document[range].allSatisfy { $0 <= 0x20 } }

  // MARK: Tags

  private mutating func openingTag() throws(InputFault) -> XMLName {
    guard !(open.isEmpty && hasRoot) else { throw fault(.malformed(at: position)) }
    guard open.count < Self.greatestDepth else { throw fault(.tooDeep) }
    position += 1
    let (name, written) = try readName()
    attributes.removeAll(keepingCapacity: true)
    while true {
      let gap = skipSpace()
      guard position < document.count else { throw fault(.malformed(at: position)) }
      if document[position] == UInt8(ascii: ">") { break }
      if document[position] == UInt8(ascii: "/") {
        position += 1
        guard position < document.count, document[position] == UInt8(ascii: ">") else {
          throw fault(.malformed(at: position))
        }
        closesAtOnce = true
        break
      }
      guard gap else { throw fault(.malformed(at: position)) }
      try attribute()
    }
    position += 1
    hasRoot = true
    open.append((name, written))
    return name
  }

  private mutating func attribute() throws(InputFault) {
    let (name, _) = try readName()
    skipSpace()
    guard position < document.count, document[position] == UInt8(ascii: "=") else {
      throw fault(.malformed(at: position))
    }
    position += 1
    skipSpace()
    guard position < document.count,
      document[position] == UInt8(ascii: "\"") || document[position] == UInt8(ascii: "'")
    else { throw fault(.malformed(at: position)) }
    let quote = document[position]
    position += 1
    let start = position
    while position < document.count, document[position] != quote {
      guard document[position] != Self.lessThan else { throw fault(.malformed(at: position)) }
      position += 1
    }
    guard position < document.count else { throw fault(.malformed(at: position)) }
    attributes.append((name, start..<position))
    position += 1
  }

  private mutating func closingTag() throws(InputFault) -> XMLName {
    position += 2
    guard let (name, written) = open.last else { throw fault(.malformed(at: position)) }
    let end = position + written.count
    guard end < document.count, document[position..<end] == document[written] else {
      throw fault(.malformed(at: position))
    }
    position = end
    skipSpace()
    guard position < document.count, document[position] == UInt8(ascii: ">") else {
      throw fault(.malformed(at: position))
    }
    position += 1
    open.removeLast()
    return name
  }

  /// A name, known by what follows its prefix.
  private mutating func readName() throws(InputFault) -> (XMLName, written: Range<Int>) {
    let start = position
    var hash = XMLNameTable.hashStart
    while position < document.count {
      let byte = document[position]
      if byte <= 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
        || byte == UInt8(ascii: "/")
      {
        break
      }
      guard byte != Self.lessThan, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "'") else {
        throw fault(.malformed(at: position))
      }
      position += 1
      hash = byte == UInt8(ascii: ":") ? XMLNameTable.hashStart : XMLNameTable.hash(hash, byte)
    }
    guard position > start else { throw fault(.malformed(at: position)) }
    return (names.name(hash: hash), start..<position)
  }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = position
    while position < document.count, document[position] <= 0x20 { position += 1 }
    return position > start
  }
}
