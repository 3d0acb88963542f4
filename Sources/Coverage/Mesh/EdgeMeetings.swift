import GeoKernel

/// Finds where loose edges touch or cross other edges between their ends.
struct EdgeMeetings {
  private let edges: EdgeTable
  private let tolerance: BorderTolerance
  private let x: [Double]
  private let y: [Double]
  /// For each edge to cut, the vertices to insert, by their distance along the edge.
  private var cutsOfEdge: [Int: [(along: Double, vertex: Int32)]] = [:]

  init(_ edges: EdgeTable, _ vertices: VertexTable, _ tolerance: BorderTolerance) {
    self.edges = edges
    self.tolerance = tolerance
    x = vertices.x
    y = vertices.y
  }

  /// Vertices to insert in each edge, in the order from its low to its high end.
  mutating func cuts(
    adding vertices: inout VertexTable, _ context: GEOSContext
  ) throws(GEOSFault) -> [Int: [Int32]] {
    for pair in closePairs() {
      if meetAtVertices(pair.loose, pair.other) { continue }
      guard properlyCross(pair.loose, pair.other) else { continue }
      let first = try Shape.lines(
        [[end(edges.low[pair.loose]), end(edges.high[pair.loose])]], in: context)
      let second = try Shape.lines(
        [[end(edges.low[pair.other]), end(edges.high[pair.other])]], in: context)
      guard let point = try first.intersection(second).lines().first?.first else { continue }
      let vertex = vertices.id(point.x, point.y)
      for edge in [pair.loose, pair.other] {
        cutsOfEdge[edge, default: []].append((along(edge, point.x, point.y), vertex))
      }
    }
    return cutsOfEdge.mapValues { cuts in
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
    for other in 0..<edges.count where edges.left[other] >= 0 || edges.right[other] >= 0 {
      let otherBox = box(of: other)
      grid.candidates(for: otherBox) { index in
        guard lastSeen[index] != Int32(other) else { return }
        lastSeen[index] = Int32(other)
        let edge = loose[index]
        // A pair of loose edges is met from both sides.
        guard edge != other, edge < other || !edges.isLoose(other) else { return }
        if touch(boxes[index], otherBox) { pairs.append((edge, other)) }
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
        if cutsOfEdge[edge]?.contains(where: { $0.vertex == vertex }) != true {
          cutsOfEdge[edge, default: []].append((place, vertex))
        }
      }
    }
    return meet
  }

  /// How far along the edge, from 0 to 1, a vertex lies that is within tolerance of it.
  private func placeOn(_ edge: Int, _ vertex: Int32) -> Double? {
    let px = x[Int(vertex)]
    let py = y[Int(vertex)]
    let place = along(edge, px, py)
    guard place > 0, place < 1 else { return nil }
    let (a, b) = (end(edges.low[edge]), end(edges.high[edge]))
    let dx = a.x + place * (b.x - a.x) - px
    let dy = a.y + place * (b.y - a.y) - py
    return dx * dx + dy * dy <= tolerance.joining * tolerance.joining ? place : nil
  }

  private func along(_ edge: Int, _ px: Double, _ py: Double) -> Double {
    let (a, b) = (end(edges.low[edge]), end(edges.high[edge]))
    let dx = b.x - a.x
    let dy = b.y - a.y
    return ((px - a.x) * dx + (py - a.y) * dy) / (dx * dx + dy * dy)
  }

  /// Whether each edge has its ends on either side of the other. Ends within tolerance have been
  /// joined before, so the sign of a double is enough.
  private func properlyCross(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (end(edges.low[first]), end(edges.high[first]))
    let (c, d) = (end(edges.low[second]), end(edges.high[second]))
    return (side(a, b, c) > 0) != (side(a, b, d) > 0) && (side(c, d, a) > 0) != (side(c, d, b) > 0)
  }

  private typealias Point = (x: Double, y: Double)

  private func side(_ a: Point, _ b: Point, _ p: Point) -> Double {
    (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
  }

  private func end(_ vertex: Int32) -> Point { (x[Int(vertex)], y[Int(vertex)]) }

  private func box(of edge: Int) -> SegmentGrid.Box {
    let (a, b) = (end(edges.low[edge]), end(edges.high[edge]))
    return (min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y))
  }

  private func touch(_ a: SegmentGrid.Box, _ b: SegmentGrid.Box) -> Bool {
    let margin = tolerance.joining
    return a.minX <= b.maxX + margin && b.minX <= a.maxX + margin && a.minY <= b.maxY + margin
      && b.minY <= a.maxY + margin
  }
}
