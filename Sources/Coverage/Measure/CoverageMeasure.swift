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
    func level(
      _ name: String, _ key: (Int) -> String, _ label: (String) -> String
    ) -> [AreaCoverage] {
      var indexOfKey: [String: Int] = [:]
      let areaOfUnit = units.units.indices.map { unit in
        let key = key(unit)
        if let index = indexOfKey[key] { return index }
        indexOfKey[key] = indexOfKey.count
        return indexOfKey.count - 1
      }
      var breakdowns = [StageBreakdown](repeating: StageBreakdown(), count: indexOfKey.count)
      var isKnown = [Bool](repeating: false, count: indexOfKey.count)
      var isStudied = isKnown
      var outside = [Int](repeating: 0, count: indexOfKey.count)
      for part in territories.parts {
        let area = areaOfUnit[Int(part.unit)]
        guard part.isStudied else {
          outside[area] += part.population
          continue
        }
        isStudied[area] = true
        breakdowns[area].add(part.population, at: stages[part.covering])
        if units[part.unit].population != nil { isKnown[area] = true }
      }
      return indexOfKey.filter { isStudied[$0.value] }.sorted { $0.key < $1.key }.map {
        key, index in
        AreaCoverage(
          level: name, code: key, name: key.isEmpty ? "non renseigné" : label(key),
          breakdown: breakdowns[index], isKnown: isKnown[index],
          peopleOutside: key.isEmpty || name == units.area.level ? 0 : outside[index])
      }
    }
    let area = units.area
    var areas = level(area.level, { _ in area.code }, { _ in area.name })
    areas += level(
      "region", { units.units[$0].region }, { AdministrativeNames.regions[$0] ?? "" })
    areas += level(
      "departement", { units.units[$0].department }, { AdministrativeNames.departments[$0] ?? "" })
    if levels(of: units).contains("epci") {
      areas += level(
        "epci", { units.units[$0].intercommunality }, { units.intercommunalityNames[$0] ?? "" })
    }
    for attribute in attributes {
      let values = units.attributes[folded(attribute)] ?? []
      let names = units.names(ofLevel: attribute)
      areas += level(attribute, { values[$0] }, { names[$0] ?? $0 })
    }
    return areas
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
