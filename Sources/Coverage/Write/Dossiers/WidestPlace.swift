/// Where a sign fits best into a polygon: the middle of its widest stretch on a few horizontal lines.
struct WidestPlace {
  private static let lines = 9
  private(set) var width = 0.0
  private(set) var point = SIMD2(0.0, 0.0)

  /// - Parameter rings: of one polygon, by the even-odd rule.
  /// - Complexity: O(points).
  mutating func look(in rings: [[SIMD2<Double>]]) {
    let heights = rings.joined().map(\.y)
    guard let top = heights.min(), let bottom = heights.max() else { return }
    for line in 1...Self.lines {
      let y = top + (bottom - top) * Double(line) / Double(Self.lines + 1)
      var crossings: [Double] = []
      for ring in rings {
        var last = ring[ring.count - 1]
        for point in ring {
          if (last.y < y) != (point.y < y) {
            crossings.append(last.x + (point.x - last.x) * (y - last.y) / (point.y - last.y))
          }
          last = point
        }
      }
      crossings.sort()
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        let (start, end) = (crossings[pair], crossings[pair + 1])
        if end - start > width { (width, point) = (end - start, SIMD2((start + end) / 2, y)) }
      }
    }
  }
}
