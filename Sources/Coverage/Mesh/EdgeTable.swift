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
    let start = min(from, to)
    let end = max(from, to)
    var edge = lastAtLow[Int(start)]
    while edge >= 0 && high[Int(edge)] != end { edge = previousAtLow[Int(edge)] }
    let isLeft = from == start
    if edge < 0 {
      edge = Int32(low.count)
      low.append(start)
      high.append(end)
      left.append(isLeft ? unit : Self.outside)
      right.append(isLeft ? Self.outside : unit)
      previousAtLow.append(lastAtLow[Int(start)])
      lastAtLow[Int(start)] = edge
      return
    }
    let taken = isLeft ? left[Int(edge)] : right[Int(edge)]
    if taken == Self.outside {
      if isLeft { left[Int(edge)] = unit } else { right[Int(edge)] = unit }
    } else if taken != unit {
      doubleClaims.append(DoubleClaim(edge: edge, isLeft: isLeft, unit: unit))
    }
  }

  /// Frees both sides of an edge, which then bounds nothing.
  mutating func clear(_ edge: Int) {
    left[edge] = Self.outside
    right[edge] = Self.outside
  }

  /// Whether exactly one side has a unit.
  func isLoose(_ edge: Int) -> Bool {
    (left[edge] == Self.outside) != (right[edge] == Self.outside)
  }

  /// Whether the two sides belong to different units, or to a unit and nothing.
  func isBorder(_ edge: Int) -> Bool { left[edge] != right[edge] }
}
