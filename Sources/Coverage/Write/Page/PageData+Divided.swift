/// Communes that a zone or a CPTS has in part: their people there are not those of the commune.
extension PageData {
  /// `[zone, commune, people]` of communes whose people in the zone are not all those that are not covered:
  /// a city with several zones, a commune with people in a strip.
  func dividedByZones(in json: inout JSONWriter) {
    let zones = study.zoneOfPart()
    var people: [Division] = []
    for (index, part) in study.territories.parts.pairs where zones[index].exists {
      people.append(Division(owner: zones[index].raw, commune: commune(of: part), people: part))
    }
    write(Division.sums(people), in: &json) { uncovered($0) }
  }

  /// `[sector, commune, people]` of communes whose people in the sector are not all those that are not covered.
  func dividedBySectors(in json: inout JSONWriter) {
    let parts = study.territories.parts
    var people: [Division] = []
    for (place, sector) in study.sectors.enumerated() {
      for part in sector.parts.map({ parts[$0] }) {
        people.append(Division(owner: Int32(place), commune: commune(of: part), people: part))
      }
    }
    write(Division.sums(people), in: &json) { uncovered($0) }
  }

  /// `[cpts, commune, people]` of communes of which a CPTS has some of the people only.
  func dividedByCPTS(in json: inout JSONWriter) {
    let territories = study.territories
    var people: [Division] = []
    for part in territories.parts where !part.isSlight {
      for cpts in territories.coverings[part.covering] {
        people.append(Division(owner: cpts.raw, commune: commune(of: part), people: part))
      }
    }
    let figures = study.figures.communes
    write(Division.sums(people), in: &json) { figures[Int($0.commune)].population }
  }

  private func uncovered(_ division: Division) -> Int? {
    let commune = study.figures.communes[Int(division.commune)]
    return commune.population.map { $0 - commune.covered }
  }

  private func commune(of part: Part) -> Int32 { study.units[part.unit].commune }

  /// - Parameter whole: what a reader takes the people for where nothing is said; nil where unknown.
  private func write(
    _ divisions: [Division], in json: inout JSONWriter, whole: (Division) -> Int?
  ) {
    let told = divisions.filter { division in
      whole(division).map { $0 != division.people } ?? false
    }
    json.column("divided", told) { json, division in
      json.array { json in
        json.whole(Int(division.owner))
        json.whole(Int(division.commune))
        json.whole(division.people)
      }
    }
  }

  /// People of one commune in one zone, or in one CPTS.
  private struct Division {
    let owner: Int32
    let commune: Int32
    private(set) var people: Int

    init(owner: Int32, commune: Int32, people part: Part) {
      self.owner = owner
      self.commune = commune
      people = part.population
    }

    /// One for each owner and commune, by owner, then by commune.
    ///
    /// - Complexity: O(parts × log).
    static func sums(_ parts: [Division]) -> [Division] {
      var sums: [Division] = []
      for part in parts.sorted(by: { ($0.owner, $0.commune) < ($1.owner, $1.commune) }) {
        if let last = sums.last, last.owner == part.owner, last.commune == part.commune {
          sums[sums.count - 1].people += part.people
        } else {
          sums.append(part)
        }
      }
      return sums
    }
  }
}
