/// Gives every distinct position an id, by the bits of its coordinates.
///
/// Borders that neighbours share are shared vertex by vertex, so equal bits are what makes two units
/// meet.
struct VertexTable: Sendable {
  private var table: PairTable<Vertex, Double>

  /// - Parameter expected: how many positions will be asked for, each about twice.
  init(expected: Int) { table = PairTable(expected: expected / 2) }

  /// Positions by id. Both coordinates side by side cost one trip to memory.
  var positions: Column<Vertex, SIMD2<Double>> { table.pairs }

  var count: Int { table.pairs.count }

  /// The id of a position, a new one at its first appearance.
  ///
  /// - Parameter previous: the vertex before it on its ring, if any: a place to look first.
  /// - Complexity: O(1) expected.
  mutating func id(
    _ abscissa: Double, _ ordinate: Double, after previous: Index<Vertex>
  ) -> Index<Vertex> {
    // -0.0 and 0.0 are one place with two bit patterns.
    let position = SIMD2(abscissa + 0.0, ordinate + 0.0)
    // Along a shared border the neighbour was here before, the other way round.
    if previous > Index(0), positions[previous - 1] == position { return previous - 1 }
    return table.index(of: position)
  }

  /// The id of a position, if it has one.
  func find(_ position: SIMD2<Double>) -> Index<Vertex>? { table.find(position) }

  /// The id of a position, if it has one.
  ///
  /// - Parameter neighbour: a vertex whose id is likely next to it, if any: a drawing that follows a
  ///   border meets its vertices in their order.
  func find(_ position: SIMD2<Double>, near neighbour: Index<Vertex>) -> Index<Vertex>? {
    if neighbour.exists, neighbour < positions.endIndex {
      let (before, after) = (neighbour - 1, neighbour + 1)
      if after < positions.endIndex, positions[after] == position { return after }
      if before.exists, positions[before] == position { return before }
    }
    return find(position)
  }
}
