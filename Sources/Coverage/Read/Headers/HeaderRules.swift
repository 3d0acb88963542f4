/// Names of columns in real use, told by their words: the one place where they stand, beside the exact names
/// of `FieldRole.recognisedNames`, which come first.
///
/// A name has the words that a rule requires, and none but these and those that the rule lets be. A name
/// that fits no rule is not recognised: nothing is told from a part of it.
enum HeaderRules {
  private struct Rule {
    let role: FieldRole
    /// One of these sets must be there whole.
    let required: [Set<String>]
    /// Words that may be there besides.
    var besides: Set<String> = []

    func fits(_ words: Set<String>) -> Bool {
      required.contains { $0.isSubset(of: words) && words.subtracting($0).isSubset(of: besides) }
    }
  }

  /// The first rule that fits counts.
  private static let rules: [Rule] = [
    Rule(
      role: .unitCode,
      required: [
        ["insee"], ["cog"], ["geo"], ["codgeo"], ["depcom"], ["code", "commune"],
        ["identifiant", "commune"], ["code", "geographique"], ["code", "ville"], ["citycode"],
        ["codeinsee"], ["codecommune"], ["inseecom"],
      ],
      besides: [
        "code", "numero", "identifiant", "insee", "cog", "commune", "geographique", "actuel",
        "ville",
      ]),
    Rule(
      role: .unitName,
      required: [["commune"], ["ville"], ["nom", "geographique"]],
      besides: [
        "nom", "liste", "membre", "concernee", "couverte", "territoire", "perimetre", "actuel",
        "composant", "ville", "commune",
      ]),
    Rule(
      role: .department, required: [["departement"]],
      besides: ["code", "numero", "insee", "identifiant"]),
    Rule(
      role: .region, required: [["region"]], besides: ["code", "numero", "insee", "identifiant"]),
    Rule(
      role: .intercommunality,
      required: [
        ["epci"], ["siren", "intercommunalite"], ["code", "intercommunalite"],
      ], besides: ["code", "siren", "numero", "identifiant"]),
    Rule(
      role: .intercommunalityName, required: [["nom", "epci"], ["nom", "intercommunalite"]],
      besides: ["complet", "court"]),
    Rule(role: .unitType, required: [["type", "commune"]]),
    Rule(
      role: .parent, required: [["commune", "parente"], ["commune", "parent"]], besides: ["code"]),
    Rule(
      role: .cptsID, required: [["cpts"], ["finess"]],
      besides: ["code", "numero", "identifiant", "finess", "cpts"]),
    Rule(
      role: .cptsName,
      required: [
        ["nom", "cpts"], ["cpts", "rattachement"], ["cpts", "appartenance"],
        ["communaute", "professionnelle", "territoriale", "sante"],
      ], besides: ["projet", "complet", "nom", "cpts"]),
    Rule(
      role: .seat, required: [["siege"]],
      besides: ["social", "code", "insee", "commune", "ville", "cpts", "nom"]),
    Rule(
      role: .population,
      required: [["population"], ["habitant"], ["pmun"]],
      besides: ["municipale", "legale", "insee", "nombre", "habitant", "population", "commune"]),
    Rule(
      role: .stage, required: [["stade"], ["maturite"], ["stage"]],
      besides: [
        "avancement", "maturite", "developpement", "projet", "cpts", "actuel", "dossier", "nom",
        "code", "niveau", "degre",
      ]),
  ]

  /// Words that name stages as often as something else: the values tell.
  private static let mayBeStage = Rule(
    role: .stage,
    required: [
      ["statut"], ["etat"], ["avancement"], ["situation"], ["phase"], ["etape"], ["niveau"],
      ["progression"],
    ],
    besides: [
      "avancement", "projet", "cpts", "dossier", "actuel", "conventionnel", "conventionnement",
      "contractuel", "contractualisation", "aci", "etat", "sante", "stade",
    ])

  /// `Territoire CPTS` names the CPTS of a row, or the place where another column names the CPTS.
  private static let mayBePlace = Rule(
    role: .cptsName, required: [["territoire", "cpts"], ["perimetre", "cpts"]], besides: ["nom"])

  /// Names that mean what they say, of whichever role.
  private static let exactNames = Set(FieldRole.allCases.flatMap(\.recognisedNames))

  /// The role that a name can only be of; nil for none, and for names that are known exactly.
  static func role(of name: HeaderName) -> FieldRole? {
    guard !name.words.isEmpty, !exactNames.contains(name.plain) else { return nil }
    return rules.first { $0.fits(name.words) }?.role
  }

  /// Whether a column of this name holds stages where its values are stages.
  static func mayBeStage(_ name: HeaderName) -> Bool { mayBeStage.fits(name.words) }

  /// Whether a name is that of the territory of CPTS.
  static func isTerritory(_ name: HeaderName) -> Bool { mayBePlace.fits(name.words) }

  /// Whether a text is the name of a column of whichever role: what a header is found by.
  static func isKnown(_ text: String) -> Bool {
    let name = HeaderName(text)
    return exactNames.contains(name.plain) || role(of: name) != nil || mayBeStage(name)
      || isTerritory(name)
      || DateColumnName.saysDate(name) && DateColumnName.role(of: name) != nil
  }
}
