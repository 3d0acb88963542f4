/// Numbers of settings as people write them: digits, with a comma or a point before decimals. Nothing else is
/// a number: neither `0x10` nor `1e3`, nor what is infinite or no number at all.
enum WrittenNumber {
  static func whole(_ text: String) -> Int? {
    text.wholeMatch(of: /[+-]?[0-9]+/) == nil ? nil : Int(text)
  }

  /// - Parameter isShare: whether a sign of percent may follow.
  static func decimal(_ text: String, isShare: Bool) -> Double? {
    var digits = Substring(text)
    if isShare, digits.last == "%" {
      digits.removeLast()
      while digits.last?.isWhitespace == true { digits.removeLast() }
    }
    guard digits.wholeMatch(of: /[+-]?[0-9]+([.,][0-9]+)?/) != nil,
      // `1,500` may be one and a half, or one thousand five hundred.
      digits.wholeMatch(of: /[+-]?[1-9][0-9]{0,2},[0-9]{3}/) == nil
    else { return nil }
    return Double(digits.replacing(",", with: "."))
  }
}
