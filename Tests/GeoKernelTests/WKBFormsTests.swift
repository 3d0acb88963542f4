import Testing

@testable import GeoKernel

@Suite("Every form of well-known binary gives the same polygons")
struct WKBFormsTests {
  @Test("a polygon keeps its shell and hole without closing vertices", arguments: [true, false])
  func polygon(little: Bool) throws {
    var wkb = WKBBytes(little: little)
    wkb.polygon([squareRing, holeRing])
    #expect(try WKBReading(wkb.bytes).isSquareWithHole)
  }

  @Test(
    "Z and M are passed over, in the ISO and the EWKB numbering",
    arguments: [
      (1003, 1), (2003, 1), (3003, 2), (0x8000_0003, 1), (0x4000_0003, 1), (0xC000_0003, 2),
    ] as [(UInt32, Int)])
  func heightAndMeasure(type: UInt32, extra: Int) throws {
    for little in [true, false] {
      var wkb = WKBBytes(little: little)
      wkb.polygon([squareRing, holeRing], type: type, extra: extra)
      #expect(try WKBReading(wkb.bytes).isSquareWithHole)
    }
  }

  @Test("the reference system inside EWKB is passed over", arguments: [true, false])
  func extendedWithReference(little: Bool) throws {
    var wkb = WKBBytes(little: little)
    wkb.head(0x2000_0003)
    wkb.word(2154)
    wkb.body([squareRing, holeRing])
    #expect(try WKBReading(wkb.bytes).isSquareWithHole)

    var withHeight = WKBBytes(little: little)
    withHeight.head(0xA000_0003)
    withHeight.word(2154)
    withHeight.body([squareRing, holeRing], extra: 1)
    #expect(try WKBReading(withHeight.bytes).isSquareWithHole)
  }

  @Test("the polygons of a multipolygon follow each other, each in its own byte order")
  func multiPolygon() throws {
    var wkb = WKBBytes()
    wkb.head(6)
    wkb.word(2)
    wkb.polygon([squareRing, holeRing])
    wkb.isLittle = false
    wkb.polygon([[(10, 10), (12, 10), (11, 12), (10, 10)]])
    let reading = try WKBReading(wkb.bytes)
    #expect(reading.columns.ringEnds == [4, 8, 11])
    #expect(reading.columns.ringIsHole == [false, true, false])
    #expect(reading.columns.x[8...] == [10, 12, 11])
  }

  @Test("polygons are found in nested collections; points and lines beside them are counted")
  func nestedCollection() throws {
    var wkb = WKBBytes()
    wkb.head(7)
    wkb.word(3)
    wkb.head(1)
    wkb.double(9)
    wkb.double(9)
    wkb.head(7)
    wkb.word(1)
    wkb.polygon([squareRing, holeRing])
    wkb.head(2)
    wkb.word(2)
    for value in [0, 0, 1, 1.0] { wkb.double(value) }
    let reading = try WKBReading(wkb.bytes)
    #expect(reading.passedOver == 2)
    #expect(reading.columns.ringEnds == [4, 8])
  }

  @Test("a multisurface of plain polygons is their collection, and a part without rings is nothing")
  func multiSurface() throws {
    var wkb = WKBBytes()
    wkb.head(12)
    wkb.word(1)
    wkb.polygon([squareRing, holeRing])
    #expect(try WKBReading(wkb.bytes).isSquareWithHole)
    var curved = WKBBytes()
    curved.head(12)
    curved.word(2)
    curved.polygon([squareRing])
    curved.head(10)
    curved.word(0)
    #expect(try WKBReading(curved.bytes).columns.ringEnds == [4])
  }

  @Test("a multipoint and a multilinestring count part by part")
  func multiPointsAndLines() throws {
    var wkb = WKBBytes()
    wkb.head(7)
    wkb.word(2)
    wkb.head(4)
    wkb.word(2)
    for _ in 0..<2 {
      wkb.head(1)
      wkb.double(1)
      wkb.double(2)
    }
    wkb.head(5)
    wkb.word(1)
    wkb.head(2)
    wkb.word(0)
    let reading = try WKBReading(wkb.bytes)
    #expect(reading.passedOver == 3)
    #expect(reading.columns.vertexCount == 0)
  }

  @Test("a shell that encloses nothing takes its holes with it")
  func flatShell() throws {
    var wkb = WKBBytes()
    wkb.head(6)
    wkb.word(2)
    wkb.polygon([[(0, 0), (1, 1), (0, 0)], holeRing])
    wkb.polygon([squareRing, holeRing])
    let reading = try WKBReading(wkb.bytes)
    #expect(reading.passedOver == 2)
    #expect(reading.columns.ringEnds == [4, 8])
    #expect(reading.columns.ringIsHole == [false, true])
  }

  @Test("an empty polygon is no polygon and no fault")
  func emptyPolygon() throws {
    var wkb = WKBBytes()
    wkb.polygon([])
    let reading = try WKBReading(wkb.bytes)
    #expect(reading.passedOver == 0)
    #expect(reading.columns.ringEnds.isEmpty)
    #expect(reading.columns.featureEnds == [0])
  }
}
