import GeoKernel

/// The search for the largest circle inside one polygon.
struct CircleSearch {
  private let sides: TurnedSides
  private var best: Double
  private let question: WidthQuestion
  /// Only circles of a larger diameter are worth looking for.
  private var beyond: Double
  private var squares = Column<Square, Square>()
  /// Squares not yet divided, the most promising first.
  private var undivided = LeastFirst<Promise>()
  /// Sides near each square, one run after another.
  private var near: [Index<TurnedSides.Side>] = []
  /// Squared distances of the square looked at from each of its candidates, in their order.
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

  /// No circle around a place of the square is wider than the bound.
  private struct Promise: Comparable {
    let bound: Double
    let square: Index<Square>

    static func < (left: Promise, right: Promise) -> Bool { left.bound > right.bound }
  }

  init(
    _ rings: Range<Int>, of region: PolygonColumns, atLeast best: Double,
    asking question: WidthQuestion
  ) {
    self.best = best
    self.question = question
    beyond = question.beyond(best)
    sides = TurnedSides(rings, of: region)
    distances = Array(repeating: 0, count: sides.count)
  }

  mutating func run() -> Double {
    let (low, high) = (sides.low, sides.high)
    let extent = high - low
    let thickness = min(extent.x, extent.y)
    let size = max(thickness, max(extent.x, extent.y) / Self.mostSquares)
    // No circle is wider than what is around it.
    guard size.isFinite, thickness > beyond, sides.tallest > beyond else { return best }
    let all = (0..<sides.count).map { Index<TurnedSides.Side>($0) }
    near = all
    var corner = low
    while corner.y < high.y {
      corner.x = low.x
      while corner.x < high.x {
        let middle = corner + size / 2
        corner.x += size
        guard sides.tallest(around: middle.x, half: size / 2) > beyond else { continue }
        let candidates = sides.near(middle, radius: size / 2 * 2.0.squareRoot()) ?? all
        near.replaceSubrange(0..<candidates.count, with: candidates)
        look(at: middle, half: size / 2, 0..<candidates.count, isInside: false)
      }
      corner.y += size
    }
    while let promise = undivided.popLeast(), promise.bound > beyond, near.count < Self.mostLooks {
      let square = squares[promise.square]
      let quarter = square.half / 2
      for offset in [SIMD2(-1.0, -1), SIMD2(-1, 1), SIMD2(1, -1), SIMD2(1, 1)] {
        let middle = square.middle + offset * quarter
        guard sides.tallest(around: middle.x, half: quarter) > beyond else { continue }
        look(at: middle, half: quarter, square.sides, isInside: square.isInside)
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
    let nearest = measure(candidates, from: middle)
    let distance = nearest.squared.squareRoot()
    guard 2 * (distance + radius) > beyond else { return }
    let isIn = isInside || sides.contain(middle)
    if isIn, 2 * distance > best {
      best = 2 * distance
      beyond = question.beyond(best)
    }
    var bound = 2 * ((isIn ? distance : -distance) + radius)
    guard bound > beyond else { return }
    let start = near.count
    let reach = (distance + 2 * radius) * (distance + 2 * radius)
    for (place, index) in candidates.enumerated() where distances[place] <= reach {
      near.append(near[index])
    }
    let isAllIn = isIn && distance > radius
    let own = near[start...]
    if isAllIn || own.count == 2 {
      bound = min(bound, stripBound(at: middle, radius, nearest.side, own, isIn: isIn))
    }
    guard bound > beyond else {
      near.removeLast(near.count - start)
      return
    }
    undivided.insert(Promise(bound: bound, square: squares.next))
    squares.append(
      Square(middle: middle, half: half, isInside: isAllIn, sides: start..<near.count))
  }

  /// The widest circle between the side nearest to the middle of a square and another one: a step away
  /// from one is a step towards the other, but for the angle between them. It holds where no place of
  /// the square is across a side, or where these two are all that is near: then they bound one strip.
  private func stripBound(
    at middle: SIMD2<Double>, _ radius: Double, _ nearest: Index<TurnedSides.Side>,
    _ others: ArraySlice<Index<TurnedSides.Side>>,
    isIn: Bool
  ) -> Double {
    guard let first = sides.foot(of: middle, on: nearest, margin: radius) else { return .infinity }
    // From outside of the strip, its nearer side is crossed first.
    let sign = isIn ? 1.0 : -1.0
    var bound = Double.infinity
    for side in others where side != nearest {
      guard let second = sides.foot(of: middle, on: side, margin: radius) else { continue }
      let angle = (second.away + sign * first.away).length
      bound = min(bound, second.distance + sign * first.distance + radius * angle)
    }
    return bound
  }

  /// Squared distances of a place from the candidates, in their order, and the nearest of them.
  private mutating func measure(
    _ candidates: Range<Int>, from point: SIMD2<Double>
  ) -> (squared: Double, side: Index<TurnedSides.Side>) {
    var nearest = (squared: Double.infinity, side: Index<TurnedSides.Side>(0))
    let (sides, near) = (sides, near)
    var distances = self.distances.mutableSpan
    for place in 0..<candidates.count {
      let side = near[candidates.lowerBound + place]
      let squared = sides.squaredDistance(of: point, from: side)
      distances[place] = squared
      if squared < nearest.squared { nearest = (squared, side) }
    }
    return nearest
  }
}
