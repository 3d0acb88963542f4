/// Finds the parts of units that rows of a plan are about.
struct PlanPlaces {
  private let study: Study
  private let partsOfUnit: Grouping<Unit, Part>
  private let partsOfZone: Grouping<WhiteZone, Part>
  private let indexOfZone: [String: Int]
  private let path: String
  private var reader: PlaceReader
  /// Codes that a spreadsheet had changed, and names that stand for codes.
  private(set) var repairs: [Anomaly] = []

  /// - Parameter path: the file of the plan.
  /// - Complexity: O(parts + pieces of the zones).
  init(_ study: Study, path: String) {
    self.study = study
    self.path = path
    reader = PlaceReader(study.units, isFormer: { _ in false })
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
    let units: [Index<Unit>]
    switch self.units(of: row) {
    case .success(let found): units = found
    case .failure(let obstacle): return .failure(obstacle)
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

  /// The units of the communes that a cell stands for: a code as a spreadsheet may have changed it, or
  /// whatever a list may have.
  private mutating func units(of row: PlanRow) -> Result<[Index<Unit>], PlanObstacle> {
    let code = study.units.code(
      row.commune, isFormer: { _ in false }, file: path, line: row.line, &repairs)
    if let found = units(of: code) { return .success(found) }
    var found: [Index<Unit>] = []
    var names: [FoundPlace] = []
    for reading in reader.read(row.commune, PlaceReader.Context()) {
      guard case .found(let place) = reading else {
        if case .refused(let text, let doubt) = reading {
          return .failure(PlanObstacle(doubt.finding(ShownName.shortened(text))))
        }
        guard case .doubtful(let text, let choices) = reading else {
          return .failure(PlanObstacle(.unknownCommune(reading.text)))
        }
        return .failure(PlanObstacle(.doubtfulCommune(text, choices)))
      }
      for code in place.codes {
        guard let units = units(of: code) else {
          return .failure(PlanObstacle(.unknownCommune(place.text)))
        }
        found += units.filter { !found.contains($0) }
      }
      if place.way == .name { names.append(place) }
    }
    if !names.isEmpty {
      let cell = Membership(
        cpts: CPTSID(row.cpts), code: UnitCode(row.commune), file: path, line: row.line)
      repairs.append(.namesForCodes(names, cell, isGiven: false))
    }
    return .success(found)
  }

  private func units(of code: UnitCode) -> [Index<Unit>]? {
    if let unit = study.units.index[code] { return [unit] }
    return study.units.cities[code].map { study.units.communes[Int($0)].units }
  }
}

/// Why a row of a plan cannot be.
struct PlanObstacle: Error {
  let reason: Wording
  init(_ reason: Wording) { self.reason = reason.bounded }
}
