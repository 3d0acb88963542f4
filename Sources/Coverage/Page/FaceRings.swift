/// The rings around groups of faces, as arcs walked one way or the other.
///
/// An arc is named by its number when the group is on its left, by the bitwise complement (`~arc`)
/// when it is walked backwards. Rings come in no order of nesting: with the even-odd rule they need none.
enum FaceRings {
  /// - Parameters:
  ///   - groupOfFace: which faces make one region; -1 for faces of none. Arcs inside of a group vanish.
  ///   - ends: first and last vertex of each arc.
  /// - Returns: for each group, its rings.
  /// - Complexity: O(arcs).
  static func rings(
    _ arcs: BorderArcs, groupOfFace: [Int32], groupCount: Int
  ) -> [[[Int32]]] {
    let around = Grouping(groupCount: groupCount) { visit in
      for arc in 0..<arcs.count {
        let left = arcs.left[arc] < 0 ? -1 : groupOfFace[Int(arcs.left[arc])]
        let right = arcs.right[arc] < 0 ? -1 : groupOfFace[Int(arcs.right[arc])]
        guard left != right else { continue }
        visit(left, Int32(arc))
        visit(right, ~Int32(arc))
      }
    }
    return (0..<groupCount).map { chained(around[$0], arcs) }
  }

  /// Joins directed arcs end to start. As many arrive at each node as leave it, so every way of going
  /// on closes; the even-odd rule fills the same ground whichever is taken.
  private static func chained(_ walks: ArraySlice<Int32>, _ arcs: BorderArcs) -> [[Int32]] {
    var leaving: [Int32: [Int32]] = [:]
    for walk in walks.reversed() { leaving[arcs.start(of: walk), default: []].append(walk) }
    var rings: [[Int32]] = []
    for walk in walks {
      let start = arcs.start(of: walk)
      guard leaving[start]?.last == walk else { continue }
      var ring: [Int32] = []
      var node = start
      while let next = leaving[node]?.popLast() {
        ring.append(next)
        node = arcs.end(of: next)
        if node == start { break }
      }
      rings.append(ring)
    }
    return rings
  }
}

extension BorderArcs {
  /// First vertex of an arc, or of its complement walked backwards.
  func start(of walk: Int32) -> Int32 { walk < 0 ? last(Int(~walk)) : first(Int(walk)) }

  /// Last vertex of an arc, or of its complement walked backwards.
  func end(of walk: Int32) -> Int32 { walk < 0 ? first(Int(~walk)) : last(Int(walk)) }

  private func first(_ arc: Int) -> Int32 { vertices[arc == 0 ? 0 : Int(ends[arc - 1])] }
  private func last(_ arc: Int) -> Int32 { vertices[Int(ends[arc]) - 1] }
}
