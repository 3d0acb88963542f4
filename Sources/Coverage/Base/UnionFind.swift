/// Disjoint sets of things of one kind, with path halving and union by size.
struct UnionFind<Of> {
  private var parents: Column<Of, Index<Of>>
  private var sizes: Column<Of, Int32>

  init(count: Int) {
    parents = Column(count: count) { $0 }
    sizes = Column(repeating: 1, count: count)
  }

  /// - Complexity: amortised, near constant.
  mutating func find(_ element: Index<Of>) -> Index<Of> {
    var element = element
    while parents[element] != element {
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }

  /// The root of each element.
  mutating func roots() -> Column<Of, Index<Of>> {
    for element in parents.indices { parents[element] = find(element) }
    return parents
  }

  /// - Returns: whether the two were apart.
  @discardableResult
  mutating func unite(_ first: Index<Of>, _ second: Index<Of>) -> Bool {
    var (large, small) = (find(first), find(second))
    guard large != small else { return false }
    if sizes[large] < sizes[small] { swap(&large, &small) }
    parents[small] = large
    sizes[large] += sizes[small]
    return true
  }
}
