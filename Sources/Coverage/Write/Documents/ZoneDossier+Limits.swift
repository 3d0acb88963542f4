/// What the figures of a page rest on, and what they cannot know.
extension ZoneDossier {
  func unknowns() -> [String] {
    let people = study.options.optionRules.range(study.options.rules.sizes)
    let unknownPeople = zone.units.count { study.units[$0].population == nil }
    let withoutMap = ground.points.count { $0 == nil }
    var lines = [
      "Ces chiffres viennent de listes et de cartes : ni l’avis des professionnels, ni leur nombre, "
        + "ni les trajets réels des patients n’y sont. Un territoire est d’abord un territoire vécu.",
      "Les euros sont des plafonds : toutes les missions, parts fixes et variables, comme si l’ACI "
        + "était signé. Une CPTS sans ACI n’en reçoit rien aujourd’hui.",
      "De \(NumberText.whole(people.lowerBound)) à \(NumberText.whole(people.upperBound)) "
        + "habitants : taille cohérente selon l’étude (option-smallest, option-largest). "
        + "Aucun texte ne fixe ces deux nombres.",
      "Les distances sont à vol d’oiseau, entre points moyens des communes.",
    ]
    if study.plans.livingAreaColumn == nil {
      lines.append(
        "Bassins de vie inconnus : aucun fichier ne les donne (`--attributes`, colonne "
          + "`bassin_de_vie` ou `bv2022`). Le critère ne compte pas.")
    }
    if !ground.intercommunalities.isKnown {
      lines.append("EPCI inconnus dans la zone : le critère ne compte pas.")
    }
    if unknownPeople > 0 {
      lines.append(
        "\(NumberText.count(unknownPeople, "commune", "communes")) de population inconnue, "
          + "comptées sans habitants.")
    }
    if withoutMap > 0 {
      lines.append(
        "\(NumberText.count(withoutMap, "commune", "communes")) sans carte : ni voisines, "
          + "ni distances.")
    }
    return ["## Ce que cette fiche ne sait pas", ""] + lines.map { "- " + $0 }
  }

  /// What every page of a study ends with.
  static func sources(of study: Study) -> [String] {
    let pack = study.options.rules
    let isInForce = pack.isInForce(at: study.options.at)
    var lines = [
      "Règles : \(MarkdownText.escaped(pack.name)), depuis le \(pack.validFrom)"
        + (isInForce ? "." : ", **pas encore en vigueur à la date de l’étude**."),
      "Tailles : \(MarkdownText.escaped(distinct(pack.sizes.bounds.map { $0.source }))). "
        + MarkdownText.escaped(pack.sizes.convention),
      "Montants : \(MarkdownText.escaped(pack.totalsSource)).",
    ]
    lines += pack.notes.map { MarkdownText.escaped($0) }
    return ["## Sources", ""] + lines.map { "- " + $0 }
  }

  private static func distinct(_ texts: [String]) -> String {
    Array(Set(texts)).sorted().joined(separator: ", ")
  }
}
