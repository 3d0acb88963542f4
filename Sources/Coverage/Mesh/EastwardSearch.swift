/// For points, the unit on the near side of the first edge met on the way east: what surrounds them.
struct EastwardSearch {
  private let edges: EdgeTable
  private let vertices: RepairedVertices
  private let starts: [Int32]
  /// Indices of `starts`, from south to north.
  private let northward: [Int]

  init(_ edges: EdgeTable, _ vertices: RepairedVertices, from starts: [Int32]) {
    self.edges = edges
    self.vertices = vertices
    self.starts = starts
    northward = starts.indices.sorted { vertices[starts[$0]].y < vertices[starts[$1]].y }
  }

  /// The unit for each start, or `EdgeTable.outside`. Edges that end at the start are not met.
  ///
  /// - Complexity: O(edges × log(starts)).
  func unitsFound() -> [Int32] {
    var units = [Int32](repeating: EdgeTable.outside, count: starts.count)
    guard !starts.isEmpty else { return units }
    var nearest = [Double](repeating: .infinity, count: starts.count)
    let ordinates = northward.map { vertices[starts[$0]].y }
    for edge in 0..<edges.count where edges.isBorder(edge) {
      let (low, high) = (edges.low[edge], edges.high[edge])
      let goesNorth = vertices[low].y < vertices[high].y
      let (south, north) =
        goesNorth
        ? (vertices[low], vertices[high]) : (vertices[high], vertices[low])
      var place = Self.firstIndex(in: ordinates, notBelow: south.y)
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
        units[start] = goesNorth ? edges.left[edge] : edges.right[edge]
      }
    }
    return units
  }

  private static func firstIndex(in sorted: [Double], notBelow bound: Double) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
