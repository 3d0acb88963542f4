/// Edges that pass many points of a list sorted from south to north, to find for each point the first one east of it.
///
/// Spans of the list are nodes of a tree, and each edge stands at the few spans that it passes whole. In a span edges
/// that do not cross have one order from west to east.
struct PassingEdges {
  private let ordinates: [Double]
  /// Leaves of the tree, a power of two.
  private let width: Int
  /// By node, of which node 1 has all points and node n is halved by 2n and 2n + 1.
  private var edgesOfNode: [[PassingEdge]]

  init(_ ordinates: [Double]) {
    self.ordinates = ordinates
    var width = 1
    while width < ordinates.count { width *= 2 }
    self.width = width
    edgesOfNode = []
  }

  /// - Parameter first: the first point that is not south of the edge.
  /// - Complexity: O(log points).
  mutating func insert(_ edge: PassingEdge, from first: Int) {
    if edgesOfNode.isEmpty { edgesOfNode = Array(repeating: [], count: 2 * width) }
    var (low, high) = (first + width, firstNorth(of: edge) + width)
    while low < high {
      if low % 2 == 1 {
        edgesOfNode[low].append(edge)
        low += 1
      }
      if high % 2 == 1 {
        high -= 1
        edgesOfNode[high].append(edge)
      }
      (low, high) = (low / 2, high / 2)
    }
  }

  /// The first point at the latitude of an edge's northern end or above.
  private func firstNorth(of edge: PassingEdge) -> Int {
    var (low, high) = (0, ordinates.count)
    while low < high {
      let middle = (low + high) / 2
      if ordinates[middle] < edge.north.y { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Visits for each point edges that pass it, with the first one to the east among them.
  ///
  /// - Parameter points: those of the list.
  /// - Complexity: O(edges × log² + points × log²), where edges do not cross.
  func forEachMet(from points: [SIMD2<Double>], _ visit: (PassingEdge, Int) -> Void) {
    for (node, edges) in edgesOfNode.enumerated() where !edges.isEmpty {
      let level = node.leadingZeroBitCount - width.leadingZeroBitCount
      let first = node << level - width
      let end = min(first + 1 << level, points.count)
      let (ordered, others) = PassingEdge.ordered(
        edges, between: ordinates[first], and: ordinates[end - 1])
      for place in first..<end {
        let index = Self.firstEast(of: points[place], ordered)
        if index < ordered.count { visit(ordered[index], place) }
        for edge in others { visit(edge, place) }
      }
    }
  }

  private static func firstEast(of point: SIMD2<Double>, _ edges: [PassingEdge]) -> Int {
    var (low, high) = (0, edges.count)
    while low < high {
      let middle = (low + high) / 2
      if edges[middle].place(at: point.y).x > point.x { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// An edge as it is met from the west.
struct PassingEdge {
  let south: SIMD2<Double>
  let north: SIMD2<Double>
  /// The side that faces west.
  let westSide: DirectedEdge

  /// Where an edge is at some latitude, and which way it leads from there.
  struct Place: Comparable {
    let x: Double
    let slope: Double

    static func < (left: Place, right: Place) -> Bool {
      (left.x, left.slope) < (right.x, right.slope)
    }
  }

  init(_ edge: Index<Edge>, from low: SIMD2<Double>, to high: SIMD2<Double>) {
    let goesNorth = low.y < high.y
    (south, north) = goesNorth ? (low, high) : (high, low)
    westSide = DirectedEdge(edge: edge, isForward: goesNorth)
  }

  /// - Parameter y: a latitude between its ends.
  func place(at y: Double) -> Place {
    let way = north - south
    return Place(x: south.x + (y - south.y) / way.y * way.x, slope: way.x / way.y)
  }

  /// The most edges that have one order from west to east at two latitudes, which all of them pass, in that order; and
  /// those that cross some of them.
  ///
  /// - Complexity: O(edges × log).
  static func ordered(
    _ edges: [PassingEdge], between south: Double, and north: Double
  ) -> (ordered: [PassingEdge], others: [PassingEdge]) {
    let sorted = edges.map { (edge: $0, first: $0.place(at: south), last: $0.place(at: north)) }
      .sorted { ($0.first, $0.last) < ($1.first, $1.last) }
    // The longest sequence that does not fall: of all of some length, the one that ends westernmost.
    var ends: [Int] = []
    var previous = [Int](repeating: -1, count: sorted.count)
    for index in sorted.indices {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if sorted[ends[middle]].last <= sorted[index].last {
          low = middle + 1
        } else {
          high = middle
        }
      }
      if low > 0 { previous[index] = ends[low - 1] }
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var isOrdered = [Bool](repeating: false, count: sorted.count)
    var member = ends.last ?? -1
    while member >= 0 {
      isOrdered[member] = true
      member = previous[member]
    }
    return (
      sorted.indices.filter { isOrdered[$0] }.map { sorted[$0].edge },
      sorted.indices.filter { !isOrdered[$0] }.map { sorted[$0].edge }
    )
  }
}
