import Testing

@testable import GeoKernel

@Suite("Unpacking of DEFLATE")
struct InflationTests {
  /// “Hello, hello, hello” as zlib packs it, level 9, without header.
  static let packed: [UInt8] = [
    0xF3, 0x48, 0xCD, 0xC9, 0xC9, 0xD7, 0x51, 0xC8, 0x40, 0xA2, 0x00,
  ]
  static let text = Array("Hello, hello, hello".utf8)

  @Test("Bytes come back, whatever stands before and after them in the file")
  func unpacks() throws {
    #expect(try Inflation.unpack(Self.packed[...], size: Self.text.count) == Self.text)
    let inside = [9, 9] + Self.packed + [9]
    #expect(
      try Inflation.unpack(inside[2..<inside.count - 1], size: Self.text.count) == Self.text)
    #expect(try Inflation.unpack([0x03, 0x00], size: 0) == [])
  }

  @Test("A size that lies is refused, and none is allocated that the bytes cannot give")
  func refusesLies() {
    for size in [0, 1, 18, 20, 5000] {
      #expect(throws: InflationFault.wrongSize) {
        try Inflation.unpack(Self.packed[...], size: size)
      }
    }
    #expect(throws: InflationFault.wrongSize) {
      try Inflation.unpack(Self.packed[...], size: 1 << 31)
    }
    #expect(throws: InflationFault.damaged) { try Inflation.unpack(Self.packed[...], size: -1) }
    #expect(throws: InflationFault.damaged) { try Inflation.unpack(Self.packed[...], size: .max) }
  }

  @Test("Every cut, and every byte too many, is refused")
  func refusesCuts() {
    for length in 0..<Self.packed.count {
      #expect(throws: InflationFault.self) {
        try Inflation.unpack(Self.packed[..<length], size: Self.text.count)
      }
    }
    #expect(throws: InflationFault.damaged) {
      try Inflation.unpack((Self.packed + [0])[...], size: Self.text.count)
    }
    #expect(throws: InflationFault.damaged) { try Inflation.unpack([0xFF], size: 10) }
  }

  @Test("The checksum is the one that the standard gives for nine digits")
  func checksum() {
    #expect(Inflation.checksum(Array("123456789".utf8)[...]) == 0xCBF4_3926)
    #expect(Inflation.checksum([]) == 0)
  }
}
