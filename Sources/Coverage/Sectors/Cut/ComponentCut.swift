extension CutGround {
  /// The component as one sector, or as several where it is several territories.
  ///
  /// - Returns: nodes of each sector, ascending, by their first node.
  /// - Complexity: see `CutSearch` and `CutOfFew`.
  func cut(_ rules: CutRules) -> [[Int]] {
    let all = Array(0..<count)
    // Sums stay exact: no country has so many people.
    guard count > 1, rules.mayCut(total), total <= CutRules.mostPeople else { return [all] }
    var sectors: [[Int]]
    if count <= CutOfFew.mostNodes {
      var few = CutOfFew(self, rules)
      sectors = few.solve()
    } else {
      var search = CutSearch(self, rules)
      sectors = search.solve()
    }
    sectors.sort { $0[0] < $1[0] }
    return sectors
  }
}
