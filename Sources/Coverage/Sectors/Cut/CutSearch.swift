/// Searches the division of a component that costs least: a sector more at a time, then one less, each
/// answer improved by moves between two neighbours until none helps.
struct CutSearch {
  private let ground: CutGround
  private let rules: CutRules
  private let areas: CutAreas
  private let room: Int
  private var random: MixedBits
  private var division: CutDivision
  /// The best split of each sector, and of which version of it.
  private var splits: [Split?] = []
  /// What sectors cost by themselves, by version.
  private var ownCosts: [(version: Int, cost: CutCost)] = []
  private var nextVersion = 1
  /// What is left of the work that a cut may take: nodes looked at.
  private var workLeft = mostWork

  private static let mostWork = 12_000_000
  /// A division into more sectors is tried this often without gain.
  private static let patience = 2
  /// As many sectors are tried in any case, where people suffice.
  private static let usualSectors = 7

  /// Of a component with more nodes only divisions within bounds are improved: those before are many, and
  /// far from the end.
  private static let mostImproved = 2_000
  /// Answers that are kept to be made of one sector less.
  private static let mostAnswers = 8

  private struct Split {
    let version: Int
    let gain: CutCost
    let nodes: [Int]
    let isSecond: [Bool]
  }

  init(_ ground: CutGround, _ rules: CutRules) {
    self.ground = ground
    self.rules = rules
    areas = ground.areas(rules)
    let total = ground.total
    let needed = rules.largest > 0 ? (total - 1) / rules.largest + 1 : total
    room = min(ground.count, total / max(1, rules.smallest), max(Self.usualSectors, 2 * needed))
    random = MixedBits(seed: ground.seed)
    division = CutDivision(ground, areas)
  }

  /// Nodes of each sector.
  ///
  /// - Complexity: O(sectors tried × passes × borders × nodes of two sectors), within a bound.
  mutating func solve() -> [[Int]] {
    var answers = [(cost: totalCost(), division: division)]
    var sinceBest = 0
    var best = answers[0].cost
    while division.sectors.count < room, sinceBest < Self.patience,
      workLeft > 0 || hasTooLarge
    {
      guard split() else { break }
      var cost = totalCost()
      if cost.outOfBounds == 0 || ground.count <= Self.mostImproved {
        improve()
        cost = totalCost()
      }
      answers = answers.suffix(Self.mostAnswers - 1) + [(cost, division)]
      sinceBest = cost < best ? 0 : sinceBest + 1
      best = min(best, cost)
    }
    for place in answers.indices.dropFirst().dropLast().reversed() where workLeft > 0 {
      division = answers[place + 1].division
      merge()
      improve()
      let cost = totalCost()
      if cost < answers[place].cost { answers[place] = (cost, division) }
    }
    let least = answers.map(\.cost).min() ?? best
    let chosen = answers.first { $0.cost == least }
    return (chosen?.division ?? division).sectors
  }

  /// Whether a sector has more people than its bound, and more units than one.
  private var hasTooLarge: Bool {
    division.sectors.contains { nodes in
      nodes.count > 1 && nodes.reduce(0) { $0 + ground.people[$1] } > rules.largest
    }
  }

  /// What the division costs, with the price of its sectors.
  ///
  /// - Complexity: O(nodes + areas × sectors).
  private mutating func totalCost() -> CutCost {
    var sum = rules.priceOf(sectors: division.sectors.count)
    for (sector, nodes) in division.sectors.enumerated() {
      let version = division.versions[sector]
      if sector == ownCosts.count { ownCosts.append((-1, CutCost())) }
      if ownCosts[sector].version != version {
        ownCosts[sector] = (version, ground.ownCost(nodes, rules))
      }
      sum = sum + ownCosts[sector].cost
    }
    for (area, whole) in areas.all.enumerated() {
      let most = division.most(of: area, besides: -1, -1)
      sum.cost += whole.weight * (whole.people - most) * CutRules.farMetres
    }
    return sum
  }

  private mutating func divide(
    _ nodes: [Int], _ isSecond: [Bool], between first: Int, _ second: Int
  ) {
    division.divide(nodes, isSecond, between: first, second, version: nextVersion)
    nextVersion += 2
  }

  private func pair(_ first: Int, _ second: Int) -> (pair: CutPair, isSecond: [Bool]) {
    let own = division.sectors[first]
    let other = second < division.sectors.count ? division.sectors[second] : []
    let nodes = (own + other).sorted()
    let division = division
    let pair = CutPair(nodes, ground, rules, areas) {
      division.most(of: $0, besides: first, second)
    }
    return (pair, nodes.map { division.sectorOfNode[$0] == second })
  }

  /// The best of the divisions by spanning trees; nil where no tree divides the nodes.
  private mutating func bestByTrees(
    _ pair: inout CutPair
  ) -> (cost: CutCost, isSecond: [Bool])? {
    var trees = CutTrees(pair.nodes, ground)
    var best: (cost: CutCost, isSecond: [Bool])?
    // All ways to choose which borders are dear; of many nodes two, as the parts are looked at again.
    for dear in pair.nodes.count > Self.mostImproved ? [1, 7] : Array(0..<8) {
      guard let tree = trees.grown(dear: UInt8(dear), &random) else { return nil }
      let limit = best?.cost ?? CutCost(outOfBounds: .max)
      let found = pair.best(of: tree, below: limit)
      workLeft -= found.work
      if let cut = found.cut { best = (cut.cost, tree.isInside(cut.place)) }
    }
    return best
  }

  /// Splits the sector whose best split costs least more; false where none can be.
  private mutating func split() -> Bool {
    let new = division.sectors.count
    splits += [Split?](repeating: nil, count: max(0, new - splits.count))
    var best: (gain: CutCost, sector: Int)?
    for sector in 0..<new where division.sectors[sector].count > 1 {
      let version = division.versions[sector]
      if splits[sector]?.version != version {
        var (pair, isSecond) = pair(sector, new)
        splits[sector] = bestByTrees(&pair).map { found in
          Split(
            version: version, gain: found.cost - pair.cost(isSecond),
            nodes: pair.nodes, isSecond: found.isSecond)
        }
      }
      guard let gain = splits[sector]?.gain else { continue }
      if best.map({ gain < $0.gain }) ?? true { best = (gain, sector) }
    }
    guard let best, let split = splits[best.sector] else { return false }
    divide(split.nodes, split.isSecond, between: best.sector, new)
    return true
  }

  /// Makes one of the two neighbours that cost least more together.
  private mutating func merge() {
    var best: (gain: CutCost, first: Int, second: Int, nodes: [Int])?
    for (first, second) in neighbours() {
      var (pair, isSecond) = pair(first, second)
      let before = pair.cost(isSecond)
      let all = [Bool](repeating: false, count: isSecond.count)
      let gain = pair.cost(all) - before
      if let best, !(gain < best.gain) { continue }
      best = (gain, first, second, pair.nodes)
    }
    guard let best else { return }
    let all = [Bool](repeating: false, count: best.nodes.count)
    divide(best.nodes, all, between: best.first, best.second)
  }

  /// Pairs of sectors that share a border.
  private func neighbours() -> [(Int, Int)] {
    let count = division.sectors.count
    var isBeside = Set<Int>()
    for node in 0..<ground.count {
      let own = division.sectorOfNode[node]
      for other in ground.beside[node] where division.sectorOfNode[other] > own {
        isBeside.insert(own * count + division.sectorOfNode[other])
      }
    }
    return isBeside.sorted().map { ($0 / count, $0 % count) }
  }

  /// Moves what costs less elsewhere, until nothing does: each move makes the cost fall.
  private mutating func improve() {
    var looked: [Int: (Int, Int)] = [:]
    var isMoved = true
    while isMoved, workLeft > 0 {
      isMoved = false
      for (first, second) in neighbours() {
        let key = first * room + second
        let versions = (division.versions[first], division.versions[second])
        if let known = looked[key], known == versions { continue }
        if improve(first, second) { isMoved = true }
        looked[key] = (division.versions[first], division.versions[second])
      }
    }
  }

  private mutating func improve(_ first: Int, _ second: Int) -> Bool {
    var (pair, isSecond) = pair(first, second)
    let before = pair.cost(isSecond)
    var cost = before
    if let found = bestByTrees(&pair), found.cost < cost { (cost, isSecond) = found }
    let pieces = CutPieces(pair.nodes, ground)
    var isMoved = true
    while isMoved, workLeft > 0 {
      isMoved = false
      pieces.forEachMove(from: isSecond) { moved in
        workLeft -= moved.count
        let after = pair.cost(moved, limit: cost)
        guard after < cost, pieces.areOfOnePiece(moved) else { return false }
        (cost, isSecond) = (after, moved)
        isMoved = true
        return true
      }
    }
    guard cost < before else { return false }
    divide(pair.nodes, isSecond, between: first, second)
    return true
  }
}
