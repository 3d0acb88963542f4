/// What the CPTS of an option would get, had each signed its ACI: by the pack of the study, and by the earlier
/// one where this has amounts that no source gives. Both totals of the text, and the warning beside them.
struct OptionEuroCells {
  let options: StudyOptions

  static let columns =
    ["avant", "apres", "ecart", "apres_avec_supplements"].map { "montant_si_aci_\($0)" }
    + ["regles"]
    + ["avant", "apres", "ecart", "apres_avec_supplements"].map { "reference_si_aci_\($0)" }
    + ["reference_regles", "avertissement"]

  /// - Parameter figures: nil for an option of which there is nothing to show.
  func cells(of figures: OptionFigures?) -> [Cell] {
    let warning = options.amountWarning?[options.language] ?? ""
    return amounts(figures, options.rules) + amounts(figures, options.referenceRules)
      + [.text(figures == nil ? "" : warning)]
  }

  private func amounts(_ figures: OptionFigures?, _ pack: RulePack?) -> [Cell] {
    guard let figures, let pack else {
      return Array(repeating: .whole(nil), count: 4) + [.text("")]
    }
    let euros = figures.possibleEuros(pack)
    let all =
      pack.supplements.isEmpty
      ? nil : figures.possibleEuros(pack, withSupplements: true).after
    return [
      .whole(euros.before), .whole(euros.after), .whole(euros.more), .whole(all), .text(pack.name),
    ]
  }
}
