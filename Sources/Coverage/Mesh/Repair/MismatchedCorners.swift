/// Corners at which the sides around one face are of different units: there borders fit along their
/// sides, and yet divide no land, as where a unit that was rounded lies on another.
enum MismatchedCorners {
  /// The units of such sides.
  ///
  /// - Complexity: O(edges).
  static func units(_ edges: EdgeTable<Unit>, _ vertices: RepairedVertices) -> Set<Index<Unit>> {
    let isBorder = Column<Edge, Bool>(count: edges.count) { edges.isBorder($0) }
    let isSuspect = suspects(edges, isBorder, vertexCount: vertices.count)
    let fans = EdgeFans(edges.ends, vertices, active: isBorder, at: isSuspect)
    var units: Set<Index<Unit>> = []
    for edge in isBorder.indices where isBorder[edge] {
      for isForward in [true, false] {
        let side = DirectedEdge(edge: edge, isForward: isForward)
        guard isSuspect[side.to(edges.ends)] else { continue }
        let (own, next) = (edges[onLeftOf: side], edges[onLeftOf: fans.next(after: side)])
        if own != next { units.formUnion([own, next].filter { $0.exists }) }
      }
    }
    return units
  }

  /// Where more than two sides meet, or two that are not of the same units.
  private static func suspects(
    _ edges: EdgeTable<Unit>, _ isBorder: Column<Edge, Bool>, vertexCount: Int
  ) -> Column<Vertex, Bool> {
    var counts = Column<Vertex, UInt8>(repeating: 0, count: vertexCount)
    // What comes in on the left of a side goes out on the left of the next: sums of numbers of units are nothing.
    var sums = Column<Vertex, Int32>(repeating: 0, count: vertexCount)
    for edge in isBorder.indices where isBorder[edge] {
      let (low, high) = (edges.low[edge], edges.high[edge])
      let difference = edges.left[edge].raw &- edges.right[edge].raw
      sums[low] &-= difference
      sums[high] &+= difference
      counts[low] = min(3, counts[low] + 1)
      counts[high] = min(3, counts[high] + 1)
    }
    return Column(count: vertexCount) { counts[$0] > 2 || sums[$0] != 0 }
  }
}
