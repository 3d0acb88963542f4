/// What people write for a stage: `LI validée`, `4 - ACI signé`, `Projet de santé validé par l’ARS`.
///
/// A label names one thing (the letter of intent, the health project, the contract) and, as it may, that it
/// is done. A word that is neither leaves the label unknown: what is under way, refused or only deposited is
/// not the stage that it names.
enum StageLabel {
  /// The stage that a folded text names in words; nil for none, or where several may be meant.
  static func stage(_ text: String) -> Stage? {
    var words = text.split(separator: "_").map(String.init)
    // A rank before the words is the list's own: the words tell.
    if words.count > 1, words[0].utf8.allSatisfy(isDigit) { words.removeFirst() }
    words.removeAll { linkingWords.contains($0) }
    guard !words.isEmpty, words.count <= 12 else { return nil }
    let set = Set(words)
    if nothing.contains(set) || !set.isDisjoint(with: endings) && set.isSubset(of: ended) {
      return Stage.none
    }
    if set.isSubset(of: beginnings), set != ["en"], set != ["stade"] { return .project }
    let named = things.filter { thing in
      thing.names.contains {
        $0.isSubset(of: set) && set.subtracting($0).isSubset(of: thing.besides)
      }
    }
    return named.count == 1 ? named[0].stage : nil
  }

  private static let linkingWords: Set<String> = [
    "de", "d", "du", "des", "la", "le", "les", "l", "a", "au", "cpts", "stade", "par", "ars",
    "cpam",
    "est", "ete", "avec", "depuis", "deja",
  ]

  private static let nothing: Set<Set<String>> = [
    ["hors"], ["pas"], ["aucun"], ["aucune"], ["neant"], ["sans"], ["non"], ["zone", "blanche"],
    ["sans", "projet"], ["pas", "projet"], ["aucun", "projet"], ["aucune", "initiative"],
    ["pas", "en", "projet"], ["non", "couvert"], ["non", "couverte"], ["rien"],
  ]

  /// Words of which one says that there is no CPTS any more.
  private static let endings: Set<String> = [
    "abandon", "abandonne", "abandonnee", "dissous", "dissoute", "dissolution",
  ]
  private static let ended: Set<String> = endings.union(["projet", "association"])

  private static let beginnings: Set<String> = [
    "projet", "emergence", "emergent", "emergente", "reflexion", "initiative", "pre", "preprojet",
    "avant", "en", "phase", "idee", "connu", "connue", "stade",
  ]

  private struct Thing {
    let stage: Stage
    let names: [Set<String>]
    let besides: Set<String>
  }

  private static let done: Set<String> = [
    "valide", "validee", "approuve", "approuvee", "accepte", "acceptee", "agree", "agreee",
    "validation", "obtenu", "obtenue",
  ]
  private static let signed: Set<String> = [
    "signe", "signee", "conclu", "conclue", "signature", "signataire", "adhesion", "adherent",
    "adherente", "contractualise", "contractualisee",
  ]

  private static let things: [Thing] = [
    Thing(
      stage: .letterOfIntent, names: [["lettre", "intention"], ["li"]], besides: done),
    Thing(
      stage: .validatedProject, names: [["projet", "sante"], ["ps"], ["pds"]], besides: done),
    Thing(
      stage: .signedContract,
      names: [
        ["aci"], ["accord", "conventionnel", "interprofessionnel"], ["contrat", "signe"],
        ["contrat", "tripartite", "signe"], ["contrat", "signature"], ["conventionne"],
        ["conventionnee"],
        // “en fonctionnement avec l’ACI signé”: report of 2023, part I on the state of December 2022.
        ["en", "fonctionnement"],
      ],
      besides: signed.union([
        "aci", "contrat", "tripartite", "accord", "conventionnel", "interprofessionnel",
      ])),
  ]
}
