/// The vertices to insert in edges where edges that may cross others touch or cross them between their
/// ends.
struct EdgeMeetings {
  private var geometry: EdgeGeometry
  private var vertices: RepairedVertices
  /// For each edge to cut, the vertices to insert, with their place along the edge.
  private var cutsOfEdge: [Int: [(along: Double, vertex: Int32)]] = [:]
  private var bent: Set<Int> = []

  /// Vertices to insert in edges. Where edges cross, a vertex is added.
  ///
  /// - Parameters:
  ///   - isFree: edges that may meet others; all that are not free fit each other already.
  ///   - isDrawn: edges that only drawings have: like the borders of units, they may be met.
  /// - Complexity: O(edges), and for free edges what their cells hold.
  /// - Throws: `TangledEdges` when there are more meetings than any map has.
  static func cuts(
    _ edges: EdgeTable, free isFree: [Bool], drawn isDrawn: [Bool]? = nil,
    _ vertices: inout RepairedVertices, _ tolerance: BorderTolerance, jobs: Int
  ) async throws -> Cuts {
    let geometry = EdgeGeometry(edges: edges, vertices: vertices, tolerance: tolerance)
    let places = try await MeetingSearch(geometry, isFree: isFree, isDrawn: isDrawn ?? isFree)
      .places(jobs: jobs)
    var meetings = EdgeMeetings(geometry: geometry, vertices: vertices)
    meetings.insert(places)
    vertices = meetings.vertices
    return meetings.cuts()
  }

  struct Cuts {
    /// For each edge to cut, the vertices to insert, from its low to its high end.
    let points: [Int: [Int32]]
    /// Those that a vertex beside them bends, so that they may meet others.
    let bent: Set<Int>
  }

  private init(geometry: EdgeGeometry, vertices: RepairedVertices) {
    self.geometry = geometry
    self.vertices = vertices
  }

  /// Ends that lie on an edge come first: a crossing near one is no place of its own.
  private mutating func insert(_ places: [MeetingSearch.Places]) {
    for touch in places.lazy.flatMap({ $0.touches }) {
      insert(touch.vertex, along: touch.along, in: Int(touch.edge), bends: touch.bends)
    }
    for crossing in places.lazy.flatMap({ $0.crossings }) {
      let (free, other, point) = (Int(crossing.free), Int(crossing.other), crossing.point)
      let vertex = cut(near: point, on: free) ?? cut(near: point, on: other) ?? vertices.id(point)
      let isMoved = vertices[vertex] != point
      insert(vertex, along: geometry.along(free, point), in: free, bends: isMoved)
      insert(vertex, along: geometry.along(other, point), in: other, bends: isMoved)
    }
  }

  private func cuts() -> Cuts {
    let points = cutsOfEdge.mapValues { cuts in
      var path: [Int32] = []
      for cut in cuts.sorted(by: { ($0.along, $0.vertex) < ($1.along, $1.vertex) })
      where path.last != cut.vertex { path.append(cut.vertex) }
      return path
    }
    return Cuts(points: points, bent: bent)
  }

  private mutating func insert(
    _ vertex: Int32, along place: Double, in edge: Int, bends: Bool
  ) {
    // A crossing may fall on an end of the other edge.
    if vertex == geometry.edges.low[edge] || vertex == geometry.edges.high[edge] { return }
    if cutsOfEdge[edge]?.contains(where: { $0.vertex == vertex }) == true { return }
    cutsOfEdge[edge, default: []].append((place, vertex))
    if bends { bent.insert(edge) }
  }

  /// A vertex that cuts the edge already within tolerance of a point: two edges cross where a third
  /// ends.
  private func cut(near point: SIMD2<Double>, on edge: Int) -> Int32? {
    let joining = geometry.tolerance.joining
    return cutsOfEdge[edge]?.first { cut in
      let offset = vertices[cut.vertex] - point
      return (offset * offset).sum() <= joining * joining
    }?.vertex
  }
}

/// More places where edges come near each other than any map has: work without end is refused.
struct TangledEdges: Error {
  /// Real maps have fewer than four close pairs an edge.
  static let mostPairsEach = 16
  /// Some seconds of looking.
  static let mostLooks = 2_000_000_000
}
