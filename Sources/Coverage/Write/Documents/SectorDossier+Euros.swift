/// Euros of the options of a sector, each with the table that it comes from and what is to be known of it.
extension SectorDossier {
  /// By the pack of the study, then by the earlier one that it is held against: amounts before and after of
  /// both totals, and what changes.
  func euroLines(_ figures: OptionFigures) -> (amounts: [String], changes: [String]) {
    var lines: (amounts: [String], changes: [String]) = ([], [])
    for pack in study.options.amountRules {
      let head = pack.warning(at: study.options.at).map { "\(ShownName.text($0.french)) : " } ?? ""
      let euros = figures.possibleEuros(pack)
      var amounts = Self.change(euros)
      if !pack.supplements.isEmpty {
        amounts +=
          " (avec suppléments : "
          + Self.change(figures.possibleEuros(pack, withSupplements: true)) + ")"
      }
      lines.amounts.append(head + amounts)
      lines.changes.append(head + (euros.more.map { NumberText.signed($0) } ?? "inconnu"))
    }
    return lines
  }

  private static func change(_ euros: YearlyEuros) -> String {
    func text(_ number: Int?) -> String { number.map { NumberText.whole($0) } ?? "inconnu" }
    return "\(text(euros.before)) → \(text(euros.after))"
  }

  /// Which total is meant, from which text, and from when on anybody gets it.
  var aboutEuros: Prose {
    let scopes = study.options.amountRules.map { pack in
      let both = [
        pack.totalScope.french, pack.totalScopeWithSupplements.map { "suppléments : \($0.french)" },
      ]
      return
        "« \(ShownName.shortened(pack.name)) » : \(both.compactMap { $0 }.joined(separator: " ; "))"
    }
    let warning = study.options.amountWarning.map { " \($0.french)." } ?? ""
    return """
      Euros : ceux que donnerait l’ACI si toutes les CPTS de l’option l’avaient signé, missions \
      optionnelles et part variable entière comprises. Rien n’en est dû avant la signature (ACI, art. \
      7.1 et 9.1) : à la lettre d’intention, il n’y a que le fonds d’intervention régional de l’ARS. \
      \(scopes.joined(separator: ". ")).\(warning)
      """
  }
}
