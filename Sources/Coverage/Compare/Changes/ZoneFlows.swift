/// Where the people of each zone of before are in those of after, group by group of communes.
///
/// In a commune that is cut on both dates nothing says who lives where: as many people as possible stay where they were,
/// first in the zone of the same name, then in any zone, in their order. By another census, as many people as the
/// smaller counts are in common; the rest is apart.
struct ZoneFlows {
  /// People in common by places of both; with nobody, where land on which nobody lives is in common.
  private(set) var pairs: [SIMD2<Int32>: Int] = [:]
  /// People of each zone of before who are in none after, and communes of which it had something and none has.
  private(set) var left: [Int]
  private(set) var landLeft: [Int]
  /// The same of each zone of after.
  private(set) var came: [Int]
  private(set) var landCame: [Int]
  /// People whom only one census counts.
  private(set) var uncounted: (before: [Int], after: [Int])

  private typealias Share = (zone: Int32, people: Int)

  init(
    _ before: [Snapshot.Land], _ after: [Snapshot.Land], _ ground: CommonGround, _ old: CPTSGround,
    _ new: CPTSGround
  ) {
    left = Array(repeating: 0, count: before.count)
    landLeft = left
    came = Array(repeating: 0, count: after.count)
    landCame = came
    uncounted = (left, came)
    let shares = (
      Self.shares(before, ground.groupOfBefore, ground.groups.count),
      Self.shares(after, ground.groupOfAfter, ground.groups.count)
    )
    let placeOfID = Dictionary(
      after.enumerated().map { ($1.id, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    let sameName = before.map { placeOfID[$0.id] ?? -1 }
    for group in ground.groups.indices where !(shares.0[group].isEmpty && shares.1[group].isEmpty) {
      flow(
        shares.0[group], shares.1[group], sameName,
        people: (old.total[group] ?? 0, new.total[group] ?? 0))
    }
  }

  private static func shares(
    _ zones: [Snapshot.Land], _ groupOfCommune: [Int32], _ count: Int
  ) -> [[Share]] {
    var shares = [[Share]](repeating: [], count: count)
    for (zone, land) in zones.enumerated() {
      for part in land.parts {
        let group = Int(groupOfCommune[Int(part.commune)])
        if let last = shares[group].last, last.zone == zone {
          shares[group][shares[group].count - 1].people += part.people
        } else {
          shares[group].append((Int32(zone), part.people))
        }
      }
    }
    return shares
  }

  /// People of a group who are in no zone.
  private func outside(_ people: Int, _ shares: [Share]) -> Int {
    max(0, people - shares.reduce(0) { $0 + $1.people })
  }

  private mutating func flow(
    _ first: [Share], _ second: [Share], _ sameName: [Int32], people: (Int, Int)
  ) {
    var (old, new) = (first, second)
    let outside = (outside(people.0, first), outside(people.1, second))
    let find = Self.search(second)
    for place in old.indices {
      guard let other = find(sameName[Int(old[place].zone)]) else { continue }
      move(&old[place], &new[other], isLand: true)
    }
    var (i, j) = (0, 0)
    while i < old.count, j < new.count {
      move(&old[i], &new[j], isLand: false)
      if old[i].people == 0 { i += 1 } else { j += 1 }
    }
    // Nobody tells what of a commune without people went where, unless one date has one zone only there.
    if people == (0, 0), first.count == 1 || second.count == 1 {
      for left in first {
        for right in second { pairs[[left.zone, right.zone], default: 0] += 0 }
      }
    }
    let stayed = min(outside.0, outside.1)
    leave(old, free: outside.1 - stayed, &left, &uncounted.before)
    leave(new, free: outside.0 - stayed, &came, &uncounted.after)
    if second.isEmpty { for share in first { landLeft[Int(share.zone)] += 1 } }
    if first.isEmpty { for share in second { landCame[Int(share.zone)] += 1 } }
  }

  /// The place of a zone among shares: of few it is looked for, of many it is known.
  private static func search(_ shares: [Share]) -> (Int32) -> Int? {
    guard shares.count > 8 else {
      return { zone in shares.firstIndex { $0.zone == zone } }
    }
    let places = Dictionary(
      shares.enumerated().map { ($1.zone, $0) }, uniquingKeysWith: { first, _ in first })
    return { places[$0] }
  }

  private mutating func move(_ old: inout Share, _ new: inout Share, isLand: Bool) {
    let people = min(old.people, new.people)
    guard people > 0 || isLand else { return }
    pairs[[old.zone, new.zone], default: 0] += people
    old.people -= people
    new.people -= people
  }

  /// People of zones for whom there is room outside of zones; the others only one census counts.
  private func leave(_ shares: [Share], free: Int, _ gone: inout [Int], _ counted: inout [Int]) {
    var free = free
    for share in shares where share.people > 0 {
      let people = min(free, share.people)
      free -= people
      gone[Int(share.zone)] += people
      counted[Int(share.zone)] += share.people - people
    }
  }
}
