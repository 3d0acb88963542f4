import Testing

@testable import Coverage

@Suite("Walks around faces, one half of the units after the other")
struct SideWalksTests {
  /// A lattice of squares, some edges missing, with units on either side as chance has it: most walks
  /// pass through several.
  private func ground(_ random: inout SplitMix, units: Int) -> SideWalks.Ground {
    let width = 6
    var table = VertexTable(expected: width * width)
    for place in 0..<width * width {
      _ = table.id(Double(place % width), Double(place / width), after: -1)
    }
    let vertices = RepairedVertices(given: table)
    var edges = EdgeTable<Unit>(vertexCount: vertices.count, expectedEdges: 2 * width * width)
    for place in 0..<width * width {
      for other in [place + 1, place + width] {
        guard other < width * width, other != place + 1 || other % width != 0,
          random.int(in: 0...9) > 0
        else { continue }
        let side = DirectedEdge(edge: edges.bare(Index(place), Index(other)), isForward: true)
        edges[onLeftOf: side] = Index(random.int(in: -1...units - 1))
        edges[onLeftOf: side.reversed] = Index(random.int(in: -1...units - 1))
      }
    }
    let all = Column<Edge, Bool>(repeating: true, count: edges.count)
    let fans = EdgeFans(
      edges.ends, vertices, active: all, at: Column(repeating: true, count: vertices.count))
    return SideWalks.Ground(edges: edges, vertices: vertices, fans: fans, isMet: all)
  }

  @Test("are those of all units at once", arguments: 1...60 as ClosedRange<UInt64>)
  func halves(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let units = random.int(in: 1...8)
    let ground = ground(&random, units: units)
    let whole = SideWalks(ground) { _ in true }
    let middle = Index<Unit>(random.int(in: -1...units))
    let (low, high) = (SideWalks(ground) { $0 < middle }, SideWalks(ground) { $0 >= middle })
    for joined in [low.joined(with: high), high.joined(with: low)] {
      #expect(joined.walkOfSide == whole.walkOfSide)
      #expect(joined.walks.map { $0.start } == whole.walks.map { $0.start })
      #expect(joined.walks.map { $0.unit } == whole.walks.map { $0.unit })
      #expect(joined.walks.map { $0.isOuter } == whole.walks.map { $0.isOuter })
    }
    #expect(!whole.walkOfSide.contains(-1))
    #expect(low.disputed.union(high.disputed) == whole.disputed)
  }
}
