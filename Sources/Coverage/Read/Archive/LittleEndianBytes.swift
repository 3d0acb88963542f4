/// Bytes with whole numbers in them, lowest byte first. What lies outside them is nil, never a trap.
struct LittleEndianBytes: Sendable {
  let bytes: [UInt8]

  var count: Int { bytes.count }

  func u16(_ position: Int) -> UInt16? { number(position, width: 2).map { UInt16($0) } }
  func u32(_ position: Int) -> UInt32? { number(position, width: 4).map { UInt32($0) } }

  /// Eight bytes; nil also where the number is more than `Int` holds.
  func u64(_ position: Int) -> Int? { number(position, width: 8).flatMap { Int(exactly: $0) } }

  private func number(_ position: Int, width: Int) -> UInt64? {
    guard position >= 0, position <= bytes.count - width else { return nil }
    var value: UInt64 = 0
    for index in (position..<position + width).reversed() {
      value = value << 8 | UInt64(bytes[index])
    }
    return value
  }
}
