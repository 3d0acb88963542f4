/// The options of one sector, the best first; those that cannot be come last, with the reason.
struct SectorOptions: Sendable {
  let options: [SectorOption]

  /// - Complexity: O(neighbours × (units + borders)), and what the search of divisions may look at.
  ///
  /// - Parameters:
  ///   - sizes: which sizes are coherent.
  ///   - pack: the amounts by which options are compared.
  ///   - reach: from which on an option reaches farther than is usual; nil where unknown.
  init(
    _ sector: SectorGround, _ rules: OptionRules, _ sizes: SizeRule, _ pack: RulePack,
    reach: UsualReach? = nil
  ) {
    let maker = SectorOptionMaker(sector, rules, sizes, pack, reach)
    let all = maker.all()
    let keys = all.map { SectorOptionRank($0, sector) }
    let order = all.indices.sorted {
      keys[$0] == keys[$1] ? $0 < $1 : keys[$0].isBefore(keys[$1])
    }
    options = order.map { all[$0] }
  }
}
