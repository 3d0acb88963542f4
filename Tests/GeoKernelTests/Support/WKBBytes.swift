@testable import GeoKernel

/// Writes well-known binary by the letter of OGC 06-103r4, independently of the reader.
struct WKBBytes {
  var bytes: [UInt8] = []
  var isLittle = true

  init(little: Bool = true) { isLittle = little }

  mutating func head(_ type: UInt32) {
    bytes.append(isLittle ? 1 : 0)
    word(type)
  }

  mutating func word(_ value: UInt32) {
    let little = (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    bytes += isLittle ? little : little.reversed()
  }

  mutating func double(_ value: Double) {
    let little = (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) }
    bytes += isLittle ? little : little.reversed()
  }

  /// A polygon; every position gets `extra` ordinates that no reader of maps wants.
  mutating func polygon(_ rings: [[(Double, Double)]], type: UInt32 = 3, extra: Int = 0) {
    head(type)
    body(rings, extra: extra)
  }

  mutating func body(_ rings: [[(Double, Double)]], extra: Int = 0) {
    word(UInt32(rings.count))
    for ring in rings {
      word(UInt32(ring.count))
      for (x, y) in ring {
        double(x)
        double(y)
        for index in 0..<extra { double(1e6 + Double(index)) }
      }
    }
  }
}

/// The square from (0,0) to (4,4), closed.
let squareRing: [(Double, Double)] = [(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)]
/// A square hole in it, clockwise, closed.
let holeRing: [(Double, Double)] = [(1, 1), (1, 2), (2, 2), (2, 1), (1, 1)]

/// What a reader makes of bytes.
struct WKBReading {
  var columns = PolygonColumns()
  var passedOver = 0

  init(_ bytes: [UInt8], geoPackage: Bool = false) throws(WKBFault) {
    var columns = PolygonColumns()
    let result: Result<Int, WKBFault> = bytes.withUnsafeBytes { raw in
      do throws(WKBFault) {
        return .success(
          geoPackage
            ? try WKBReader.appendGeoPackage(raw, to: &columns)
            : try WKBReader.append(raw, to: &columns))
      } catch { return .failure(error) }
    }
    passedOver = try result.get()
    columns.endFeature()
    self.columns = columns
  }

  /// Whether it is the square with its hole, without closing vertices.
  var isSquareWithHole: Bool {
    passedOver == 0 && columns.ringEnds == [4, 8] && columns.ringIsHole == [false, true]
      && columns.x == [0, 4, 4, 0, 1, 1, 2, 2] && columns.y == [0, 0, 4, 4, 1, 2, 2, 1]
  }
}
