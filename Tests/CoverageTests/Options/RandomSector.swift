@testable import Coverage

/// A small random sector on which one project is at work, or several.
enum RandomSector {
  static func sector(seed: UInt64, projects: ClosedRange<Int> = 1...3) -> SectorGround {
    var sector = RandomZone.zone(seed: seed)
    var random = SplitMix(seed: seed + 10_000)
    let count = random.int(in: projects)
    sector.nature = count > 1 ? .competingProjects : .project
    var own = (0..<count).map { _ in Set<Int32>() }
    for unit in 0..<Int32(sector.unitCount) {
      // Every unit is of one project at least.
      own[random.int(in: 0...count - 1)].insert(unit)
      if random.int(in: 0...1) == 0 { own[random.int(in: 0...count - 1)].insert(unit) }
    }
    for (place, units) in own.enumerated() {
      let here = units.reduce(0) { $0 + sector.people[Int($1)] }
      let elsewhere = random.int(in: 0...1) == 0 ? 0 : random.int(in: 1...20_000)
      sector.projects.append(
        SectorGround.Project(
          own: SectorGround.Neighbour(
            cpts: Index(50 + place), stage: .project, people: here + elsewhere, main: nil,
            departments: ["35"], regions: ["53"], borderShare: 0),
          peopleHere: here, unitsHere: units, peopleElsewhere: elsewhere))
    }
    sector.peopleOfProjects =
      sector.totalPeople + sector.projects.reduce(0) { $0 + $1.peopleElsewhere }
    return sector
  }
}
