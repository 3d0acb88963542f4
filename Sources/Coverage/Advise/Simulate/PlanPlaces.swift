/// Finds the parts of units that rows of a plan are about.
struct PlanPlaces {
  private let study: Study
  private let partsOfUnit: Grouping<Unit, Part>
  private let partsOfZone: Grouping<WhiteZone, Part>
  private let indexOfZone: [String: Int]
  private let path: String
  /// Codes that a spreadsheet had changed.
  private(set) var repairs: [Anomaly] = []

  /// - Parameter path: the file of the plan.
  /// - Complexity: O(parts + pieces of the zones).
  init(_ study: Study, path: String) {
    self.study = study
    self.path = path
    partsOfUnit = study.territories.partsOfUnit(count: study.units.units.count)
    let zones = study.figures.zones
    indexOfZone = Dictionary(uniqueKeysWithValues: zones.enumerated().map { ($1.id, $0) })
    let zoneOfPart = study.zoneOfPart()
    partsOfZone = Grouping(groupCount: zones.count) { visit in
      for (index, zone) in zoneOfPart.pairs { visit(zone, index) }
    }
  }

  /// The parts of a zone, of a commune, or of both: what no CPTS covers of the one, the whole of the
  /// other, what no CPTS covers of the commune in the zone.
  ///
  /// - Complexity: O(parts of the place).
  /// - Returns: why there is no such place where there is none.
  mutating func parts(of row: PlanRow) -> Result<[Index<Part>], PlanObstacle> {
    if row.commune.isEmpty {
      guard !row.zone.isEmpty else { return .failure(PlanObstacle(.noPlace)) }
      guard let zone = indexOfZone[row.zone] else {
        return .failure(PlanObstacle(.unknownZone(row.zone)))
      }
      return .success(Array(partsOfZone[Index(zone)]))
    }
    guard let units = units(of: row.commune, row.line) else {
      return .failure(PlanObstacle(.unknownCommune(row.commune)))
    }
    guard !row.zone.isEmpty else {
      return .success(units.flatMap { Array(partsOfUnit[$0]) })
    }
    guard let zone = indexOfZone[row.zone] else {
      return .failure(PlanObstacle(.unknownZone(row.zone)))
    }
    let inside = partsOfZone[Index(zone)].filter { part in
      units.contains(study.territories.parts[part].unit)
    }
    return inside.isEmpty
      ? .failure(PlanObstacle(.notInZone(row.commune, row.zone))) : .success(inside)
  }

  /// The units of a commune, or the arrondissement, that a code stands for, as a spreadsheet may have
  /// changed it.
  private mutating func units(of text: String, _ line: Int) -> [Index<Unit>]? {
    let code = study.units.code(text, isFormer: { _ in false }, file: path, line: line, &repairs)
    if let unit = study.units.index[code] { return [unit] }
    return study.units.cities[code].map { study.units.communes[Int($0)].units }
  }
}

/// Why a row of a plan cannot be.
struct PlanObstacle: Error {
  let reason: Wording
  init(_ reason: Wording) { self.reason = reason }
}
