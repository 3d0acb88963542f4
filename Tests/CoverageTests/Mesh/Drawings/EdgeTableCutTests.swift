import Testing

@testable import Coverage

/// What becomes of the units beside an edge when it is replaced by a path.
@Suite("Cutting edges")
struct EdgeTableCutTests {
  private func table(_ sides: (from: Index<Vertex>, to: Index<Vertex>, unit: Index<Unit>)...)
    -> ClaimedEdges
  {
    var table = ClaimedEdges(vertexCount: 10, expectedEdges: 10)
    for side in sides { table.add(from: side.from, to: side.to, unit: side.unit) }
    return table
  }

  /// Units on the left and on the right of the way between two vertices.
  private func units(_ edges: ClaimedEdges, _ from: Index<Vertex>, _ to: Index<Vertex>) -> [Index<
    Unit
  >]? {
    edges.table.ends.find(from, to).map { edge in
      let side = DirectedEdge(edge: edge, isForward: from < to)
      return [edges.table[onLeftOf: side], edges.table[onLeftOf: side.reversed]]
    }
  }

  @Test("every part of the path has the units of the edge, whatever the order of ids")
  func path() {
    for (low, high) in [(Index<Vertex>(0), Index<Vertex>(1)), (0, 9)] {
      var table = table((low, high, 5), (high, low, 7))
      table.cut(0, at: [4, 8, 2])
      #expect(units(table, low, high) == [-1, -1], "the edge itself bounds nothing")
      for (from, to) in [(low, 4), (4, 8), (8, 2), (2, high)] {
        #expect(units(table, from, to) == [5, 7])
      }
    }
  }

  @Test("an edge onto which another falls from the other side gets both units")
  func meeting() {
    var table = table((0, 3, 5), (4, 1, 7), (1, 0, 7))
    table.cut(0, at: [1])
    #expect(units(table, 0, 1) == [5, 7])
    #expect(units(table, 1, 3) == [5, -1])
  }

  ///     0 ─────── 2       The corner 2 of two units, of no width: vertex 1 is on both of its sides.
  ///         1 ─── 2       What is left of it between 1 and 2 lies wholly in one unit.
  ///     3 ─────── 2
  @Test("a corner whose two sides fall on each other vanishes")
  func corner() {
    var table = table((0, 2, 5), (2, 0, 7), (2, 3, 5), (3, 2, 7))
    table.cut(0, at: [1])
    table.cut(1, at: [1])
    #expect(units(table, 0, 1) == [5, 7])
    #expect(units(table, 1, 3) == [5, 7])
    #expect(units(table, 1, 2) == [-1, -1])
    #expect(table.furtherClaims.allSatisfy { $0.value.isEmpty })
  }

  /// Three edges that fall on each other: the wedges of 8 and 3 between them vanish, and the way has 3
  /// on its left and 5 on its right, in whatever order they fall.
  @Test("edges that fall on each other leave what was outermost")
  func wedges() {
    let sides: [(Index<Unit>, Index<Unit>)] = [(3, 5), (8, 3), (3, 8)]
    for order: [Index<Edge>] in [
      [0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0],
    ] {
      var table = ClaimedEdges(vertexCount: 10, expectedEdges: 10)
      for (index, units) in sides.enumerated() {
        table.add(from: 0, to: Index(index + 3), unit: units.0)
        table.add(from: Index(index + 3), to: 0, unit: units.1)
      }
      for index in order { table.cut(index, at: [1, 2]) }
      #expect(units(table, 1, 2) == [3, 5], "\(order)")
    }
  }

  @Test("two units that both claim a side stay known, and the first holds it")
  func overlap() {
    var table = table((0, 2, 5), (0, 2, 6))
    table.cut(0, at: [1])
    let side = DirectedEdge(edge: table.table.ends.find(0, 1)!, isForward: true)
    #expect(table.table[onLeftOf: side] == 5)
    #expect(table.furtherClaims[side] == [6])
  }
}

extension ClaimedEdges {
  /// Cuts an edge at some vertices.
  fileprivate mutating func cut(_ edge: Index<Edge>, at points: [Index<Vertex>]) {
    cut(edge, along: [table.low[edge]] + points + [table.high[edge]])
  }
}
