/// The edges between vertices, each once, with the unit on either side.
struct EdgeTable: Sendable {
  /// No unit: the sea, another country, or a gap.
  static let outside: Int32 = -1

  /// End of the edge with the smaller vertex id. The edge is read from low to high.
  private(set) var low: [Int32] = []
  private(set) var high: [Int32] = []
  /// Unit on the left of low → high, or `outside`.
  var left: [Int32] = []
  /// Unit on the right of low → high, or `outside`.
  var right: [Int32] = []

  /// A side that a second unit claims: two units lie on top of each other there.
  struct DoubleClaim: Sendable {
    let edge: Int32
    let isLeft: Bool
    let unit: Int32
  }
  private(set) var doubleClaims: [DoubleClaim] = []

  /// For each vertex, the last edge added that has it as its low end; -1 for none.
  private var lastAtLow: [Int32]
  /// For each edge, the one added before it at the same low end.
  private var previousAtLow: [Int32] = []

  var count: Int { low.count }

  init(vertexCount: Int, expectedEdges: Int) {
    lastAtLow = Array(repeating: -1, count: vertexCount)
    low.reserveCapacity(expectedEdges)
    high.reserveCapacity(expectedEdges)
    left.reserveCapacity(expectedEdges)
    right.reserveCapacity(expectedEdges)
    previousAtLow.reserveCapacity(expectedEdges)
  }

  /// Makes room for vertices that a repair adds.
  mutating func extend(toVertexCount count: Int) {
    lastAtLow.append(contentsOf: repeatElement(-1, count: max(0, count - lastAtLow.count)))
  }

  /// Adds the side of `unit` that runs from one vertex to another with the unit on its left.
  ///
  /// - Complexity: O(edges at the lower vertex), which is two or three.
  mutating func add(from: Int32, to: Int32, unit: Int32) {
    let edge = Int(bare(from, to))
    let isLeft = from < to
    let taken = isLeft ? left[edge] : right[edge]
    if taken == Self.outside {
      if isLeft { left[edge] = unit } else { right[edge] = unit }
    } else if taken != unit {
      doubleClaims.append(DoubleClaim(edge: Int32(edge), isLeft: isLeft, unit: unit))
    }
  }

  /// The edge between two vertices; a new one, with nothing on either side, where there was none.
  ///
  /// - Complexity: O(edges at the lower vertex).
  mutating func bare(_ first: Int32, _ second: Int32) -> Int32 {
    if let edge = find(first, second) { return edge }
    let start = min(first, second)
    let edge = Int32(low.count)
    low.append(start)
    high.append(max(first, second))
    left.append(Self.outside)
    right.append(Self.outside)
    previousAtLow.append(lastAtLow[Int(start)])
    lastAtLow[Int(start)] = edge
    return edge
  }

  /// The edge between two vertices, if there is one.
  func find(_ first: Int32, _ second: Int32) -> Int32? {
    let end = max(first, second)
    var edge = lastAtLow[Int(min(first, second))]
    while edge >= 0 && high[Int(edge)] != end { edge = previousAtLow[Int(edge)] }
    return edge >= 0 ? edge : nil
  }

  /// Replaces an edge by those between the vertices inserted in it; what is left of it bounds nothing.
  mutating func cut(_ edge: Int, at points: [Int32]) {
    let (leftUnit, rightUnit) = (left[edge], right[edge])
    left[edge] = Self.outside
    right[edge] = Self.outside
    let path = [low[edge]] + points + [high[edge]]
    for (from, to) in zip(path, path.dropFirst()) where from != to {
      if leftUnit >= 0 { add(from: from, to: to, unit: leftUnit) }
      if rightUnit >= 0 { add(from: to, to: from, unit: rightUnit) }
    }
  }

  /// Whether exactly one side has a unit.
  func isLoose(_ edge: Int) -> Bool {
    (left[edge] == Self.outside) != (right[edge] == Self.outside)
  }

  /// Whether the two sides belong to different units, or to a unit and nothing.
  func isBorder(_ edge: Int) -> Bool { left[edge] != right[edge] }
}
