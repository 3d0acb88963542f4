/// What is known of one commune.
struct CommuneFigures: Sendable {
  /// nil where no file says.
  var population: Int?
  /// The highest stage reached anywhere in it.
  var stage = Stage.none
  /// People covered at the stage required or above.
  var covered = 0
  /// CPTS at `projet` or above in any part of it, by id.
  var cpts: [Index<DatedCPTS>] = []
  /// White zones that any part of it belongs to, by id.
  var zones: [Index<WhiteZone>] = []
}

enum CommuneMeasure {
  /// - Complexity: O(parts).
  static func figures(
    _ territories: Territories, _ units: StudyUnits, whiteBelow lowest: Stage,
    zones: [WhiteZone]
  ) -> [CommuneFigures] {
    let stages = territories.stageOfCovering
    var figures = [CommuneFigures](repeating: CommuneFigures(), count: units.communes.count)
    for unit in units.units {
      guard let people = unit.population else { continue }
      figures[Int(unit.commune)].population = (figures[Int(unit.commune)].population ?? 0) + people
    }
    for part in territories.parts {
      let commune = Int(units[part.unit].commune)
      let stage = stages[part.covering]
      if stage >= lowest { figures[commune].covered += part.population }
      if part.isSlight { continue }
      figures[commune].stage = max(figures[commune].stage, stage)
      for cpts in territories.coverings[part.covering]
      where territories[cpts].stage >= .project
        && !figures[commune].cpts.contains(cpts)
      {
        figures[commune].cpts.append(cpts)
      }
    }
    for (index, zone) in zones.enumerated() {
      for commune in Set(zone.units.map { Int(units[$0].commune) }) {
        figures[commune].zones.append(Index(index))
      }
    }
    for index in figures.indices { figures[index].cpts.sort() }
    return figures
  }
}
