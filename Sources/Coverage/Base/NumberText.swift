/// Numbers as readers write them, thousands apart by a space that does not break.
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

  private static func point(_ language: Language) -> UInt8 {
    UInt8(ascii: language == .french ? "," : ".")
  }
}
