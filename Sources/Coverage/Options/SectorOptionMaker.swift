/// Makes every option of a sector: first those of the national plan, in its order.
struct SectorOptionMaker {
  let zone: SectorGround
  let rules: OptionRules
  private let weights: [Int]
  private let pack: RulePack
  let beside: Grouping<SectorUnit, SectorUnit>
  let measure: OptionMeasure
  let people: ClosedRange<Int>
  private let reservations: OptionReservations

  var created: Int { zone.neighbours.count }

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
      if zone.nature == .competingProjects { option.reservations.append(.projectsCompete) }
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
    figures.members[0].knownAfter = zone.toCome.known
    var option = SectorOption(
      kind: .uniting, targets: targets, figures: figures, obstacle: tooLarge(.uniting, figures))
    if zone.projects.contains(where: { $0.own.known == .none }) { option.doubt = .unknownProject }
    return [scored(option)]
  }

  // MARK: The whole zone together

  private func creation() -> SectorOption {
    var option = self.option(.creation, whole(joining: Int32(created)))
    judge(&option, creating: CountedPeople(count: zone.totalPeople, known: zone.known))
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
      if kind == .temporaryExtending { judge(&option, creating: zone.toCome) }
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
  func judge(_ option: inout SectorOption, creating people: CountedPeople) {
    let least = self.people.lowerBound
    guard option.obstacle == nil, option.doubt == nil, people.count < least else { return }
    if people.known == .all {
      option.reservations.append(.tooSmall(people.count, below: least))
    } else {
      option.doubt = .perhapsTooSmall(
        people.count,
        unknown: option.kind == .temporaryExtending ? zone.unknownToCome : zone.unknownCommunes,
        below: least)
    }
  }

  private func tooLarge(_ kind: SectorOptionKind, _ figures: OptionFigures) -> Wording? {
    let most = people.upperBound
    guard let member = figures.members.first(where: { $0.peopleAfter > most }) else { return nil }
    return kind == .creation || kind == .uniting
      ? .tooLargeToCreate(member.after, above: most)
      : .tooLargeToExtend(member.after, above: most)
  }

  func scored(_ option: SectorOption) -> SectorOption {
    guard option.isFeasible, let figures = option.figures else { return option }
    var option = option
    option.reservations += reservations.all(option.kind, figures, option.targets ?? [])
    option.score = OptionScore(
      option.kind, figures, zone, weights, people, euros: figures.possibleEuros(pack).more)
    return option
  }
}
