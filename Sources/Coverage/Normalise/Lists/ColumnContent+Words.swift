// What is told of a column that nothing uses, and the option that would use it.

extension ColumnContent {
  /// What it looks like, and the option that would use it.
  func words(_ column: UnusedColumn) -> (finding: Wording, cure: Wording) {
    let name = column.name
    if givesTerritory, ExclusionName.isSaid(by: name) { return (what, Self.exclusion) }
    func option(_ role: FieldRole) -> Wording {
      let option = "--map-column \(role.rawValue)=\(name)"
      return Wording(fr: "si elle doit servir : \(option)", en: "if it is meant: \(option)")
    }
    return switch self {
    case .dates: (what, DateOptions(name).cure)
    case .stages: (what, option(.stage))
    case .codes, .places: (what, option(.unitCode))
    case .intercommunalities: (what, column.isBesideCodes ? whole(name) : option(.territory))
    case .identifiers: (what, option(.cptsID))
    case .names: (what, option(.unitName))
    case .drawings, .binaryDrawings, .points, .shares, .answers, .postalCodes, .partsOfCommunes:
      (what, unusable)
    }
  }

  /// Of groups beside communes: whether a CPTS covers all of one is not ours to guess.
  private func whole(_ name: String) -> Wording {
    let option = "--map-column code=\(name)"
    return Wording(
      fr:
        "où une CPTS couvre un EPCI entier, écrivez celui-ci dans la colonne des communes ; si c’est le cas "
        + "de toutes les lignes : \(option)",
      en:
        "where a CPTS covers a whole EPCI, write that into the column of communes; if so in all rows: "
        + "\(option)")
  }

  private var what: Wording {
    switch self {
    case .drawings: Wording(fr: "des dessins", en: "drawings")
    case .binaryDrawings:
      Wording(fr: "des dessins en binaire (WKB)", en: "drawings in binary form (WKB)")
    case .points: Wording(fr: "des coordonnées de points", en: "coordinates of points")
    case .dates: Wording(fr: "des dates", en: "dates")
    case .shares: Wording(fr: "des parts de communes", en: "parts of communes")
    case .answers: Wording(fr: "des oui et des non", en: "yes and no")
    case .stages: Wording(fr: "des stades", en: "stages")
    case .codes: Wording(fr: "des codes de communes", en: "codes of communes")
    case .postalCodes: Wording(fr: "des codes postaux", en: "postal codes")
    case .partsOfCommunes: Wording(fr: "des codes d’IRIS", en: "codes of IRIS")
    case .intercommunalities: Wording(fr: "des EPCI", en: "EPCI")
    case .identifiers:
      Wording(fr: "des numéros SIREN, SIRET ou FINESS", en: "SIREN, SIRET or FINESS numbers")
    case .names: Wording(fr: "des noms de communes", en: "names of communes")
    case .places: Wording(fr: "plusieurs communes par cellule", en: "several communes in a cell")
    }
  }

  /// Of what no option would use.
  private var unusable: Wording {
    switch self {
    case .drawings:
      Wording(
        fr:
          "un dessin d’une liste ne compte que sans colonne de communes : ôtez celle-ci pour qu’il serve",
        en:
          "a drawing in a list counts only without a column of communes: take that away for it to be used"
      )
    case .binaryDrawings:
      Wording(
        fr: "exportez-les en texte : ST_AsText(geometrie), dans une colonne wkt",
        en: "export them as text: ST_AsText(geometry), in a column wkt")
    case .points:
      Wording(
        fr: "rien ne s’en sert : un point ne dit pas un territoire",
        en: "nothing uses them: a point does not say a territory")
    case .shares:
      Wording(
        fr:
          "chaque commune compte en entier : pour une partie, donnez le dessin du territoire, ou ôtez du "
          + "fichier les lignes qui ne doivent pas compter",
        en:
          "each commune counts as a whole: for a part, give the drawing of the territory, or take away from "
          + "the file the rows that are not meant to count")
    case .answers:
      Wording(
        fr:
          "toutes les lignes comptent, quelle que soit la réponse : ôtez du fichier celles qui ne doivent "
          + "pas compter",
        en:
          "all rows count, whatever the answer: take away from the file those that are not meant to count"
      )
    case .partsOfCommunes:
      Wording(
        fr:
          "un IRIS est une partie de commune : donnez le code de la commune, ses cinq premiers signes, si "
          + "la CPTS la couvre toute, sinon le dessin du territoire",
        en:
          "an IRIS is a part of a commune: give the code of the commune, its first five signs, where the "
          + "CPTS covers all of it, else the drawing of the territory")
    default:
      Wording(
        fr: "un code postal vaut pour plusieurs communes : donnez leurs codes INSEE, ou leurs noms",
        en: "a postal code stands for several communes: give their INSEE codes, or their names")
    }
  }

  private static let exclusion = Wording(
    fr: "rien n’ôte de communes à un territoire : n’écrivez que celles que la CPTS couvre",
    en: "nothing takes communes away from a territory: write only those that the CPTS covers")
}

/// Which date a column of an unknown name may hold, as far as its words tell.
struct DateOptions {
  private let name: String
  private let role: FieldRole?
  /// Whether a commune, not the CPTS, may be what leaves.
  private let mayBeOfCommune: Bool

  private static let endings = [
    "sorti", "clotur", "dissol", "dissou", "fermetur", "resili", "retrait", "cessation", "arret",
    "expir", "echeanc", "terme", "radiation", "abandon",
  ]
  private static let beginnings: [(role: FieldRole, words: [String])] = [
    (.contractDate, ["aci", "contrat", "convention", "conventionnement", "accord", "tripartite"]),
    (.healthProjectDate, ["sante", "ps", "pds"]), (.letterDate, ["lettre", "intention", "li"]),
    (.projectDate, ["projet", "initiative", "emergence"]),
  ]

  init(_ name: String) {
    self.name = name
    let words = folded(name).split(separator: "_").map(String.init)
    let isEnd = words.contains { word in
      ["fin", "depart"].contains(word) || Self.endings.contains { word.hasPrefix($0) }
    }
    role =
      isEnd
      ? .endDate : Self.beginnings.first { !Set(words).isDisjoint(with: $0.words) }?.role
    mayBeOfCommune = words.contains { word in
      word == "depart" || ["sorti", "retrait"].contains { word.hasPrefix($0) }
    }
  }

  var cure: Wording {
    if mayBeOfCommune {
      return Wording(
        fr:
          "si la CPTS finit ce jour-là : --map-column date_fin=\(name) ; si c’est une commune qui la "
          + "quitte, ôtez sa ligne",
        en:
          "if the CPTS ends on that day: --map-column date_fin=\(name); if a commune leaves it, take "
          + "away its row")
    }
    guard let role else {
      let roles = "date_fin, date_aci, date_projet_sante, date_lettre_intention, date_projet"
      return Wording(
        fr:
          "si elle doit servir : --map-column ROLE=\(name), ROLE étant selon ce qu’elle dit \(roles)",
        en: "if it is meant: --map-column ROLE=\(name), ROLE being by what it says \(roles)")
    }
    let option = "--map-column \(role.rawValue)=\(name)"
    return Wording(
      fr: "si elle doit servir : \(option)", en: "if it is meant: \(option)")
  }
}
