import TestSupport
import Testing

@testable import Coverage

@Suite("Looking east", .endsAtAll)
struct EastwardSearchTests {
  /// Edges and places, each place with a vertex.
  private struct Ground {
    private(set) var table = VertexTable(expected: 64)
    private(set) var sides: [(Index<Vertex>, Index<Vertex>)] = []

    mutating func vertex(_ place: SIMD2<Double>) -> Index<Vertex> {
      table.id(place.x, place.y, after: .missing)
    }

    mutating func add(_ from: SIMD2<Double>, _ to: SIMD2<Double>) {
      let (low, high) = (vertex(from), vertex(to))
      if low != high { sides.append((low, high)) }
    }

    func edges() -> EdgeTable<Unit> {
      var edges = EdgeTable<Unit>(vertexCount: table.count, expectedEdges: sides.count)
      for (low, high) in sides { _ = edges.bare(low, high) }
      return edges
    }

    func sidesMet(from starts: [Index<Vertex>]) -> [DirectedEdge?] {
      let edges = edges()
      return EastwardSearch(
        edges.ends, RepairedVertices(given: table),
        among: Column(repeating: true, count: edges.count), from: starts
      ).sidesMet()
    }

    /// Where the edge of a side is at the latitude of a place, and which way it leads.
    func place(_ side: DirectedEdge?, from start: Index<Vertex>) -> SIMD2<Double>? {
      guard let side else { return nil }
      let (low, high) = ends(of: side.edge)
      let way = high - low
      return SIMD2(
        low.x + (table.positions[start].y - low.y) / way.y * way.x, way.x / way.y)
    }

    /// The southern and the northern end of an edge.
    private func ends(of edge: Index<Edge>) -> (SIMD2<Double>, SIMD2<Double>) {
      let ends = edges().ends
      let (a, b) = (table.positions[ends.low[edge]], table.positions[ends.high[edge]])
      return a.y < b.y ? (a, b) : (b, a)
    }

    /// Every edge held against every place.
    func slowly(from starts: [Index<Vertex>]) -> [DirectedEdge?] {
      let ends = edges().ends
      return starts.map { start in
        let place = table.positions[start]
        let met = ends.indices.compactMap {
          edge -> (x: Double, slope: Double, side: DirectedEdge)? in
          let (a, b) = (table.positions[ends.low[edge]], table.positions[ends.high[edge]])
          let (south, north) = a.y < b.y ? (a, b) : (b, a)
          guard south.y <= place.y, place.y < north.y else { return nil }
          let way = north - south
          let x = south.x + (place.y - south.y) / way.y * way.x
          guard x > place.x else { return nil }
          return (x, way.x / way.y, DirectedEdge(edge: edge, isForward: a.y < b.y))
        }
        return met.min { ($0.x, $0.slope) < ($1.x, $1.slope) }?.side
      }
    }
  }

  private enum Kind: CaseIterable { case crossing, parallel, lattice, fans }

  private static func ground(_ kind: Kind, _ random: inout SplitMix) -> (Ground, [Index<Vertex>]) {
    func real(_ random: inout SplitMix) -> Double { random.double(in: 0...10) }
    func whole(_ random: inout SplitMix) -> Double { Double(random.int(in: 0...10)) }
    var ground = Ground()
    let lean = random.double(in: -2...2)
    for number in 0..<random.int(in: 1...60) {
      switch kind {
      case .crossing:
        ground.add(
          SIMD2(real(&random), real(&random)), SIMD2(real(&random), real(&random)))
      case .parallel:
        // Tall strips side by side, all leaning one way.
        let (x, south) = (Double(number) / 4, random.double(in: 0...4))
        let north = random.double(in: 5...10)
        ground.add(SIMD2(x + lean * south, south), SIMD2(x + lean * north, north))
      case .lattice:
        ground.add(
          SIMD2(whole(&random), whole(&random)), SIMD2(whole(&random), whole(&random)))
      case .fans:
        ground.add(SIMD2(5, whole(&random)), SIMD2(whole(&random), 10))
      }
    }
    let starts = (0..<random.int(in: 1...120)).map { _ in
      let isVertex = random.int(in: 0...1) == 0
      return isVertex
        ? Index<Vertex>(random.int(in: 0...ground.table.count - 1))
        : ground.vertex(
          kind == .lattice
            ? SIMD2(whole(&random), whole(&random)) : SIMD2(real(&random), real(&random)))
    }
    return (ground, starts)
  }

  @Test(
    "meets what every edge held against every place does", arguments: 1...60 as ClosedRange<UInt64>)
  func oracle(seed: UInt64) {
    for kind in Kind.allCases {
      var random = SplitMix(seed: seed)
      let (ground, starts) = Self.ground(kind, &random)
      let (met, expected) = (ground.sidesMet(from: starts), ground.slowly(from: starts))
      for (index, start) in starts.enumerated() {
        // Edges that lie on each other are as good as each other.
        #expect(
          ground.place(met[index], from: start) == ground.place(expected[index], from: start),
          "\(kind), start \(index)")
      }
    }
  }

  /// Whatever the order of the sides.
  @Test("of two sides of a tip that points at the looker's latitude, the western one is met")
  func tip() {
    for isReversed in [false, true] {
      var ground = Ground()
      let tips = [SIMD2(1.0, 3.0), SIMD2(3.0, 3.0)]
      for tip in isReversed ? tips.reversed() : tips { ground.add(SIMD2(2, 1), tip) }
      let start = ground.vertex(SIMD2(0, 1))
      let met = ground.sidesMet(from: [start])
      #expect(met == [DirectedEdge(edge: isReversed ? 1 : 0, isForward: true)])
    }
  }

  @Test("a look from each of twenty thousand tall islands takes no time to speak of")
  func tallIslands() {
    var ground = Ground()
    var starts: [Index<Vertex>] = []
    for number in 0..<20_000 {
      let x = Double(number)
      let corners = [SIMD2(x, 0), SIMD2(x + 0.5, 1 + x / 1e6), SIMD2(x + 0.2, 900 + x / 1e6)]
      for (from, to) in zip(corners, corners[1...] + corners[..<1]) { ground.add(from, to) }
      starts.append(ground.vertex(SIMD2(x + 0.1, 450 + x / 1e6)))
    }
    let met = ground.sidesMet(from: starts)
    #expect(met.count { $0 != nil } == starts.count)
  }
}
