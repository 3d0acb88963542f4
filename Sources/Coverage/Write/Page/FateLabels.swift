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

extension SectorOptionKind {
  /// What a reader sees; the raw value is the word of the file.
  var label: Wording {
    switch self {
    case .support: Wording(fr: "Accompagner le projet", en: "Support the project")
    case .uniting: Wording(fr: "Réunir les projets", en: "Unite the projects")
    case .creation: Wording(fr: "Créer une CPTS", en: "Create a CPTS")
    case .extending: Wording(fr: "Étendre", en: "Extend")
    case .temporaryExtending:
      Wording(
        fr: "Étendre pour un temps, avec mentorat", en: "Extend for a time, with mentoring")
    case .sharing: Wording(fr: "Partager entre voisines", en: "Share among neighbours")
    case .mixed:
      Wording(fr: "Rattacher une part, créer le reste", en: "Join a part, create the rest")
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
