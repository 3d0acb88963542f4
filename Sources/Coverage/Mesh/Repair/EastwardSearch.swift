/// For points, the near side of the first edge met on the way east: what surrounds them.
struct EastwardSearch {
  private let ends: EdgeEnds
  private let vertices: RepairedVertices
  private let isMet: Column<Edge, Bool>
  private let starts: [Index<Vertex>]
  /// Indices of `starts`, from south to north.
  private let northward: [Int]

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
  /// - Complexity: O(edges + starts), where the starts are spread from south to north.
  func sidesMet() -> [DirectedEdge?] {
    var sides = [DirectedEdge?](repeating: nil, count: starts.count)
    guard !starts.isEmpty else { return sides }
    var nearest = [Double](repeating: .infinity, count: starts.count)
    let ordinates = northward.map { vertices[starts[$0]].y }
    let shelves = Shelves(ordinates)
    let (lows, highs) = (ends.low, ends.high)
    for edge in lows.indices where isMet[edge] {
      let (low, high) = (lows[edge], highs[edge])
      let goesNorth = vertices[low].y < vertices[high].y
      let (south, north) =
        goesNorth
        ? (vertices[low], vertices[high]) : (vertices[high], vertices[low])
      guard south.y <= ordinates[ordinates.count - 1] else { continue }
      var place = shelves.firstIndex(notBelow: south.y)
      while place < ordinates.count, ordinates[place] < south.y { place += 1 }
      // An edge owns its southern end, so that a vertex is met once.
      while place < ordinates.count, ordinates[place] < north.y {
        let start = northward[place]
        let vertex = starts[start]
        place += 1
        guard vertex != low, vertex != high else { continue }
        let share = (vertices[vertex].y - south.y) / (north.y - south.y)
        let x = south.x + share * (north.x - south.x)
        guard x > vertices[vertex].x, x < nearest[start] else { continue }
        nearest[start] = x
        sides[start] = DirectedEdge(edge: edge, isForward: goesNorth)
      }
    }
    return sides
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
