/// What a proposal does to the white zones.
struct WhiteZoneEffect: Sendable {
  /// One white zone that the proposal touches.
  struct Touched: Sendable {
    /// Number of the zone before.
    let zone: Int
    /// People whom the proposal covers there, and whom it leaves; they add up to the zone.
    var covered = 0
    var left = 0
    /// What is left of the zone, the most populous first.
    var remnants: [Remnant] = []

    /// `closed`, `reduced` or `split`: the proposal covers some of the zone.
    var fate: ZoneFate {
      switch remnants.count {
      case 0: .closed
      case 1: .reduced
      default: .split
      }
    }
  }

  /// A white zone after the change.
  struct Remnant: Sendable {
    /// Number of the zone after.
    let zone: Int
    /// Its people who were in the zone before: all of them, unless a CPTS gives up land around.
    var people = 0
    /// CPTS that border it, the proposal apart, by number in the study after.
    let neighbours: [Index<DatedCPTS>]
    /// Whether it has fewer people than a CPTS can have.
    let isTooSmall: Bool
  }

  var touched: [Touched] = []
  /// People of the proposal who had no CPTS before, and those who had: of those of the study.
  var newlyCovered = 0
  var alreadyCovered = 0
  /// Parts of the perimeter replaced that no CPTS covers any more.
  var uncovered: [Part] = []
  var newlyUncovered: Int { uncovered.reduce(0) { $0 + $1.population } }

  var orphans: [Remnant] { touched.flatMap { $0.remnants }.filter { $0.isTooSmall } }
}

extension OpinionMaker {
  /// - Complexity: O(parts + pieces).
  func whiteZoneEffect() -> WhiteZoneEffect {
    var effect = WhiteZoneEffect()
    var coveredOfZone: [Index<WhiteZone>: Int] = [:]
    for part in parts where part.isStudied {
      if ground.isCovered(ground.stages[part.covering]) {
        effect.alreadyCovered += part.population
        continue
      }
      effect.newlyCovered += part.population
      let zone = ground.zoneOfPiece[part.piece]
      if zone.exists { coveredOfZone[zone, default: 0] += part.population }
    }
    let stagesAfter = after.territories.stageOfCovering
    if subject.former != nil {
      for (part, changed) in zip(territories.parts, after.territories.parts)
      where part.isStudied && ground.isCovered(ground.stages[part.covering])
        && !ground.isCovered(stagesAfter[changed.covering])
      {
        effect.uncovered.append(part)
      }
    }
    let zonesAfter = after.zoneOfPiece()
    effect.touched = coveredOfZone.sorted { $0.key < $1.key }.map { zone, covered in
      touched(Int(zone), covered, zonesAfter, stagesAfter)
    }
    return effect
  }

  private func touched(
    _ zone: Int, _ covered: Int, _ zonesAfter: Column<Piece, Index<WhiteZone>>,
    _ stagesAfter: Column<Covering, Stage>
  ) -> WhiteZoneEffect.Touched {
    let before = study.figures.zones[zone]
    let smallest = options.optionRules.range(options.rules.sizes).lowerBound
    var peopleOfRemnant: [Index<WhiteZone>: Int] = [:]
    for piece in before.pieces {
      let remnant = zonesAfter[piece]
      guard remnant.exists else { continue }
      for index in ground.partsOfPiece[piece] {
        let part = after.territories.parts[index]
        if ground.isCovered(stagesAfter[part.covering]) { continue }
        peopleOfRemnant[remnant, default: 0] += part.population
      }
    }
    var result = WhiteZoneEffect.Touched(zone: zone)
    result.covered = covered
    result.left = before.population - covered
    result.remnants = peopleOfRemnant.map { remnant, people in
      let zone = after.figures.zones[Int(remnant)]
      return WhiteZoneEffect.Remnant(
        zone: Int(remnant), people: people,
        neighbours: zone.neighbours.map { $0.cpts }.filter { $0 != subject.indexAfter },
        isTooSmall: zone.population < smallest && after.units.people(of: zone).known == .all)
    }
    .sorted { ($1.people, $0.zone) < ($0.people, $1.zone) }
    return result
  }
}
