extension Sector {
  /// People of each commune wholly or partly in the sector, communes by code, and how far they are known.
  ///
  /// - Parameter communes: those of the sector, ascending.
  /// - Complexity: O(parts + units).
  func people(
    ofCommunes communes: [Int32], _ territories: Territories, _ units: StudyUnits
  ) -> [CountedPeople] {
    var people: [Int32: Int] = [:]
    for part in parts.lazy.map({ territories.parts[$0] }) {
      people[units[part.unit].commune, default: 0] += part.population
    }
    let members = Dictionary(grouping: self.units) { units[$0].commune }
    return communes.map { units.people(people[$0] ?? 0, in: members[$0] ?? []) }
  }

  /// Hundredths of a percent of its border that each neighbour has, as files have them.
  var borderShares: [Int] { neighbours.map { Int(($0.share * 10_000).rounded()) } }
}
