/// The areas of the indicator, level after level: a unit is in one area of each level.
struct CoverageAreas: Sendable {
  struct Area: Sendable {
    let level: String
    let code: String
    /// Empty where it is not known.
    let name: String
    /// False where no unit has a known population.
    var isKnown = false
    /// People of its units that the study is not of.
    var peopleOutside = 0
  }

  /// In the order of `couverture.csv`: those that the study is of.
  private(set) var areas: [Area] = []
  /// For each unit, which of `areasOfPlace` has the areas that it is in.
  private(set) var placeOfUnit: [Int]
  /// Distinct lists of areas, one a level.
  private(set) var areasOfPlace: [[Int]] = []

  /// - Parameters:
  ///   - attributes: the levels that `--by` names.
  ///   - onlyWhole: the area of the whole study alone.
  /// - Complexity: O(units × levels).
  init(_ units: StudyUnits, by attributes: [String], onlyWhole: Bool = false) {
    placeOfUnit = Array(repeating: 0, count: units.units.count)
    var areasOfUnit = [[Int]](repeating: [], count: units.units.count)
    let levels =
      onlyWhole
      ? [Level(units.area.level, { _ in units.area.code }, { _ in units.area.name })]
      : Level.all(of: units, by: attributes)
    for level in levels { add(level, units, &areasOfUnit) }
    var known: [[Int]: Int] = [:]
    for (unit, areas) in areasOfUnit.enumerated() {
      let place = known[areas] ?? areasOfPlace.count
      if place == areasOfPlace.count {
        known[areas] = place
        areasOfPlace.append(areas)
      }
      placeOfUnit[unit] = place
    }
  }

  private mutating func add(_ level: Level, _ units: StudyUnits, _ areasOfUnit: inout [[Int]]) {
    let keys = units.units.indices.map(level.key)
    let isStudied = units.units.indices.map { units.area.contains(Index($0)) }
    let studied = Set(zip(keys, isStudied).lazy.filter { $0.1 }.map { $0.0 }).sorted()
    let first = areas.count
    let placeOfKey = Dictionary(
      uniqueKeysWithValues: studied.enumerated().map { ($1, first + $0) })
    for key in studied {
      areas.append(
        Area(
          level: level.name, code: key, name: key.isEmpty ? "non renseigné" : level.label(key)))
    }
    for unit in units.units.indices {
      guard let area = placeOfKey[keys[unit]] else { continue }
      let people = units.units[unit].population
      if isStudied[unit] {
        areasOfUnit[unit].append(area)
        if people != nil { areas[area].isKnown = true }
      } else if !keys[unit].isEmpty, level.name != units.area.level {
        areas[area].peopleOutside += people ?? 0
      }
    }
  }

  /// The areas with their people.
  func coverage(_ breakdowns: [StageBreakdown]) -> [AreaCoverage] {
    zip(areas, breakdowns).map { area, breakdown in
      AreaCoverage(
        level: area.level, code: area.code, name: area.name, breakdown: breakdown,
        isKnown: area.isKnown, peopleOutside: area.peopleOutside)
    }
  }
}

extension CoverageAreas {
  /// One level: which area a unit is in, and what its name is.
  private struct Level {
    let name: String
    let key: (Int) -> String
    let label: (String) -> String

    init(
      _ name: String, _ key: @escaping (Int) -> String, _ label: @escaping (String) -> String
    ) {
      (self.name, self.key, self.label) = (name, key, label)
    }

    static func all(of units: StudyUnits, by attributes: [String]) -> [Level] {
      let area = units.area
      var levels = [
        Level(area.level, { _ in area.code }, { _ in area.name }),
        Level(
          "region", { units.units[$0].region }, { AdministrativeNames.regions[$0] ?? "" }),
        Level(
          "departement", { units.units[$0].department },
          { AdministrativeNames.departments[$0] ?? "" }),
      ]
      if CoverageMeasure.levels(of: units).contains("epci") {
        levels.append(
          Level(
            "epci", { units.units[$0].intercommunality },
            { units.intercommunalityNames[$0] ?? "" }))
      }
      return levels
        + attributes.map { attribute in
          let values = units.attributes[folded(attribute)] ?? []
          let names = units.names(ofLevel: attribute)
          return Level(attribute, { values[$0] }, { names[$0] ?? $0 })
        }
    }
  }
}
