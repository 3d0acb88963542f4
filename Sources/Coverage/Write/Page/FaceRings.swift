/// The rings around groups of faces, as arcs walked one way or the other.
///
/// An arc is named by its number when the group is on its left, by the bitwise complement (`~arc`)
/// when it is walked backwards. Rings come in no order of nesting: with the even-odd rule they need none.
enum FaceRings {
  /// - Parameters:
  ///   - groupOfFace: which faces make one region; -1 for faces of none. Arcs inside of a group vanish.
  ///   - ends: first and last vertex of each arc.
  /// - Returns: for each group, its rings.
  /// - Complexity: O(arcs + vertices).
  static func rings(
    _ arcs: BorderArcs, groupOfFace: [Int32], groupCount: Int
  ) -> [[[Int32]]] {
    let around = Grouping<Group, Walk>(groupCount: groupCount) { visit in
      for arc in 0..<arcs.count {
        let left = arcs.left[arc] < 0 ? -1 : groupOfFace[Int(arcs.left[arc])]
        let right = arcs.right[arc] < 0 ? -1 : groupOfFace[Int(arcs.right[arc])]
        guard left != right else { continue }
        visit(Index(left), Index(2 * arc))
        visit(Index(right), Index(2 * arc + 1))
      }
    }
    var chain = RingChain(arcs)
    return (0..<groupCount).map { group in
      chain.rings(of: around[Index(group)].map { $0.raw & 1 == 0 ? $0.raw / 2 : ~($0.raw / 2) })
    }
  }

  private enum Group {}

  /// An arc walked one way: twice its number, and one more backwards.
  private enum Walk {}
}

/// Joins directed arcs end to start. As many arrive at each node as leave it, so every way of going on
/// closes; the even-odd rule fills the same ground whichever is taken.
private struct RingChain {
  private let arcs: BorderArcs
  /// By vertex, the first walk that leaves it and is not joined yet.
  private var leaving: Column<Vertex, Int32>
  /// By arc, forwards and backwards, the next walk that leaves the same vertex.
  private var next: [Int32]

  private static let none = Int32.max

  init(_ arcs: BorderArcs) {
    self.arcs = arcs
    leaving = Column(repeating: Self.none, count: arcs.vertices.max().map { Int($0) + 1 } ?? 0)
    next = Array(repeating: Self.none, count: 2 * arcs.count)
  }

  private func place(of walk: Int32) -> Int { walk < 0 ? 2 * Int(~walk) + 1 : 2 * Int(walk) }

  /// - Complexity: O(walks).
  mutating func rings(of walks: [Int32]) -> [[Int32]] {
    for walk in walks.reversed() {
      let start = arcs.start(of: walk)
      next[place(of: walk)] = leaving[start]
      leaving[start] = walk
    }
    var rings: [[Int32]] = []
    for walk in walks {
      let start = arcs.start(of: walk)
      guard leaving[start] == walk else { continue }
      var ring: [Int32] = []
      var node = start
      while leaving[node] != Self.none {
        let taken = leaving[node]
        leaving[node] = next[place(of: taken)]
        ring.append(taken)
        node = arcs.end(of: taken)
        if node == start { break }
      }
      rings.append(ring)
    }
    return rings
  }
}

extension BorderArcs {
  /// First vertex of an arc, or of its complement walked backwards.
  func start(of walk: Int32) -> Index<Vertex> {
    walk < 0 ? last(Int(~walk)) : first(Int(walk))
  }

  /// Last vertex of an arc, or of its complement walked backwards.
  func end(of walk: Int32) -> Index<Vertex> {
    walk < 0 ? first(Int(~walk)) : last(Int(walk))
  }

  private func first(_ arc: Int) -> Index<Vertex> { vertices[arc == 0 ? 0 : Int(ends[arc - 1])] }
  private func last(_ arc: Int) -> Index<Vertex> { vertices[Int(ends[arc]) - 1] }
}
