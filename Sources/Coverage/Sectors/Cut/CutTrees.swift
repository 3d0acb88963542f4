/// Spanning trees at random over the nodes of a sector or of two: each edge of one is a way to divide them.
struct CutTrees {
  private let count: Int
  private let edges: [(first: Int32, second: Int32)]
  /// Kinds of area that each edge leaves (bit 0: bassin, 1: EPCI, 2: department).
  private let differs: [UInt8]
  private var shuffled: [Int32]
  private var tree = CutTree()

  /// - Parameter nodes: ascending.
  /// - Complexity: O(borders of the nodes).
  init(_ nodes: [Int], _ ground: CutGround) {
    count = nodes.count
    let place = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, Int32($0)) })
    var edges: [(first: Int32, second: Int32)] = []
    var differs: [UInt8] = []
    for (first, node) in nodes.enumerated() {
      for other in ground.beside[node] where other > node {
        guard let second = place[other] else { continue }
        edges.append((Int32(first), second))
        differs.append(
          (ground.livingAreas[node] == ground.livingAreas[other] ? 0 : 1)
            | (ground.intercommunalities[node] == ground.intercommunalities[other] ? 0 : 2)
            | (ground.departments[node] == ground.departments[other] ? 0 : 4))
      }
    }
    self.edges = edges
    self.differs = differs
    shuffled = Array(0..<Int32(edges.count))
  }

  /// A spanning tree; nil where the nodes are not of one piece.
  ///
  /// - Parameter dear: which borders (bits as above) it crosses last.
  /// - Complexity: O(edges), but for the union of sets.
  mutating func grown(dear: UInt8, _ random: inout MixedBits) -> CutTree? {
    for last in stride(from: shuffled.count - 1, to: 0, by: -1) {
      shuffled.swapAt(last, Int(random.next().multipliedFullWidth(by: UInt64(last + 1)).high))
    }
    var sets = UnionFind<Int>(count: count)
    var chosen: [Int32] = []
    chosen.reserveCapacity(count)
    for dearness in 0...dear.nonzeroBitCount {
      for edge in shuffled where (differs[Int(edge)] & dear).nonzeroBitCount == dearness {
        let (first, second) = edges[Int(edge)]
        if sets.unite(Index(Int(first)), Index(Int(second))) { chosen.append(edge) }
      }
    }
    guard chosen.count == count - 1 else { return nil }
    tree.plant(chosen.map { edges[Int($0)] }, count: count)
    return tree
  }
}

/// A rooted spanning tree in preorder: each place is followed by its own subtree.
struct CutTree {
  /// The node at each place.
  private(set) var nodes: [Int32] = []
  /// The place after the subtree of each place.
  private(set) var ends: [Int32] = []
  /// The place of each node.
  private(set) var places: [Int32] = []
  /// The place that each hangs on, -1 for the first; and which of those that hang on it has the largest
  /// subtree, -1 for none.
  private(set) var parents: [Int32] = []
  private(set) var largestChildren: [Int32] = []

  /// - Complexity: O(nodes).
  mutating func plant(_ edges: [(first: Int32, second: Int32)], count: Int) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for edge in edges {
      starts[Int(edge.first) + 1] += 1
      starts[Int(edge.second) + 1] += 1
    }
    for node in 0..<count { starts[node + 1] += starts[node] }
    var next = starts
    var beside = [Int32](repeating: 0, count: 2 * edges.count)
    for (first, second) in edges {
      beside[Int(next[Int(first)])] = second
      beside[Int(next[Int(second)])] = first
      next[Int(first)] += 1
      next[Int(second)] += 1
    }
    nodes.removeAll(keepingCapacity: true)
    parents.removeAll(keepingCapacity: true)
    places = [Int32](repeating: -1, count: count)
    var stack: [(node: Int32, parent: Int32)] = [(0, -1)]
    while let (node, parent) = stack.popLast() {
      let place = Int32(nodes.count)
      places[Int(node)] = place
      nodes.append(node)
      parents.append(parent)
      for other in beside[Int(starts[Int(node)])..<Int(starts[Int(node) + 1])]
      where places[Int(other)] < 0 {
        stack.append((other, place))
      }
    }
    ends = Array(1...Int32(count))
    largestChildren = [Int32](repeating: -1, count: count)
    for place in stride(from: count - 1, to: 0, by: -1) {
      let parent = Int(parents[place])
      ends[parent] = max(ends[parent], ends[place])
      let largest = Int(largestChildren[parent])
      if largest < 0 || Int(ends[place]) - place >= Int(ends[largest]) - largest {
        largestChildren[parent] = Int32(place)
      }
    }
  }

  /// The subtree of a place.
  func span(of place: Int) -> Range<Int> { place..<Int(ends[place]) }

  /// Whether each node is in the subtree of a place.
  func isInside(_ place: Int) -> [Bool] {
    var isInside = [Bool](repeating: false, count: nodes.count)
    for node in nodes[span(of: place)] { isInside[Int(node)] = true }
    return isInside
  }
}
