extension PlanOutcome.Fate {
  /// What a reader sees; the raw value is the word of the file.
  var label: Wording {
    switch self {
    case .applied: Wording(fr: "appliquée", en: "applied")
    case .withoutEffect: Wording(fr: "sans effet", en: "without effect")
    case .setAside: Wording(fr: "écartée", en: "set aside")
    }
  }
}

extension ZoneFate {
  /// What a reader sees; the raw value is the word of the file.
  var label: Wording {
    switch self {
    case .closed: Wording(fr: "fermée", en: "closed")
    case .reduced: Wording(fr: "réduite", en: "reduced")
    case .split: Wording(fr: "divisée", en: "divided")
    case .unchanged: Wording(fr: "inchangée", en: "unchanged")
    case .grown: Wording(fr: "agrandie", en: "grown")
    case .merged: Wording(fr: "réunie", en: "merged")
    case .opened: Wording(fr: "ouverte", en: "opened")
    }
  }
}
