/// The options of one sector, the best first; those that cannot be come last, with the reason.
struct SectorOptions: Sendable {
  let options: [SectorOption]

  /// - Complexity: O(neighbours × (units + borders)), and what the search of divisions may look at.
  ///
  /// - Parameters:
  ///   - sizes: which sizes are coherent.
  ///   - pack: the amounts by which options are compared.
  ///   - reach: from which on an option reaches farther than is usual; nil where unknown.
  init(
    _ sector: SectorGround, _ rules: OptionRules, _ sizes: SizeRule, _ pack: RulePack,
    reach: UsualReach? = nil
  ) {
    let maker = SectorOptionMaker(sector, rules, sizes, pack, reach)
    let all = maker.all()
    let keys = all.map { SectorOptionRank($0, sector) }
    let order = all.indices.sorted {
      keys[$0] == keys[$1] ? $0 < $1 : keys[$0].isBefore(keys[$1])
    }
    options = order.map { all[$0] }
  }
}

/// Makes every option of a sector: first those of the national plan, in its order.
private struct SectorOptionMaker {
  private let zone: SectorGround
  private let rules: OptionRules
  private let weights: [Int]
  private let pack: RulePack
  private let beside: Grouping<SectorUnit, SectorUnit>
  private let measure: OptionMeasure
  private let people: ClosedRange<Int>
  private let reservations: OptionReservations

  /// More people in one unit would weigh no more, so that sums stay exact.
  private static let mostPeople = 1_000_000_000

  private var created: Int { zone.neighbours.count }

  init(
    _ zone: SectorGround, _ rules: OptionRules, _ sizes: SizeRule, _ pack: RulePack,
    _ reach: UsualReach?
  ) {
    self.zone = zone
    self.rules = rules
    weights = rules.weightsInOrder
    self.pack = pack
    beside = Grouping(groupCount: zone.unitCount) { visit in
      for border in zone.borders {
        visit(Index(border.first), Index(border.second))
        visit(Index(border.second), Index(border.first))
      }
    }
    measure = OptionMeasure(zone, beside: beside)
    people = rules.range(sizes)
    reservations = OptionReservations(zone, reach: reach)
  }

  func all() -> [SectorOption] {
    let joining = zone.neighbours.indices.map { whole(joining: Int32($0)) }
    let extended = extensions(.extending, joining) + extensions(.temporaryExtending, joining)
    switch zone.nature {
    case .project, .competingProjects:
      return supports() + uniting() + [SectorOption(kind: .creation, obstacle: .projectAtWork)]
        + extended
    case .remnant: return extended
    case .none: return [creation()] + extended + [sharing(), mixed()]
    }
  }

  // MARK: Projects at work

  /// Each project brought to the stage required, on the land that it has.
  private func supports() -> [SectorOption] {
    zone.projects.enumerated().compactMap { place, project in
      // Land that it shares with a larger project is another sector's.
      guard !project.unitsHere.isEmpty else { return nil }
      let target = zone.target(ofProject: place)
      let targets = (0..<Int32(zone.unitCount)).map { project.unitsHere.contains($0) ? target : -1 }
      var figures = measure.figures(ofProject: place, targets)
      figures.members[0].peopleGained = project.peopleHere
      figures.remnantPeople = zone.totalPeople - project.peopleHere
      figures.peopleElsewhere = project.peopleElsewhere
      var option = SectorOption(kind: .support, targets: targets, figures: figures)
      if project.own.known == .none { option.doubt = .unknownProject }
      return scored(option)
    }
  }

  /// All projects as one, on the land of all.
  private func uniting() -> [SectorOption] {
    guard zone.projects.count > 1 else { return [] }
    let main = zone.projects.indices.max {
      (zone.projects[$0].own.people, $1) < (zone.projects[$1].own.people, $0)
    }
    let place = main ?? 0
    let targets = [Int32](repeating: zone.target(ofProject: place), count: zone.unitCount)
    var figures = measure.figures(ofProject: place, targets)
    figures.united = zone.projects.indices.map { zone.target(ofProject: $0) }
    figures.peopleElsewhere = zone.projects.reduce(0) { $0 + $1.peopleElsewhere }
    figures.members[0].territoryGain = zone.peopleOfProjects - zone.projects[place].own.people
    var option = SectorOption(
      kind: .uniting, targets: targets, figures: figures, obstacle: tooLarge(.uniting, figures))
    if zone.projects.contains(where: { $0.own.known == .none }) { option.doubt = .unknownProject }
    return [scored(option)]
  }

  // MARK: The whole zone together

  private func creation() -> SectorOption {
    var option = self.option(.creation, whole(joining: Int32(created)))
    judge(&option, creating: zone.totalPeople)
    return scored(option)
  }

  private func extensions(_ kind: SectorOptionKind, _ joining: [Whole]) -> [SectorOption] {
    guard !zone.neighbours.isEmpty else {
      return [SectorOption(kind: kind, obstacle: .noNeighbour)]
    }
    var result: [SectorOption] = []
    for (index, neighbour) in zone.neighbours.enumerated() {
      guard kind == .extending || neighbour.stage == .signedContract else { continue }
      var option = self.option(kind, joining[index])
      if kind == .temporaryExtending { judge(&option, creating: zone.totalPeople) }
      if neighbour.known == .none { option.doubt = option.doubt ?? .unknownNeighbour }
      if !zone.projects.isEmpty { option.reservations.append(.projectAtWorkToExtend) }
      result.append(scored(option))
    }
    return result.isEmpty ? [SectorOption(kind: kind, obstacle: .noNeighbourWithContract)] : result
  }

  /// The whole zone in one CPTS, whatever the kind of option.
  private typealias Whole = (targets: [Int32], figures: OptionFigures)

  private func whole(joining target: Int32) -> Whole {
    let targets = [Int32](repeating: target, count: zone.unitCount)
    return (targets, measure.figures(targets))
  }

  private func option(_ kind: SectorOptionKind, _ whole: Whole) -> SectorOption {
    SectorOption(
      kind: kind, targets: whole.targets, figures: whole.figures,
      obstacle: whole.figures.isContiguous ? tooLarge(kind, whole.figures) : .notContiguous,
      doubt: zone.known == .none ? .unknownPeople : nil)
  }

  /// Whether the people of a sector, or what is left of it, make a CPTS of their own.
  private func judge(_ option: inout SectorOption, creating people: Int) {
    let least = self.people.lowerBound
    guard option.obstacle == nil, option.doubt == nil, people < least else { return }
    if zone.known == .all {
      option.reservations.append(.tooSmall(people, below: least))
    } else {
      option.doubt = .perhapsTooSmall(people, below: least)
    }
  }

  private func tooLarge(_ kind: SectorOptionKind, _ figures: OptionFigures) -> Wording? {
    let most = people.upperBound
    guard let member = figures.members.first(where: { $0.peopleAfter > most }) else { return nil }
    return kind == .creation || kind == .uniting
      ? .tooLargeToCreate(member.peopleAfter, above: most)
      : .tooLargeToExtend(member.peopleAfter, above: most)
  }

  // MARK: Divisions

  private func sharing() -> SectorOption {
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

  private func mixed() -> SectorOption {
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
        judge(&option, creating: new.peopleGained)
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

  private func scored(_ option: SectorOption) -> SectorOption {
    guard option.isFeasible, let figures = option.figures else { return option }
    var option = option
    option.reservations += reservations.all(option.kind, figures, option.targets ?? [])
    option.score = OptionScore(
      option.kind, figures, zone, weights, people, euros: figures.possibleEuros(pack).more)
    return option
  }
}
