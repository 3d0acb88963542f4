/// What became of a CPTS between two studies. The raw value is the word in the files; the first that holds is taken, in
/// this order.
public enum CPTSVariation: String, CaseIterable, Sendable {
  /// It is several.
  case divided = "scindee"
  /// Several are one.
  case merged = "fusionnee"
  case new = "nouvelle"
  case gone = "disparue"
  case stage = "stade"
  case territory = "perimetre"
  case renamed = "renommee"
  case unchanged = "inchangee"
}

/// A CPTS before and after: a row of `cpts_variation.csv`. At `aucun`, a CPTS holds nothing.
public struct CPTSComparison: Sendable, Equatable {
  /// One of both studies' CPTS.
  public struct Side: Sendable, Equatable {
    public let id: CPTSID
    public let name: String
    public let stage: Stage
    /// nil at `aucun`, and where no file says.
    public let people: Int?
    /// From 1; nil at `aucun`, and where the people are unknown.
    public let sizeClass: Int?
    /// Euros a year of the ACI by its size; nil where none is signed, and where no source says.
    public let euros: Int?

    init(_ member: Snapshot.Member, _ pack: RulePack) {
      (id, name, stage) = (member.id, member.name, member.stage)
      let exists = member.stage >= .project
      people = exists ? member.people : nil
      sizeClass = exists ? member.sizeClass : nil
      euros =
        member.stage == .signedContract
        ? member.sizeClass.flatMap {
          (1...pack.sizes.classCount).contains($0) ? pack.yearlyTotal(sizeClass: $0) : nil
        }
        : nil
    }
  }

  public let before: Side?
  public let after: Side?
  public let variation: CPTSVariation
  /// How both were told to be one; nil where there is one side only.
  let ground: CPTSMatches.Ground?
  /// People of places that it took, by the census of after, and of those that it gave up, by that of before.
  public let peopleGained: Int
  public let peopleLost: Int
  /// Communes of which it had nothing before, by the codes of after; and of which it has nothing after.
  public let communesGained: [UnitCode]
  public let communesLost: [UnitCode]
}

/// Compares the CPTS of two studies, one by one.
struct CPTSComparisons {
  let before: Snapshot
  let after: Snapshot
  let ground: CommonGround
  let old: CPTSGround
  let new: CPTSGround
  let matches: CPTSMatches
  let pack: RulePack

  /// By id of before, then of after; new ones among them by theirs.
  ///
  /// - Complexity: O(people of CPTS by group).
  func all() -> [CPTSComparison] {
    var rows = matches.links.map { row($0.before, $0.after, $0.ground) }
    for place in before.cpts.indices where matches.successors[place].isEmpty {
      rows.append(row(Int32(place), nil, nil))
    }
    for place in after.cpts.indices where matches.predecessors[place].isEmpty {
      rows.append(row(nil, Int32(place), nil))
    }
    func key(_ row: CPTSComparison) -> (CPTSID, CPTSID) {
      let first = row.before?.id ?? row.after?.id ?? CPTSID("")
      return (first, row.after?.id ?? CPTSID(""))
    }
    return rows.sorted { key($0) < key($1) }
  }

  private func row(
    _ first: Int32?, _ second: Int32?, _ told: CPTSMatches.Ground?
  ) -> CPTSComparison {
    let left = first.map { before.cpts[Int($0)] }
    let right = second.map { after.cpts[Int($0)] }
    let moved = moved(
      first.map { old.people[Int($0)] } ?? [], second.map { new.people[Int($0)] } ?? [])
    return CPTSComparison(
      before: left.map { CPTSComparison.Side($0, pack) },
      after: right.map { CPTSComparison.Side($0, pack) },
      variation: variation(first, second, moved), ground: told, peopleGained: moved.gained,
      peopleLost: moved.lost,
      communesGained: codes(moved.took, after) { $0.after },
      communesLost: codes(moved.gave, before) { $0.before })
  }

  private func variation(_ first: Int32?, _ second: Int32?, _ moved: Moved) -> CPTSVariation {
    let exists = (
      first.map { before.cpts[Int($0)].stage >= .project } ?? false,
      second.map { after.cpts[Int($0)].stage >= .project } ?? false
    )
    switch exists {
    case (false, true): return .new
    case (true, false): return .gone
    case (false, false): break
    case (true, true):
      if let first, matches.successors[Int(first)].count > 1 { return .divided }
      if let second, matches.predecessors[Int(second)].count > 1 { return .merged }
    }
    // One that is listed at `aucun` on one date only was nothing, and is nothing.
    guard let first, let second else { return .unchanged }
    let (left, right) = (before.cpts[Int(first)], after.cpts[Int(second)])
    if left.stage != right.stage { return .stage }
    if moved.gained + moved.lost > 0 || !moved.took.isEmpty || !moved.gave.isEmpty {
      return .territory
    }
    return left.name != right.name || left.id != right.id ? .renamed : .unchanged
  }

  private func codes(
    _ groups: [Int32], _ study: Snapshot, _ side: (CommuneGroup) -> [Int32]
  ) -> [UnitCode] {
    groups.flatMap { side(ground.groups[Int($0)]) }.map { study.communes[Int($0)].code }.sorted()
  }

  // MARK: Its places

  private struct Moved {
    var gained = 0
    var lost = 0
    var took: [Int32] = []
    var gave: [Int32] = []
  }

  /// What a CPTS took and gave up, group by group; its share of a group may grow or shrink.
  private func moved(
    _ left: [(group: Int32, people: Int)], _ right: [(group: Int32, people: Int)]
  ) -> Moved {
    var moved = Moved()
    var (i, j) = (0, 0)
    while i < left.count || j < right.count {
      if j == right.count || i < left.count && left[i].group < right[j].group {
        moved.gave.append(left[i].group)
        moved.lost += left[i].people
        i += 1
      } else if i == left.count || right[j].group < left[i].group {
        moved.took.append(right[j].group)
        moved.gained += right[j].people
        j += 1
      } else {
        let change = change(Int(left[i].group), left[i].people, right[j].people)
        moved.gained += max(0, change)
        moved.lost += max(0, -change)
        (i, j) = (i + 1, j + 1)
      }
    }
    return moved
  }

  /// People of a group by whom its share grew, of the census of after, or shrank, of that of before; nobody where the
  /// share is the same, but for rounding.
  private func change(_ group: Int, _ people: Int, _ peopleAfter: Int) -> Int {
    guard let whole = old.total[group], let wholeAfter = new.total[group], whole > 0, wholeAfter > 0
    else { return 0 }
    let shares = (Int128(people) * Int128(wholeAfter), Int128(peopleAfter) * Int128(whole))
    func nearest(_ product: Int128, _ whole: Int) -> Int {
      Int((2 * product + Int128(whole)) / (2 * Int128(whole)))
    }
    return shares.0 <= shares.1
      ? peopleAfter - nearest(shares.0, whole) : -(people - nearest(shares.1, wholeAfter))
  }
}
