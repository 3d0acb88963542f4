/// The text of a number under a format, and what it then is.
struct ShownNumber: Equatable {
  let bytes: [UInt8]
  let kind: SheetCells.Kind

  /// - Returns: nil for what is no number, and for a date that no calendar has.
  init?(_ written: ArraySlice<UInt8>, _ format: NumberFormat, is1904: Bool) {
    let trimmed = written.drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
    guard let number = DecimalText(trimmed) else { return nil }
    switch format {
    case .plain: (bytes, kind) = (number.bytes, .number)
    case .date(let showsTime):
      guard let text = SerialDate.text(number.value, showsTime: showsTime, is1904: is1904) else {
        return nil
      }
      (bytes, kind) = (Array(text.utf8), .date)
    case .time:
      let clock = SerialDate.time(number.value).map { Array($0.utf8) }
      (bytes, kind) = (clock ?? number.bytes, .number)
    case .code(let pattern):
      // A code stays a code only where it is whole.
      if let digits = number.wholeDigits {
        (bytes, kind) = (pattern.text(digits), .text)
      } else {
        (bytes, kind) = (number.bytes, .number)
      }
    }
  }
}
