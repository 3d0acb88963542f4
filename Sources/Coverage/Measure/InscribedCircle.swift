import GeoKernel

/// The largest circle inside a region: its diameter is the region's width.
///
/// Branch and bound over squares (as in the *polylabel* of Agafonkin, 2016): no circle whose centre lies
/// in a square is larger than the distance of its middle to the border and half its diagonal together;
/// between two sides, none is wider than the strip that they leave. Without the second bound a strip of
/// even width would be searched to the end in steps of the tolerance.
enum InscribedCircle {
  /// A width is found to within three hundredths, or half a metre where that is more.
  static let tolerance = (relative: 0.03, metres: 0.5)

  /// Diameter of the largest circle inside any polygon of a feature.
  ///
  /// - Parameters:
  ///   - region: one feature, in metres.
  ///   - least: a diameter below which nobody asks how much narrower the region is; it is returned
  ///     for all of these.
  ///   - enough: a diameter beyond which nobody asks how much wider the region is.
  /// - Complexity: O(squares looked at × sides near them); polygons that cannot hold a larger circle
  ///   than one found are passed over.
  static func diameter(
    of region: PolygonColumns, least: Double = 0, enough: Double = .infinity
  ) -> Double {
    var polygons: [(rings: Range<Int>, bound: Double)] = []
    var start = 0
    for ring in region.ringIsHole.indices.dropFirst() where !region.ringIsHole[ring] {
      polygons.append((start..<ring, bound(of: start..<ring, region)))
      start = ring
    }
    guard !region.ringEnds.isEmpty else { return least }
    let last = start..<region.ringEnds.count
    polygons.append((last, bound(of: last, region)))
    polygons.sort { $0.bound > $1.bound }
    var best = least
    for polygon in polygons where polygon.bound > best + slack(best) && best < enough {
      var search = CircleSearch(polygon.rings, of: region, atLeast: best, enough: enough)
      best = max(best, search.run())
    }
    return best
  }

  /// What is not worth looking for beyond a diameter found.
  static func slack(_ diameter: Double) -> Double {
    max(tolerance.metres, tolerance.relative * diameter)
  }

  /// Diameter of the circle that has the polygon's area: none inside is larger.
  private static func bound(of rings: Range<Int>, _ region: PolygonColumns) -> Double {
    let area = rings.reduce(0.0) { sum, ring in
      sum + (region.ringIsHole[ring] ? -1 : 1) * abs(region.signedArea(of: ring))
    }
    return 2 * (max(0, area) / .pi).squareRoot()
  }
}

/// The search for the largest circle inside one polygon.
private struct CircleSearch {
  /// Sides, turned so that the polygon lies along the abscissa.
  private var sides: [(a: SIMD2<Double>, b: SIMD2<Double>)] = []
  private var low = SIMD2(repeating: Double.infinity)
  private var high = SIMD2(repeating: -Double.infinity)
  private var best: Double
  private let enough: Double
  private var squares: [Square] = []
  /// Squares not yet divided: a heap, the most promising first.
  private var heap: [(bound: Double, square: Int32)] = []
  /// Sides near each square, one run after another.
  private var near: [Int32] = []
  /// Squared distances of the square looked at from each of its candidates.
  private var distances: [Double] = []

  /// Squares of the first row at most, and looks at sides in all.
  private static let mostSquares = 4096.0
  private static let mostLooks = 40_000_000

  private struct Square {
    let middle: SIMD2<Double>
    let half: Double
    /// Whether all of it is inside.
    let isInside: Bool
    /// Its sides, in `near`.
    let sides: Range<Int>
  }

  init(_ rings: Range<Int>, of region: PolygonColumns, atLeast best: Double, enough: Double) {
    self.best = best
    self.enough = enough
    let axis = Self.axis(of: region, region.vertices(of: rings.lowerBound))
    let origin = region[region.vertices(of: rings.lowerBound).lowerBound]
    for ring in rings {
      let span = region.vertices(of: ring)
      var previous = Self.turned(region[span.upperBound - 1] - origin, axis)
      for vertex in span {
        let point = Self.turned(region[vertex] - origin, axis)
        sides.append((previous, point))
        low = SIMD2(min(low.x, point.x), min(low.y, point.y))
        high = SIMD2(max(high.x, point.x), max(high.y, point.y))
        previous = point
      }
    }
  }

  mutating func run() -> Double {
    let extent = high - low
    let thickness = min(extent.x, extent.y)
    let size = max(thickness, max(extent.x, extent.y) / Self.mostSquares)
    // No circle is wider than what is around it.
    guard size.isFinite, thickness > best + InscribedCircle.slack(best) else { return best }
    near = sides.indices.map { Int32($0) }
    let all = 0..<near.count
    var corner = low
    while corner.y < high.y {
      corner.x = low.x
      while corner.x < high.x {
        look(at: corner + size / 2, half: size / 2, all, isInside: false)
        corner.x += size
      }
      corner.y += size
    }
    while let (bound, index) = pop(), bound > best + InscribedCircle.slack(best), best < enough,
      near.count < Self.mostLooks
    {
      let square = squares[Int(index)]
      let quarter = square.half / 2
      for offset in [SIMD2(-1.0, -1), SIMD2(-1, 1), SIMD2(1, -1), SIMD2(1, 1)] {
        look(
          at: square.middle + offset * quarter, half: quarter, square.sides,
          isInside: square.isInside)
      }
    }
    return best
  }

  /// Measures a square, and keeps it where a larger circle may lie.
  ///
  /// Sides further from the middle than the nearest by a whole diagonal are nearest to no place in it.
  private mutating func look(
    at middle: SIMD2<Double>, half: Double, _ candidates: Range<Int>, isInside: Bool
  ) {
    let radius = half * 2.0.squareRoot()
    var nearest = (squared: Double.infinity, side: Int32(0))
    distances.removeAll(keepingCapacity: true)
    for index in candidates {
      let squared = squaredDistance(middle, sides[Int(near[index])])
      distances.append(squared)
      if squared < nearest.squared { nearest = (squared, near[index]) }
    }
    let distance = nearest.squared.squareRoot()
    func isPromising(_ bound: Double) -> Bool { bound > best + InscribedCircle.slack(best) }
    guard isPromising(2 * (distance + radius)) else { return }
    let isIn = isInside || contains(middle)
    if isIn { best = max(best, 2 * distance) }
    var bound = 2 * ((isIn ? distance : -distance) + radius)
    guard isPromising(bound) else { return }
    let start = near.count
    let reach = (distance + 2 * radius) * (distance + 2 * radius)
    for (index, squared) in zip(candidates, distances) where squared <= reach {
      near.append(near[index])
    }
    let isAllIn = isIn && distance > radius
    let own = near[start...]
    if isAllIn || own.count == 2 {
      bound = min(bound, stripBound(at: middle, radius, nearest.side, own, isIn: isIn))
    }
    guard isPromising(bound) else {
      near.removeLast(near.count - start)
      return
    }
    squares.append(
      Square(middle: middle, half: half, isInside: isAllIn, sides: start..<near.count))
    push((bound, Int32(squares.count - 1)))
  }

  /// The widest circle between the side nearest to the middle of a square and another one: a step away
  /// from one is a step towards the other, but for the angle between them. It holds where no place of
  /// the square is across a side, or where these two are all that is near: then they bound one strip.
  private func stripBound(
    at middle: SIMD2<Double>, _ radius: Double, _ nearest: Int32, _ sides: ArraySlice<Int32>,
    isIn: Bool
  ) -> Double {
    guard let first = foot(of: middle, on: nearest, margin: radius) else { return .infinity }
    // From outside of the strip, its nearer side is crossed first.
    let sign = isIn ? 1.0 : -1.0
    var bound = Double.infinity
    for side in sides where side != nearest {
      guard let second = foot(of: middle, on: side, margin: radius) else { continue }
      let angle = (second.away + sign * first.away).length
      bound = min(bound, second.distance + sign * first.distance + radius * angle)
    }
    return bound
  }

  /// How far a place is from a side, and which way leads away from it; nil where the side ends within
  /// the margin of the nearest point.
  private func foot(
    of point: SIMD2<Double>, on side: Int32, margin: Double
  ) -> (distance: Double, away: SIMD2<Double>)? {
    let (a, b) = sides[Int(side)]
    let length = (b - a).length
    guard length > 2 * margin else { return nil }
    let way = (b - a) / length
    let along = ((point - a) * way).sum()
    guard along >= margin, along <= length - margin else { return nil }
    let offset = point - (a + along * way)
    let distance = offset.length
    return distance > 0 ? (distance, offset / distance) : nil
  }

  private func squaredDistance(
    _ point: SIMD2<Double>, _ side: (a: SIMD2<Double>, b: SIMD2<Double>)
  ) -> Double {
    let (dx, dy) = (side.b.x - side.a.x, side.b.y - side.a.y)
    let (px, py) = (point.x - side.a.x, point.y - side.a.y)
    let length2 = dx * dx + dy * dy
    let along = length2 > 0 ? max(0, min(1, (px * dx + py * dy) / length2)) : 0
    let (x, y) = (px - along * dx, py - along * dy)
    return x * x + y * y
  }

  private func contains(_ point: SIMD2<Double>) -> Bool {
    var isInside = false
    for (a, b) in sides where (a.y > point.y) != (b.y > point.y) {
      if a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) > point.x { isInside.toggle() }
    }
    return isInside
  }

  // MARK: The polygon's own axis

  /// The direction along which the vertices spread most, as a unit vector.
  private static func axis(of region: PolygonColumns, _ vertices: Range<Int>) -> SIMD2<Double> {
    let count = Double(vertices.count)
    let middle = vertices.reduce(SIMD2<Double>.zero) { $0 + region[$1] } / count
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for vertex in vertices {
      let offset = region[vertex] - middle
      xx += offset.x * offset.x
      xy += offset.x * offset.y
      yy += offset.y * offset.y
    }
    let largest = (xx + yy) / 2 + ((xx - yy) * (xx - yy) / 4 + xy * xy).squareRoot()
    let axis = xy == 0 ? (xx >= yy ? SIMD2(1, 0) : SIMD2(0, 1)) : SIMD2(xy, largest - xx)
    return axis / axis.length
  }

  private static func turned(_ point: SIMD2<Double>, _ axis: SIMD2<Double>) -> SIMD2<Double> {
    SIMD2(point.x * axis.x + point.y * axis.y, point.y * axis.x - point.x * axis.y)
  }

  // MARK: A heap

  private mutating func push(_ entry: (bound: Double, square: Int32)) {
    heap.append(entry)
    var place = heap.count - 1
    while place > 0, heap[(place - 1) / 2].bound < heap[place].bound {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func pop() -> (bound: Double, square: Int32)? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var place = 0
    while 2 * place + 1 < heap.count {
      var child = 2 * place + 1
      if child + 1 < heap.count, heap[child + 1].bound > heap[child].bound { child += 1 }
      guard heap[child].bound > heap[place].bound else { break }
      heap.swapAt(child, place)
      place = child
    }
    return first
  }
}

extension SIMD2<Double> {
  fileprivate var length: Double { (x * x + y * y).squareRoot() }
}
