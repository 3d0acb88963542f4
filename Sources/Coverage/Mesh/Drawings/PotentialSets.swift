/// Disjoint sets whose members stand at known differences from each other (weighted union-find), in
/// wrapping arithmetic.
struct PotentialSets<Of> {
  private var parents: Column<Of, Index<Of>>
  private var sizes: Column<Of, Int32>
  /// How much a member stands above its parent.
  private var aboveParent: Column<Of, UInt64>

  init(count: Int) {
    parents = Column(count: count) { $0 }
    sizes = Column(repeating: 1, count: count)
    aboveParent = Column(repeating: 0, count: count)
  }

  /// The root of a member's set, and how much the member stands above it.
  ///
  /// - Complexity: amortised, near constant: members passed are hung on the root.
  mutating func find(_ member: Index<Of>) -> (root: Index<Of>, above: UInt64) {
    var root = member
    var total: UInt64 = 0
    while parents[root] != root {
      total &+= aboveParent[root]
      root = parents[root]
    }
    var (current, rest) = (member, total)
    while parents[current] != root, current != root {
      let (parent, step) = (parents[current], aboveParent[current])
      parents[current] = root
      aboveParent[current] = rest
      rest &-= step
      current = parent
    }
    return (root, total)
  }

  /// States that the first stands `difference` above the second.
  ///
  /// - Returns: whether that agrees with what is known.
  mutating func unite(
    _ first: Index<Of>, _ second: Index<Of>, difference: UInt64
  ) -> Bool {
    let (a, b) = (find(first), find(second))
    guard a.root != b.root else { return a.above == b.above &+ difference }
    // root(first) stands this much above root(second).
    let rise = b.above &+ difference &- a.above
    let (small, large, above) =
      sizes[a.root] < sizes[b.root]
      ? (a.root, b.root, rise) : (b.root, a.root, 0 &- rise)
    parents[small] = large
    aboveParent[small] = above
    sizes[large] += sizes[small]
    return true
  }
}
