/// Spanning trees over the nodes of a sector or of two: each edge of one is a way to divide them.
struct CutTrees {
  private let nodes: [Int]
  private let ground: CutGround
  private let edges: [(first: Int, second: Int, differs: Int)]

  /// More divisions of a large sector would take too long to look at.
  private static let mostLooks = 250_000

  /// - Complexity: O(borders of the nodes).
  init(_ nodes: [Int], _ ground: CutGround) {
    self.nodes = nodes
    self.ground = ground
    let place = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
    var edges: [(first: Int, second: Int, differs: Int)] = []
    for (first, node) in nodes.enumerated() {
      for other in ground.beside[node] where other > node {
        guard let second = place[other] else { continue }
        let kinds = [ground.livingAreas, ground.intercommunalities, ground.departments]
        let differs = kinds.enumerated().reduce(0) { mask, kind in
          kind.element[node] == kind.element[other] ? mask : mask | 1 << kind.offset
        }
        edges.append((first, second, differs))
      }
    }
    self.edges = edges
  }

  /// Each division by one edge of a tree that is least out of bounds, most balanced first where there are
  /// too many.
  ///
  /// - Parameters:
  ///   - dear: which borders (bit 0: of bassins, 1: of EPCI, 2: of departments) the tree crosses last.
  ///   - visit: is given the second sector of each node.
  /// - Complexity: O(edges × log + nodes × divisions visited).
  func forEachDivision(
    dear: Int, _ rules: CutRules, _ random: inout MixedBits, _ visit: ([Bool]) -> Void
  ) {
    guard nodes.count > 1 else { return }
    let order = preorder(dear: dear, &random)
    var sums = order.map { ground.people[nodes[$0.node]] }
    var ends = Array(1...order.count)
    for place in order.indices.reversed() where order[place].parent >= 0 {
      sums[order[place].parent] += sums[place]
      ends[order[place].parent] = max(ends[order[place].parent], ends[place])
    }
    guard order.count == nodes.count else { return }
    let total = sums[0]
    var candidates: [(out: Int, balance: Int, place: Int)] = []
    for place in order.indices.dropFirst() {
      let size = ends[place] - place
      let out =
        rules.outOfBounds(sums[place], nodes: size)
        + rules.outOfBounds(total - sums[place], nodes: nodes.count - size)
      candidates.append((out, abs(total - 2 * sums[place]), place))
    }
    let least = candidates.map(\.out).min() ?? 0
    candidates.removeAll { $0.out > least }
    let most = max(8, Self.mostLooks / (nodes.count * 16))
    if candidates.count > most {
      candidates.sort { ($0.balance, $0.place) < ($1.balance, $1.place) }
      candidates.removeLast(candidates.count - most)
    }
    var isSecond = [Bool](repeating: false, count: nodes.count)
    for candidate in candidates {
      let span = candidate.place..<ends[candidate.place]
      for place in span { isSecond[order[place].node] = true }
      visit(isSecond)
      for place in span { isSecond[order[place].node] = false }
    }
  }

  /// The nodes of a spanning tree, each after its parent and followed by its own subtree.
  private func preorder(
    dear: Int, _ random: inout MixedBits
  ) -> [(node: Int, parent: Int)] {
    var keyed: [(key: UInt64, edge: Int)] = edges.indices.map { edge in
      let dearness = UInt64((edges[edge].differs & dear).nonzeroBitCount)
      return (dearness << 60 | random.next() >> 4, edge)
    }
    keyed.sort { ($0.key, $0.edge) < ($1.key, $1.edge) }
    var sets = UnionFind<Int>(count: nodes.count)
    var tree = [[Int]](repeating: [], count: nodes.count)
    for (_, edge) in keyed {
      let (first, second, _) = edges[edge]
      guard sets.unite(Index(first), Index(second)) else { continue }
      tree[first].append(second)
      tree[second].append(first)
    }
    var order: [(node: Int, parent: Int)] = []
    var stack: [(node: Int, parent: Int, from: Int)] = [(0, -1, -1)]
    while let (node, parent, from) = stack.popLast() {
      order.append((node, parent))
      for next in tree[node] where next != from { stack.append((next, order.count - 1, node)) }
    }
    return order
  }
}
