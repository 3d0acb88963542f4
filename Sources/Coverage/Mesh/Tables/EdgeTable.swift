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

  /// Sides that further units claim, with the unit on their left: units lie on each other there.
  private(set) var furtherClaims: [DirectedEdge: [Int32]] = [:]

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
    claim(DirectedEdge(edge: bare(from, to), isForward: from < to), unit)
  }

  private mutating func claim(_ side: DirectedEdge, _ unit: Int32) {
    if self.unit(onLeftOf: side) == Self.outside {
      setUnit(unit, onLeftOf: side)
    } else {
      furtherClaims[side, default: []].append(unit)
    }
  }

  /// Takes back a unit's claim to a side.
  ///
  /// - Returns: whether there was one.
  private mutating func withdraw(_ unit: Int32, from side: DirectedEdge) -> Bool {
    if self.unit(onLeftOf: side) == unit {
      setUnit(furtherClaims[side]?.popLast() ?? Self.outside, onLeftOf: side)
      return true
    }
    guard let claim = furtherClaims[side]?.firstIndex(of: unit) else { return false }
    furtherClaims[side]?.remove(at: claim)
    return true
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
  ///
  /// Where two sides of a unit fall on each other, it has no width left between them: they cancel.
  ///
  /// - Parameter path: its low end, the vertices inserted, and its high end.
  mutating func cut(_ edge: Int, along path: [Int32]) {
    for isForward in [true, false] {
      let side = DirectedEdge(edge: Int32(edge), isForward: isForward)
      for unit in [unit(onLeftOf: side)] + (furtherClaims.removeValue(forKey: side) ?? [])
      where unit >= 0 {
        for (low, high) in zip(path, path.dropFirst()) where low != high {
          let piece = DirectedEdge(
            edge: bare(low, high), isForward: (low < high) == isForward)
          if !withdraw(unit, from: piece.reversed) { claim(piece, unit) }
        }
      }
      setUnit(Self.outside, onLeftOf: side)
    }
  }

  /// Whether exactly one side has a unit.
  func isLoose(_ edge: Int) -> Bool {
    (left[edge] == Self.outside) != (right[edge] == Self.outside)
  }

  /// Whether the two sides belong to different units, or to a unit and nothing.
  func isBorder(_ edge: Int) -> Bool { left[edge] != right[edge] }
}
