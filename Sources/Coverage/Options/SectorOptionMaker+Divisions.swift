/// Divisions of a sector among neighbours, and a CPTS that is created.
extension SectorOptionMaker {
  /// More people in one unit would weigh no more, so that sums stay exact.
  private static let mostPeople = 1_000_000_000

  func sharing() -> SectorOption {
    let targets = nearest(AssignmentProblem.mostTargets)
    guard targets.count > 1 else {
      return SectorOption(kind: .sharing, obstacle: .oneNeighbour)
    }
    guard zone.unitCount > 1 else { return SectorOption(kind: .sharing, obstacle: .oneUnit) }
    guard zone.known != .none else { return SectorOption(kind: .sharing, doubt: .unknownPeople) }
    var option = divided(.sharing, targets)
    if let figures = option.figures, option.obstacle == nil, figures.members.count == 1 {
      option.obstacle = .oneTakesAll
    }
    return scored(option)
  }

  func mixed() -> SectorOption {
    let targets = nearest(AssignmentProblem.mostTargets - 1)
    guard !targets.isEmpty, !zone.isBySea else {
      let isAlone = zone.neighbours.isEmpty || zone.isBySea
      return SectorOption(kind: .mixed, obstacle: isAlone ? .noNeighbour : .noneCanGrow)
    }
    guard zone.unitCount > 1 else { return SectorOption(kind: .mixed, obstacle: .oneUnit) }
    guard zone.known != .none else { return SectorOption(kind: .mixed, doubt: .unknownPeople) }
    var option = divided(.mixed, targets + [created])
    if let figures = option.figures, option.obstacle == nil {
      let new = figures.members.last { $0.target == Int32(created) }
      if figures.members.count == 1 {
        option.obstacle = .nobodyJoins
      } else if let new {
        judge(&option, creating: CountedPeople(count: new.peopleGained, known: zone.known))
      }
    }
    return scored(option)
  }

  /// The neighbours that can grow at all, those with the longest borders, by number.
  private func nearest(_ count: Int) -> [Int] {
    let neighbours = zone.neighbours
    let growing = neighbours.indices.filter {
      neighbours[$0].known != .none && neighbours[$0].people < people.upperBound
    }
    let byBorder = growing.sorted {
      let (left, right) = (neighbours[$0].borderShare, neighbours[$1].borderShare)
      return left == right ? $0 < $1 : left > right
    }
    return byBorder.prefix(count).sorted()
  }

  /// The division of the zone that is worth most among some targets.
  private func divided(_ kind: SectorOptionKind, _ targets: [Int]) -> SectorOption {
    var option = SectorOption(kind: kind)
    switch problem(targets).solve() {
    case .impossible: option.obstacle = .noRoom
    case .notFound: option.obstacle = .noDivisionFound
    case .solved(let solution):
      let chosen = solution.targets.map { Int32(targets[Int($0)]) }
      option.targets = chosen
      option.figures = measure.figures(chosen)
      option.search = SectorOption.SearchResult(
        worth: solution.worth, bound: solution.bound, gap: solution.gap)
    }
    return option
  }

  private func problem(_ targets: [Int]) -> AssignmentProblem {
    var touches = [UInt64](repeating: 0, count: zone.unitCount)
    var allowed = [UInt64](
      repeating: targets.count == 64 ? .max : (1 << UInt64(targets.count)) - 1,
      count: zone.unitCount)
    var place = [Int](repeating: -1, count: created + 1)
    for (index, target) in targets.enumerated() { place[target] = index }
    for contact in zone.contacts where place[Int(contact.neighbour)] >= 0 {
      touches[Int(contact.unit)] |= 1 << UInt64(place[Int(contact.neighbour)])
    }
    if place[created] >= 0 {
      // A new CPTS has the main commune of the zone.
      touches[Int(zone.mainUnit)] |= 1 << UInt64(place[created])
      allowed[Int(zone.mainUnit)] = 1 << UInt64(place[created])
    }
    let room = targets.map { target in
      people.upperBound - (target == created ? 0 : zone.neighbours[target].people)
    }
    var worth = Affinity(zone, rules, with: targets).thousandths()
    for place in worth.indices {
      // A unit where nobody lives still goes where it belongs.
      worth[place] *= min(zone.people[place / targets.count], Self.mostPeople) + 1
    }
    return AssignmentProblem(
      people: zone.people, room: room, worth: worth, touches: touches, allowed: allowed,
      beside: beside)
  }
}
