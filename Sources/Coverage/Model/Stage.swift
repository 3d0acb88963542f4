/// How far a CPTS (communauté professionnelle territoriale de santé, an association of health
/// professionals responsible for a territory) has come. Stages are ordered.
///
/// Source: the stages that the national monitoring counts; the keys are those of the files.
public enum Stage: Int, CaseIterable, Comparable, Sendable {
  /// `aucun`: nothing.
  case none
  /// `projet`: a known initiative, nothing formalised.
  case project
  /// `lettre_intention`: the letter of intent is validated. From here on people count as covered.
  case letterOfIntent
  /// `projet_sante_valide`: the health project is validated by the ARS, or deemed validated: two months
  /// after its filing without opposition of the director general.
  ///
  /// Source: code de la santé publique, article L. 1434-12.
  case validatedProject
  /// `aci_signe`: the tripartite contract (accord conventionnel interprofessionnel) is signed.
  case signedContract

  /// The word for the stage in every file.
  public var key: String {
    switch self {
    case .none: "aucun"
    case .project: "projet"
    case .letterOfIntent: "lettre_intention"
    case .validatedProject: "projet_sante_valide"
    case .signedContract: "aci_signe"
    }
  }

  public static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }

  /// Recognises a stage in any usual spelling: "Lettre d'intention", "LI", "ACI signé", "4 - ACI signé". A
  /// number alone is none: scales begin at the project or at the letter.
  ///
  /// Nil where a sign may deny it: `ACI signé ?`, `ACI ✗`.
  public init?(spelling: String) {
    if doubtfulSign(in: spelling) != nil { return nil }
    let text = folded(spelling)
    switch text {
    case "aucun", "aucune", "neant", "sans", "0": self = .none
    case "projet", "en_projet", "emergence", "en_emergence", "projet_en_emergence", "initiative":
      self = .project
    case "lettre_intention", "lettre_d_intention", "lettre_intention_validee",
      "lettre_d_intention_validee", "li", "li_validee":
      self = .letterOfIntent
    case "projet_sante_valide", "projet_de_sante_valide", "projet_sante", "projet_de_sante", "ps",
      "ps_valide", "pds", "pds_valide":
      self = .validatedProject
    case "aci_signe", "aci", "aci_signee", "aci_conclu", "signataire_aci", "adherent_aci",
      "contrat_signe":
      self = .signedContract
    case "" where !spelling.isEmpty && spelling.allSatisfy { "-–—".contains($0) }: self = .none
    default:
      guard let stage = StageLabel.stage(text) else { return nil }
      self = stage
    }
  }
}
