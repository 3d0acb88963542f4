/// Packs bytes as DEFLATE (RFC 1951) with its fixed codes.
struct Deflater {
  private var bytes: [UInt8] = []
  private var bits: UInt64 = 0
  private var bitCount = 0

  static func pack(_ input: [UInt8]) -> [UInt8] {
    var packer = Deflater()
    packer.put(0b011, 3)  // the last block, fixed codes
    for byte in input { packer.symbol(Int(byte)) }
    return packer.finished()
  }

  /// Packs 1 + 258 × `matches` zeros.
  static func zeros(matches: Int) -> [UInt8] {
    var packer = Deflater()
    packer.put(0b011, 3)
    packer.symbol(0)
    for _ in 0..<matches {
      packer.symbol(285)  // 258 bytes,
      packer.put(0, 5)  // as the one before
    }
    return packer.finished()
  }

  private mutating func finished() -> [UInt8] {
    symbol(256)
    put(0, 7)
    return bytes
  }

  private mutating func symbol(_ symbol: Int) {
    switch symbol {
    case ..<144: code(0x30 + symbol, 8)
    case ..<256: code(0x190 + symbol - 144, 9)
    case ..<280: code(symbol - 256, 7)
    default: code(0xC0 + symbol - 280, 8)
    }
  }

  /// Codes go from their highest bit.
  private mutating func code(_ code: Int, _ length: Int) {
    for bit in (0..<length).reversed() { put(code >> bit & 1, 1) }
  }

  private mutating func put(_ value: Int, _ count: Int) {
    bits |= UInt64(value) << UInt64(bitCount)
    bitCount += count
    while bitCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      bitCount -= 8
    }
  }
}
