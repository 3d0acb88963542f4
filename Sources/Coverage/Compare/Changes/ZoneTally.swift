/// Zones by what became of them: each zone of before once, and each of after that came of none or of several.
public struct ZoneTally: Sendable {
  /// Ids by variation: of before for what was, of after for what is merged or new.
  public private(set) var ids: [ZoneVariation: [String]] = [:]
  /// Zones of which the land is the same, under another name.
  public private(set) var renamed: [(before: String, after: String)] = []

  /// - Complexity: O(links).
  init(_ links: [ZoneLink]) {
    var goesOn: Set<String> = []
    var comesFrom: Set<String> = []
    for link in links {
      guard let before = link.before, let after = link.after else { continue }
      goesOn.insert(before)
      comesFrom.insert(after)
    }
    var seen: Set<String> = []
    for link in links {
      let id: String
      switch (link.before, link.after, link.variation) {
      case (let before?, let after?, .unchanged):
        if before != after { renamed.append((before, after)) }
        id = before
      case (_, let after?, .merged): id = after
      case (let before?, _?, _): id = before
      case (let before?, nil, .covered) where !goesOn.contains(before): id = before
      case (nil, let after?, .new) where !comesFrom.contains(after): id = after
      default: continue
      }
      if seen.insert("\(link.variation.rawValue) \(id)").inserted {
        ids[link.variation, default: []].append(id)
      }
    }
  }

  public func count(_ variation: ZoneVariation) -> Int { ids[variation]?.count ?? 0 }
}

extension Comparison {
  /// White zones by what became of them.
  public var zoneTally: ZoneTally { ZoneTally(zones) }
  /// Sectors by what became of them.
  public var sectorTally: ZoneTally { ZoneTally(sectors) }
}
