/// What became of an overlap of two CPTS. The raw value is the word in the files.
public enum OverlapVariation: String, CaseIterable, Sendable {
  case new = "nouveau"
  case solved = "resolu"
  case changed = "change"
  case unchanged = "inchange"
}

/// Two CPTS that overlap before, after, or both: a row of `chevauchements_variation.csv`.
public struct OverlapComparison: Sendable, Equatable {
  /// Ids of after where the CPTS is there still, the lower first.
  public let first: CPTSID
  public let second: CPTSID
  public let variation: OverlapVariation
  /// What the overlap called for, in the words of the files; nil where there was none.
  public let qualificationBefore: String?
  public let qualificationAfter: String?
  /// People in both; nil where there was no overlap, and where no file says.
  public let peopleBefore: Int?
  public let peopleAfter: Int?
  /// Communes in which they overlap now and did not, and the other way.
  public let communesGained: [UnitCode]
  public let communesLost: [UnitCode]
}

extension OverlapComparison {
  private struct Pair: Hashable {
    let first: CPTSID
    let second: CPTSID

    init(_ left: CPTSID, _ right: CPTSID) {
      (first, second) = left < right ? (left, right) : (right, left)
    }
  }

  /// By ids; nil where a folder does not say its overlaps.
  ///
  /// - Complexity: O(overlaps and their communes).
  static func all(
    _ before: Snapshot, _ after: Snapshot, _ ground: CommonGround, _ matches: CPTSMatches
  ) -> [OverlapComparison]? {
    guard let left = before.overlaps, let right = after.overlaps else { return nil }
    var idAfter: [CPTSID: CPTSID] = [:]
    for (place, cpts) in before.cpts.enumerated() where matches.counterpart[place] >= 0 {
      idAfter[cpts.id] = after.cpts[Int(matches.counterpart[place])].id
    }
    let old = Dictionary(
      left.map { (Pair(idAfter[$0.first] ?? $0.first, idAfter[$0.second] ?? $0.second), $0) },
      uniquingKeysWith: { first, _ in first })
    let new = Dictionary(
      right.map { (Pair($0.first, $0.second), $0) }, uniquingKeysWith: { first, _ in first })
    let groups = (Groups(before, ground.groupOfBefore), Groups(after, ground.groupOfAfter))
    return Set(old.keys).union(new.keys)
      .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
      .map { OverlapComparison($0, old[$0], new[$0], groups) }
  }

  /// The group of a commune by its code.
  private struct Groups {
    private let places: [UnitCode: Int32]

    init(_ study: Snapshot, _ groupOfCommune: [Int32]) {
      places = Dictionary(
        zip(study.communes.map(\.code), groupOfCommune), uniquingKeysWith: { first, _ in first })
    }

    /// Codes whose groups are not among others.
    func codes(of codes: [UnitCode], butIn others: Set<Int32>) -> [UnitCode] {
      codes.filter { code in places[code].map { !others.contains($0) } ?? true }
    }

    func groups(of codes: [UnitCode]) -> Set<Int32> { Set(codes.compactMap { places[$0] }) }
  }

  private init(
    _ pair: Pair, _ old: Snapshot.Overlap?, _ new: Snapshot.Overlap?, _ groups: (Groups, Groups)
  ) {
    (first, second) = (pair.first, pair.second)
    (qualificationBefore, qualificationAfter) = (old?.qualification, new?.qualification)
    (peopleBefore, peopleAfter) = (old?.people, new?.people)
    let (left, right) = (old?.communes ?? [], new?.communes ?? [])
    communesGained = groups.1.codes(of: right, butIn: groups.0.groups(of: left))
    communesLost = groups.0.codes(of: left, butIn: groups.1.groups(of: right))
    let isSame =
      qualificationBefore == qualificationAfter && peopleBefore == peopleAfter
      && communesGained.isEmpty && communesLost.isEmpty
    variation = old == nil ? .new : new == nil ? .solved : isSame ? .unchanged : .changed
  }
}
