/// The divisions of two sectors by one edge of a tree, all at once.
extension CutPair {
  /// The one that costs least, of those that are least out of bounds; the subtree of `place` is the second
  /// sector.
  ///
  /// - Parameter limit: what it must cost less than.
  /// - Returns: nil where none does; and how many nodes were looked at.
  /// - Complexity: O(nodes × log), and O(nodes of the subtree) for each that may be the best.
  mutating func best(
    of tree: CutTree, below limit: CutCost
  ) -> (cut: (cost: CutCost, place: Int)?, work: Int) {
    let count = nodes.count
    var work = 4 * count
    guard count > 1 else { return (nil, work) }
    let (sums, mains) = sumsAndMains(tree)
    let outs = (1..<count).map { place in
      let size = tree.span(of: place).count
      return rules.outOfBounds(sums[place], nodes: size)
        + rules.outOfBounds(sums[0] - sums[place], nodes: count - size)
    }
    let least = outs.min() ?? 0
    guard least <= limit.outOfBounds else { return (nil, work) }
    let counts = SubtreeCounts(self, tree).costs
    var best: (cost: CutCost, place: Int)?
    for place in 1..<count where outs[place - 1] == least {
      var cost = CutCost(outOfBounds: least, cost: counts[place] * CutRules.farMetres)
      guard cost < best?.cost ?? limit else { continue }
      let span = tree.span(of: place)
      let first = byPeople.first { !span.contains(Int(tree.places[$0])) } ?? 0
      cost.cost += weightOfDistance * far(tree, span, nodes[first], mains[place])
      work += span.count
      if cost < best?.cost ?? limit { best = (cost, place) }
    }
    return (best, work)
  }

  /// People of each subtree, and its most populous node, the first of equals.
  private func sumsAndMains(_ tree: CutTree) -> (sums: [Int], mains: [Int]) {
    var sums = tree.nodes.map { ground.people[nodes[Int($0)]] }
    var mains = tree.nodes.map { nodes[Int($0)] }
    for place in stride(from: sums.count - 1, to: 0, by: -1) {
      let parent = Int(tree.parents[place])
      sums[parent] += sums[place]
      if isMain(mains[place], before: mains[parent]) { mains[parent] = mains[place] }
    }
    return (sums, mains)
  }

  private func isMain(_ node: Int, before other: Int) -> Bool {
    let (left, right) = (ground.people[node], ground.people[other])
    return left > right || left == right && node < other
  }

  /// Person-metres to the main units of what is outside of a subtree and of the subtree.
  private mutating func far(
    _ tree: CutTree, _ span: Range<Int>, _ first: Int, _ second: Int
  ) -> Int {
    let (outside, inside) = (row(of: first), row(of: second))
    var sum = farOfAll(from: first)
    for node in tree.nodes[span] {
      let place = Int(node)
      sum += ground.people[nodes[place]] * (inside[place] - outside[place])
    }
    return sum
  }
}
