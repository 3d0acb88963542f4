/// Spaces that must not break before the signs that French sets apart.
enum FrenchSpacing {
  private static let space = UInt8(ascii: " ")
  private static let signs = Set(":;?!%".utf8)
  private static let opening: [UInt8] = [0xC2, 0xAB]
  private static let closing: [UInt8] = [0xC2, 0xBB]

  /// - Complexity: O(bytes).
  static func text(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    for (place, byte) in bytes.enumerated() {
      let next = bytes[(place + 1)...].prefix(2)
      let staysTogether =
        byte == space
        && (next.first.map { signs.contains($0) } ?? false || next.elementsEqual(closing)
          || bytes[..<place].suffix(2).elementsEqual(opening))
      if staysTogether {
        result += [0xC2, 0xA0]
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
