/// People by stage in each area, on one day after another: what a study of each day says, from one ground.
struct CoverageCourse: Sendable {
  private let ground: GroundOverTime
  let areas: CoverageAreas
  private(set) var stages: StagesOverTime
  private(set) var day: CivilDate
  /// People of whole units, who have the stage of what covers them.
  private let groups: [Group]
  private let divided: Column<Divided, Index<Unit>>
  /// Divided units that each CPTS covers any of.
  private let dividedOfCPTS: Grouping<DatedCPTS, Divided>
  private var ofDivided: Column<Divided, StageBreakdown>

  /// A divided unit of the study.
  private enum Divided {}

  private struct Group {
    let covering: Index<Covering>
    let place: Int
    let people: Int
  }

  private struct GroupKey: Hashable {
    let covering: Index<Covering>
    let place: Int
  }

  /// - Parameter day: the first.
  /// - Complexity: O(parts + dates of all CPTS).
  init(_ ground: GroundOverTime, _ areas: CoverageAreas, from day: CivilDate) {
    self.ground = ground
    self.areas = areas
    self.day = day
    let territories = ground.territories
    let divided = Column<Divided, Index<Unit>>(ground.divided.units)
    let isDivided = Set(ground.divided.units)
    var people: [GroupKey: Int] = [:]
    for part in territories.parts where part.isStudied && !isDivided.contains(part.unit) {
      let key = GroupKey(covering: part.covering, place: areas.placeOfUnit[Int(part.unit)])
      people[key, default: 0] += part.population
    }
    groups = people.map { Group(covering: $0.key.covering, place: $0.key.place, people: $0.value) }
      .sorted { ($0.covering, $0.place) < ($1.covering, $1.place) }
    self.divided = divided
    let owners = divided.mapped { ground.divided.owners(of: $0) }
    dividedOfCPTS = Grouping(groupCount: territories.cpts.count) { visit in
      for (unit, owners) in owners.pairs {
        for cpts in owners { visit(cpts, unit) }
      }
    }
    stages = StagesOverTime(territories.cpts, ground.spans.days)
    ofDivided = Column(repeating: StageBreakdown(), count: divided.count)
    _ = stages.move(to: day)
    for unit in divided.indices { ofDivided[unit] = breakdown(of: unit) }
  }

  /// - Parameter day: not before that of the last call.
  /// - Complexity: O(what changes).
  mutating func move(to day: CivilDate) {
    self.day = day
    var touched: Set<Index<Divided>> = []
    for cpts in stages.move(to: day) { touched.formUnion(dividedOfCPTS[cpts]) }
    for unit in touched { ofDivided[unit] = breakdown(of: unit) }
  }

  private func breakdown(of unit: Index<Divided>) -> StageBreakdown {
    var result = StageBreakdown()
    ground.divided.people(of: divided[unit], on: day, stages.stages) { people, owners in
      result.add(people, at: highest(owners))
    }
    return result
  }

  private func highest(_ owners: [Index<DatedCPTS>]) -> Stage {
    var highest = Stage.none
    for cpts in owners { highest = max(highest, stages[cpts]) }
    return highest
  }

  /// People by stage of each area on the day.
  ///
  /// - Complexity: O(coverings + areas of all places).
  func breakdowns() -> [StageBreakdown] {
    let stageOfCovering = ground.territories.coverings.mapped { highest($0) }
    var ofPlace = [StageBreakdown](repeating: StageBreakdown(), count: areas.areasOfPlace.count)
    for group in groups {
      ofPlace[group.place].add(group.people, at: stageOfCovering[group.covering])
    }
    for (unit, breakdown) in zip(divided, ofDivided) {
      ofPlace[areas.placeOfUnit[Int(unit)]].add(breakdown)
    }
    var result = [StageBreakdown](repeating: StageBreakdown(), count: areas.areas.count)
    for (breakdown, members) in zip(ofPlace, areas.areasOfPlace) {
      for area in members { result[area].add(breakdown) }
    }
    return result
  }

  /// The people of the study by the CPTS that cover them on the day: those of one set together.
  ///
  /// - Complexity: O(coverings × log).
  func peopleOfOwners() -> [(owners: [Index<DatedCPTS>], people: Int)] {
    var people: [[Index<DatedCPTS>]: Int] = [:]
    func isInForce(_ cpts: Index<DatedCPTS>) -> Bool { ground.spans.days[cpts].contains(day) }
    for group in groups {
      let owners = ground.territories.coverings[group.covering].filter(isInForce)
      people[owners, default: 0] += group.people
    }
    for unit in divided {
      ground.divided.people(of: unit, on: day, stages.stages) { count, owners in
        people[owners.filter(isInForce), default: 0] += count
      }
    }
    return people.map { (owners: $0.key, people: $0.value) }
      .sorted { $0.owners.lexicographicallyPrecedes($1.owners) }
  }
}
