/// The actions that gain most people, one after the other, and how far from the best they can be.
///
/// An action is one option of one white zone, as `report` ranks them: it keeps the same rules of size
/// and contiguity.
struct GreedyPlan: Sendable {
  struct Step: Sendable {
    /// Zone, as the study named it when the action was chosen.
    let zone: String
    let kind: ZoneOption.Kind
    let people: Int
    let rows: [PlanRow]
  }

  /// How many actions were asked for.
  let count: Int
  private(set) var steps: [Step] = []
  /// No choice of as many actions gains more people.
  let bound: Int
  /// People that the steps gain.
  var gained: Int { steps.reduce(0) { $0 + $1.people } }
  /// Ten-thousandths that the best could gain more; 0 is proven optimal.
  var gap: Int { bound == 0 ? 0 : (bound - gained) * 10_000 / bound }

  /// - Parameters:
  ///   - application: where the actions are applied, after the rows of a plan.
  ///   - before: the study that its rows refer to.
  /// - Complexity: a measure of the study for each chain of actions that touch each other.
  static func search(
    _ count: Int, _ application: inout PlanApplication, _ before: Study, _ clock: StepClock
  ) async throws -> GreedyPlan {
    // Without a plan the study before has been measured already.
    var current =
      application.outcomes.isEmpty
      ? before : try await before.changed(by: application.change, clock: clock)
    var plan = GreedyPlan(
      count: count, bound: GreedyBound(current).people(actions: count))
    let writer = PlanRows(before)
    var round = GreedyRound(current)
    while plan.steps.count < count {
      guard let choice = round.best() else {
        guard round.isTouched else { break }
        current = try await before.changed(by: application.change, clock: clock)
        round = GreedyRound(current)
        continue
      }
      let rows = writer.rows(
        of: choice.option, round.ground(of: choice), in: current, application.created)
      let known = application.outcomes.count
      for row in rows { try application.apply(row) }
      let gained = application.outcomes[known...].reduce(0) { $0 + $1.gained }
      plan.steps.append(
        Step(
          zone: current.figures.zones[choice.zone].id, kind: choice.option.kind, people: gained,
          rows: rows))
      round.take(choice)
    }
    return plan
  }
}

/// The options of a study, until the actions chosen have changed what they rest on.
private struct GreedyRound {
  struct Choice {
    let zone: Int
    let option: ZoneOption
    let people: Int
  }

  private let study: Study
  /// The option of each zone that gains most people, the best ranked of equals; most people first.
  private var choices: [Choice]
  private var touchedCPTS: Set<Index<DatedCPTS>> = []
  /// People that stay without CPTS in the zones acted on.
  private var mostRemaining = 0
  private(set) var isTouched = false

  init(_ study: Study) {
    self.study = study
    choices = study.figures.zones.indices.compactMap { zone in
      var best: Choice?
      for option in study.plans.options[zone] where option.isFeasible {
        let people = option.figures?.peopleGained ?? 0
        if people > best?.people ?? 0 { best = Choice(zone: zone, option: option, people: people) }
      }
      return best
    }
    choices.sort { $0.people == $1.people ? $0.zone > $1.zone : $0.people < $1.people }
  }

  func ground(of choice: Choice) -> ZoneGround { study.plans.grounds[choice.zone] }

  /// The option that gains most people; nil where there is none, or where the study must be measured
  /// anew to know.
  func best() -> Choice? {
    guard let choice = choices.last, choice.people >= mostRemaining,
      touchedCPTS.isDisjoint(with: members(of: choice))
    else { return nil }
    return choice
  }

  mutating func take(_ choice: Choice) {
    isTouched = true
    choices.removeLast()
    touchedCPTS.formUnion(members(of: choice))
    mostRemaining = max(
      mostRemaining, study.figures.zones[choice.zone].population - choice.people)
  }

  private func members(of choice: Choice) -> [Index<DatedCPTS>] {
    let ground = ground(of: choice)
    return (choice.option.figures?.members ?? []).filter { !$0.isNew }
      .map { ground.neighbours[Int($0.target)].cpts }
  }
}

/// What no choice of actions can exceed.
///
/// In one zone, as many actions create as many CPTS at most, each of the largest coherent size, and
/// fill its neighbours up to it: what they gain together is no more than that, nor than the people of
/// the zone. Each further action of a zone adds less than the one before, so the best total is that of
/// the largest additions.
struct GreedyBound {
  private let study: Study

  init(_ study: Study) { self.study = study }

  /// - Complexity: O(zones × neighbours + actions × zones).
  func people(actions: Int) -> Int {
    let largest = study.options.optionRules.range(study.options.rules.sizes).upperBound
    var additions: [Int] = []
    for (zone, ground) in zip(study.figures.zones, study.plans.grounds) {
      var left = zone.population
      var step = ground.neighbours.reduce(largest) { $0 + max(0, largest - $1.people) }
      for _ in 0..<actions where left > 0 {
        additions.append(min(left, step))
        left -= min(left, step)
        step = largest
      }
    }
    return additions.sorted(by: >).prefix(actions).reduce(0, +)
  }
}
