@_exported public import TestSupport

@testable import GeoKernel

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
    var arcs = ArcDrawing()
    let result: Result<Int, WKBFault> = bytes.withUnsafeBytes { raw in
      do throws(WKBFault) {
        return .success(
          geoPackage
            ? try WKBReader.appendGeoPackage(raw, to: &columns, drawing: &arcs)
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
