/// One component of land without project, in columns: all that its cut into sectors is made from.
///
/// Nodes are its units, in the order of their codes.
struct CutGround: Sendable {
  /// Inhabitants without CPTS; 0 where unknown.
  let people: [Int]
  /// The nodes that share a border with each.
  let beside: [[Int]]
  /// Bassin de vie, EPCI and department of each node, -1 where unknown: numbers from 0, each kind its own.
  let livingAreas: [Int]
  let intercommunalities: [Int]
  let departments: [Int]
  /// A point within or near each node; nil without geometry.
  let points: [GlobePoint?]
  /// Starts what is left to chance, so that the rest of the country changes no cut.
  let seed: UInt64

  var count: Int { people.count }
  var total: Int { people.reduce(0, +) }
}

/// Areas that a cut is better not to divide.
struct CutAreas: Sendable {
  struct Area: Sendable {
    let nodes: [Int]
    let people: Int
    let weight: Int
  }

  var all: [Area] = []
  /// Numbers of those that hold each node.
  var ofNode: [[Int]]
}

extension CutGround {
  /// Bassins de vie and EPCI that one sector can hold.
  ///
  /// - Complexity: O(nodes + areas × log).
  func areas(_ rules: CutRules) -> CutAreas {
    var areas = CutAreas(ofNode: [[Int]](repeating: [], count: count))
    for (numbers, criterion) in [
      (livingAreas, CutRules.Criterion.livingArea), (intercommunalities, .intercommunality),
    ] {
      var nodesOf: [Int: [Int]] = [:]
      for (node, area) in numbers.enumerated() where area >= 0 {
        nodesOf[area, default: []].append(node)
      }
      for (_, nodes) in nodesOf.sorted(by: { $0.key < $1.key }) {
        let sum = nodes.reduce(0) { $0 + people[$1] }
        guard sum <= rules.largest else { continue }
        for node in nodes { areas.ofNode[node].append(areas.all.count) }
        areas.all.append(CutAreas.Area(nodes: nodes, people: sum, weight: rules[criterion]))
      }
    }
    return areas
  }

  /// What one sector costs by itself: all but what areas lose that it divides.
  ///
  /// - Complexity: O(nodes).
  func ownCost(_ nodes: [Int], _ rules: CutRules) -> CutCost {
    var sector = CutPair(nodes, self, rules, nil) { _ in 0 }
    return sector.cost([Bool](repeating: false, count: nodes.count))
  }

  /// Whether some nodes are of one piece.
  ///
  /// - Complexity: O(borders of the nodes).
  func isConnected(_ nodes: [Int]) -> Bool {
    guard let first = nodes.first else { return true }
    var left = Set(nodes)
    left.remove(first)
    var found = [first]
    while let node = found.popLast() {
      for other in beside[node] where left.remove(other) != nil { found.append(other) }
    }
    return left.isEmpty
  }
}
