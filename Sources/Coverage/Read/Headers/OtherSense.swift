/// What a column is of, by the words of its name, where that is not what a role asks for: a stage that is
/// aimed at, a day of request, the commune of a seat. The one place where these words stand.
enum OtherSense: Sendable {
  case aim, past, request, end, record, seat, postalCode

  /// - Returns: nil where the name says nothing against the role.
  init?(_ name: String, as role: FieldRole) {
    let said = folded(name).split(separator: "_").map(String.init)
    guard let senses = Self.senses(against: role),
      let sense = senses.first(where: { Self.words[$0]?.areSaid(by: said) ?? false })
    else { return nil }
    self = sense
  }

  /// What would make nonsense of a role, the most telling first; nil for roles of which figures do not hang
  /// on it.
  private static func senses(against role: FieldRole) -> [OtherSense]? {
    switch role {
    case .stage: [.aim, .past, .request, .record]
    case .projectDate, .letterDate, .healthProjectDate, .contractDate:
      [.aim, .past, .request, .record, .end]
    case .unitCode, .unitName, .territory: [.postalCode, .seat, .aim, .past]
    case .cptsID, .cptsName: [.aim, .past]
    default: nil
    }
  }

  private struct Words {
    var whole: Set<String> = []
    var beginnings: [String] = []
    /// Words that only together say it.
    var together: [Set<String>] = []

    func areSaid(by said: [String]) -> Bool {
      said.contains { word in
        whole.contains(word) || beginnings.contains { word.hasPrefix($0) }
      } || together.contains { $0.isSubset(of: said) }
    }
  }

  private static let words: [OtherSense: Words] = [
    .aim: Words(
      whole: [
        "vise", "visee", "vises", "visees", "but", "target", "planned", "expected", "prochain",
        "prochaine", "suivant", "suivante", "horizon", "possible", "probable", "theorique",
      ],
      beginnings: [
        "objectif", "cible", "prevu", "previ", "souhait", "attendu", "envisag", "futur", "projete",
        "estim", "planifi", "potentiel", "ambition", "espere",
      ], together: [["a", "venir"], ["a", "atteindre"]]),
    .past: Words(
      whole: ["ex", "avant", "former", "previous", "old"],
      beginnings: ["ancien", "preceden", "anterieur", "initial", "origin"]),
    .request: Words(
      whole: ["recu", "recue", "rdv", "limite", "avis", "reponse"],
      beginnings: [
        "depot", "depos", "demand", "recept", "envoi", "envoy", "transmi", "instruction", "saisine",
        "soumis", "sollicit", "candidat", "reunion", "comite", "commission", "relance",
      ]),
    .end: Words(
      whole: ["fin", "depart"],
      beginnings: [
        "sorti", "clotur", "dissol", "dissou", "fermetur", "resili", "retrait", "cessation",
        "arret", "expir", "echeanc", "terme", "radiation", "abandon",
      ]),
    .record: Words(
      whole: ["maj", "saisie", "edition", "version"],
      beginnings: ["modif", "actualis", "extract", "export", "import", "releve"],
      together: [["mise", "jour"], ["last", "update"]]),
    .seat: Words(
      whole: ["coord", "coordonnees", "adresse", "implantation"], beginnings: ["siege", "domicil"]),
    .postalCode: Words(
      whole: ["cp", "zip"], beginnings: ["postal", "postau", "codepost", "postcode"]),
  ]

  /// Of a column, what it is of: `une date de dépôt`.
  var words: Wording {
    switch self {
    case .aim: Wording(fr: "un but ou une prévision", en: "an aim or a forecast")
    case .past: Wording(fr: "un état d’avant", en: "a former state")
    case .request:
      Wording(fr: "un dépôt, une demande ou un avis", en: "a request or an opinion")
    case .end: Wording(fr: "une fin", en: "an end")
    case .record: Wording(fr: "la tenue du fichier", en: "the upkeep of the file")
    case .seat: Wording(fr: "un siège ou une adresse", en: "a seat or an address")
    case .postalCode: Wording(fr: "un code postal", en: "a postal code")
    }
  }
}
