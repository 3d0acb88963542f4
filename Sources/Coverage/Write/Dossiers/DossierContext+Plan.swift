/// What the plans of all pages take from the texts: whom to gather, and by when.
extension DossierContext {
  /// Whom the plan of 2023 (2.1) gathers about a white zone.
  static let taskForce = """
    Acteurs clés du plan de 2023 (2.1) : URPS, MSP, centres de santé, FCPTS et fédérations des MSP, DAC, \
    coordinateurs de CLS, établissements, élus
    """

  /// The delegation of the ARS that investigates.
  static func delegation(of pilot: String) -> String {
    pilot.isEmpty ? "délégation à nommer" : "délégation de \(department(pilot))"
  }

  /// The fund beside that delegation. Overseas it is no CPAM, and no text that the tool cites says of which
  /// department it is which: the word there is that of the ACI (article 4), “caisse d’assurance maladie”.
  static func fund(of departments: [String]) -> String {
    isOverseas(departments) ? "la caisse d’assurance maladie" : "la CPAM"
  }

  static func fundToGather(of departments: [String]) -> String {
    isOverseas(departments)
      ? "caisse d’assurance maladie du territoire" : "CPAM, et MSA si elle accompagne"
  }

  private static func isOverseas(_ departments: [String]) -> Bool {
    !departments.isEmpty && departments.allSatisfy { $0.hasPrefix("97") || $0.hasPrefix("98") }
  }

  /// By when a sector is to be dealt with, as far as the texts say: one line each.
  ///
  /// Source: plan of 2023, 2.1, 2.2 and its annex; instruction of 9 October 2019, I.2 and I.5.
  func deadline(_ kind: SectorOptionKind?) -> [Prose] {
    [zoneDeadline] + [kind?.deadline].compactMap { $0.map { Prose($0) } }
  }

  /// The date of the plan of 2023 for all white zones.
  private var zoneDeadline: Prose {
    let isPast = study.options.at.year > 2023
    return """
      Plan de 2023 (2.1) : un plan pour chaque zone blanche « d’ici fin 2023 »\
      \(isPast ? ", date passée ; nouvelle date à fixer par le responsable." : " ; ensuite, à fixer par le responsable.")
      """
  }
}

extension SectorOptionKind {
  /// What the texts fix besides; nil where nothing.
  fileprivate var deadline: String? {
    switch self {
    case .support, .uniting:
      "Suivi par l’ARS et l’assurance maladie : six mois au plus après le financement d’amorçage (instruction, I.5) ; coordinateur financé dès la lettre d’intention, pour 12 à 18 mois (plan de 2023, 2.2 et annexe)."
    case .creation, .mixed:
      "Première rencontre : 15 jours au plus après qu’un porteur s’est manifesté (instruction, I.2)."
    case .extending, .temporaryExtending, .sharing: nil
    }
  }
}
