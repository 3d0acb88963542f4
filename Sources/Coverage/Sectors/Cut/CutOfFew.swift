/// The division of a component of few nodes that costs least, by trying all.
struct CutOfFew {
  private let ground: CutGround
  private let rules: CutRules
  private let areas: CutAreas
  /// What a sector of the nodes in a mask costs by itself; nil where they are not of one piece.
  private var ownCost: [CutCost?]
  private var best: (cost: CutCost, masks: [Int])
  private var chosen: [Int] = []

  static let mostNodes = 12

  /// - Precondition: no more than `mostNodes`.
  init(_ ground: CutGround, _ rules: CutRules) {
    self.ground = ground
    self.rules = rules
    areas = ground.areas(rules)
    ownCost = (0..<1 << ground.count).map { mask in
      let nodes = Self.nodes(mask, ground.count)
      guard mask > 0, ground.isConnected(nodes) else { return nil }
      return ground.ownCost(nodes, rules)
    }
    let all = (1 << ground.count) - 1
    best = (ownCost[all] ?? CutCost(outOfBounds: .max / 4), [all])
  }

  private static func nodes(_ mask: Int, _ count: Int) -> [Int] {
    (0..<count).filter { mask >> $0 & 1 == 1 }
  }

  /// Nodes of each sector.
  ///
  /// - Complexity: O(divisions into sectors of one piece that cost less than the best before).
  mutating func solve() -> [[Int]] {
    divide((1 << ground.count) - 1, CutCost())
    return best.masks.map { Self.nodes($0, ground.count) }
  }

  private mutating func divide(_ left: Int, _ cost: CutCost) {
    guard left != 0 else {
      let whole = cost + costOfAreas() + rules.priceOf(sectors: chosen.count)
      // Of equals, fewer sectors.
      if whole < best.cost || whole == best.cost && chosen.count < best.masks.count {
        best = (whole, chosen)
      }
      return
    }
    let least = cost + rules.priceOf(sectors: chosen.count + 1)
    guard least <= best.cost else { return }
    let first = left & -left
    var others = left ^ first
    // All parts of what is left that hold its first node, the largest first.
    while true {
      let mask = first | others
      if let own = ownCost[mask] {
        chosen.append(mask)
        divide(left ^ mask, cost + own)
        chosen.removeLast()
      }
      if others == 0 { return }
      others = (others - 1) & (left ^ first)
    }
  }

  private func costOfAreas() -> CutCost {
    var sum = 0
    for area in areas.all {
      var most = 0
      for mask in chosen {
        let inside = area.nodes.reduce(0) { $0 + (mask >> $1 & 1) * ground.people[$1] }
        most = max(most, inside)
      }
      sum += area.weight * (area.people - most)
    }
    return CutCost(cost: sum * CutRules.farMetres)
  }
}
