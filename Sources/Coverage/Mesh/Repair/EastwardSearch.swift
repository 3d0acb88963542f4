/// For points, the near side of the first edge met on the way east: what surrounds them.
///
/// The way runs just north of each point: an edge owns its southern end, and of two that leave one place to the north
/// the western is met first.
struct EastwardSearch {
  private let ends: EdgeEnds
  private let vertices: RepairedVertices
  private let isMet: Column<Edge, Bool>
  private let starts: [Index<Vertex>]
  /// Indices of `starts`, from south to north.
  private let northward: [Int]

  /// An edge that passes more starts than this is kept for all of them together.
  private static let few = 16

  /// - Parameter isMet: edges that stop the way.
  init(
    _ ends: EdgeEnds, _ vertices: RepairedVertices, among isMet: Column<Edge, Bool>,
    from starts: [Index<Vertex>]
  ) {
    self.ends = ends
    self.vertices = vertices
    self.isMet = isMet
    self.starts = starts
    northward = starts.indices.sorted { vertices[starts[$0]].y < vertices[starts[$1]].y }
  }

  /// For each start, the side met that faces it; nil where none is. Edges that end at the start are
  /// not met.
  ///
  /// - Complexity: O(n log² n) in edges and starts, of edges that do not cross; hardly more than O(edges) where each
  ///   passes few starts.
  func sidesMet() -> [DirectedEdge?] {
    guard !starts.isEmpty else { return [] }
    var nearest = [(place: PassingEdge.Place, side: DirectedEdge)?](
      repeating: nil, count: starts.count)
    func meet(_ edge: PassingEdge, from start: Int) {
      let place = edge.place(at: vertices[starts[start]].y)
      guard place.x > vertices[starts[start]].x else { return }
      if let known = nearest[start], known.place <= place { return }
      nearest[start] = (place, edge.westSide)
    }
    let ordinates = northward.map { vertices[starts[$0]].y }
    let shelves = Shelves(ordinates)
    var passing = PassingEdges(ordinates)
    let (lows, highs) = (ends.low, ends.high)
    for edge in lows.indices where isMet[edge] {
      let passed = PassingEdge(edge, from: vertices[lows[edge]], to: vertices[highs[edge]])
      guard passed.south.y <= ordinates[ordinates.count - 1] else { continue }
      var first = shelves.firstIndex(notBelow: passed.south.y)
      while first < ordinates.count, ordinates[first] < passed.south.y { first += 1 }
      var end = first
      while end < ordinates.count, end - first <= Self.few, ordinates[end] < passed.north.y {
        end += 1
      }
      if end - first <= Self.few {
        for place in first..<end { meet(passed, from: northward[place]) }
      } else {
        passing.insert(passed, from: first)
      }
    }
    passing.forEachMet(from: northward.map { vertices[starts[$0]] }) { edge, place in
      meet(edge, from: northward[place])
    }
    return nearest.map { $0?.side }
  }

  /// Where to begin in a sorted list, from a table of evenly spaced values.
  private struct Shelves {
    private static let count = 4096
    private let lowest: Double
    private let perUnit: Double
    private var firstIndices: [Int]

    init(_ sorted: [Double]) {
      lowest = sorted[0]
      perUnit =
        Double(Self.count - 1) / max(sorted[sorted.count - 1] - lowest, .leastNormalMagnitude)
      firstIndices = Array(repeating: 0, count: Self.count)
      var index = 0
      for shelf in 0..<Self.count {
        while index < sorted.count, self.shelf(of: sorted[index]) < shelf { index += 1 }
        firstIndices[shelf] = index
      }
    }

    /// An index at or before the first value that is not below the bound.
    func firstIndex(notBelow bound: Double) -> Int { firstIndices[shelf(of: bound)] }

    private func shelf(of value: Double) -> Int {
      Int(max(0, min(Double(Self.count - 1), (value - lowest) * perUnit)))
    }
  }
}
