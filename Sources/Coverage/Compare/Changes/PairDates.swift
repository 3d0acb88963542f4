/// Communes that a CPTS took or gave up on a day between two studies, as far as lists date them.
struct PairDates {
  private struct Pair: Hashable {
    var cpts: CPTSID
    /// nil for whatever a drawing covers.
    var commune: UnitCode?
  }

  private var begun: Set<Pair> = []
  private var ended: Set<Pair> = []
  private let isForward: Bool

  /// - Complexity: O(dated pairs).
  init(_ before: Snapshot, _ after: Snapshot) {
    isForward = before.day <= after.day
    let (first, last) = (min(before.day, after.day), max(before.day, after.day))
    func isBetween(_ day: CivilDate?) -> Bool { day.map { first < $0 && $0 <= last } ?? false }
    for date in before.pairDates + after.pairDates {
      let pair = Pair(cpts: date.cpts, commune: date.commune)
      if isBetween(date.start) { begun.insert(pair) }
      if isBetween(date.end) { ended.insert(pair) }
    }
  }

  /// Whether a CPTS of after took one of these communes on a dated day; backwards in time, it is one that it will give
  /// up.
  func isTaken(_ cpts: CPTSID, _ communes: [UnitCode]) -> Bool {
    holds(isForward ? begun : ended, cpts, communes)
  }

  /// Whether a CPTS of before gave one of these up.
  func isGiven(_ cpts: CPTSID, _ communes: [UnitCode]) -> Bool {
    holds(isForward ? ended : begun, cpts, communes)
  }

  private func holds(_ pairs: Set<Pair>, _ cpts: CPTSID, _ communes: [UnitCode]) -> Bool {
    guard !pairs.isEmpty else { return false }
    return pairs.contains(Pair(cpts: cpts, commune: nil))
      || communes.contains { pairs.contains(Pair(cpts: cpts, commune: $0)) }
  }
}
