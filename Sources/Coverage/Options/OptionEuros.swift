/// Euros a year of the ACI of some CPTS before and after, by their size; nil where an amount or the people of
/// one are unknown.
///
/// Source: ACI of 20 June 2019, articles 7.1 (sizes; nothing before the signature), 8 and 9.1.
struct YearlyEuros: Sendable, Equatable {
  var before: Int? = 0
  var after: Int? = 0
  /// What changes: known even where an amount is not, for a CPTS that stays in its class.
  var more: Int? = 0

  static func + (left: YearlyEuros, right: YearlyEuros) -> YearlyEuros {
    func sum(_ left: Int?, _ right: Int?) -> Int? {
      left.flatMap { left in right.map { left + $0 } }
    }
    return YearlyEuros(
      before: sum(left.before, right.before), after: sum(left.after, right.after),
      more: sum(left.more, right.more))
  }
}

extension RulePack {
  /// Euros of one CPTS that has its contract before and after.
  ///
  /// - Parameters:
  ///   - before: its size class; 0 without contract, nil where unknown.
  ///   - withSupplements: whether items outside of the totals count.
  func euros(before: Int?, after: Int?, withSupplements: Bool = false) -> YearlyEuros {
    func amount(_ sizeClass: Int?) -> Int? {
      guard let sizeClass else { return nil }
      if sizeClass == 0 { return 0 }
      return withSupplements
        ? yearlyTotalWithSupplements(sizeClass: sizeClass) : yearlyTotal(sizeClass: sizeClass)
    }
    let amounts = (amount(before), amount(after))
    return YearlyEuros(
      before: amounts.0, after: amounts.1,
      more: before != nil && before == after ? 0 : difference(amounts.0, amounts.1))
  }
}

extension OptionFigures {
  /// Euros of the CPTS concerned that have signed: one below the ACI, or that does not exist yet, gets none.
  func signedEuros(_ pack: RulePack) -> YearlyEuros {
    members.filter { $0.hasContract }.reduce(YearlyEuros()) { $0 + $1.possibleEuros(pack) }
  }

  /// Euros that all CPTS concerned would get, had each signed.
  func possibleEuros(_ pack: RulePack, withSupplements: Bool = false) -> YearlyEuros {
    members.reduce(YearlyEuros()) { $0 + $1.possibleEuros(pack, withSupplements: withSupplements) }
  }
}

extension OptionFigures.Member {
  /// Euros had it signed; a CPTS that does not exist yet gets nothing before, nor does a project.
  func possibleEuros(_ pack: RulePack, withSupplements: Bool = false) -> YearlyEuros {
    pack.euros(
      before: isNew || isProject ? 0 : pack.sizes.sizeClass(of: before),
      after: pack.sizes.sizeClass(of: after),
      withSupplements: withSupplements)
  }
}

/// What comes after less what was before; nil where one of them is unknown.
func difference(_ before: Int?, _ after: Int?) -> Int? {
  before.flatMap { before in after.map { $0 - before } }
}
