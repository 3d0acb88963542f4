/// A number as a workbook stores it, told as a spreadsheet shows it: `1.0040000000000001E3` is 1004,
/// `0.10000000000000001` is 0.1.
///
/// Worked on digits, not on floating point: nothing is lost, whatever the size.
struct DecimalText {
  private var isNegative = false
  /// Significant digits without zeros at either end; none for zero.
  private var digits: [UInt8] = []
  /// How many of the digits stand before the point; below zero for zeros after it.
  private var point = 0

  /// Spreadsheets compute with this many digits; what follows is noise of the conversion.
  private static let digitsShown = 15
  /// A whole number keeps up to this many, should a program other than a spreadsheet have written it.
  private static let digitsOfWholes = 20
  private static let zero = UInt8(ascii: "0")

  /// Reads `-12.5E-3`; nil for what is no decimal number.
  init?(_ written: ArraySlice<UInt8>) {
    var rest = written
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest = rest.dropFirst()
    }
    let whole = rest.prefix { isDigit($0) }
    rest = rest[whole.endIndex...]
    var fraction = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix { isDigit($0) }
      rest = rest[fraction.endIndex...]
    }
    guard !(whole.isEmpty && fraction.isEmpty) else { return nil }
    guard let exponent = Self.exponent(rest) else { return nil }
    let leading = whole.drop { $0 == Self.zero }
    digits = Array(leading) + fraction
    point = leading.count + exponent
    let zeros = digits.prefix { $0 == Self.zero }.count
    digits.removeFirst(zeros)
    point -= zeros
    trimEnd()
    roundNoise()
    if digits.isEmpty { (isNegative, point) = (false, 0) }
  }

  /// What follows the digits: nothing, or `E` and a whole number.
  private static func exponent(_ text: ArraySlice<UInt8>) -> Int? {
    guard let mark = text.first else { return 0 }
    guard mark | 0x20 == UInt8(ascii: "e"), text.count <= 6 else { return nil }
    return Int(String(decoding: text.dropFirst(), as: UTF8.self))
  }

  private mutating func trimEnd() {
    while digits.last == Self.zero { digits.removeLast() }
  }

  private mutating func roundNoise() {
    let kept = point >= digits.count ? Self.digitsOfWholes : Self.digitsShown
    guard digits.count > kept else { return }
    let roundsUp = digits[kept] >= UInt8(ascii: "5")
    digits.removeSubrange(kept...)
    if roundsUp {
      while digits.last == UInt8(ascii: "9") { digits.removeLast() }
      if digits.isEmpty {
        digits = [UInt8(ascii: "1")]
        point += 1
      } else {
        digits[digits.count - 1] += 1
      }
    }
    trimEnd()
  }

  /// Digits of a whole number that is not negative, `0` for zero; nil for any other.
  var wholeDigits: [UInt8]? {
    guard !isNegative, point >= digits.count, point <= Self.digitsOfWholes else { return nil }
    guard !digits.isEmpty else { return [Self.zero] }
    return digits + [UInt8](repeating: Self.zero, count: point - digits.count)
  }

  /// The number in full between 10⁻⁶ and 10²⁰, else with an exponent.
  var bytes: [UInt8] {
    var result: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    guard !digits.isEmpty else { return [Self.zero] }
    if point > Self.digitsOfWholes || point < -5 {
      result.append(digits[0])
      if digits.count > 1 { result += [UInt8(ascii: ".")] + digits[1...] }
      return result + Array("E\(point - 1)".utf8)
    }
    if point <= 0 {
      return result + Array("0.".utf8) + [UInt8](repeating: Self.zero, count: -point) + digits
    }
    result += digits.prefix(point)
    result += [UInt8](repeating: Self.zero, count: max(0, point - digits.count))
    if digits.count > point { result += [UInt8(ascii: ".")] + digits[point...] }
    return result
  }

  /// The nearest floating-point number, for days and hours.
  var value: Double { Double(String(decoding: bytes, as: UTF8.self)) ?? .nan }
}
