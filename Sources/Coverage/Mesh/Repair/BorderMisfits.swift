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

  /// A unit with more misfits than this is said to fit badly, in a row or two.
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

  /// Each misfit by itself; of units that have many, the sums.
  ///
  /// - Parameter width: of a gap.
  func findings(width: (BorderGap) -> Double) -> [BorderFinding] {
    var sums = sumsOfManifold()
    var single: [BorderFinding] = []
    func say(
      _ kind: @autoclosure () -> BorderFinding.Kind, of unit: Index<Unit>,
      beside neighbour: Index<Unit>? = nil, orAdd add: (inout UnitMisfits) -> Void
    ) {
      if sums[unit] != nil {
        sums[unit]?.add(neighbour, add)
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
    let welded = welds.map { weld in
      BorderFinding(
        kind: .welded(corners: weld.move.corners, metres: weld.move.metres), unit: weld.unit,
        neighbour: nil)
    }
    return welded + single
      + sums.sorted { $0.key < $1.key }.flatMap { $0.value.findings(of: $0.key) }
  }

  /// Nothing yet, for each unit with many misfits.
  private func sumsOfManifold() -> [Index<Unit>: UnitMisfits] {
    var counts: [Index<Unit>: Int] = [:]
    for (unit, points) in points.pairs where points > 0 { counts[unit, default: 0] += 1 }
    for pair in pairs.pairs { counts[Index(pair.x), default: 0] += 1 }
    for gap in gaps { counts[gap.unit, default: 0] += 1 }
    return counts.filter { $0.value > Self.many }.mapValues { _ in UnitMisfits() }
  }
}

/// The misfits of one unit together.
private struct UnitMisfits {
  var points = 0
  var sides = 0
  var closed = BorderFinding.Gaps()
  var holes = BorderFinding.Gaps()
  private var neighbours: Set<Index<Unit>> = []

  mutating func add(_ neighbour: Index<Unit>?, _ misfit: (inout UnitMisfits) -> Void) {
    if let neighbour { neighbours.insert(neighbour) }
    misfit(&self)
  }

  func findings(of unit: Index<Unit>) -> [BorderFinding] {
    var kinds: [BorderFinding.Kind] = []
    if points + sides + closed.count > 0 {
      kinds.append(
        .misfits(neighbours: neighbours.count, points: points, sides: sides, closed: closed))
    }
    if holes.count > 0 { kinds.append(.holes(holes)) }
    return kinds.map { BorderFinding(kind: $0, unit: unit, neighbour: nil) }
  }
}
