/// A component divided into sectors.
struct CutDivision: Sendable {
  /// Nodes of each sector, in ascending order.
  private(set) var sectors: [[Int]]
  private(set) var sectorOfNode: [Int]
  /// A number of each sector that no other nodes ever have.
  private(set) var versions: [Int]
  /// People of each area by the sectors that have any, which are few.
  private var counts: [[(sector: Int, people: Int)]]
  private let areasOfNode: [[Int]]
  private let people: [Int]

  /// The whole component as one sector.
  init(_ ground: CutGround, _ areas: CutAreas) {
    sectors = [Array(0..<ground.count)]
    sectorOfNode = [Int](repeating: 0, count: ground.count)
    versions = [0]
    areasOfNode = areas.ofNode
    people = ground.people
    counts = areas.all.map { [(0, $0.people)] }
  }

  /// The most people of an area in a sector other than two.
  ///
  /// - Complexity: O(sectors that the area touches).
  func most(of area: Int, besides first: Int, _ second: Int) -> Int {
    var most = 0
    for count in counts[area] where count.sector != first && count.sector != second {
      most = max(most, count.people)
    }
    return most
  }

  private mutating func count(_ node: Int, _ sign: Int, in sector: Int) {
    for area in areasOfNode[node] {
      if let place = counts[area].firstIndex(where: { $0.sector == sector }) {
        counts[area][place].people += sign * people[node]
      } else {
        counts[area].append((sector, sign * people[node]))
      }
    }
  }

  /// Divides the nodes of two sectors anew; the second may be a new one, or become empty and go.
  ///
  /// - Parameter version: larger than any before; the next is free too.
  /// - Complexity: O(nodes of both).
  mutating func divide(
    _ nodes: [Int], _ isSecond: [Bool], between first: Int, _ second: Int, version: Int
  ) {
    if second == sectors.count {
      sectors.append([])
      versions.append(0)
    }
    for (place, node) in nodes.enumerated() {
      let sector = isSecond[place] ? second : first
      let old = sectorOfNode[node]
      guard old != sector else { continue }
      count(node, -1, in: old)
      count(node, 1, in: sector)
      sectorOfNode[node] = sector
    }
    sectors[first] = zip(nodes, isSecond).filter { !$1 }.map(\.0)
    sectors[second] = zip(nodes, isSecond).filter { $1 }.map(\.0)
    (versions[first], versions[second]) = (version, version + 1)
    if sectors[second].isEmpty { drop(second) }
  }

  /// The last sector takes the place of an empty one.
  private mutating func drop(_ sector: Int) {
    let last = sectors.count - 1
    if sector != last {
      for node in sectors[last] {
        count(node, -1, in: last)
        count(node, 1, in: sector)
        sectorOfNode[node] = sector
      }
      sectors[sector] = sectors[last]
      versions[sector] = versions[last]
    }
    sectors.removeLast()
    versions.removeLast()
  }
}
