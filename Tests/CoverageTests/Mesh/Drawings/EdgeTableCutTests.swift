import Testing

@testable import Coverage

/// What becomes of the units beside an edge when it is replaced by a path.
@Suite("Cutting edges")
struct EdgeTableCutTests {
  private func table(_ sides: (from: Int32, to: Int32, unit: Int32)...) -> EdgeTable {
    var table = EdgeTable(vertexCount: 10, expectedEdges: 10)
    for side in sides { table.add(from: side.from, to: side.to, unit: side.unit) }
    return table
  }

  /// Units on the left and on the right of the way between two vertices.
  private func units(_ table: EdgeTable, _ from: Int32, _ to: Int32) -> [Int32]? {
    table.find(from, to).map { edge in
      let side = DirectedEdge(edge: edge, isForward: from < to)
      return [table.unit(onLeftOf: side), table.unit(onLeftOf: side.reversed)]
    }
  }

  @Test("every part of the path has the units of the edge, whatever the order of ids")
  func path() {
    for (low, high) in [(Int32(0), Int32(1)), (0, 9)] {
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
    let sides: [(Int32, Int32)] = [(3, 5), (8, 3), (3, 8)]
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      var table = EdgeTable(vertexCount: 10, expectedEdges: 10)
      for (index, units) in sides.enumerated() {
        table.add(from: 0, to: Int32(index + 3), unit: units.0)
        table.add(from: Int32(index + 3), to: 0, unit: units.1)
      }
      for index in order { table.cut(index, at: [1, 2]) }
      #expect(units(table, 1, 2) == [3, 5], "\(order)")
    }
  }

  @Test("two units that both claim a side stay known, and the first holds it")
  func overlap() {
    var table = table((0, 2, 5), (0, 2, 6))
    table.cut(0, at: [1])
    let side = DirectedEdge(edge: table.find(0, 1)!, isForward: true)
    #expect(table.unit(onLeftOf: side) == 5)
    #expect(table.furtherClaims[side] == [6])
  }
}

extension EdgeTable {
  /// Cuts an edge at some vertices.
  fileprivate mutating func cut(_ edge: Int, at points: [Int32]) {
    cut(edge, along: [low[edge]] + points + [high[edge]])
  }
}
