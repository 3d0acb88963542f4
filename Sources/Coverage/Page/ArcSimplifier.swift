/// Thins the points of an arc (Douglas and Peucker 1973): both ends stay, and so does every point
/// farther than the tolerance from the line that replaces it.
struct ArcSimplifier {
  /// In units of the map.
  let tolerance: Double
  private var isKept: [Bool] = []
  private var spans: [SIMD2<Int32>] = []

  init(tolerance: Double) { self.tolerance = tolerance }

  /// Arcs are cut into runs of this many points, so that no drawing makes the work grow as a square.
  private static let longestRun = 1024

  /// The points kept, in their order. A closed arc keeps three corners where it has them.
  ///
  /// - Complexity: O(n log n) for borders; O(n × 1024) for the worst of arcs.
  mutating func simplified(_ points: [SIMD2<Int32>]) -> [SIMD2<Int32>] {
    guard points.count > 2 else { return points }
    let last = points.count - 1
    var anchors = Array(stride(from: 0, to: last, by: Self.longestRun)) + [last]
    if points.first == points.last {
      // A ring has no line to begin with: the farthest point from its start divides it, and the
      // farthest from those two holds it open.
      let far = farthest(points, 0, last).index
      let (one, other) = (farthest(points, 0, far), farthest(points, far, last))
      anchors += [far, one.distance >= other.distance ? one.index : other.index]
      anchors.sort()
    }
    isKept = Array(repeating: false, count: points.count)
    for anchor in anchors { isKept[anchor] = true }
    spans = zip(anchors, anchors.dropFirst()).map { SIMD2(Int32($0), Int32($1)) }
    while let span = spans.popLast() {
      let (low, high) = (Int(span.x), Int(span.y))
      guard high - low > 1 else { continue }
      let middle = farthest(points, low, high)
      guard middle.distance > tolerance * tolerance else { continue }
      isKept[middle.index] = true
      spans.append(SIMD2(Int32(low), Int32(middle.index)))
      spans.append(SIMD2(Int32(middle.index), Int32(high)))
    }
    return points.indices.filter { isKept[$0] }.map { points[$0] }
  }

  /// The point between two others that is farthest from the side between them, and the square of its
  /// distance.
  private func farthest(
    _ points: [SIMD2<Int32>], _ low: Int, _ high: Int
  ) -> (index: Int, distance: Double) {
    let start = SIMD2<Double>(points[low])
    let side = SIMD2<Double>(points[high]) - start
    let length = (side * side).sum()
    var best = (index: low, distance: -1.0)
    for index in low + 1..<max(high, low + 1) {
      var offset = SIMD2<Double>(points[index]) - start
      if length > 0 {
        offset -= side * min(max((offset * side).sum() / length, 0), 1)
      }
      let distance = (offset * offset).sum()
      if distance > best.distance { best = (index, distance) }
    }
    return best
  }
}
