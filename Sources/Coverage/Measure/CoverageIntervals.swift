/// How far the people covered could be from the figures, whatever the distribution inside the units that
/// drawings cut: the fewest and the most are hard bounds.
struct CoverageIntervals: Sendable {
  /// People that a figure could lose or gain.
  struct Slack: Sendable, Equatable {
    var below = 0
    var above = 0

    static func + (left: Slack, right: Slack) -> Slack {
      Slack(below: left.below + right.below, above: left.above + right.above)
    }
  }

  /// By cut unit, then by stage: of the people at that stage or above.
  private let ofUnit: [Index<Unit>: [Slack]]

  /// - Complexity: O(parts of cut units × stages).
  init(
    _ territories: Territories, _ mesh: Mesh, _ weights: PieceWeights, in area: StudyArea = .all
  ) {
    let stages = territories.stageOfCovering
    let parts = territories.partsOfUnit(count: mesh.unitCount)
    var ofUnit: [Index<Unit>: [Slack]] = [:]
    for unit in mesh.units where mesh.pieces.isCut(unit) && area.contains(unit) {
      let own = parts[unit].map { territories.parts[$0] }
      ofUnit[unit] = Stage.allCases.map { stage in
        Self.slack(own, in: unit, mesh.pieces, weights) { stages[$0.covering] >= stage }
      }
    }
    self.ofUnit = ofUnit
  }

  /// None for a unit in one piece: its people are counted, not shared out.
  func slack(of unit: Index<Unit>, from stage: Stage) -> Slack {
    ofUnit[unit]?[stage.rawValue] ?? Slack()
  }

  /// All units together.
  func slack(from stage: Stage) -> Slack {
    ofUnit.values.reduce(Slack()) { $0 + $1[stage.rawValue] }
  }

  /// Lists that divide a unit by people say how many live in each of their parts; drawings then divide
  /// each of those. Parts come by piece, and in each piece in the order of the lists.
  private static func slack(
    _ parts: [Part], in unit: Index<Unit>, _ pieces: Pieces, _ weights: PieceWeights,
    isCovered: (Part) -> Bool
  ) -> Slack {
    let span = pieces.of(unit)
    let lists = parts.count / max(1, span.count)
    return (0..<lists).reduce(Slack()) { sum, list in
      let own = stride(from: list, to: parts.count, by: lists).map { parts[$0] }
      let isIn = own.map(isCovered)
      let whole = own.reduce(0) { $0 + $1.population }
      let covered = zip(own, isIn).reduce(0) { $0 + ($1.1 ? $1.0.population : 0) }
      let certain = weights.certainty(in: span, of: unit, pieces) {
        isIn[span.lowerBound.distance(to: $0)]
      }
      let fewest = Int((Double(whole) * certain.inside).rounded(.down))
      let most = whole - Int((Double(whole) * certain.outside).rounded(.down))
      return sum + Slack(below: max(0, covered - fewest), above: max(0, most - covered))
    }
  }
}

extension PieceWeights {
  /// Shares of a unit's people that certainly live inside or outside of some of its pieces.
  fileprivate func certainty(
    in span: Range<Index<Piece>>, of unit: Index<Unit>, _ pieces: Pieces,
    isIn: (Index<Piece>) -> Bool
  ) -> (inside: Double, outside: Double) {
    // A place below a square metre is noise of rounding: nobody lives there.
    let places = span.filter { pieces.squareMetres[$0] >= Arrangement.leastSquareMetres }
    if places.allSatisfy({ isIn($0) }) { return (1, 0) }
    if !places.contains(where: { isIn($0) }) { return (0, 1) }
    guard methods[unit] == .grid else { return (0, 0) }
    var sums = (inside: 0.0, outside: 0.0)
    for piece in span {
      if isIn(piece) { sums.inside += weights[piece] } else { sums.outside += weights[piece] }
    }
    let whole = sums.inside + sums.outside
    for cell in mixedCells[unit] ?? [] {
      var own = (inside: 0.0, outside: 0.0)
      for share in cell.people {
        if isIn(share.piece) {
          own.inside += share.people
        } else {
          own.outside += share.people
        }
      }
      guard own.inside > 0, own.outside > 0 else { continue }
      sums.inside -= own.inside
      sums.outside -= own.outside
    }
    return (max(0, sums.inside / whole), max(0, sums.outside / whole))
  }
}
