/// What a division costs: first the people too many or too few for the bounds, then the rest.
struct CutCost: Comparable, Sendable {
  var outOfBounds = 0
  /// In people, times `CutRules.farMetres`.
  var cost = 0

  static func < (left: CutCost, right: CutCost) -> Bool {
    (left.outOfBounds, left.cost) < (right.outOfBounds, right.cost)
  }

  static func + (left: CutCost, right: CutCost) -> CutCost {
    CutCost(outOfBounds: left.outOfBounds + right.outOfBounds, cost: left.cost + right.cost)
  }

  static func - (left: CutCost, right: CutCost) -> CutCost {
    CutCost(outOfBounds: left.outOfBounds - right.outOfBounds, cost: left.cost - right.cost)
  }
}

extension CutRules {
  /// People of a sector that its bounds do not allow. One unit alone may have as many as it has.
  func outOfBounds(_ people: Int, nodes: Int) -> Int {
    if people < smallest { return smallest - people }
    return people > largest && nodes > 1 ? people - largest : 0
  }

  func priceOf(sectors: Int) -> CutCost {
    CutCost(cost: price * Self.farMetres * (sectors - 1))
  }
}
