/// What of a plane a small map shows, and how it gets onto the picture: clipped, in tenths of a pixel.
struct MapView {
  /// Pixels of the picture that the map takes.
  static let size = SIMD2(520.0, 350.0)

  /// Metres of the plane, east and south.
  let low: SIMD2<Double>
  let high: SIMD2<Double>
  /// Pixels for a metre.
  let scale: Double

  /// Nothing narrower than this is shown, in metres.
  private static let least = 6_000.0
  /// How much of what is shown lies around, on each side.
  private static let margin = 0.22

  /// - Parameter box: what must be seen, with something around it.
  init(around box: MapBox) {
    let middle = (box.low + box.high) / 2
    let share = 1 - 2 * Self.margin
    let wanted = pointwiseMax(box.size / share, SIMD2(repeating: Self.least))
    scale = min(Self.size.x / wanted.x, Self.size.y / wanted.y)
    low = middle - Self.size / (2 * scale)
    high = middle + Self.size / (2 * scale)
  }

  func shows(_ box: MapBox) -> Bool {
    !box.isEmpty && box.low.x < high.x && box.high.x > low.x && box.low.y < high.y
      && box.high.y > low.y
  }

  /// Where a point of the plane is on the picture.
  func pixels(_ point: SIMD2<Double>) -> SIMD2<Double> { (point - low) * scale }

  /// What of the inside of a ring is shown, on the picture (Sutherland and Hodgman 1974): edges that the
  /// cut adds lie on the frame, where they bound nothing.
  func clipped(ring: [SIMD2<Double>]) -> [SIMD2<Double>] {
    var points = ring.map(pixels)
    for side in 0..<4 {
      guard points.count > 2 else { return [] }
      let axis = side / 2
      let (limit, sign) = side % 2 == 0 ? (0.0, 1.0) : (Self.size[axis], -1.0)
      func depth(_ point: SIMD2<Double>) -> Double { (point[axis] - limit) * sign }
      var kept: [SIMD2<Double>] = []
      kept.reserveCapacity(points.count)
      var last = points[points.count - 1]
      for point in points {
        let (before, now) = (depth(last), depth(point))
        if (before < 0) != (now < 0) {
          kept.append(last + (point - last) * (before / (before - now)))
        }
        if now >= 0 { kept.append(point) }
        last = point
      }
      points = kept
    }
    return points
  }

  /// The runs of a line that are shown, on the picture (Liang and Barsky 1984, a segment at a time).
  func clipped(line: [SIMD2<Double>]) -> [[SIMD2<Double>]] {
    var runs: [[SIMD2<Double>]] = []
    var isOpen = false
    for (start, end) in zip(line, line.dropFirst()) {
      let (from, to) = (pixels(start), pixels(end))
      guard let (first, last) = Self.shown(from, to) else {
        isOpen = false
        continue
      }
      if isOpen && first == 0 {
        runs[runs.count - 1].append(from + (to - from) * last)
      } else {
        runs.append([from + (to - from) * first, from + (to - from) * last])
      }
      isOpen = last == 1
    }
    return runs
  }

  /// Which part of a segment is inside of the picture, from 0 to 1.
  private static func shown(
    _ from: SIMD2<Double>, _ to: SIMD2<Double>
  ) -> (first: Double, last: Double)? {
    var (first, last) = (0.0, 1.0)
    let step = to - from
    for axis in 0..<2 {
      for (speed, room) in [
        (-step[axis], from[axis]), (step[axis], size[axis] - from[axis]),
      ] {
        if speed == 0 {
          if room < 0 { return nil }
        } else if speed < 0 {
          first = max(first, room / speed)
        } else {
          last = min(last, room / speed)
        }
      }
    }
    return first <= last ? (first, last) : nil
  }
}
