/// Thins the points of an arc (Douglas and Peucker 1973): both ends stay, and so does every point
/// farther than the tolerance from the line that replaces it.
struct ArcSimplifier {
  /// In units of the map.
  let tolerance: Double
  /// Points looked at for their distance.
  private(set) var looked = 0
  // Of the arc at hand.
  private var isKept: [Bool] = []
  private var anchors: [Int] = []
  private var spans: [(low: Int, high: Int)] = []

  init(tolerance: Double) { self.tolerance = tolerance }

  /// Arcs are cut into runs of this many points, so that no drawing makes the work grow as a square.
  private static let longestRun = 1024

  /// The points kept, in their order. A closed arc keeps three corners where it has them.
  ///
  /// - Complexity: O(n log n) for borders; O(n × 1024) for the worst of arcs.
  mutating func simplified(_ points: [SIMD2<Int32>]) -> [SIMD2<Int32>] {
    guard points.count > 2 else { return points }
    let last = points.count - 1
    anchors.removeAll(keepingCapacity: true)
    anchors.append(contentsOf: stride(from: 0, to: last, by: Self.longestRun))
    anchors.append(last)
    if points.first == points.last {
      // A ring has no line to begin with: the farthest point from its start divides it, and the
      // farthest from those two holds it open.
      let far = farthest(points, 0, last).index
      let (one, other) = (farthest(points, 0, far), farthest(points, far, last))
      anchors += [far, one.distance >= other.distance ? one.index : other.index]
      anchors.sort()
    }
    isKept.removeAll(keepingCapacity: true)
    isKept.append(contentsOf: repeatElement(false, count: points.count))
    for anchor in anchors { isKept[anchor] = true }
    var keptCount = anchors.count
    for index in 1..<anchors.count { spans.append((anchors[index - 1], anchors[index])) }
    while let (low, high) = spans.popLast() {
      guard high - low > 1 else { continue }
      let middle = farthest(points, low, high)
      guard middle.distance > tolerance * tolerance else { continue }
      isKept[middle.index] = true
      keptCount += 1
      spans.append((low, middle.index))
      spans.append((middle.index, high))
    }
    var kept: [SIMD2<Int32>] = []
    kept.reserveCapacity(keptCount)
    for index in points.indices where isKept[index] { kept.append(points[index]) }
    return kept
  }

  /// The point between two others that is farthest from the side between them, and the square of its
  /// distance.
  private mutating func farthest(
    _ points: [SIMD2<Int32>], _ low: Int, _ high: Int
  ) -> (index: Int, distance: Double) {
    looked += high - low
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
