/// Finds the ways out of the overlaps of a study.
struct Conciliations {
  private let territories: Territories
  private let mesh: Mesh
  private let partsOfPiece: Grouping<Piece, Part>
  private let partsOfCPTS: Grouping<DatedCPTS, Part>
  private let livingAreas: [String]?
  private let intercommunalities: [String]?

  /// - Parameter livingAreas: bassin de vie of each unit, where known.
  /// - Complexity: O(parts + units).
  init(
    _ territories: Territories, _ units: StudyUnits, _ mesh: Mesh, livingAreas: [String]?
  ) {
    self.territories = territories
    self.mesh = mesh
    partsOfPiece = territories.partsOfPiece(count: mesh.pieces.count)
    partsOfCPTS = territories.partsOfCPTS()
    self.livingAreas = livingAreas
    let codes = units.units.map(\.intercommunality)
    intercommunalities = codes.contains { !$0.isEmpty } ? codes : nil
  }

  /// What one unit has in common.
  fileprivate struct Common {
    let unit: Index<Unit>
    var people = 0
    var pieces: [Index<Piece>] = []
  }

  /// The ways out of an overlap, one project first; none out of noise of drawing.
  ///
  /// - Complexity: O(parts of both CPTS + edges of what they have in common).
  func ways(of overlap: Overlap) -> [Conciliation] {
    guard overlap.qualification != .sliver else { return [] }
    let commons = commons(of: overlap)
    var ways = [
      divided(commons, .oneProject) { _ in .neither }
    ]
    let stages = (territories[overlap.first].stage, territories[overlap.second].stage)
    if OverlapSituation(stages.0, stages.1) == .projectOverValidated {
      let isFirst = stages.0 > stages.1
      ways.append(
        divided(commons, .validatedKeeps) { _ in
          isFirst ? .first : .second
        })
    }
    for (way, codes) in [
      (ConciliationWay.byLivingArea, livingAreas), (.byIntercommunality, intercommunalities),
    ] {
      guard let codes else { continue }
      let held = (
        held(overlap.first, but: overlap.second, codes),
        held(overlap.second, but: overlap.first, codes)
      )
      ways.append(
        divided(commons, way) { common in
          let code = codes[Int(common.unit)]
          guard !StudyUnits.noArea.contains(code) else { return .neither }
          return Self.order(held.0[code] ?? 0, held.1[code] ?? 0)
        })
    }
    ways.append(divided(commons, .byBorder) { border(of: $0, overlap) })
    return ways
  }

  private func commons(of overlap: Overlap) -> [Common] {
    var commons: [Common] = []
    for index in partsOfCPTS[overlap.first] {
      let part = territories.parts[index]
      guard territories.coverings[part.covering].contains(overlap.second) else { continue }
      if commons.last?.unit != part.unit { commons.append(Common(unit: part.unit)) }
      let last = commons.count - 1
      commons[last].people += part.population
      if part.piece.exists, commons[last].pieces.last != part.piece {
        commons[last].pieces.append(part.piece)
      }
    }
    return commons
  }

  /// - Parameter order: whether the first has more to say of a unit, or the second, or neither.
  private func divided(
    _ commons: [Common], _ way: ConciliationWay, _ order: (Common) -> Order
  ) -> Conciliation {
    var result = Conciliation(way: way)
    for common in commons {
      switch order(common) {
      case .first: result.first.add(common)
      case .second: result.second.add(common)
      case .neither: result.undecided.add(common)
      }
    }
    return result
  }

  private enum Order { case first, second, neither }

  private static func order<Value: Comparable>(_ first: Value, _ second: Value) -> Order {
    first == second ? .neither : first > second ? .first : .second
  }

  /// People of each area whom a CPTS has without the other.
  private func held(
    _ cpts: Index<DatedCPTS>, but other: Index<DatedCPTS>, _ codes: [String]
  ) -> [String: Int] {
    var held: [String: Int] = [:]
    for index in partsOfCPTS[cpts] {
      let part = territories.parts[index]
      guard !territories.coverings[part.covering].contains(other) else { continue }
      held[codes[Int(part.unit)], default: 0] += part.population
    }
    return held
  }

  /// Metres of border with what either CPTS has alone, to the millimetre: the sums depend on no order then.
  private func border(of common: Common, _ overlap: Overlap) -> Order {
    var metres = (first: 0, second: 0)
    for piece in common.pieces {
      for edge in mesh.borders[piece] {
        let other = mesh.piece(across: edge, from: piece)
        guard other.exists, other != piece else { continue }
        let isOf = (covers(overlap.first, other), covers(overlap.second, other))
        guard isOf.0 != isOf.1 else { continue }
        let length = Int((mesh.length(of: edge) * 1_000).rounded())
        if isOf.0 { metres.first += length } else { metres.second += length }
      }
    }
    return Self.order(metres.first, metres.second)
  }

  private func covers(_ cpts: Index<DatedCPTS>, _ piece: Index<Piece>) -> Bool {
    partsOfPiece[piece].contains {
      territories.coverings[territories.parts[$0].covering].contains(cpts)
    }
  }
}

extension Conciliation.Share {
  fileprivate mutating func add(_ common: Conciliations.Common) {
    units.append(common.unit)
    people += common.people
  }
}
