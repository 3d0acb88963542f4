/// Finds the parts of units that rows of a plan are about.
struct PlanPlaces {
  private let study: Study
  private let partsOfUnit: Grouping<Unit, Part>
  private let partsOfZone: Grouping<WhiteZone, Part>
  private let indexOfZone: [String: Int]
  private let indexOfSector: [String: Int]
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
    indexOfSector = Dictionary(
      uniqueKeysWithValues: study.sectors.enumerated().map { ($1.id, $0) })
    let zoneOfPart = study.zoneOfPart()
    partsOfZone = Grouping(groupCount: zones.count) { visit in
      for (index, zone) in zoneOfPart.pairs { visit(zone, index) }
    }
  }

  /// The parts of a zone, of a sector, of a commune, or of a commune there: what no CPTS covers of a zone or
  /// a sector, the whole of a commune, what no CPTS covers of the commune in the zone or the sector.
  ///
  /// - Complexity: O(parts of the place).
  /// - Returns: why there is no such place where there is none.
  mutating func parts(of row: PlanRow) -> Result<[Index<Part>], PlanObstacle> {
    let land: (id: String, parts: [Index<Part>])?
    switch self.land(of: row) {
    case .success(let found): land = found
    case .failure(let obstacle): return .failure(obstacle)
    }
    if row.commune.isEmpty {
      return land.map { .success($0.parts) } ?? .failure(PlanObstacle(.noPlace))
    }
    let units: [Index<Unit>]
    switch self.units(of: row) {
    case .success(let found): units = found
    case .failure(let obstacle): return .failure(obstacle)
    }
    guard let land else { return .success(units.flatMap { Array(partsOfUnit[$0]) }) }
    let inside = land.parts.filter { units.contains(study.territories.parts[$0].unit) }
    return inside.isEmpty
      ? .failure(PlanObstacle(.notInZone(row.commune, land.id))) : .success(inside)
  }

  /// What no CPTS covers of the zone or the sector of a row; nil where it names none.
  private func land(
    of row: PlanRow
  ) -> Result<(id: String, parts: [Index<Part>])?, PlanObstacle> {
    if !row.sector.isEmpty {
      guard let place = indexOfSector[row.sector] else {
        return .failure(
          PlanObstacle(
            indexOfZone[row.sector] == nil ? .unknownSector(row.sector) : .zoneAsSector(row.sector))
        )
      }
      let sector = study.sectors[place]
      let zone = study.figures.zones[Int(sector.zone)].id
      guard row.zone.isEmpty || row.zone == zone else {
        return .failure(PlanObstacle(.sectorOfOtherZone(row.sector, zone, row.zone)))
      }
      return .success((sector.id, sector.parts))
    }
    if row.zone.isEmpty { return .success(nil) }
    guard let zone = indexOfZone[row.zone] else {
      return .failure(
        PlanObstacle(
          indexOfSector[row.zone] == nil ? .unknownZone(row.zone) : .sectorAsZone(row.zone)))
    }
    return .success((row.zone, Array(partsOfZone[Index(zone)])))
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
