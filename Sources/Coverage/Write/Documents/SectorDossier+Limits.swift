/// What the figures of a page rest on, and what they cannot know.
extension SectorDossier {
  /// Where the zone ends because the study does; nil where it does not.
  var limit: Prose? {
    guard let limit = zone.limit, limit.metres > 0 else { return nil }
    let length = NumberText.decimal(limit.metres / 1000, 1)
    let area = ShownName.text(study.units.area.name)
    let ends: Prose = "la zone s’arrête sur \(length) km à la limite de l’étude (\(area))"
    guard let people = limit.peopleBeyond else {
      return "\(ends) ; les listes ne disent rien de ce qui est au-delà."
    }
    guard people > 0 else {
      return "\(ends) ; au-delà, selon les listes, personne n’est sans CPTS à son contact."
    }
    let beyond = NumberText.count(people, "habitant", "habitants")
    return "\(ends) ; au-delà, selon les listes, elle continue avec au moins \(beyond) sans CPTS."
  }

  var unknowns: Section {
    let people = study.options.optionRules.range(study.options.rules.sizes)
    let unknownPeople = sector.units.count { study.units[$0].population == nil }
    let withoutMap = ground.points.count { $0 == nil }
    var lines: [Prose] = [
      """
      Ces chiffres viennent de listes et de cartes : ni l’avis des professionnels, ni leur nombre, \
      ni les trajets réels des patients n’y sont. Un territoire est d’abord un territoire vécu.
      """,
      """
      Les missions que chaque CPTS choisira, ses résultats, et ce que l’ARS lui donne avant l’ACI : \
      aucun de ces montants n’est dans les euros.
      """,
      """
      De \(NumberText.whole(people.lowerBound)) à \(NumberText.whole(people.upperBound)) \
      habitants : taille cohérente selon l’étude (option-smallest, option-largest). \
      Aucun texte ne fixe ces deux nombres.
      """,
      "Les distances sont à vol d’oiseau, entre points moyens des communes.",
    ]
    if let supposed = StudyWarnings.supposed(study) {
      lines.append(Prose("\(supposed.capitalised.french)."))
    }
    if study.plans.livingAreaColumn == nil {
      lines.append(
        """
        Bassins de vie inconnus : aucun fichier ne les donne (\(code: "--attributes"), colonne \
        \(code: "bassin_de_vie") ou \(code: "bv2022")). Le critère ne compte pas.
        """)
    }
    if !ground.intercommunalities.isKnown {
      lines.append("EPCI inconnus dans le secteur : le critère ne compte pas.")
    }
    if unknownPeople > 0 {
      lines.append(
        """
        \(NumberText.count(unknownPeople, "commune", "communes")) de population inconnue : \
        \(unknownPeople == 1 ? "ses habitants ne sont" : "leurs habitants ne sont") dans aucun \
        chiffre, et ce qui les comprend est « au moins ».
        """)
    }
    if withoutMap > 0 {
      lines.append(
        """
        \(NumberText.count(withoutMap, "commune", "communes")) sans carte : ni voisines, \
        ni distances.
        """)
    }
    return Section(heading: "Ce que cette fiche ne sait pas", blocks: [.list(lines)])
  }

  /// What every page of a study ends with.
  static func sources(of study: Study) -> Section {
    let pack = study.options.rules
    let rules = "Règles : \(pack.name), en vigueur depuis le \(pack.validFrom)"
    let sizes = "\(distinct(pack.sizes.bounds.map { $0.source })). \(pack.sizes.convention)"
    let lines: [Prose] = [
      standing(rules, pack, study.options.at),
      "Tailles : \(sizes)", "Montants : \(pack.totalsSource).",
    ]
    let reference = study.options.referenceRules.map { pack -> [Prose] in
      let rules = "Montants de référence : \(pack.name), en vigueur depuis le \(pack.validFrom)"
      return [standing(rules, pack, study.options.at), "\(pack.totalsSource)."]
    }
    return Section(
      heading: "Sources",
      blocks: [.list(lines + pack.notes.map { Prose($0) } + (reference ?? []))])
  }

  /// A text with where the day of the study stands to it.
  private static func standing(_ text: String, _ pack: RulePack, _ day: CivilDate) -> Prose {
    switch pack.standing(at: day) {
    case .inForce: "\(text)."
    case .notYet: "\(text), \(strong: "pas encore en vigueur à la date de l’étude")."
    case .superseded:
      "\(text), \(strong: "remplacé le \(pack.supersededOn?.description ?? "")")."
    }
  }

  private static func distinct(_ texts: [String]) -> String {
    Array(Set(texts)).sorted().joined(separator: ", ")
  }
}
