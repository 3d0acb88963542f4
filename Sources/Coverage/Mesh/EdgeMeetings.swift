import GeoKernel

/// Finds where loose edges touch or cross other edges between their ends.
struct EdgeMeetings {
  private let edges: EdgeTable
  private var vertices: RepairedVertices
  private let tolerance: BorderTolerance
  /// For each edge to cut, the vertices to insert, by their distance along the edge.
  private var cutsOfEdge: [Int: [(along: Double, vertex: Int32)]] = [:]

  private init(_ edges: EdgeTable, _ vertices: RepairedVertices, _ tolerance: BorderTolerance) {
    self.edges = edges
    self.vertices = vertices
    self.tolerance = tolerance
  }

  /// Vertices to insert in each edge, in the order from its low to its high end. Where edges cross, a
  /// vertex is added.
  ///
  /// - Complexity: O(edges), and for loose edges what their cells hold.
  static func cuts(
    _ edges: EdgeTable, _ vertices: inout RepairedVertices, _ tolerance: BorderTolerance,
    _ context: GEOSContext
  ) throws(GEOSFault) -> [Int: [Int32]] {
    var meetings = EdgeMeetings(edges, vertices, tolerance)
    defer { vertices = meetings.vertices }
    let apart = meetings.closePairs().filter { !meetings.meetAtVertices($0.loose, $0.other) }
    for pair in apart where meetings.properlyCross(pair.loose, pair.other) {
      let (first, second) = (meetings.ends(of: pair.loose), meetings.ends(of: pair.other))
      let crossing = try Shape.lines([[first.a, first.b]], in: context)
        .intersection(Shape.lines([[second.a, second.b]], in: context))
      guard let point = try crossing.lines().first?.first else { continue }
      let vertex =
        meetings.cut(near: point, on: pair.loose) ?? meetings.cut(near: point, on: pair.other)
        ?? meetings.vertices.id(point)
      meetings.insert(vertex, at: point, in: pair.loose)
      meetings.insert(vertex, at: point, in: pair.other)
    }
    return meetings.cutsOfEdge.mapValues { cuts in
      var path: [Int32] = []
      for cut in cuts.sorted(by: { ($0.along, $0.vertex) < ($1.along, $1.vertex) })
      where path.last != cut.vertex { path.append(cut.vertex) }
      return path
    }
  }

  /// Pairs of a loose edge and another edge whose boxes meet, each once.
  private func closePairs() -> [(loose: Int, other: Int)] {
    let loose = (0..<edges.count).filter { edges.isLoose($0) }
    guard !loose.isEmpty else { return [] }
    let boxes = loose.map { box(of: $0) }
    let grid = SegmentGrid(boxes, margin: tolerance.joining)
    var pairs: [(loose: Int, other: Int)] = []
    var lastSeen = [Int32](repeating: -1, count: loose.count)
    // Half a million edges pass here and few stay: columns of their own keep the loop short.
    let (low, high, left, right) = (edges.low, edges.high, edges.left, edges.right)
    let positions = vertices.givenPositions
    for other in low.indices where left[other] >= 0 || right[other] >= 0 {
      let (start, end) = (positions[Int(low[other])], positions[Int(high[other])])
      guard grid.mayHold(from: start, to: end) else { continue }
      let otherBox = SegmentGrid.Box(start, end)
      grid.candidates(for: otherBox) { index in
        guard lastSeen[index] != Int32(other) else { return }
        lastSeen[index] = Int32(other)
        let edge = loose[index]
        // A pair of loose edges is met from both sides.
        guard edge != other, edge < other || !edges.isLoose(other) else { return }
        if boxes[index].touches(otherBox, margin: tolerance.joining) {
          pairs.append((edge, other))
        }
      }
    }
    return pairs
  }

  /// Cuts either edge at an end of the other that lies on it.
  private mutating func meetAtVertices(_ first: Int, _ second: Int) -> Bool {
    let ends = [edges.low[first], edges.high[first], edges.low[second], edges.high[second]]
    var meet = Set(ends).count < 4
    for (edge, vertices) in [(first, ends[2...]), (second, ends[..<2])] {
      for vertex in vertices where vertex != edges.low[edge] && vertex != edges.high[edge] {
        guard let place = placeOn(edge, vertex) else { continue }
        meet = true
        insert(vertex, along: place, in: edge)
      }
    }
    return meet
  }

  private mutating func insert(_ vertex: Int32, along place: Double, in edge: Int) {
    if cutsOfEdge[edge]?.contains(where: { $0.vertex == vertex }) == true { return }
    cutsOfEdge[edge, default: []].append((place, vertex))
  }

  private mutating func insert(_ vertex: Int32, at point: SIMD2<Double>, in edge: Int) {
    insert(vertex, along: along(edge, point), in: edge)
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
    let place = along(edge, vertices[vertex])
    guard place > 0, place < 1 else { return nil }
    let (a, b) = ends(of: edge)
    let offset = a + place * (b - a) - vertices[vertex]
    return (offset * offset).sum() <= tolerance.joining * tolerance.joining ? place : nil
  }

  private func along(_ edge: Int, _ point: SIMD2<Double>) -> Double {
    let (a, b) = ends(of: edge)
    let way = b - a
    return ((point - a) * way).sum() / (way * way).sum()
  }

  /// Whether each edge has its ends on either side of the other. Ends within tolerance have been
  /// joined before, so the sign of a double is enough.
  private func properlyCross(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = ends(of: first)
    let (c, d) = ends(of: second)
    return (side(a, b, c) > 0) != (side(a, b, d) > 0) && (side(c, d, a) > 0) != (side(c, d, b) > 0)
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
