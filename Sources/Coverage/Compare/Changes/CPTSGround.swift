/// Where the people of each CPTS of one study live, group by group of communes. At `aucun` a CPTS holds nothing.
///
/// Tables give the people of a CPTS, and the communes that it has any part of. Where these are whole, so are its
/// people there. Where some are cut, what is known of each is counted first (a commune that it alone covers), and
/// the rest is shared out by population: the sum is always that of the CPTS.
struct CPTSGround {
  /// By CPTS, its groups with its people there, ascending.
  let people: [[(group: Int32, people: Int)]]
  /// By group, the CPTS that have any part of it, ascending.
  let cptsOfGroup: [[Int32]]
  /// By group: people (nil where none is known) and people covered.
  let total: [Int?]
  let covered: [Int]

  /// - Complexity: O(communes × CPTS in each).
  init(_ study: Snapshot, groupOfCommune: [Int32], count: Int) {
    var communes = [[Int32]](repeating: [], count: study.cpts.count)
    var cptsOfGroup = [[Int32]](repeating: [], count: count)
    var total = [Int?](repeating: nil, count: count)
    var covered = [Int](repeating: 0, count: count)
    for (place, commune) in study.communes.enumerated() {
      let group = Int(groupOfCommune[place])
      if let people = commune.people { total[group] = (total[group] ?? 0) + people }
      covered[group] += commune.covered
      for cpts in commune.cpts {
        communes[Int(cpts)].append(Int32(place))
        cptsOfGroup[group].append(cpts)
      }
    }
    (self.total, self.covered) = (total, covered)
    self.cptsOfGroup = cptsOfGroup.map { $0.count < 2 ? $0 : Set($0).sorted() }
    people = study.cpts.indices.map { index in
      let shares = Self.shares(of: study.cpts[index], communes[index], study)
      var sums: [(group: Int32, people: Int)] = []
      for (commune, people) in zip(communes[index], shares) {
        sums.append((groupOfCommune[Int(commune)], people))
      }
      sums.sort { $0.group < $1.group }
      return sums.reduce(into: []) { merged, next in
        if let last = merged.last, last.group == next.group {
          merged[merged.count - 1].people += next.people
        } else {
          merged.append(next)
        }
      }
    }
  }

  /// People of a CPTS in each of its communes.
  private static func shares(
    of member: Snapshot.Member, _ communes: [Int32], _ study: Snapshot
  ) -> [Int] {
    let whole = communes.map { study.communes[Int($0)].people ?? 0 }
    guard let people = member.people.map({ $0 - member.peopleOutside }), people >= 0 else {
      return whole
    }
    let sum = whole.reduce(0, +)
    if sum == people || whole.isEmpty { return whole }
    // A commune that no other CPTS shares has as many people of it as are covered.
    let known = communes.map { place -> Int? in
      let commune = study.communes[Int(place)]
      return commune.cpts.count == 1 && member.stage >= study.whiteBelow ? commune.covered : nil
    }
    let sure = known.reduce(0) { $0 + ($1 ?? 0) }
    let open = communes.indices.filter { known[$0] == nil }
    let weights = open.map { Double(whole[$0]) }
    guard people >= sure, weights.contains(where: { $0 > 0 }) else {
      return sum > 0 ? apportion(people, weights: whole.map { Double($0) }) : whole
    }
    var shares = known.map { $0 ?? 0 }
    for (place, share) in zip(open, apportion(people - sure, weights: weights)) {
      shares[place] = share
    }
    return shares
  }
}
