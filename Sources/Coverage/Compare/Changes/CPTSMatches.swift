/// Which CPTS of before is which of after.
///
/// By id, but for one that names another CPTS by now: another name, and nobody in common. Then, of those left, by name and territory: one name, and most of the people of the smaller in common;
/// then by territory: four fifths of the people of both. What is still left may be a part of one that was divided,
/// or one that joined others: four fifths of its own people are theirs.
struct CPTSMatches: Sendable {
  /// How a pair was told. The raw value is the word in the files.
  enum Ground: String, Sendable {
    case id
    case nameAndTerritory = "nom_et_territoire"
    case territory = "territoire"
  }

  struct Link: Sendable, Equatable {
    var before: Int32
    var after: Int32
    var ground: Ground
    /// Whether both are one CPTS, and not a part of it or one that joined it.
    var isOne = true
  }

  /// By CPTS of before, then of after.
  private(set) var links: [Link] = []
  /// By CPTS of before those of after, and the other way.
  private(set) var successors: [[Int32]]
  private(set) var predecessors: [[Int32]]
  /// The one CPTS of after that one of before is; -1 where none is.
  private(set) var counterpart: [Int32]
  /// Ids that another CPTS has by now, as where lists are numbered by row.
  private(set) var reusedIDs: [CPTSID] = []

  /// - Complexity: O(people of CPTS by group × CPTS in a group).
  init(_ before: Snapshot, _ after: Snapshot, _ old: CPTSGround, _ new: CPTSGround) {
    successors = Array(repeating: [], count: before.cpts.count)
    predecessors = Array(repeating: [], count: after.cpts.count)
    counterpart = Array(repeating: -1, count: before.cpts.count)
    let placeOfID = Dictionary(
      after.cpts.enumerated().map { ($1.id, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    for (place, cpts) in before.cpts.enumerated() {
      guard let other = placeOfID[cpts.id] else { continue }
      if folded(cpts.name) != folded(after.cpts[Int(other)].name),
        Self.areApart(old.people[place], new.people[Int(other)])
      {
        reusedIDs.append(cpts.id)
      } else {
        add(Int32(place), other, .id)
      }
    }
    let common = common(before, after, old, new)
    let sums = (old.people.map(Self.sum), new.people.map(Self.sum))
    var open = common.filter {
      counterpart[Int($0.before)] < 0 && predecessors[Int($0.after)].isEmpty
    }
    for ground in [Ground.nameAndTerritory, .territory] {
      for pair in open
      where counterpart[Int(pair.before)] < 0 && predecessors[Int(pair.after)].isEmpty {
        let (left, right) = (sums.0[Int(pair.before)], sums.1[Int(pair.after)])
        let names = (before.cpts[Int(pair.before)].name, after.cpts[Int(pair.after)].name)
        let isOne =
          ground == .territory
          ? pair.people * 5 >= max(left, right) * 4
          : folded(names.0) == folded(names.1) && pair.people * 2 > min(left, right)
        if isOne, pair.people > 0 { add(pair.before, pair.after, ground) }
      }
      open.removeAll { counterpart[Int($0.before)] >= 0 || !predecessors[Int($0.after)].isEmpty }
    }
    addParts(moved(before, after, old, new), sums.0, sums.1)
    links.sort { ($0.before, $0.after) < ($1.before, $1.after) }
    for index in successors.indices { successors[index].sort() }
    for index in predecessors.indices { predecessors[index].sort() }
  }

  /// Whether two territories where people live have nobody in common.
  private static func areApart(
    _ left: [(group: Int32, people: Int)], _ right: [(group: Int32, people: Int)]
  ) -> Bool {
    let own = Set(left.lazy.filter { $0.people > 0 }.map(\.group))
    return !own.isEmpty && sum(right) > 0
      && !right.contains { $0.people > 0 && own.contains($0.group) }
  }

  private static func sum(_ people: [(group: Int32, people: Int)]) -> Int {
    people.reduce(0) { $0 + $1.people }
  }

  private struct Common {
    var before: Int32
    var after: Int32
    var people: Int
  }

  /// Pairs with people in common that are not matched by id both.
  private func common(
    _ before: Snapshot, _ after: Snapshot, _ old: CPTSGround, _ new: CPTSGround
  ) -> [Common] {
    pairs(before, after, Self.people(old), Self.people(new)) { first, second in
      counterpart[Int(first)] < 0 || predecessors[Int(second)].isEmpty
    }
  }

  /// The same of people whom one no longer has and the other did not have: a CPTS that comes to land that another
  /// keeps is no part of it.
  private func moved(
    _ before: Snapshot, _ after: Snapshot, _ old: CPTSGround, _ new: CPTSGround
  ) -> [Common] {
    var (left, right) = (Self.people(old), Self.people(new))
    for group in left.indices {
      let (had, has) = (left[group], right[group])
      for place in had.indices {
        let other = counterpart[Int(had[place].cpts)]
        let kept = other < 0 ? nil : has.first { $0.cpts == other }
        left[group][place].people -= min(had[place].people, kept?.people ?? 0)
      }
      for place in has.indices {
        let own = had.first { counterpart[Int($0.cpts)] == has[place].cpts }
        right[group][place].people -= min(has[place].people, own?.people ?? 0)
      }
    }
    return pairs(before, after, left, right) { first, second in
      successors[Int(first)].isEmpty || predecessors[Int(second)].isEmpty
    }
  }

  /// Pairs with people in common, most first; of as many, by both ids whatever the side, so that a comparison the
  /// other way round finds the same.
  private func pairs(
    _ before: Snapshot, _ after: Snapshot, _ left: [[GroupShare]], _ right: [[GroupShare]],
    _ isWanted: (Int32, Int32) -> Bool
  ) -> [Common] {
    var found: [SIMD2<Int32>: Int] = [:]
    for (had, has) in zip(left, right) {
      for first in had where first.people > 0 {
        for second in has where second.people > 0 && isWanted(first.cpts, second.cpts) {
          found[[first.cpts, second.cpts], default: 0] += min(first.people, second.people)
        }
      }
    }
    func key(_ pair: Common) -> (CPTSID, CPTSID) {
      let ids = (before.cpts[Int(pair.before)].id, after.cpts[Int(pair.after)].id)
      return ids.0 < ids.1 ? ids : (ids.1, ids.0)
    }
    return found.map { Common(before: $0.x, after: $0.y, people: $1) }.sorted {
      $0.people == $1.people ? key($0) < key($1) : $0.people > $1.people
    }
  }

  private typealias GroupShare = (cpts: Int32, people: Int)

  /// CPTS that one group of communes has at most: of more, those with most people there. No place has so many, and
  /// pairs of thousands would have no end.
  private static let mostInGroup = 64

  private static func people(_ ground: CPTSGround) -> [[GroupShare]] {
    var byGroup = [[GroupShare]](repeating: [], count: ground.total.count)
    for (cpts, parts) in ground.people.enumerated() {
      for part in parts { byGroup[Int(part.group)].append((Int32(cpts), part.people)) }
    }
    for group in byGroup.indices where byGroup[group].count > mostInGroup {
      let most = byGroup[group].sorted { ($1.people, $0.cpts) < ($0.people, $1.cpts) }
      byGroup[group] = Array(most.prefix(mostInGroup))
    }
    return byGroup
  }

  /// What neither began nor ended alone: a part of a CPTS that was divided, one that joined another.
  private mutating func addParts(_ common: [Common], _ left: [Int], _ right: [Int]) {
    let isNew = predecessors.map(\.isEmpty)
    let isGone = successors.map(\.isEmpty)
    for pair in common where pair.people > 0 {
      let (before, after) = (Int(pair.before), Int(pair.after))
      let isPart = isNew[after] && pair.people * 5 >= right[after] * 4
      let hasJoined = isGone[before] && pair.people * 5 >= left[before] * 4
      guard isPart || hasJoined, !successors[before].contains(pair.after) else { continue }
      add(pair.before, pair.after, .territory, isOne: false)
    }
  }

  private mutating func add(_ before: Int32, _ after: Int32, _ ground: Ground, isOne: Bool = true) {
    links.append(Link(before: before, after: after, ground: ground, isOne: isOne))
    successors[Int(before)].append(after)
    predecessors[Int(after)].append(before)
    if isOne { counterpart[Int(before)] = after }
  }
}
