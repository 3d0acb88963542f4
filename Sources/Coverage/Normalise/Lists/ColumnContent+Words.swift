// What is told of a column that nothing uses, and the option that would use it.

extension ColumnContent {
  /// What it looks like, and the option that would use it.
  func words(_ column: UnusedColumn) -> (finding: Wording, cure: Wording) {
    let name = column.name
    if givesTerritory, ExclusionName.isSaid(by: name) { return (what, Self.exclusion) }
    if givesTerritory, column.isOfMap { return (what, Self.drawn) }
    func option(_ role: FieldRole) -> Wording {
      if let sense = OtherSense(name, as: role) { return Self.renamed(sense, role) }
      let option = role.option(name)
      return Wording(
        fr: "si elle doit servir : \(option.french)", en: "if it is meant: \(option.english)")
    }
    return switch self {
    case .dates: (what, DateOptions(name).cure)
    case .stages: (what, option(.stage))
    case .codes, .places: (what, option(.unitCode))
    case .intercommunalities: (what, column.isBesideCodes ? whole(name) : option(.territory))
    case .identifiers: (what, option(.cptsID))
    case .names: (what, option(.unitName))
    case .ofStage: (what, Self.reached)
    case .drawings, .binaryDrawings, .points, .shares, .answers, .postalCodes, .partsOfCommunes:
      (what, unusable)
    }
  }

  /// Of a name that speaks against the role that the values could have.
  private static func renamed(_ sense: OtherSense, _ role: FieldRole) -> Wording {
    Wording(
      fr:
        "son nom dit \(sense.words.french) ; si elle tient pourtant ce que l’étude cherche, renommez-la "
        + role.rawValue,
      en:
        "its name says \(sense.words.english); if it holds what a study looks for all the same, rename "
        + "it \(role.rawValue)")
  }

  private static let drawn = Wording(
    fr:
      "une carte vaut par ses dessins : pour que cette colonne fasse le territoire à leur place, exportez "
      + "la table en CSV, sans les dessins, la colonne nommée territoire",
    en:
      "a map counts by its drawings: for this column to be the territory in their place, export the "
      + "table as CSV, without the drawings, with the column named territoire")

  private static let reached = Wording(
    fr:
      "elle ne dit rien à l’étude : un stade est atteint au jour que dit sa date ; effacez la date d’un "
      + "stade qui ne l’est pas, et dites dans une colonne stade celui d’une CPTS sans date",
    en:
      "it tells the study nothing: a stage is reached on the day that its date says; delete the date of a "
      + "stage that is not, and say in a column stade that of a CPTS without date")

  /// Of groups beside communes: whether a CPTS covers all of one is not ours to guess.
  private func whole(_ name: String) -> Wording {
    let option = FieldRole.unitCode.option(name)
    return Wording(
      fr:
        "où une CPTS couvre un EPCI entier, écrivez celui-ci dans la colonne des communes ; si c’est le cas "
        + "de toutes les lignes : \(option.french)",
      en:
        "where a CPTS covers a whole EPCI, write that into the column of communes; if so in all rows: "
        + "\(option.english)")
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
    case .ofStage:
      Wording(fr: "où en est un stade", en: "how far a stage has come")
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
