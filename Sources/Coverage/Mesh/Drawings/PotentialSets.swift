/// Disjoint sets whose members stand at known differences from each other (weighted union-find), in
/// wrapping arithmetic.
struct PotentialSets {
  private var parents: [Int32]
  private var sizes: [Int32]
  /// How much a member stands above its parent.
  private var aboveParent: [UInt64]

  init(count: Int) {
    parents = (0..<count).map { Int32($0) }
    sizes = Array(repeating: 1, count: count)
    aboveParent = Array(repeating: 0, count: count)
  }

  /// The root of a member's set, and how much the member stands above it.
  ///
  /// - Complexity: amortised, near constant: members passed are hung on the root.
  mutating func find(_ member: Int32) -> (root: Int32, above: UInt64) {
    var root = member
    var total: UInt64 = 0
    while parents[Int(root)] != root {
      total &+= aboveParent[Int(root)]
      root = parents[Int(root)]
    }
    var (current, rest) = (member, total)
    while parents[Int(current)] != root, current != root {
      let (parent, step) = (parents[Int(current)], aboveParent[Int(current)])
      parents[Int(current)] = root
      aboveParent[Int(current)] = rest
      rest &-= step
      current = parent
    }
    return (root, total)
  }

  /// States that the first stands `difference` above the second.
  ///
  /// - Returns: whether that agrees with what is known.
  mutating func unite(_ first: Int32, _ second: Int32, difference: UInt64) -> Bool {
    let (a, b) = (find(first), find(second))
    guard a.root != b.root else { return a.above == b.above &+ difference }
    // root(first) stands this much above root(second).
    let rise = b.above &+ difference &- a.above
    let (small, large, above) =
      sizes[Int(a.root)] < sizes[Int(b.root)]
      ? (a.root, b.root, rise) : (b.root, a.root, 0 &- rise)
    parents[Int(small)] = large
    aboveParent[Int(small)] = above
    sizes[Int(large)] += sizes[Int(small)]
    return true
  }
}
