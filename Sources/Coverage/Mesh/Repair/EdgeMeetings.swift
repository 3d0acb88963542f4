/// The vertices to insert in edges where edges that may cross others touch or cross them between their
/// ends.
struct EdgeMeetings {
  private var geometry: EdgeGeometry
  private var vertices: RepairedVertices
  /// Vertices to insert in edges, as they come.
  private var cuts = Column<Cut, Cut>()
  /// For each edge, the last of its cuts.
  private var lastOfEdge: Column<Edge, Index<Cut>>
  /// For each edge, whether a vertex beside it bends it.
  private var isBent: Column<Edge, Bool>

  private struct Cut {
    let along: Double
    let vertex: Index<Vertex>
    /// The cut found before it in the same edge.
    let previous: Index<Cut>
  }

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
    lastOfEdge = Column(repeating: .missing, count: geometry.ends.count)
    isBent = Column(repeating: false, count: geometry.ends.count)
  }

  /// Ends that lie on an edge come first: a crossing near one is no place of its own.
  private mutating func insert(_ places: [MeetingSearch.Places]) {
    for touch in places.lazy.flatMap({ $0.touches }) {
      insert(touch.vertex, along: touch.along, in: touch.edge, bends: touch.bends)
    }
    for crossing in places.lazy.flatMap({ $0.crossings }) {
      let (free, other, point) = (crossing.free, crossing.other, crossing.point)
      let vertex = cut(near: point, on: free) ?? cut(near: point, on: other) ?? vertices.id(point)
      let isMoved = vertices[vertex] != point
      insert(vertex, along: geometry.along(free, point), in: free, bends: isMoved)
      insert(vertex, along: geometry.along(other, point), in: other, bends: isMoved)
    }
  }

  private func ordered() -> Cuts {
    var found: [Cut] = []
    return lastOfEdge.indices.filter { lastOfEdge[$0].exists }.map { edge in
      found.removeAll(keepingCapacity: true)
      forEachCut(of: edge) { found.append($0) }
      found.sort { ($0.along, $0.vertex) < ($1.along, $1.vertex) }
      var path = [geometry.ends.low[edge]]
      path.reserveCapacity(found.count + 2)
      for cut in found { path.append(cut.vertex) }
      path.append(geometry.ends.high[edge])
      return EdgeCut(edge: edge, path: path, isBent: isBent[edge])
    }
  }

  /// The cuts of an edge, the last found first.
  private func forEachCut(of edge: Index<Edge>, _ visit: (Cut) -> Void) {
    var index = lastOfEdge[edge]
    while index.exists {
      visit(cuts[index])
      index = cuts[index].previous
    }
  }

  private mutating func insert(
    _ vertex: Index<Vertex>, along place: Double, in edge: Index<Edge>, bends: Bool
  ) {
    // A crossing may fall on an end of the other edge.
    if vertex == geometry.ends.low[edge] || vertex == geometry.ends.high[edge] { return }
    var isKnown = false
    forEachCut(of: edge) { if $0.vertex == vertex { isKnown = true } }
    if isKnown { return }
    let cut = Cut(along: place, vertex: vertex, previous: lastOfEdge[edge])
    lastOfEdge[edge] = cuts.next
    cuts.append(cut)
    if bends { isBent[edge] = true }
  }

  /// A vertex that cuts the edge already within tolerance of a point: two edges cross where a third
  /// ends.
  private func cut(near point: SIMD2<Double>, on edge: Index<Edge>) -> Index<Vertex>? {
    let joining = geometry.tolerance.joining
    var found: Index<Vertex>?
    // The first found of several.
    forEachCut(of: edge) { cut in
      let offset = vertices[cut.vertex] - point
      if (offset * offset).sum() <= joining * joining { found = cut.vertex }
    }
    return found
  }
}

/// More places where edges come near each other than any map has: work without end is refused.
struct TangledEdges: Error {
  /// Real maps have fewer than four close pairs an edge.
  static let mostPairsEach = 16
  /// Some seconds of looking.
  static let mostLooks = 2_000_000_000
}
