/// A place in a row of delimited text, moved on field by field.
struct FieldCursor {
  let separator: UInt8
  var position: Int
  /// Where the block ends.
  let end: Int
  /// Whether the file ends there too.
  let isLast: Bool
  /// Ends of lines passed inside quotes.
  private(set) var lineBreaks = 0
  /// Text follows a closing quote.
  private(set) var isIrregular = false

  private static let quote = UInt8(ascii: "\"")

  init(separator: UInt8, position: Int, end: Int, isLast: Bool) {
    self.separator = separator
    self.position = position
    self.end = end
    self.isLast = isLast
  }

  /// Reads a field into its row and goes to its end.
  ///
  /// - Returns: false where the block ends first.
  @inline(__always)
  mutating func read(
    _ column: GridRow.Column, _ bytes: Span<UInt8>, _ names: inout CellNameReader,
    _ row: inout GridRow
  ) -> Bool {
    if column == .other { return skip(bytes) != nil }
    if column == .name { return readName(bytes, &names, &row) }
    guard let number = number(bytes) else { return false }
    switch column {
    case .x: row.x = number
    case .y: row.y = number
    default: row.people = number
    }
    return true
  }

  /// Goes to the end of the field.
  ///
  /// - Returns: the bytes of the field without its quotes; nil where the block ends first.
  private mutating func skip(_ bytes: Span<UInt8>) -> Range<Int>? {
    if position < end, bytes[position] == Self.quote { return skipQuoted(bytes) }
    let start = position
    skipToEnd(bytes)
    return position < end || isLast ? start..<position : nil
  }

  @inline(__always)
  private mutating func skipToEnd(_ bytes: Span<UInt8>) {
    while position < end {
      let byte = bytes[position]
      if byte == separator || byte == 10 || byte == 13 { return }
      position += 1
    }
  }

  private mutating func skipQuoted(_ bytes: Span<UInt8>) -> Range<Int>? {
    let start = position + 1
    position = start
    while position < end {
      let byte = bytes[position]
      let isPair = position + 1 < end && bytes[position + 1] == (byte == 13 ? 10 : byte)
      if byte == Self.quote {
        guard isPair else { break }
        position += 1
      } else if byte == 10 || byte == 13 && !isPair {
        lineBreaks += 1
      }
      position += 1
    }
    let close = position
    guard close + 1 < end || close + 1 == end && isLast else { return nil }
    position += 1
    let after = position
    skipToEnd(bytes)
    for index in after..<position where bytes[index] != UInt8(ascii: " ") { isIrregular = true }
    return position < end || isLast ? start..<close : nil
  }

  @inline(__always)
  private mutating func readName(
    _ bytes: Span<UInt8>, _ names: inout CellNameReader, _ row: inout GridRow
  ) -> Bool {
    let isQuoted = position < end && bytes[position] == Self.quote
    var place = isQuoted ? position + 1 : position
    if let name = names.read(bytes, at: &place, end: end), isEnd(bytes, &place, isQuoted) {
      row.name = name
      position = place
      return true
    }
    guard let field = skip(bytes) else { return false }
    let name = Self.trimmed(field, bytes)
    place = name.lowerBound
    if let found = CellName(bytes, at: &place, end: name.upperBound), place == name.upperBound {
      row.name = found
    }
    return true
  }

  /// - Returns: NaN where the field is no number; nil where the block ends first.
  @inline(__always)
  private mutating func number(_ bytes: Span<UInt8>) -> Double? {
    let isQuoted = position < end && bytes[position] == Self.quote
    var place = isQuoted ? position + 1 : position
    let takesComma = isQuoted || separator != UInt8(ascii: ",")
    if let number = shortDecimal(bytes, at: &place, end: end, takesComma: takesComma),
      isEnd(bytes, &place, isQuoted)
    {
      position = place
      return number
    }
    guard let field = skip(bytes) else { return nil }
    return decimal(bytes, Self.trimmed(field, bytes)) ?? .nan
  }

  /// Whether the field ends at `place`, which passes over its closing quote.
  @inline(__always)
  private func isEnd(_ bytes: Span<UInt8>, _ place: inout Int, _ isQuoted: Bool) -> Bool {
    if isQuoted {
      guard place < end, bytes[place] == Self.quote else { return false }
      place += 1
    }
    guard place < end else { return isLast }
    return bytes[place] == separator || bytes[place] == 10 || bytes[place] == 13
  }

  private static func trimmed(_ field: Range<Int>, _ bytes: Span<UInt8>) -> Range<Int> {
    var start = field.lowerBound
    var end = field.upperBound
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}

/// A number of few digits without exponent, rounded as IEEE 754 asks: a mantissa below 2⁵³ and a power
/// of ten up to 10²² are both exact, so one division rounds once.
///
/// - Returns: nil where there is none; else `position` is past it.
@inline(__always)
func shortDecimal(
  _ bytes: Span<UInt8>, at position: inout Int, end: Int, takesComma: Bool
) -> Double? {
  let isNegative = position < end && bytes[position] == UInt8(ascii: "-")
  if isNegative { position += 1 }
  var mantissa: UInt64 = 0
  var scale = 1.0
  var digits = 0
  var isFraction = false
  while position < end {
    let byte = bytes[position]
    let digit = byte &- UInt8(ascii: "0")
    if digit <= 9 {
      mantissa = mantissa &* 10 &+ UInt64(digit)
      digits += 1
      if isFraction { scale *= 10 }
    } else if !isFraction,
      byte == UInt8(ascii: ".") || takesComma && byte == UInt8(ascii: ",")
    {
      isFraction = true
    } else {
      break
    }
    position += 1
  }
  guard digits > 0, digits <= 18, mantissa < 1 << 53 else { return nil }
  let number = Double(mantissa) / scale
  return isNegative ? -number : number
}

/// Any number that spreadsheets and programs write.
private func decimal(_ bytes: Span<UInt8>, _ field: Range<Int>) -> Double? {
  guard field.count <= 64 else { return nil }
  let text = String(decoding: field.map { bytes[$0] }, as: UTF8.self)
  return decimalNumber(text)
}
