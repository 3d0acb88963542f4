/// The indicator at every level asked for.
enum CoverageMeasure {
  /// - Complexity: O(parts × levels).
  static func areas(
    _ territories: Territories, _ units: StudyUnits, by attributes: [String]
  ) -> [AreaCoverage] {
    let stages = territories.stageOfCovering
    func level(
      _ name: String, _ key: (Int) -> String, _ label: (String) -> String
    ) -> [AreaCoverage] {
      let keys = units.units.indices.map(key)
      let known = Set(zip(keys, units.units).lazy.filter { $1.population != nil }.map { $0.0 })
      var breakdowns: [String: StageBreakdown] = [:]
      for part in territories.parts {
        breakdowns[keys[Int(part.unit)], default: StageBreakdown()].add(
          part.population, at: stages[Int(part.covering)])
      }
      return breakdowns.sorted { $0.key < $1.key }.map {
        AreaCoverage(
          level: name, code: $0.key, name: $0.key.isEmpty ? "non renseigné" : label($0.key),
          breakdown: $0.value, isKnown: known.contains($0.key))
      }
    }
    var areas = level("national", { _ in "FR" }, { _ in "France" })
    areas += level(
      "region", { units.units[$0].region }, { AdministrativeNames.regions[$0] ?? "" })
    areas += level(
      "departement", { units.units[$0].department }, { AdministrativeNames.departments[$0] ?? "" })
    if units.units.contains(where: { !$0.intercommunality.isEmpty }) {
      areas += level("epci", { units.units[$0].intercommunality }, { _ in "" })
    }
    for attribute in attributes {
      let values = units.attributes[folded(attribute)] ?? []
      areas += level(attribute, { values[$0] }, { $0 })
    }
    return areas
  }

  static func grossAndNet(
    _ territories: Territories, countedFrom lowest: Stage
  ) -> GrossAndNet {
    var sums = GrossAndNet()
    let counts = territories.coverings.map { covering in
      covering.count { territories.cpts[Int($0)].stage >= lowest }
    }
    for part in territories.parts {
      let count = counts[Int(part.covering)]
      sums.gross += count * part.population
      if count > 0 { sums.net += part.population }
      if count > 1 { sums.inSeveral += part.population }
    }
    return sums
  }
}
