extension Stage {
  /// The stage as people say it; files have its key.
  var label: Wording {
    switch self {
    case .none: Wording(fr: "Aucune CPTS", en: "No CPTS")
    case .project: Wording(fr: "Projet", en: "Project")
    case .letterOfIntent: Wording(fr: "Lettre d’intention", en: "Letter of intent")
    case .validatedProject: Wording(fr: "Projet de santé validé", en: "Validated health project")
    case .signedContract: Wording(fr: "ACI signé", en: "ACI signed")
    }
  }
}
