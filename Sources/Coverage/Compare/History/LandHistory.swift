/// Since when a white zone or a sector is known, and what it was called.
public struct LandHistory: Sendable, Equatable {
  /// The first day seen: that of what most of its people were in, or of the study where it is new.
  public let since: CivilDate
  /// Ids of what it comes from, those with most of its people first; empty where that is its own alone.
  public let names: [String]

  /// The history of each zone of after, or of each sector.
  ///
  /// - Parameters:
  ///   - links: between those of before and those of after.
  ///   - days: of both studies; what was known longer before has its own day.
  /// - Complexity: O(links × log).
  static func all(
    _ links: [ZoneLink], _ before: [Snapshot.Land], _ after: [Snapshot.Land],
    days: (before: CivilDate, after: CivilDate)
  ) -> [LandHistory] {
    let since = Dictionary(
      before.map { ($0.id, $0.since) }, uniquingKeysWith: { first, _ in first })
    var origins: [String: [(id: String, people: Int)]] = [:]
    for link in links {
      guard let old = link.before, let new = link.after else { continue }
      origins[new, default: []].append((old, link.people))
    }
    return after.map { land in
      let origins = (origins[land.id] ?? []).sorted {
        $0.people == $1.people ? $0.id < $1.id : $0.people > $1.people
      }
      let ids = origins.map(\.id)
      let day = ids.first.map { (since[$0] ?? nil) ?? days.before } ?? days.after
      return LandHistory(since: day, names: ids == [land.id] ? [] : ids)
    }
  }
}
