/// The vertices to insert in edges where edges that may cross others touch or cross them between their
/// ends.
struct EdgeMeetings {
  private var geometry: EdgeGeometry
  private var vertices: RepairedVertices
  /// Vertices to insert in edges, as they come.
  private var cuts: [Cut] = []
  /// For each edge, the last of its cuts; -1 for none.
  private var lastOfEdge: [Int32]
  /// For each edge, whether a vertex beside it bends it.
  private var isBent: [Bool]

  private struct Cut {
    let along: Double
    let vertex: Int32
    /// The cut found before it in the same edge; -1 for none.
    let previous: Int32
  }

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
    return meetings.ordered()
  }

  /// Edges to cut, ascending.
  typealias Cuts = [EdgeCut]

  struct EdgeCut {
    let edge: Int
    /// Its low end, the vertices to insert, and its high end.
    let path: [Int32]
    /// Whether a vertex beside it bends it, so that it may meet others.
    let isBent: Bool
  }

  private init(geometry: EdgeGeometry, vertices: RepairedVertices) {
    self.geometry = geometry
    self.vertices = vertices
    lastOfEdge = Array(repeating: -1, count: geometry.edges.count)
    isBent = Array(repeating: false, count: geometry.edges.count)
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

  private func ordered() -> Cuts {
    var found: [Cut] = []
    return lastOfEdge.indices.filter { lastOfEdge[$0] >= 0 }.map { edge in
      found.removeAll(keepingCapacity: true)
      forEachCut(of: edge) { found.append($0) }
      found.sort { ($0.along, $0.vertex) < ($1.along, $1.vertex) }
      var path = [geometry.edges.low[edge]]
      path.reserveCapacity(found.count + 2)
      for cut in found { path.append(cut.vertex) }
      path.append(geometry.edges.high[edge])
      return EdgeCut(edge: edge, path: path, isBent: isBent[edge])
    }
  }

  /// The cuts of an edge, the last found first.
  private func forEachCut(of edge: Int, _ visit: (Cut) -> Void) {
    var index = lastOfEdge[edge]
    while index >= 0 {
      visit(cuts[Int(index)])
      index = cuts[Int(index)].previous
    }
  }

  private mutating func insert(
    _ vertex: Int32, along place: Double, in edge: Int, bends: Bool
  ) {
    // A crossing may fall on an end of the other edge.
    if vertex == geometry.edges.low[edge] || vertex == geometry.edges.high[edge] { return }
    var isKnown = false
    forEachCut(of: edge) { if $0.vertex == vertex { isKnown = true } }
    if isKnown { return }
    cuts.append(Cut(along: place, vertex: vertex, previous: lastOfEdge[edge]))
    lastOfEdge[edge] = Int32(cuts.count - 1)
    if bends { isBent[edge] = true }
  }

  /// A vertex that cuts the edge already within tolerance of a point: two edges cross where a third
  /// ends.
  private func cut(near point: SIMD2<Double>, on edge: Int) -> Int32? {
    let joining = geometry.tolerance.joining
    var found: Int32?
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
