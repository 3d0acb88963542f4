/// Text that grows as bytes: numbers and strings appended without intermediate strings, numbers as
/// files have them. Texts for people go through `NumberText`.
struct ByteBuffer {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  var count: Int { bytes.count }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
  mutating func append(byte: UInt8) { bytes.append(byte) }
  mutating func append(_ slice: ArraySlice<UInt8>) { bytes.append(contentsOf: slice) }
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func append(_ number: Int) {
    if number < 0 { append(byte: UInt8(ascii: "-")) }
    append(digits: number.magnitude, minimum: 1)
  }

  /// Thousands apart, by a space that does not break.
  mutating func append(grouped number: UInt) {
    guard number >= 1000 else { return append(digits: number, minimum: 1) }
    append(grouped: number / 1000)
    append("\u{202F}")
    append(digits: number % 1000, minimum: 3)
  }

  /// A number with a fixed count of decimals, half away from zero; one of twenty digits or more as Swift writes it.
  mutating func append(
    _ number: Double, decimals: Int, point: UInt8 = UInt8(ascii: "."), isGrouped: Bool = false
  ) {
    var scale: UInt = 1
    for _ in 0..<decimals { scale *= 10 }
    let nearest = (abs(number) * Double(scale)).rounded(.toNearestOrAwayFromZero)
    guard let scaled = UInt(exactly: nearest) else { return append("\(number)") }
    if number < 0 && scaled > 0 { append(byte: UInt8(ascii: "-")) }
    if isGrouped {
      append(grouped: scaled / scale)
    } else {
      append(digits: scaled / scale, minimum: 1)
    }
    guard decimals > 0 else { return }
    append(byte: point)
    append(digits: scaled % scale, minimum: decimals)
  }

  /// `part` of `whole` in percent with two decimals, rounded half up in whole arithmetic; 0.00 of
  /// nothing.
  mutating func append(percentOf part: Int, in whole: Int, point: UInt8 = UInt8(ascii: ".")) {
    let hundredths = NumberText.hundredths(of: part, in: whole)
    append(hundredths / 100)
    append(byte: point)
    append(digits: UInt(hundredths % 100), minimum: 2)
  }

  private mutating func append(digits number: UInt, minimum: Int) {
    var digits = InlineArray<20, UInt8>(repeating: UInt8(ascii: "0"))
    var first = digits.count
    var rest = number
    while rest > 0 || digits.count - first < minimum {
      first -= 1
      digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    bytes.append(addingCapacity: digits.count - first) { output in
      for index in first..<digits.count { output.append(digits[index]) }
    }
  }
}
