/// What became of a white zone or a sector. The raw value is the word in the files.
public enum ZoneVariation: String, CaseIterable, Sendable {
  /// The same land, whatever its name.
  case unchanged = "inchangee"
  /// One is left of one, smaller.
  case reduced = "reduite"
  /// One has come of one, larger.
  case extended = "etendue"
  /// A part of one that is now several.
  case divided = "scindee"
  /// One of several that are now one.
  case merged = "fusionnee"
  /// People or land that a CPTS now covers.
  case covered = "couverte"
  /// People or land that no CPTS covers any more.
  case new = "nouvelle"
  /// People whom one census counts and the other does not.
  case population
}

/// People in common of a zone of before and one of after: a row of `zones_variation.csv`. The rows of a zone of before
/// add up to it, and so do those of a zone of after.
public struct ZoneLink: Sendable, Equatable {
  /// Id of before; nil for people of a zone of after who were in none.
  public let before: String?
  /// Id of after; nil for people of a zone of before who are in none.
  public let after: String?
  public let variation: ZoneVariation
  public let people: Int
}

/// The lineage of white zones, or of sectors.
struct ZoneLineage {
  let before: [Snapshot.Land]
  let after: [Snapshot.Land]
  private let flows: ZoneFlows

  /// - Complexity: O(parts of zones).
  init(
    _ before: [Snapshot.Land], _ after: [Snapshot.Land], _ ground: CommonGround, _ old: CPTSGround,
    _ new: CPTSGround
  ) {
    (self.before, self.after) = (before, after)
    flows = ZoneFlows(before, after, ground, old, new)
  }

  /// By id of before, then of after; what came new last.
  func links() -> [ZoneLink] {
    let pairs = flows.pairs.sorted { ($0.key.x, $0.key.y) < ($1.key.x, $1.key.y) }
    var (successors, predecessors) = (
      [Int](repeating: 0, count: before.count), [Int](repeating: 0, count: after.count)
    )
    for (pair, _) in pairs {
      successors[Int(pair.x)] += 1
      predecessors[Int(pair.y)] += 1
    }
    var links: [ZoneLink] = []
    var next = 0
    for (place, zone) in before.enumerated() {
      while next < pairs.count, Int(pairs[next].key.x) == place {
        let (pair, people) = pairs[next]
        let other = Int(pair.y)
        links.append(
          ZoneLink(
            before: zone.id, after: after[other].id,
            variation: variation(place, other, successors[place], predecessors[other]),
            people: people
          ))
        next += 1
      }
      links += rest(
        zone.id, nil, .covered, flows.left[place], flows.uncounted.before[place],
        isAlone: successors[place] == 0)
    }
    for (place, zone) in after.enumerated() {
      links += rest(
        nil, zone.id, .new, flows.came[place], flows.uncounted.after[place],
        isAlone: predecessors[place] == 0)
    }
    return links
  }

  /// Rows of one side only: people covered, people of the census; one at least for a zone without counterpart.
  private func rest(
    _ before: String?, _ after: String?, _ variation: ZoneVariation, _ people: Int, _ counted: Int,
    isAlone: Bool
  ) -> [ZoneLink] {
    var rows: [ZoneLink] = []
    if people > 0 || isAlone {
      rows.append(ZoneLink(before: before, after: after, variation: variation, people: people))
    }
    if counted > 0 {
      rows.append(ZoneLink(before: before, after: after, variation: .population, people: counted))
    }
    return rows
  }

  private func variation(
    _ left: Int, _ right: Int, _ successors: Int, _ predecessors: Int
  ) -> ZoneVariation {
    if successors > 1 { return .divided }
    if predecessors > 1 { return .merged }
    let lost = (people: flows.left[left], land: flows.landLeft[left])
    let gained = (people: flows.came[right], land: flows.landCame[right])
    if lost == (0, 0), gained == (0, 0) { return .unchanged }
    return lost >= gained ? .reduced : .extended
  }
}
