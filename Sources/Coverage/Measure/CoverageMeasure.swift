/// The indicator at every level asked for.
enum CoverageMeasure {
  /// The levels of these units that nobody need ask for.
  static func levels(of units: StudyUnits) -> [String] {
    let hasIntercommunalities = units.units.contains { !$0.intercommunality.isEmpty }
    return [units.area.level, "region", "departement"] + (hasIntercommunalities ? ["epci"] : [])
  }

  /// - Complexity: O(parts × levels).
  static func areas(
    _ territories: Territories, _ units: StudyUnits, by attributes: [String]
  ) -> [AreaCoverage] {
    let stages = territories.stageOfCovering
    let areas = CoverageAreas(units, by: attributes)
    var ofPlace = [StageBreakdown](repeating: StageBreakdown(), count: areas.areasOfPlace.count)
    for part in territories.parts where part.isStudied {
      ofPlace[areas.placeOfUnit[Int(part.unit)]].add(
        part.population, at: stages[part.covering])
    }
    var breakdowns = [StageBreakdown](repeating: StageBreakdown(), count: areas.areas.count)
    for (breakdown, members) in zip(ofPlace, areas.areasOfPlace) {
      for area in members { breakdowns[area].add(breakdown) }
    }
    return areas.coverage(breakdowns)
  }

  static func grossAndNet(
    _ territories: Territories, countedFrom lowest: Stage
  ) -> GrossAndNet {
    var sums = GrossAndNet()
    let counts = territories.coverings.mapped { covering in
      covering.count { territories[$0].stage >= lowest }
    }
    for part in territories.parts where part.isStudied {
      let count = counts[part.covering]
      sums.gross += count * part.population
      if count > 0 { sums.net += part.population }
      if count > 1 { sums.inSeveral += part.population }
    }
    return sums
  }
}
