/// Numbers in texts for people: the one door to them. What a file holds for machines has the exact
/// decimals of `ByteBuffer` instead.
///
/// Thousands are apart by a space that does not break.
enum NumberText {
  static func whole(_ number: Int) -> String {
    guard number.magnitude >= 1000 else { return String(number) }
    var text = ByteBuffer()
    if number < 0 { text.append("-") }
    text.append(grouped: number.magnitude)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// A difference with its sign.
  static func signed(_ number: Int) -> String {
    (number > 0 ? "+" : number < 0 ? "−" : "") + whole(abs(number))
  }

  static func decimal(
    _ number: Double, _ decimals: Int, _ language: Language = .french
  ) -> String {
    var text = ByteBuffer()
    text.append(number, decimals: decimals, point: point(language), isGrouped: true)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// A measured size with as many digits as a reader can use: whole from a hundred on, three digits below,
  /// three decimals at most. Files have the exact decimals.
  static func measured(_ number: Double, _ language: Language = .french) -> String {
    let size = number.magnitude
    return decimal(number, size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3, language)
  }

  /// A share with one decimal, where two are not useful. What is not nothing is never `0,0 %`, nor what is
  /// not all `100,0 %`.
  static func share(_ part: Int, _ whole: Int, _ language: Language = .french) -> String {
    let tenths =
      whole == 0 ? 0 : Int((Int128(part) * 2_000 + Int128(whole)) / (2 * Int128(whole)))
    let point = language == .french ? "," : "."
    if tenths == 0, part > 0 { return "< 0\(point)1 %" }
    if tenths == 1_000, part < whole { return "> 99\(point)9 %" }
    return "\(NumberText.whole(tenths / 10))\(point)\(tenths % 10) %"
  }

  /// A share with two decimals: the indicator, which moves by hundredths.
  static func percent(_ part: Int, _ whole: Int, _ language: Language = .french) -> String {
    var text = ByteBuffer()
    text.append(percentOf: part, in: whole, point: point(language))
    return String(decoding: text.bytes, as: UTF8.self) + " %"
  }

  /// Hundredths of a percent, rounded half up: the indicator as it is printed.
  static func hundredths(of part: Int, in whole: Int) -> Int {
    // Sums of hostile populations do not fit in 64 bits once multiplied.
    whole == 0 ? 0 : Int((Int128(part) * 20_000 + Int128(whole)) / (2 * Int128(whole)))
  }

  /// Hundredths of a point with their sign: `+10,38`.
  static func points(_ hundredths: Int, _ language: Language) -> String {
    let sign = hundredths > 0 ? "+" : hundredths < 0 ? "−" : ""
    return sign + decimal(Double(abs(hundredths)) / 100, 2, language)
  }

  /// `1 commune`, `2 communes`: French counts nought as one.
  static func count(
    _ number: Int, _ one: String, _ many: String, _ language: Language = .french
  ) -> String {
    "\(whole(number)) \(number == 1 || number < 2 && language == .french ? one : many)"
  }

  /// Metres or square metres in a finding, with a point in both languages; one decimal below a hundred.
  static func measure(_ number: Double) -> String {
    // Thousands of shapes on each other may add up to more than any whole number holds.
    guard number < 1e18 else { return "> 1e18" }
    var text = ByteBuffer()
    text.append(number, decimals: number < 100 ? 1 : 0)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  private static func point(_ language: Language) -> UInt8 {
    UInt8(ascii: language == .french ? "," : ".")
  }
}
