import GeoKernel

/// The sides of a polygon, turned so that it lies along the abscissa.
struct TurnedSides {
  /// The box around all sides.
  private(set) var low = SIMD2(repeating: Double.infinity)
  private(set) var high = SIMD2(repeating: -Double.infinity)
  private var sides = Column<Side, Side>()
  /// As many sides are looked at faster than sorted out.
  private static let few = 16
  /// Sides by the columns of equal width that they pass through: what lies above a place is in its own.
  private let columns: Grouping<Upright, Side>
  private let columnsPerUnit: Double
  private let chords: UprightChords

  struct Side {
    let start: SIMD2<Double>
    /// From the start to the end.
    let way: SIMD2<Double>
    let end: SIMD2<Double>
    /// Squared length; without end where the side has none, so that no place is along it.
    let squaredLength: Double
  }

  /// A column of the abscissa.
  enum Upright {}

  var count: Int { sides.count }

  /// The longest line inside the polygon across its axis: no circle inside is wider.
  var tallest: Double { chords.tallest }

  /// - Complexity: O(sides).
  init(_ rings: Range<Int>, of region: PolygonColumns) {
    let axis = Self.axis(of: region, region.vertices(of: rings.lowerBound))
    let origin = region[region.vertices(of: rings.lowerBound).lowerBound]
    var passed = 0.0
    for ring in rings {
      let span = region.vertices(of: ring)
      var previous = Self.turned(region[span.upperBound - 1] - origin, axis)
      for vertex in span {
        let point = Self.turned(region[vertex] - origin, axis)
        let way = point - previous
        let squaredLength = (way * way).sum()
        sides.append(
          Side(
            start: previous, way: way, end: point,
            squaredLength: squaredLength > 0 ? squaredLength : .infinity))
        low = pointwiseMin(low, point)
        high = pointwiseMax(high, point)
        passed += abs(way.x)
        previous = point
      }
    }
    // As many columns as sides, but where sides go to and fro: together they pass through few each.
    let width = high.x - low.x
    let most = Double(sides.count) * min(1, 4 * width / passed)
    let columnCount = most >= 1 ? Int(most) : 1
    columnsPerUnit = columnCount > 1 ? Double(columnCount) / width : 0
    let (west, perUnit) = (low.x, columnsPerUnit)
    columns = Grouping(groupCount: columnCount) { [sides] visit in
      func column(_ x: Double) -> Int { Self.column(x - west, perUnit, columnCount) }
      for (index, side) in sides.pairs {
        let (first, last) = (column(side.start.x), column(side.end.x))
        for column in min(first, last)...max(first, last) { visit(Index(column), index) }
      }
    }
    chords = UprightChords(sides, columns) {
      Self.column($0 - west, perUnit, columnCount)
    }
  }

  private static func column(_ offset: Double, _ perUnit: Double, _ count: Int) -> Int {
    Int(max(0, min(Double(count - 1), offset * perUnit)))
  }

  /// How tall the polygon is at most within `half` of an abscissa.
  ///
  /// - Complexity: O(columns within reach).
  func tallest(around abscissa: Double, half: Double) -> Double {
    chords.tallest(in: column(abscissa - half)...column(abscissa + half))
  }

  private func column(_ abscissa: Double) -> Int {
    Self.column(abscissa - low.x, columnsPerUnit, columns.groupCount)
  }

  /// The sides that may lie within reach of a square, ascending: those no further than the nearest to its
  /// middle by two of its half diagonals, and some more; nil for all of them.
  ///
  /// - Complexity: O(sides within reach along the abscissa × log).
  func near(_ middle: SIMD2<Double>, radius: Double) -> [Index<Side>]? {
    guard count > Self.few else { return nil }
    let own = columns[Index(column(middle.x))]
    let nearest = own.reduce(.infinity) { min($0, squaredDistance(of: middle, from: $1)) }
    let reach = nearest.squareRoot() + 2 * radius
    let (west, east) = (column(middle.x - reach) - 1, column(middle.x + reach) + 1)
    guard reach.isFinite, 2 * (east - west) < columns.groupCount else { return nil }
    var found: [Index<Side>] = []
    for column in max(0, west)...min(columns.groupCount - 1, east) {
      found += columns[Index(column)]
    }
    found.sort()
    var last = Index<Side>.missing
    found.removeAll { side in
      defer { last = side }
      return side == last
    }
    return found
  }

  func squaredDistance(of point: SIMD2<Double>, from side: Index<Side>) -> Double {
    let side = sides[side]
    let offset = point - side.start
    let along = max(0, min(1, (offset * side.way).sum() / side.squaredLength))
    let away = offset - along * side.way
    return (away * away).sum()
  }

  /// How far a place is from a side, and which way leads away from it; nil where the side ends within
  /// the margin of the nearest point.
  func foot(
    of point: SIMD2<Double>, on side: Index<Side>, margin: Double
  ) -> (distance: Double, away: SIMD2<Double>)? {
    let side = sides[side]
    let length = side.way.length
    guard length > 2 * margin else { return nil }
    let way = side.way / length
    let along = ((point - side.start) * way).sum()
    guard along >= margin, along <= length - margin else { return nil }
    let offset = point - (side.start + along * way)
    let distance = offset.length
    return distance > 0 ? (distance, offset / distance) : nil
  }

  /// Whether a place is inside, by counting the sides above it.
  ///
  /// - Complexity: O(sides in its column).
  func contain(_ point: SIMD2<Double>) -> Bool {
    var isInside = false
    for index in columns[Index(column(point.x))] {
      let side = sides[index]
      guard (side.start.x > point.x) != (side.end.x > point.x) else { continue }
      let share = (point.x - side.start.x) / side.way.x
      if side.start.y + share * side.way.y > point.y { isInside.toggle() }
    }
    return isInside
  }

  // MARK: The polygon's own axis

  /// The direction along which the vertices spread most, as a unit vector.
  private static func axis(of region: PolygonColumns, _ vertices: Range<Int>) -> SIMD2<Double> {
    let count = Double(vertices.count)
    let middle = vertices.reduce(SIMD2<Double>.zero) { $0 + region[$1] } / count
    return PrincipalAxis.direction(of: vertices.lazy.map { region[$0] - middle })
  }

  private static func turned(_ point: SIMD2<Double>, _ axis: SIMD2<Double>) -> SIMD2<Double> {
    SIMD2(point.x * axis.x + point.y * axis.y, point.y * axis.x - point.x * axis.y)
  }
}

extension SIMD2<Double> {
  var length: Double { (x * x + y * y).squareRoot() }
}
