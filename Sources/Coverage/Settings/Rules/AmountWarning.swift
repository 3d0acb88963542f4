extension RulePack {
  /// What a reader of its amounts must know on a day; nil where the text is in force.
  func warning(at day: CivilDate) -> Wording? {
    switch standing(at: day) {
    case .inForce: nil
    case .notYet:
      Wording(
        fr: "« \(name) » : en vigueur à partir du \(validFrom) seulement",
        en: "“\(name)”: in force only from \(validFrom)")
    case .superseded:
      supersededOn.map {
        Wording(
          fr: "« \(name) » : montants remplacés le \($0)",
          en: "“\(name)”: amounts superseded on \($0)")
      }
    }
  }

  /// Which of the two totals of a text is meant: without its supplementary items.
  var totalScope: Wording {
    guard !supplements.isEmpty else { return Wording(fr: "toutes missions", en: "all missions") }
    let names = supplements.map { ShownName.shortened($0.name) }.joined(separator: ", ")
    return Wording(fr: "hors « \(names) »", en: "without “\(names)”")
  }

  /// Its name, and what is said of it.
  func named(_ words: Wording) -> Wording {
    let name = ShownName.shortened(name)
    return Wording(fr: "« \(name) », \(words.french)", en: "“\(name)”, \(words.english)")
  }

  /// The other total; nil for a text without supplementary items.
  var totalScopeWithSupplements: Wording? {
    guard !supplements.isEmpty else { return nil }
    let names = supplements.map { ShownName.shortened($0.name) }.joined(separator: ", ")
    return Wording(fr: "avec « \(names) »", en: "with “\(names)”")
  }
}

extension StudyOptions {
  /// Packs whose amounts are shown: that of the study, then the earlier one that it is held against.
  var amountRules: [RulePack] { [rules] + (referenceRules.map { [$0] } ?? []) }

  /// The pack by which options are compared in euros: one table for all of them.
  var comparedRules: RulePack { referenceRules ?? rules }

  /// What stands beside each figure in euros; nil where the table is in force and known.
  var amountWarning: Wording? {
    guard let reference = referenceRules else { return rules.warning(at: self.at) }
    let warnings = [rules.warning(at: self.at), reference.warning(at: self.at)].compactMap { $0 }
    return Wording(
      fr: (["« \(rules.name) » : connu en partie seulement"] + warnings.map(\.french))
        .joined(separator: " ; "),
      en: (["“\(rules.name)”: known in part only"] + warnings.map(\.english))
        .joined(separator: "; "))
  }
}
