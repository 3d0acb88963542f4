/// The options of one white zone, the best first; those that cannot be come last, with the reason.
struct ZoneOptions: Sendable {
  let options: [ZoneOption]

  /// - Complexity: O(neighbours × (units + borders)), and what the search of divisions may look at.
  ///
  /// - Parameters:
  ///   - sizes: which sizes are coherent.
  ///   - pack: the amounts by which options are compared.
  init(_ zone: ZoneGround, _ rules: OptionRules, _ sizes: SizeRule, _ pack: RulePack) {
    let maker = ZoneOptionMaker(zone, rules, sizes, pack)
    let all = maker.all()
    // The higher score, then more people, then the order of the kinds.
    let order = all.indices.sorted { left, right in
      let first = (all[left].score?.total ?? -1, all[left].figures?.peopleGained ?? 0)
      let second = (all[right].score?.total ?? -1, all[right].figures?.peopleGained ?? 0)
      return first == second ? left < right : first > second
    }
    options = order.map { all[$0] }
  }
}

/// Makes every option of a zone: first those of the national plan, in its order.
private struct ZoneOptionMaker {
  private let zone: ZoneGround
  private let rules: OptionRules
  private let weights: [Int]
  private let sizes: SizeRule
  private let pack: RulePack
  private let beside: Grouping<ZoneUnit, ZoneUnit>
  private let measure: OptionMeasure
  private let people: ClosedRange<Int>

  /// More people in one unit would weigh no more, so that sums stay exact.
  private static let mostPeople = 1_000_000_000

  private var created: Int { zone.neighbours.count }

  init(_ zone: ZoneGround, _ rules: OptionRules, _ sizes: SizeRule, _ pack: RulePack) {
    self.sizes = sizes
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
  }

  func all() -> [ZoneOption] {
    let joining = zone.neighbours.indices.map { whole(joining: Int32($0)) }
    return [creation()] + extensions(.extending, joining)
      + extensions(.temporaryExtending, joining) + [sharing(), mixed()]
  }

  // MARK: The whole zone together

  private func creation() -> ZoneOption {
    var option = self.option(.creation, whole(joining: Int32(created)))
    judge(&option, creating: zone.totalPeople)
    return scored(option)
  }

  private func extensions(_ kind: ZoneOptionKind, _ joining: [Whole]) -> [ZoneOption] {
    guard !zone.neighbours.isEmpty else { return [ZoneOption(kind: kind, obstacle: .noNeighbour)] }
    var result: [ZoneOption] = []
    for (index, neighbour) in zone.neighbours.enumerated() {
      guard kind == .extending || neighbour.stage == .signedContract else { continue }
      var option = self.option(kind, joining[index])
      if kind == .temporaryExtending { judge(&option, creating: zone.totalPeople) }
      if neighbour.known == .none { option.doubt = option.doubt ?? .unknownNeighbour }
      result.append(scored(option))
    }
    return result.isEmpty ? [ZoneOption(kind: kind, obstacle: .noNeighbourWithContract)] : result
  }

  /// The whole zone in one CPTS, whatever the kind of option.
  private typealias Whole = (targets: [Int32], figures: OptionFigures)

  private func whole(joining target: Int32) -> Whole {
    let targets = [Int32](repeating: target, count: zone.unitCount)
    return (targets, measure.figures(targets))
  }

  private func option(_ kind: ZoneOptionKind, _ whole: Whole) -> ZoneOption {
    ZoneOption(
      kind: kind, targets: whole.targets, figures: whole.figures,
      obstacle: whole.figures.isContiguous ? tooLarge(kind, whole.figures) : .notContiguous,
      doubt: zone.known == .none ? .unknownPeople : nil)
  }

  /// Whether the people of a zone, or what is left of it, make a CPTS of their own.
  private func judge(_ option: inout ZoneOption, creating people: Int) {
    let least = self.people.lowerBound
    guard option.obstacle == nil, option.doubt == nil, people < least else { return }
    if zone.known == .all {
      option.obstacle = .tooSmall(people, below: least)
    } else {
      option.doubt = .perhapsTooSmall(people, below: least)
    }
  }

  private func tooLarge(_ kind: ZoneOptionKind, _ figures: OptionFigures) -> Wording? {
    let most = people.upperBound
    guard let member = figures.members.first(where: { $0.peopleAfter > most }) else { return nil }
    return kind == .creation
      ? .tooLargeToCreate(member.peopleAfter, above: most)
      : .tooLargeToExtend(member.peopleAfter, above: most)
  }

  // MARK: Divisions

  private func sharing() -> ZoneOption {
    let targets = nearest(AssignmentProblem.mostTargets)
    guard targets.count > 1 else {
      return ZoneOption(kind: .sharing, obstacle: .oneNeighbour)
    }
    guard zone.unitCount > 1 else { return ZoneOption(kind: .sharing, obstacle: .oneUnit) }
    guard zone.known != .none else { return ZoneOption(kind: .sharing, doubt: .unknownPeople) }
    var option = divided(.sharing, targets)
    if let figures = option.figures, option.obstacle == nil, figures.members.count == 1 {
      option.obstacle = .oneTakesAll
    }
    return scored(option)
  }

  private func mixed() -> ZoneOption {
    let targets = nearest(AssignmentProblem.mostTargets - 1)
    guard !targets.isEmpty else {
      return ZoneOption(
        kind: .mixed, obstacle: zone.neighbours.isEmpty ? .noNeighbour : .noneCanGrow)
    }
    guard zone.unitCount > 1 else { return ZoneOption(kind: .mixed, obstacle: .oneUnit) }
    guard zone.known != .none else { return ZoneOption(kind: .mixed, doubt: .unknownPeople) }
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
  private func divided(_ kind: ZoneOptionKind, _ targets: [Int]) -> ZoneOption {
    var option = ZoneOption(kind: kind)
    switch problem(targets).solve() {
    case .impossible: option.obstacle = .noRoom
    case .notFound: option.obstacle = .noDivisionFound
    case .solved(let solution):
      let chosen = solution.targets.map { Int32(targets[Int($0)]) }
      option.targets = chosen
      option.figures = measure.figures(chosen)
      option.search = ZoneOption.SearchResult(
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

  private func scored(_ option: ZoneOption) -> ZoneOption {
    guard option.isFeasible, let figures = option.figures else { return option }
    var option = option
    option.score = OptionScore(
      option.kind, figures, zone, weights, sizes, euros: figures.possibleEuros(pack).more)
    return option
  }
}
