import Testing

@testable import Coverage

/// From side to side around faces: one to one, so that walks close.
@Suite("Fans of edges")
struct EdgeFansTests {
  /// Edges between places of a small lattice, many of which lie on each other.
  private func ground(
    _ random: inout SplitMix, edgeCount: Int, width: Int = 4
  ) -> (EdgeTable<Unit>, RepairedVertices) {
    var table = VertexTable(expected: width * width)
    for place in 0..<width * width {
      _ = table.id(Double(place % width), Double(place / width), after: -1)
    }
    let vertices = RepairedVertices(given: table)
    var edges = EdgeTable<Unit>(vertexCount: vertices.count, expectedEdges: edgeCount)
    for _ in 0..<edgeCount {
      let (a, b) = (random.int(in: 0...width * width - 1), random.int(in: 0...width * width - 1))
      if a != b { _ = edges.bare(Index(a), Index(b)) }
    }
    return (edges, vertices)
  }

  @Test(
    "the next side is another for each side, edges on each other or vertices unknown",
    arguments: 1...80 as ClosedRange<UInt64>)
  func permutation(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let (edges, vertices) = ground(&random, edgeCount: random.int(in: 1...110))
    let isWanted = Column<Vertex, Bool>(count: vertices.count) { _ in random.int(in: 0...4) > 0 }
    let fans = EdgeFans(
      edges.ends, vertices, active: Column(repeating: true, count: edges.count), at: isWanted)
    var seen: Set<DirectedEdge> = []
    for edge in edges.indices {
      for isForward in [true, false] {
        let side = DirectedEdge(edge: edge, isForward: isForward)
        let next = fans.next(after: side)
        #expect(next.from(edges.ends) == side.to(edges.ends))
        seen.insert(next)
        var (walked, steps) = (next, 1)
        while walked != side, steps <= edges.ends.longestWalk {
          walked = fans.next(after: walked)
          steps += 1
        }
        #expect(walked == side)
      }
    }
    #expect(seen.count == edges.ends.longestWalk)
  }

  /// Around a vertex in the middle of many, clockwise from the way back.
  @Test("of many edges at a vertex the next is the first clockwise", arguments: [3, 8, 30, 400])
  func hub(count: Int) {
    var table = VertexTable(expected: count + 1)
    let middle = table.id(0, 0, after: -1)
    let around = (0..<count).map { spoke in
      let turn = 4 * Double(spoke) / Double(count)
      let (x, y) =
        switch turn {
        case ..<1: (1 - turn, turn)
        case ..<2: (1 - turn, 2 - turn)
        case ..<3: (turn - 3, 2 - turn)
        default: (turn - 3, turn - 4)
        }
      return table.id(x, y, after: -1)
    }
    let vertices = RepairedVertices(given: table)
    var edges = EdgeTable<Unit>(vertexCount: vertices.count, expectedEdges: count)
    for vertex in around.reversed() { _ = edges.bare(middle, vertex) }
    let fans = EdgeFans(
      edges.ends, vertices, active: Column(repeating: true, count: edges.count),
      at: Column(repeating: true, count: vertices.count))
    for (spoke, vertex) in around.enumerated() {
      guard let edge = edges.ends.find(middle, vertex) else {
        Issue.record("no edge \(spoke)")
        continue
      }
      let next = fans.next(after: DirectedEdge(edge: edge, isForward: false))
      #expect(next.to(edges.ends) == around[(spoke + count - 1) % count])
    }
  }

  @Test("an edge of a vertex with hundreds is found, and no other")
  func manyEdges() {
    var ends = EdgeEnds(vertexCount: 1_000, expectedEdges: 1_000)
    for other in 1..<600 {
      #expect(ends.find(0, Index(other)) == nil)
      let edge = ends.append(Index(other), 0)
      #expect(ends.find(0, Index(other)) == edge)
    }
    for other in 1..<1_000 { #expect(ends.find(Index(other), 0).exists == (other < 600)) }
  }
}

extension Optional {
  fileprivate var exists: Bool { self != nil }
}
