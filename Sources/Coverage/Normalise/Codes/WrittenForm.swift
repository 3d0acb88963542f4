/// A number in scientific notation with one digit before the point: `1.004E+03`, as spreadsheets show
/// codes that they took for numbers.
struct ScientificNotation {
  /// Digits before the point and after it.
  private let digits: [UInt8]
  private let exponent: Int

  /// Nil where the text is not in this notation.
  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    var digits = rest.prefix(1)
    guard let first = rest.popFirst(), isDigit(first) else { return nil }
    if let point = rest.first, point == UInt8(ascii: ".") || point == UInt8(ascii: ",") {
      let fraction = rest.dropFirst().prefix { isDigit($0) }
      guard !fraction.isEmpty else { return nil }
      digits += fraction
      rest = rest[fraction.endIndex...]
    }
    guard let mark = rest.popFirst(), mark | 0x20 == UInt8(ascii: "e") else { return nil }
    if rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    guard (1...2).contains(rest.count), rest.allSatisfy({ isDigit($0) }) else { return nil }
    self.digits = Array(digits)
    exponent = rest.reduce(0) { 10 * $0 + Int($1 - UInt8(ascii: "0")) }
  }

  /// The whole number, where all its digits are shown: `2.6E+4` may be any of a hundred codes.
  var whole: String? {
    guard digits.count > exponent,
      digits[(exponent + 1)...].allSatisfy({ $0 == UInt8(ascii: "0") })
    else { return nil }
    return String(decoding: digits[...exponent], as: UTF8.self)
  }
}
