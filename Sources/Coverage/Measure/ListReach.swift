/// Where the CPTS of the lists are, at one level of areas: those in which a CPTS has most of its people,
/// and as many of the next as it takes to hold 99 % of the people of all. Some communes of neighbours
/// across a border make no area.
struct ListReach {
  /// Codes; the areas of CPTS at `projet` or above.
  let areas: Set<String>

  /// Percent of the people of the lists that the areas hold at least.
  private static let leastPercent = 99

  /// - Parameter code: of the area of each unit.
  /// - Complexity: O(parts of all CPTS).
  init(_ territories: Territories, _ code: (Index<Unit>) -> String) {
    let counts = territories.cpts.map { $0.stage >= .project }
    var areas: Set<String> = []
    let partsOfCPTS = territories.partsOfCPTS()
    for index in counts.indices where counts[index] {
      var people: [String: Int] = [:]
      for part in partsOfCPTS[Index(index)].lazy.map({ territories.parts[$0] }) {
        people[code(part.unit), default: 0] += part.population
      }
      let main = people.max { ($0.value, $1.key) < ($1.value, $0.key) }
      if let main { areas.insert(main.key) }
    }
    let isListed = territories.coverings.mapped { $0.contains { counts[Int($0)] } }
    var listed: [String: Int] = [:]
    for part in territories.parts where isListed[part.covering] {
      listed[code(part.unit), default: 0] += part.population
    }
    let all = listed.values.reduce(0, +)
    var held = areas.reduce(0) { $0 + (listed[$1] ?? 0) }
    for (area, people) in listed.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) })
    where 100 * held < Self.leastPercent * all && areas.insert(area).inserted {
      held += people
    }
    self.areas = areas
  }
}
