/// Finds where edges that may cross others touch or cross them between their ends.
struct EdgeMeetings {
  private let edges: EdgeTable
  /// Edges that may meet others; all that are not free fit each other already.
  private let isFree: [Bool]
  /// Edges that only drawings have: like the borders of units, they may be met.
  private let isDrawn: [Bool]
  private var vertices: RepairedVertices
  private let tolerance: BorderTolerance
  /// For each edge to cut, the vertices to insert, with their place along the edge.
  private var cutsOfEdge: [Int: [(along: Double, vertex: Int32)]] = [:]
  private var bent: Set<Int> = []

  private init(
    _ edges: EdgeTable, _ isFree: [Bool], _ isDrawn: [Bool], _ vertices: RepairedVertices,
    _ tolerance: BorderTolerance
  ) {
    self.edges = edges
    self.isFree = isFree
    self.isDrawn = isDrawn
    self.vertices = vertices
    self.tolerance = tolerance
  }

  /// Vertices to insert in edges. Where edges cross, a vertex is added.
  ///
  /// - Complexity: O(edges), and for free edges what their cells hold.
  /// - Throws: `TangledEdges` when there are more meetings than any map has.
  static func cuts(
    _ edges: EdgeTable, free isFree: [Bool], drawn isDrawn: [Bool]? = nil,
    _ vertices: inout RepairedVertices, _ tolerance: BorderTolerance
  ) throws(TangledEdges) -> Cuts {
    var meetings = EdgeMeetings(edges, isFree, isDrawn ?? isFree, vertices, tolerance)
    defer { vertices = meetings.vertices }
    // Ends that lie on an edge come first: a crossing near one is no place of its own.
    let pairs = try meetings.closePairs()
    let apart = pairs.filter { !meetings.meetAtVertices(Int($0.free), Int($0.other)) }
    for pair in apart {
      let (free, other) = (Int(pair.free), Int(pair.other))
      guard let point = meetings.crossing(free, other) else { continue }
      let vertex =
        meetings.cut(near: point, on: free) ?? meetings.cut(near: point, on: other)
        ?? meetings.vertices.id(point)
      let isMoved = meetings.vertices[vertex] != point
      meetings.insert(vertex, along: meetings.along(free, point), in: free, bends: isMoved)
      meetings.insert(vertex, along: meetings.along(other, point), in: other, bends: isMoved)
    }
    let points = meetings.cutsOfEdge.mapValues { cuts in
      var path: [Int32] = []
      for cut in cuts.sorted(by: { ($0.along, $0.vertex) < ($1.along, $1.vertex) })
      where path.last != cut.vertex { path.append(cut.vertex) }
      return path
    }
    return Cuts(points: points, bent: meetings.bent)
  }

  struct Cuts {
    /// For each edge to cut, the vertices to insert, from its low to its high end.
    let points: [Int: [Int32]]
    /// Those that a vertex beside them bends, so that they may meet others.
    let bent: Set<Int>
  }

  /// Pairs of a free edge and another edge whose boxes meet, each once.
  private func closePairs() throws(TangledEdges) -> [(free: Int32, other: Int32)] {
    let free = isFree.indices.filter { isFree[$0] }
    guard !free.isEmpty else { return [] }
    let boxes = free.map { box(of: $0) }
    var grid = SegmentGrid(boxes, margin: tolerance.joining)
    var pairs: [(free: Int32, other: Int32)] = []
    var lastSeen = [Int32](repeating: -1, count: free.count)
    let most = TangledEdges.mostPairsEach * (edges.count + 1000)
    var looks = 0
    // Half a million edges pass here and few stay: columns of their own keep the loop short.
    let (low, high, left, right) = (edges.low, edges.high, edges.left, edges.right)
    for other in low.indices where left[other] >= 0 || right[other] >= 0 || isDrawn[other] {
      let (start, end) = (vertices[low[other]], vertices[high[other]])
      let otherBox = SegmentGrid.Box(start, end)
      looks += grid.candidates(for: otherBox) { index in
        guard lastSeen[index] != Int32(other) else { return }
        lastSeen[index] = Int32(other)
        let edge = free[index]
        // A pair of free edges is met from both sides.
        guard edge != other, edge < other || !isFree[other] else { return }
        if boxes[index].touches(otherBox, margin: tolerance.joining) {
          pairs.append((Int32(edge), Int32(other)))
        }
      }
      if pairs.count > most || looks > TangledEdges.mostLooks { throw TangledEdges() }
    }
    return pairs
  }

  /// Cuts either edge at an end of the other that lies on it.
  private mutating func meetAtVertices(_ first: Int, _ second: Int) -> Bool {
    let (a, b, c, d) = (
      edges.low[first], edges.high[first], edges.low[second], edges.high[second]
    )
    var meet = a == c || a == d || b == c || b == d
    for vertex in [c, d] where cut(first, at: vertex) { meet = true }
    for vertex in [a, b] where cut(second, at: vertex) { meet = true }
    return meet
  }

  /// Cuts an edge at a vertex that lies on it between its ends.
  private mutating func cut(_ edge: Int, at vertex: Int32) -> Bool {
    guard vertex != edges.low[edge], vertex != edges.high[edge],
      let place = placeOn(edge, vertex)
    else { return false }
    let offset = side(edge, vertices[vertex])
    insert(vertex, along: place, in: edge, bends: abs(offset) > tolerance.joining / 1000)
    return true
  }

  private mutating func insert(
    _ vertex: Int32, along place: Double, in edge: Int, bends: Bool
  ) {
    // A crossing may fall on an end of the other edge.
    if vertex == edges.low[edge] || vertex == edges.high[edge] { return }
    if cutsOfEdge[edge]?.contains(where: { $0.vertex == vertex }) == true { return }
    cutsOfEdge[edge, default: []].append((place, vertex))
    if bends { bent.insert(edge) }
  }

  /// A vertex that cuts the edge already within tolerance of a point: two edges cross where a third
  /// ends.
  private func cut(near point: SIMD2<Double>, on edge: Int) -> Int32? {
    cutsOfEdge[edge]?.first { cut in
      let offset = vertices[cut.vertex] - point
      return (offset * offset).sum() <= tolerance.joining * tolerance.joining
    }?.vertex
  }

  /// How far along the edge, from 0 to 1, a vertex lies that is within tolerance of it.
  private func placeOn(_ edge: Int, _ vertex: Int32) -> Double? {
    let point = vertices[vertex]
    let (a, b) = ends(of: edge)
    let way = b - a
    let length2 = (way * way).sum()
    let projection = ((point - a) * way).sum()
    guard projection > 0, projection < length2 else { return nil }
    let offset = side(a, b, point)
    return offset * offset <= tolerance.joining * tolerance.joining * length2
      ? projection / length2 : nil
  }

  private func along(_ edge: Int, _ point: SIMD2<Double>) -> Double {
    let (a, b) = ends(of: edge)
    let way = b - a
    return ((point - a) * way).sum() / (way * way).sum()
  }

  /// Where two edges cross that each have their ends on either side of the other. Ends within
  /// tolerance have been joined before, so the sign of a double is enough.
  private func crossing(_ first: Int, _ second: Int) -> SIMD2<Double>? {
    let (a, b) = ends(of: first)
    let (c, d) = ends(of: second)
    let (fromC, fromD) = (side(a, b, c), side(a, b, d))
    guard (fromC > 0) != (fromD > 0), (side(c, d, a) > 0) != (side(c, d, b) > 0) else { return nil }
    return c + fromC / (fromC - fromD) * (d - c)
  }

  /// How far a place is from the line of an edge.
  private func side(_ edge: Int, _ point: SIMD2<Double>) -> Double {
    let (a, b) = ends(of: edge)
    let way = b - a
    return side(a, b, point) / (way * way).sum().squareRoot()
  }

  private func side(_ a: SIMD2<Double>, _ b: SIMD2<Double>, _ p: SIMD2<Double>) -> Double {
    (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
  }

  private func ends(of edge: Int) -> (a: SIMD2<Double>, b: SIMD2<Double>) {
    (vertices[edges.low[edge]], vertices[edges.high[edge]])
  }

  private func box(of edge: Int) -> SegmentGrid.Box {
    let (a, b) = ends(of: edge)
    return SegmentGrid.Box(a, b)
  }
}

/// More places where edges come near each other than any map has: work without end is refused.
struct TangledEdges: Error {
  /// Real maps have fewer than four close pairs an edge.
  static let mostPairsEach = 16
  /// Some seconds of looking.
  static let mostLooks = 2_000_000_000
}
