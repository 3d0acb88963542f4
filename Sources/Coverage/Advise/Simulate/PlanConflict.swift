/// Where a plan meets a rule.
struct PlanConflict: Sendable {
  /// The raw value is the word in the file.
  enum Rule: String, CaseIterable, Sendable {
    /// One health project a territory.
    case overlap = "chevauchement"
    case tooLarge = "taille_superieure"
    case tooSmall = "taille_inferieure"
    /// Within two percent of a size bound.
    case nearBound = "seuil_proche"
    case notContiguous = "non_contigu"
    /// Who mentors must have signed the contract.
    case withoutContract = "sans_contrat"
    /// The CPTS is below the stage from which people count as covered.
    case belowStage = "sous_le_stade"
    /// A CPTS has a lower size class than before.
    case lowerSize = "taille_en_baisse"
    /// A CPTS is less far than before.
    case stageLost = "stade_en_recul"
  }

  /// How much it matters. The raw value is the word in the file.
  enum Weight: String, CaseIterable, Sendable {
    case contrary = "contraire_a_une_regle"
    case toExamine = "a_examiner"
    case information
  }

  let weight: Weight
  let rule: Rule
  /// CPTS concerned.
  let cpts: [CPTSID]
  let finding: Wording
}
