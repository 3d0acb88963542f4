/// The pieces that no CPTS covers at the stage required, and which of them belong together.
struct UncoveredPieces {
  private let isUncovered: [Bool]
  private let isNarrow: [Bool]
  /// Widths and people of the pieces of cut units, as far as any threshold of the sensitivity table
  /// tells them apart.
  private(set) var candidates: [(width: Double, people: Int)] = []

  /// - Complexity: O(parts), and for uncovered pieces of cut units what their width costs.
  init(
    _ territories: Territories, _ stages: [Stage], _ mesh: Mesh, whiteBelow lowest: Stage,
    _ rule: SliverRule
  ) {
    var people = [Int](repeating: 0, count: mesh.pieces.count)
    var isUncovered = [Bool](repeating: false, count: mesh.pieces.count)
    for part in territories.parts where stages[Int(part.covering)] < lowest {
      people[Int(part.piece)] += part.population
      isUncovered[Int(part.piece)] = true
    }
    var isNarrow = [Bool](repeating: false, count: mesh.pieces.count)
    var regions = Regions(mesh)
    for piece in isUncovered.indices where isUncovered[piece] && !mesh.pieces.isWhole(piece) {
      let width = regions.width(
        of: [Int32(piece)], least: 0.499 * rule.width, enough: 2 * rule.width)
      candidates.append((width, people[piece]))
      isNarrow[piece] = rule.isSliver(width: width, people: people[piece])
    }
    self.isUncovered = isUncovered
    self.isNarrow = isNarrow
  }

  /// Zones: wide pieces that border each other, and the narrow ones along them. Strips: other narrow
  /// pieces that border each other. A narrow strip connects no zones: it is noise of drawing.
  ///
  /// - Complexity: O(edges).
  func groups(_ mesh: Mesh) -> (zones: [[Int32]], strips: [[Int32]]) {
    var sets = UnionFind(count: isUncovered.count)
    var alongZones: [Int32: [Int32: Double]] = [:]
    var narrowPairs: [(Int32, Int32)] = []
    for edge in 0..<mesh.edges.count {
      let (left, right) = (mesh.edges.left[edge], mesh.edges.right[edge])
      guard left >= 0, right >= 0, left != right, isUncovered[Int(left)], isUncovered[Int(right)]
      else { continue }
      switch (isNarrow[Int(left)], isNarrow[Int(right)]) {
      case (false, false): sets.unite(left, right)
      case (true, true): narrowPairs.append((left, right))
      case (true, false): alongZones[left, default: [:]][right, default: 0] += mesh.length(of: edge)
      case (false, true): alongZones[right, default: [:]][left, default: 0] += mesh.length(of: edge)
      }
    }
    for (strip, metres) in alongZones.sorted(by: { $0.key < $1.key }) {
      // Of the zones, not of their pieces, the one with the longest border.
      let ofZone = Dictionary(
        metres.sorted { $0.key < $1.key }.map { (sets.find($0.key), $0.value) },
        uniquingKeysWith: +)
      if let zone = ofZone.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key {
        sets.unite(strip, zone)
      }
    }
    for (first, second) in narrowPairs where alongZones[first] == nil && alongZones[second] == nil {
      sets.unite(first, second)
    }
    var members: [Int32: [Int32]] = [:]
    for piece in isUncovered.indices where isUncovered[piece] {
      members[sets.find(Int32(piece)), default: []].append(Int32(piece))
    }
    let groups = members.values.sorted { $0[0] < $1[0] }
    let isZone = groups.map { $0.contains { !isNarrow[Int($0)] } }
    return (
      zip(groups, isZone).filter(\.1).map(\.0), zip(groups, isZone).filter { !$0.1 }.map(\.0)
    )
  }
}
