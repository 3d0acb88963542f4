/// A second row of header that divides the columns of stages: `LI | PS | ACI` over `Date prévue | Date réelle`.
///
/// Its words alone name no column, and the stage above them would be taken for that of the first part, which
/// is a deposit or a forecast as a rule: the two rows together are the names.
enum StageParts {
  /// What parts of a stage are called, each word in the spelling of `HeaderName`.
  private static let words: Set<String> = [
    "date", "jour", "mois", "annee", "depot", "depose", "deposee", "demande", "demandee",
    "demarche", "prevu", "prevue", "previsions", "prevision", "previsionnel", "previsionnelle",
    "attendu", "attendue", "cible", "objectif", "echeance", "programme", "programmee", "planifie",
    "planifiee", "estime", "estimee", "reel", "reelle", "realise", "realisee", "realisation",
    "effectif", "effective", "constate", "constatee", "validation", "valide", "validee",
    "signature", "signe", "signee", "avis", "decision", "accord", "refus", "instruction", "envoi",
    "envoye", "envoyee", "reception", "recu", "recue", "transmission", "notification",
    "passage", "comite", "commission", "copil", "obtention", "obtenu", "obtenue", "debut", "fin",
    "statut", "etat", "suivi", "avancement", "numero", "dossier", "montant", "commentaire",
    "commentaires", "observation", "observations", "remarque", "remarques", "ars", "cpam", "am",
    "li", "ps", "pds", "aci", "lettre", "intention", "projet", "sante", "contrat",
  ]

  /// The names of both rows; nil where the lower row is none of parts.
  static func names(
    _ upper: [HeaderSearch.Cell], _ lower: [HeaderSearch.Cell]
  ) -> [Int: String]? {
    guard lower.count > 1, lower.allSatisfy({ $0.name.map(isPart) ?? false }) else { return nil }
    func group(_ column: Int) -> HeaderSearch.Cell? { upper.last { $0.column <= column } }
    let stages = lower.filter { cell in
      group(cell.column)?.name.map { isStage(HeaderName($0)) } ?? false
    }
    // A part beside the first of a stage stands under no name of its own.
    guard
      stages.contains(where: { cell in upper.allSatisfy { $0.column != cell.column } })
    else { return nil }
    var names: [Int: String] = [:]
    for cell in upper { names[cell.column] = cell.name ?? "" }
    for cell in lower {
      names[cell.column] = [group(cell.column)?.name, cell.name].compactMap { $0 }
        .joined(separator: " ")
    }
    return names
  }

  private static func isPart(_ name: String) -> Bool {
    let words = HeaderName(name).words
    return !words.isEmpty && words.isSubset(of: Self.words)
  }

  private static func isStage(_ name: HeaderName) -> Bool {
    DateColumnName.role(of: name) != nil || HeaderRules.role(of: name) == .stage
  }
}
