import Testing

@testable import GeoKernel

@Suite("The header of a GeoPackage geometry")
struct GeoPackageHeaderTests {
  /// Clause 2.1.3: `GP`, version, flags, reference system, envelope.
  private func header(envelopeCode: UInt8, doubles: Int, empty: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = [0x47, 0x50, 0, 1 | envelopeCode << 1 | (empty ? 0x10 : 0)]
    bytes += [0xE6, 0x10, 0, 0]
    bytes += [UInt8](repeating: 0x7F, count: doubles * 8)
    return bytes
  }

  private var polygon: [UInt8] {
    var wkb = WKBBytes()
    wkb.polygon([squareRing, holeRing])
    return wkb.bytes
  }

  @Test(
    "the geometry begins after an envelope of each size",
    arguments: [(0, 0), (1, 4), (2, 6), (3, 6), (4, 8)] as [(UInt8, Int)])
  func envelopes(code: UInt8, doubles: Int) throws {
    let bytes = header(envelopeCode: code, doubles: doubles) + polygon
    #expect(try WKBReading(bytes, geoPackage: true).isSquareWithHole)
  }

  @Test("the envelope codes that the standard leaves invalid are refused", arguments: [5, 6, 7])
  func invalidEnvelope(code: UInt8) {
    let bytes = header(envelopeCode: code, doubles: 8) + polygon
    #expect(throws: WKBFault.badHeader) { try WKBReading(bytes, geoPackage: true) }
  }

  @Test("the empty flag gives no polygon, whatever follows")
  func emptyFlag() throws {
    for following in [[], polygon] {
      let bytes = header(envelopeCode: 0, doubles: 0, empty: true) + following
      let reading = try WKBReading(bytes, geoPackage: true)
      #expect(reading.columns.vertexCount == 0)
      #expect(reading.passedOver == 0)
    }
  }

  @Test("another magic number is refused")
  func otherMagic() {
    var bytes = header(envelopeCode: 0, doubles: 0) + polygon
    bytes[1] = 0x51
    #expect(throws: WKBFault.badHeader) { try WKBReading(bytes, geoPackage: true) }
    #expect(throws: WKBFault.badHeader) { try WKBReading(polygon, geoPackage: true) }
  }

  @Test("cut at any byte, it throws", arguments: [(0, 0), (1, 4), (4, 8)] as [(UInt8, Int)])
  func cut(code: UInt8, doubles: Int) {
    let whole = header(envelopeCode: code, doubles: doubles) + polygon
    for length in whole.indices {
      #expect(throws: WKBFault.self, "cut at \(length)") {
        try WKBReading(Array(whole[..<length]), geoPackage: true)
      }
    }
  }
}
