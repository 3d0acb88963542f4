/// Disjoint sets of small numbers, with path halving and union by size.
struct UnionFind {
  private var parents: [Int32]
  private var sizes: [Int32]

  init(count: Int) {
    parents = (0..<count).map { Int32($0) }
    sizes = Array(repeating: 1, count: count)
  }

  /// - Complexity: amortised, near constant.
  mutating func find(_ element: Int32) -> Int32 {
    var element = element
    while parents[Int(element)] != element {
      parents[Int(element)] = parents[Int(parents[Int(element)])]
      element = parents[Int(element)]
    }
    return element
  }

  /// The root of each element.
  mutating func roots() -> [Int32] { parents.indices.map { find(Int32($0)) } }

  /// - Returns: whether the two were apart.
  @discardableResult
  mutating func unite(_ first: Int32, _ second: Int32) -> Bool {
    var (large, small) = (find(first), find(second))
    guard large != small else { return false }
    if sizes[Int(large)] < sizes[Int(small)] { swap(&large, &small) }
    parents[Int(small)] = large
    sizes[Int(large)] += sizes[Int(small)]
    return true
  }
}
