/// Divides the change of the people covered of each group of communes among causes, so that the sum is exact.
///
/// People who become covered are counted by the census of after, people who lose it by that of before; those who stay
/// covered change by the census alone. So the other way round each cause has its mirror, with the sign turned.
struct CommuneChanges {
  private let before: Snapshot
  private let after: Snapshot
  private let ground: CommonGround
  private let old: CPTSGround
  private let new: CPTSGround
  private let matches: CPTSMatches
  private let dates: PairDates

  init(
    _ before: Snapshot, _ after: Snapshot, _ ground: CommonGround, _ old: CPTSGround,
    _ new: CPTSGround, _ matches: CPTSMatches
  ) {
    (self.before, self.after, self.ground) = (before, after, ground)
    (self.old, self.new, self.matches) = (old, new, matches)
    dates = PairDates(before, after)
  }

  /// Every change that is not nought, by group and cause.
  ///
  /// - Complexity: O(communes × CPTS in each).
  func all() -> [CommuneChange] {
    ground.groups.indices.flatMap { changes(of: $0) }
  }

  private func changes(of index: Int) -> [CommuneChange] {
    let group = ground.groups[index]
    let areas = areas(of: group)
    let main = areas.max { ($0.weight, $1.key) < ($1.weight, $0.key) }
    guard let main else { return [] }
    var found: [CommuneChange] = []
    func add(_ cause: ChangeCause, _ people: Int, _ cpts: Int32 = -1, in area: Area? = nil) {
      guard people != 0 else { return }
      let area = area ?? main
      found.append(
        CommuneChange(
          group: Int32(index), department: area.department, region: area.region, cause: cause,
          people: people, cpts: cpts))
    }
    let (covered, coveredAfter) = (old.covered[index], new.covered[index])
    if let people = old.total[index], let peopleAfter = new.total[index] {
      let left = share(covered, people, group.before, before)
      let right = share(coveredAfter, peopleAfter, group.after, after)
      if Int128(left.part) * Int128(right.whole) <= Int128(right.part) * Int128(left.whole) {
        let stayed = scaled(peopleAfter, left)
        add(.population, stayed - covered)
        if coveredAfter != stayed {
          let (cause, cpts) = gain(index)
          add(cause, coveredAfter - stayed, cpts)
        }
      } else {
        let stayed = scaled(people, right)
        add(.population, coveredAfter - stayed)
        if covered != stayed {
          let (cause, cpts) = loss(index)
          add(cause, stayed - covered, cpts)
        }
      }
    } else {
      // What no census counted before, or none counts any more, is no change on the ground.
      add(.population, coveredAfter - covered)
    }
    guard areas.count > 1 else { return found.sorted { $0.cause < $1.cause } }
    for area in areas {
      let own = area.covered.after - area.covered.before
      add(.communes, area.key == main.key ? own - (coveredAfter - covered) : own, in: area)
    }
    return found.sorted { ($0.cause, $0.department) < ($1.cause, $1.department) }
  }

  // MARK: How much

  private struct Share {
    var part: Int
    var whole: Int
  }

  /// The part of a group that is covered; where nobody lives, all of it or nothing, as its stage says.
  private func share(_ covered: Int, _ people: Int, _ members: [Int32], _ study: Snapshot) -> Share
  {
    if people > 0 { return Share(part: covered, whole: people) }
    let isCovered = members.contains { study.communes[Int($0)].stage >= study.whiteBelow }
    return Share(part: isCovered ? 1 : 0, whole: 1)
  }

  /// A share of people, to the nearest whole person.
  private func scaled(_ people: Int, _ share: Share) -> Int {
    // Sums of hostile populations do not fit in 64 bits once multiplied.
    let whole = Int128(share.whole)
    return Int((2 * Int128(people) * Int128(share.part) + whole) / (2 * whole))
  }

  // MARK: Why

  /// The first cause that any CPTS covering the group after gives, and this CPTS.
  private func gain(_ group: Int) -> (ChangeCause, Int32) {
    first(
      new.cptsOfGroup[group].filter { after.cpts[Int($0)].stage >= after.whiteBelow }, after
    ) { cpts in
      let others = matches.predecessors[Int(cpts)].filter { before.cpts[Int($0)].stage >= .project }
      if others.isEmpty { return .newCPTS }
      let had = others.filter { old.cptsOfGroup[group].contains($0) }
      if had.contains(where: { before.cpts[Int($0)].stage < before.whiteBelow }) {
        return .stageReached
      }
      let codes = ground.groups[group].after.map { after.communes[Int($0)].code }
      if dates.isTaken(after.cpts[Int(cpts)].id, codes) { return .territoryTaken }
      return !had.isEmpty && !ground.groups[group].isSame ? .communes : .data
    }
  }

  /// The same of a CPTS covering the group before.
  private func loss(_ group: Int) -> (ChangeCause, Int32) {
    first(
      old.cptsOfGroup[group].filter { before.cpts[Int($0)].stage >= before.whiteBelow }, before
    ) { cpts in
      let others = matches.successors[Int(cpts)].filter { after.cpts[Int($0)].stage >= .project }
      if others.isEmpty { return .end }
      let has = others.filter { new.cptsOfGroup[group].contains($0) }
      if has.contains(where: { after.cpts[Int($0)].stage < after.whiteBelow }) { return .stageLost }
      let codes = ground.groups[group].before.map { before.communes[Int($0)].code }
      if dates.isGiven(before.cpts[Int(cpts)].id, codes) { return .territoryGiven }
      return !has.isEmpty && !ground.groups[group].isSame ? .communes : .data
    }
  }

  /// The first cause over some CPTS; of several with it, the one that has come farthest, then the first id.
  private func first(
    _ candidates: [Int32], _ study: Snapshot, _ cause: (Int32) -> ChangeCause
  ) -> (ChangeCause, Int32) {
    var best: (cause: ChangeCause, cpts: Int32)?
    for cpts in candidates {
      let found = cause(cpts)
      if let best {
        let (stage, known) = (study.cpts[Int(cpts)].stage, study.cpts[Int(best.cpts)].stage)
        guard found < best.cause || found == best.cause && stage > known else { continue }
      }
      best = (found, cpts)
    }
    return best.map { ($0.cause, $0.cpts) } ?? (.data, -1)
  }

  // MARK: Where

  /// A department in a region, with what it has of a group.
  private struct Area {
    var department: String
    var region: String
    var weight = 0
    var covered = (before: 0, after: 0)
    var key: String { "\(region)|\(department)" }
  }

  /// The areas of a group: one, but for communes that change departments.
  private func areas(of group: CommuneGroup) -> [Area] {
    var areas: [Area] = []
    func place(_ commune: Snapshot.Commune) -> Int {
      let known = areas.firstIndex {
        $0.department == commune.department && $0.region == commune.region
      }
      if let known { return known }
      areas.append(Area(department: commune.department, region: commune.region))
      return areas.count - 1
    }
    for commune in group.before.lazy.map({ before.communes[Int($0)] }) {
      let place = place(commune)
      areas[place].weight += commune.people ?? 0
      areas[place].covered.before += commune.covered
    }
    for commune in group.after.lazy.map({ after.communes[Int($0)] }) {
      let place = place(commune)
      areas[place].weight += commune.people ?? 0
      areas[place].covered.after += commune.covered
    }
    return areas
  }
}
