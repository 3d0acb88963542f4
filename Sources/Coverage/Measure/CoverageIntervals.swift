/// The fewest and the most people whom any distribution inside the units that drawings cut could put
/// under a stage.
struct CoverageIntervals: Sendable {
  /// By unit, then by stage: people covered at that stage or above. Empty for whole units.
  private let ofUnit: [Int32: [ClosedRange<Int>]]

  /// - Complexity: O(parts of cut units × stages).
  init(_ territories: Territories, _ mesh: Mesh, _ weights: PieceWeights, unitCount: Int) {
    let stages = territories.stageOfCovering
    let parts = territories.partsOfUnit(count: unitCount)
    var ofUnit: [Int32: [ClosedRange<Int>]] = [:]
    for unit in 0..<unitCount where mesh.pieces.isCut(unit) {
      let own = parts[unit].map { territories.parts[Int($0)] }
      ofUnit[Int32(unit)] = Stage.allCases.map { stage in
        Self.interval(own, in: unit, mesh, weights) { stages[Int($0.covering)] >= stage }
      }
    }
    self.ofUnit = ofUnit
  }

  /// nil for a unit that is in one piece: its people are counted, not shared out.
  func of(_ unit: Int32, from stage: Stage) -> ClosedRange<Int>? {
    ofUnit[unit]?[stage.rawValue]
  }

  /// How many people the interval of a stage is above and below the figure, all units together.
  func slack(
    from stage: Stage, _ territories: Territories
  ) -> (below: Int, above: Int) {
    let stages = territories.stageOfCovering
    var covered: [Int32: Int] = [:]
    for part in territories.parts where stages[Int(part.covering)] >= stage {
      covered[part.unit, default: 0] += part.population
    }
    return ofUnit.reduce(into: (0, 0)) { slack, unit in
      let people = covered[unit.key] ?? 0
      slack.0 += people - unit.value[stage.rawValue].lowerBound
      slack.1 += unit.value[stage.rawValue].upperBound - people
    }
  }

  private static func interval(
    _ parts: [Part], in unit: Int, _ mesh: Mesh, _ weights: PieceWeights,
    isCovered: (Part) -> Bool
  ) -> ClosedRange<Int> {
    // Lists that divide a unit by people say how many live in each of their parts; drawings then
    // divide each of those. Parts come by piece, and in each piece in the order of the lists.
    let span = mesh.pieces.of(unit)
    let listed = parts.count / max(1, span.count)
    var (fewest, most) = (0, 0)
    for index in 0..<listed {
      let own = stride(from: index, to: parts.count, by: listed).map { parts[$0] }
      let whole = own.reduce(0) { $0 + $1.population }
      let isIn = own.map(isCovered)
      let certain = weights.certainty(in: span, of: unit, mesh.pieces) { isIn[$0 - span.lowerBound] }
      let people = zip(own, isIn).reduce(0) { $0 + ($1.1 ? $1.0.population : 0) }
      fewest += min(people, Int((Double(whole) * certain.inside).rounded(.down)))
      most += max(people, whole - Int((Double(whole) * certain.outside).rounded(.down)))
    }
    return fewest...most
  }
}

extension PieceWeights {
  /// Shares of a unit's people that certainly live inside or outside of some of its pieces.
  fileprivate func certainty(
    in span: Range<Int>, of unit: Int, _ pieces: Pieces, isIn: (Int) -> Bool
  ) -> (inside: Double, outside: Double) {
    // A place below a square metre is noise of rounding: nobody lives there.
    let places = span.filter { pieces.squareMetres[$0] >= Arrangement.leastSquareMetres }
    let inside = places.contains { isIn($0) }
    let outside = places.contains { !isIn($0) }
    if !outside { return (1, 0) }
    if !inside { return (0, 1) }
    guard methods[unit] == .grid else { return (0, 0) }
    var sums = (inside: 0.0, outside: 0.0, all: 0.0)
    for piece in span {
      sums.all += weights[piece]
      if isIn(piece) { sums.inside += weights[piece] } else { sums.outside += weights[piece] }
    }
    for cell in mixedCells[Int32(unit)] ?? [] {
      let inside = cell.people.reduce(0) { $0 + (isIn(Int($1.piece)) ? $1.people : 0) }
      let outside = cell.people.reduce(0) { $0 + (isIn(Int($1.piece)) ? 0 : $1.people) }
      guard inside > 0, outside > 0 else { continue }
      sums.inside -= inside
      sums.outside -= outside
    }
    return (max(0, sums.inside / sums.all), max(0, sums.outside / sums.all))
  }
}
