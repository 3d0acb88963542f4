extension JSONScanner {
  /// A number, rounded as IEEE 754 asks. Short ones take a path without text: a mantissa below 2⁵³
  /// and a power of ten up to 10²² are both exact, so one division rounds once.
  mutating func number() throws(Fault) -> Double {
    _ = try peek()
    let start = position
    var negative = false
    if bytes[position] == UInt8(ascii: "-") {
      negative = true
      position += 1
    }
    var mantissa: UInt64 = 0
    var digits = 0
    var decimals = 0
    var isSimple = true
    var sawPoint = false
    var sawDigit = false
    scan: while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        sawDigit = true
        if mantissa != 0 || byte != UInt8(ascii: "0") { digits += 1 }
        if digits <= 18 { mantissa = mantissa * 10 + UInt64(byte - UInt8(ascii: "0")) }
        if sawPoint { decimals += 1 }
      case UInt8(ascii: "."):
        if sawPoint { throw .unexpected(position) }
        sawPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"):
        isSimple = false
      default: break scan
      }
      position += 1
    }
    guard position < bytes.count else { throw .cut(position) }
    guard sawDigit else { throw .unexpected(start) }
    if isSimple && digits <= 18 && mantissa < 1 << 53 && decimals <= 22 {
      let magnitude = Double(mantissa) / Self.powersOfTen[decimals]
      return negative ? -magnitude : magnitude
    }
    guard let value = Double(String(decoding: bytes[start..<position], as: UTF8.self)) else {
      throw .unexpected(start)
    }
    return value
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
