/// The vertices to insert in edges where edges that may cross others touch or cross them between their
/// ends.
struct EdgeMeetings {
  private var geometry: EdgeGeometry
  private var vertices: RepairedVertices
  private var cuts: EdgeCuts
  /// For each edge, whether a vertex beside it bends it.
  private var isBent: Column<Edge, Bool>

  /// Vertices to insert in edges. Where edges cross, a vertex is added.
  ///
  /// - Parameters:
  ///   - isFree: edges that may meet others; all that are not free fit each other already.
  ///   - isDrawn: edges that only drawings have: like the borders of units, they may be met.
  /// - Complexity: O(edges), and for free edges what their cells hold.
  /// - Throws: `TangledEdges` when there are more meetings than any map has.
  static func cuts(
    _ edges: EdgeTable<Unit>, free isFree: Column<Edge, Bool>,
    drawn isDrawn: Column<Edge, Bool>? = nil, _ vertices: inout RepairedVertices,
    _ tolerance: BorderTolerance, jobs: Int
  ) async throws -> Cuts {
    let geometry = EdgeGeometry(ends: edges.ends, vertices: vertices, tolerance: tolerance)
    let places = try await MeetingSearch(
      geometry, edges, isFree: isFree, isDrawn: isDrawn ?? isFree
    ).places(jobs: jobs)
    var meetings = EdgeMeetings(geometry: geometry, vertices: vertices)
    meetings.insert(places)
    vertices = meetings.vertices
    return meetings.ordered()
  }

  /// Edges to cut, ascending.
  typealias Cuts = [EdgeCut]

  struct EdgeCut {
    let edge: Index<Edge>
    /// Its low end, the vertices to insert, and its high end.
    let path: [Index<Vertex>]
    /// Whether a vertex beside it bends it, so that it may meet others.
    let isBent: Bool
  }

  private init(geometry: EdgeGeometry, vertices: RepairedVertices) {
    self.geometry = geometry
    self.vertices = vertices
    cuts = EdgeCuts(geometry)
    isBent = Column(repeating: false, count: geometry.ends.count)
  }

  /// Ends that lie on an edge come first: a crossing near one is no place of its own.
  private mutating func insert(_ places: [MeetingSearch.Places]) {
    for touch in places.lazy.flatMap({ $0.touches }) {
      insert(touch.vertex, along: touch.along, in: touch.edge, bends: touch.bends)
    }
    for crossing in places.lazy.flatMap({ $0.crossings }) {
      let (free, other, point) = (crossing.free, crossing.other, crossing.point)
      let alongFree = geometry.along(free, point)
      let alongOther = geometry.along(other, point)
      let vertex =
        cut(near: point, on: free, alongFree) ?? cut(near: point, on: other, alongOther)
        ?? vertices.id(point)
      let isMoved = vertices[vertex] != point
      insert(vertex, along: alongFree, in: free, bends: isMoved)
      insert(vertex, along: alongOther, in: other, bends: isMoved)
    }
  }

  private func ordered() -> Cuts {
    var room: [SIMD2<Double>] = []
    return cuts.edges.map { edge in
      EdgeCut(edge: edge, path: cuts.path(of: edge, &room), isBent: isBent[edge])
    }
  }

  private mutating func insert(
    _ vertex: Index<Vertex>, along place: Double, in edge: Index<Edge>, bends: Bool
  ) {
    if cuts.insert(vertex, along: place, in: edge), bends { isBent[edge] = true }
  }

  /// A vertex that cuts the edge already within tolerance of a point: two edges cross where a third
  /// ends.
  private func cut(
    near point: SIMD2<Double>, on edge: Index<Edge>, _ along: Double
  ) -> Index<Vertex>? {
    let joining = geometry.tolerance.joining
    return cuts.first(of: edge, near: along) { vertex in
      let offset = vertices[vertex] - point
      return (offset * offset).sum() <= joining * joining
    }
  }
}

/// More places where edges come near each other than any map has: work without end is refused.
struct TangledEdges: Error {
  /// Real maps have fewer than four close pairs an edge.
  static let mostPairsEach = 16
  /// Some seconds of looking.
  static let mostLooks = 2_000_000_000
}
