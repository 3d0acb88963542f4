/// Where borders did not fit, as it is found, and what is said of it.
struct BorderMisfits {
  private var welds: [(unit: Index<Unit>, move: WeldedCorners.Move)] = []
  /// Points joined on the sides of each unit.
  private var points = Column<Unit, Int>()
  private var pairs = PairTable<Inside, Int>(expected: 64)
  /// For each pair of units, the sides of the first that run inside the second.
  private var sides = Column<Inside, Int>()
  private var gaps: [BorderGap] = []

  /// A unit some of whose sides run inside another.
  private enum Inside {}

  /// A unit with more misfits than this is said to fit badly, in one row and one for its holes.
  private static let many = 4

  // MARK: Finding

  mutating func weld(_ move: WeldedCorners.Move, _ unit: Index<Unit>) {
    welds.append((unit, move))
  }

  mutating func join(_ count: Int, on unit: Index<Unit>) {
    guard unit.exists else { return }
    while points.endIndex <= unit { points.append(0) }
    points[unit] += count
  }

  /// A side of a unit runs inside another.
  mutating func overlap(_ unit: Index<Unit>, in other: Index<Unit>) {
    let pair = pairs.index(of: SIMD2(Int(unit), Int(other)))
    if pair == sides.next { sides.append(0) }
    sides[pair] += 1
  }

  mutating func add(_ gap: BorderGap) { gaps.append(gap) }

  func isInside(_ unit: Index<Unit>, of other: Index<Unit>) -> Bool {
    pairs.find(SIMD2(Int(unit), Int(other))) != nil
  }

  /// Units that lie on another, and those that others lie on.
  var overlappingUnits: Set<Index<Unit>> {
    Set(pairs.pairs.lazy.flatMap { [Index($0.x), Index($0.y)] })
  }

  /// Units whose borders did not fit.
  var units: Set<Index<Unit>> {
    overlappingUnits.union(welds.map { $0.unit })
      .union(points.indices.filter { points[$0] > 0 })
      .union(gaps.lazy.flatMap { [$0.unit, $0.neighbour ?? $0.unit] })
  }

  // MARK: Saying

  /// Each misfit by itself; of units with many or with welded corners, the sums.
  ///
  /// - Parameter width: of a gap.
  func findings(width: (BorderGap) -> Double) -> [BorderFinding] {
    var sums = sumsOfManifold()
    var single: [BorderFinding] = []
    func say(
      _ kind: @autoclosure () -> BorderFinding.Kind, of unit: Index<Unit>,
      beside neighbour: Index<Unit>? = nil, orAdd add: (inout UnitMisfits) -> Void
    ) {
      if var sum = sums[unit] {
        add(&sum)
        sums[unit] = sum
      } else {
        single.append(BorderFinding(kind: kind(), unit: unit, neighbour: neighbour))
      }
    }
    for (unit, points) in points.pairs where points > 0 {
      say(.joined(points: points), of: unit) { $0.points += points }
    }
    for gap in gaps {
      say(
        gap.isClosed
          ? .closedGap(width: width(gap), area: gap.squareMetres)
          : .hole(width: width(gap), area: gap.squareMetres),
        of: gap.unit, beside: gap.neighbour
      ) { if gap.isClosed { $0.closed.add(gap) } else { $0.holes.add(gap) } }
    }
    let order = pairs.pairs.indices.sorted {
      (pairs.pairs[$0].x, pairs.pairs[$0].y) < (pairs.pairs[$1].x, pairs.pairs[$1].y)
    }
    for pair in order {
      let (unit, other) = (Index<Unit>(pairs.pairs[pair].x), Index<Unit>(pairs.pairs[pair].y))
      say(.overlap(sides: sides[pair]), of: unit, beside: other) { $0.sides += sides[pair] }
    }
    return single + sums.sorted { $0.key < $1.key }.flatMap { $0.value.findings(of: $0.key) }
  }

  /// Nothing yet but welded corners, for each unit with some or with many misfits.
  private func sumsOfManifold() -> [Index<Unit>: UnitMisfits] {
    var counts: [Index<Unit>: Int] = [:]
    for (unit, points) in points.pairs where points > 0 { counts[unit, default: 0] += 1 }
    for pair in pairs.pairs { counts[Index(pair.x), default: 0] += 1 }
    for gap in gaps { counts[gap.unit, default: 0] += 1 }
    var sums = counts.filter { $0.value > Self.many }.mapValues { _ in UnitMisfits() }
    for (unit, move) in welds { sums[unit] = UnitMisfits(welded: move) }
    return sums
  }
}

/// The misfits of one unit together.
struct UnitMisfits: Sendable {
  var welded = WeldedCorners.Move()
  /// Points of neighbours that were missing on its sides.
  var points = 0
  /// Sides that run inside others.
  var sides = 0
  var closed = Gaps()
  var holes = Gaps()

  /// Several gaps together.
  struct Gaps: Sendable {
    private(set) var count = 0
    /// None is wider, in metres.
    private(set) var mostWidth = 0.0
    /// Square metres of all.
    private(set) var area = 0.0

    mutating func add(_ gap: BorderGap) {
      count += 1
      mostWidth = max(mostWidth, gap.mostWidth)
      area += gap.squareMetres
    }
  }

  fileprivate func findings(of unit: Index<Unit>) -> [BorderFinding] {
    var kinds: [BorderFinding.Kind] = []
    if welded.corners + points + sides + closed.count > 0 { kinds.append(.misfits(self)) }
    if holes.count > 0 { kinds.append(.holes(holes)) }
    return kinds.map { BorderFinding(kind: $0, unit: unit, neighbour: nil) }
  }
}
