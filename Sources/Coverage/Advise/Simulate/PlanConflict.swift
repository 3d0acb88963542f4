/// Where a plan meets a rule.
public struct PlanConflict: Sendable {
  /// The rule that a plan meets. The raw value is the word in the file.
  public enum Rule: String, CaseIterable, Sendable {
    /// One health project a territory.
    case overlap = "chevauchement"
    /// The CPTS grows above the largest coherent size.
    case tooLarge = "taille_superieure"
    /// The CPTS is new or shrinks below the smallest coherent size.
    case tooSmall = "taille_inferieure"
    /// Within two percent of a size bound.
    case nearBound = "seuil_proche"
    /// The CPTS is in more parts than before.
    case notContiguous = "non_contigu"
    /// Who mentors must have signed the contract.
    case withoutContract = "sans_contrat"
    /// Whom a temporary extension mentors, or until when, is not said.
    case mentoringOpen = "mentorat_a_preciser"
    /// The CPTS is below the stage from which people count as covered.
    case belowStage = "sous_le_stade"
    /// A CPTS has a lower size class than before.
    case lowerSize = "taille_en_baisse"
    /// A CPTS is less far than before.
    case stageLost = "stade_en_recul"
  }

  /// How much it matters. The raw value is the word in the file.
  public enum Weight: String, CaseIterable, Sendable {
    /// The rule of a text is broken.
    case contrary = "contraire_a_une_regle"
    /// Somebody must judge.
    case toExamine = "a_examiner"
    /// For the record.
    case information
  }

  /// How much it matters.
  public let weight: Weight
  /// The rule.
  public let rule: Rule
  /// CPTS concerned.
  public let cpts: [CPTSID]
  /// What was found, in one sentence.
  public let finding: Wording
}
