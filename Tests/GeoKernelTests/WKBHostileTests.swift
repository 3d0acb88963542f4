import Testing

@testable import GeoKernel

@Suite("Hostile well-known binary is refused, never followed")
struct WKBHostileTests {
  /// A collection of a polygon with height, a big-endian multipolygon, a line and a point.
  private var everything: [UInt8] {
    var wkb = WKBBytes()
    wkb.head(7)
    wkb.word(4)
    wkb.polygon([squareRing, holeRing], type: 0x8000_0003, extra: 1)
    wkb.isLittle = false
    wkb.head(0x2000_0006)
    wkb.word(4326)
    wkb.word(1)
    wkb.polygon([squareRing])
    wkb.isLittle = true
    wkb.head(2)
    wkb.word(2)
    for value in [0, 0, 1, 1.0] { wkb.double(value) }
    wkb.head(1)
    wkb.double(1)
    wkb.double(2)
    return wkb.bytes
  }

  @Test("cut at any byte, it is truncated")
  func cutAnywhere() throws {
    let whole = everything
    #expect(try WKBReading(whole).columns.ringEnds == [4, 8, 12])
    for length in whole.indices {
      #expect(throws: WKBFault.truncated, "cut at \(length)") {
        try WKBReading(Array(whole[..<length]))
      }
    }
  }

  @Test("a count that the bytes cannot hold is refused", arguments: [true, false])
  func impossibleCounts(little: Bool) {
    for count in [2, 1000, 0x7FFF_FFFF, 0x8000_0000, UInt32.max] {
      var rings = WKBBytes(little: little)
      rings.head(3)
      rings.word(count)
      var points = WKBBytes(little: little)
      points.head(3)
      points.word(1)
      points.word(count)
      points.double(0)
      var line = WKBBytes(little: little)
      line.head(2)
      line.word(count)
      line.double(0)
      var parts = WKBBytes(little: little)
      parts.head(6)
      parts.word(count)
      parts.polygon([squareRing])
      for wkb in [rings, points, line, parts] {
        #expect(throws: WKBFault.truncated) { try WKBReading(wkb.bytes) }
      }
    }
  }

  @Test(
    "a coordinate that is no number is refused", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(value: Double) {
    for (x, y) in [(value, 1.0), (1.0, value)] {
      var wkb = WKBBytes()
      wkb.polygon([[(0, 0), (4, 0), (x, y), (0, 4), (0, 0)]])
      #expect(throws: WKBFault.notFinite) { try WKBReading(wkb.bytes) }
    }
  }

  @Test("types that are no polygons, lines or points are refused by their number")
  func unknownTypes() {
    for type in [0, 13, 14, 18, 999, 4003, 0x1000_0003] as [UInt32] {
      var wkb = WKBBytes()
      wkb.polygon([squareRing], type: type)
      #expect(throws: WKBFault.unknownType(type), "type \(type)") { try WKBReading(wkb.bytes) }
    }
  }

  @Test("collections in collections end at a depth")
  func nesting() {
    var wkb = WKBBytes()
    for _ in 0..<10_000 {
      wkb.head(7)
      wkb.word(1)
    }
    wkb.polygon([squareRing])
    #expect(throws: WKBFault.nestedTooDeep) { try WKBReading(wkb.bytes) }
  }

  @Test("random bytes, and whole geometries with random damage, never crash")
  func randomBytes() {
    var random = SplitMix(seed: 20_250_101)
    var refused = 0
    for _ in 0..<8_000 {
      let bytes = (0..<Int.random(in: 0...120, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      refused += survives(bytes) ? 0 : 1
    }
    #expect(refused > 7_600, "almost no random bytes are a geometry")
    let whole = everything
    for _ in 0..<8_000 {
      var damaged = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        damaged[Int.random(in: damaged.indices, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      _ = survives(damaged)
    }
  }

  /// Reads bytes both ways. What is read must be whole columns.
  private func survives(_ bytes: [UInt8]) -> Bool {
    _ = try? WKBReading([0x47, 0x50, 0, 1, 0, 0, 0, 0] + bytes, geoPackage: true)
    guard let reading = try? WKBReading(bytes) else { return false }
    #expect(Int(reading.columns.ringEnds.last ?? 0) == reading.columns.x.count)
    #expect(reading.columns.x.count == reading.columns.y.count)
    #expect(reading.columns.ringEnds.count == reading.columns.ringIsHole.count)
    return true
  }
}
