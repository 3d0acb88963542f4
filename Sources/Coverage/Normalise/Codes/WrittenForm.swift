/// Whether a text is written like a model, in which `0` stands for any digit: `p00_pop`.
///
/// For what is asked of every row or column. A regular expression is built anew at each use: a file of
/// 64 KB kept one busy for seconds.
func isWritten(_ text: some StringProtocol, like model: String) -> Bool {
  let (text, model) = (text.utf8, model.utf8)
  return text.count == model.count
    && zip(text, model).allSatisfy { $1 == UInt8(ascii: "0") ? isDigit($0) : $0 == $1 }
}

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
