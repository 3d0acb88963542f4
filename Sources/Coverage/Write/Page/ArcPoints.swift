/// The points of many arcs, in two flat arrays: hundreds of thousands of small ones take their time.
struct ArcPoints: RandomAccessCollection, Sendable {
  private(set) var points: [SIMD2<Int32>] = []
  /// For each arc, one past its last point.
  private var ends: [Int32] = []

  var startIndex: Int { 0 }
  var endIndex: Int { ends.count }

  subscript(arc: Int) -> ArraySlice<SIMD2<Int32>> {
    points[(arc == 0 ? 0 : Int(ends[arc - 1]))..<Int(ends[arc])]
  }

  mutating func append(_ arc: [SIMD2<Int32>]) {
    points.append(contentsOf: arc)
    ends.append(Int32(points.count))
  }

  /// The same arcs with fewer points.
  ///
  /// - Complexity: that of `ArcSimplifier` for each arc.
  func simplified(_ tolerance: Double) -> ArcPoints {
    var simplifier = ArcSimplifier(tolerance: tolerance)
    var result = ArcPoints()
    for arc in self { result.append(simplifier.simplified(Array(arc))) }
    return result
  }

  /// The same arcs in coarser units, rounded towards zero.
  func divided(by step: Int32) -> ArcPoints {
    var result = self
    for index in points.indices { result.points[index] = points[index] / SIMD2(repeating: step) }
    return result
  }
}
