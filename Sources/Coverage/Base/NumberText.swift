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

  /// A share with two decimals.
  static func percent(_ part: Int, _ whole: Int, _ language: Language = .french) -> String {
    var text = ByteBuffer()
    text.append(percentOf: part, in: whole, point: point(language))
    return String(decoding: text.bytes, as: UTF8.self) + " %"
  }

  /// `1 commune`, `2 communes`: French counts nought as one.
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(whole(number)) \(number < 2 ? one : many)"
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
