/// What is known of one commune.
struct CommuneFigures: Sendable {
  /// Whether the study is of any unit of it; the others are only in territories of its CPTS.
  var isStudied = false
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
    for index in units.communes.indices {
      figures[index].isStudied = units.communes[index].units.contains { units.area.contains($0) }
    }
    // Of a commune that the limit of the study divides, only what is inside.
    func isWanted(_ unit: Index<Unit>) -> Bool {
      units.area.contains(unit) || !figures[Int(units[unit].commune)].isStudied
    }
    for (index, unit) in units.units.enumerated() where isWanted(Index(index)) {
      guard let people = unit.population else { continue }
      figures[Int(unit.commune)].population = (figures[Int(unit.commune)].population ?? 0) + people
    }
    for part in territories.parts where isWanted(part.unit) {
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
