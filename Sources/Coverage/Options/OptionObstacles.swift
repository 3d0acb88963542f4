/// Why options cannot be: one sentence each.
extension Wording {
  static let notContiguous = Wording(
    fr: "Une partie de la zone ne touche pas le reste du territoire.",
    en: "A part of the zone does not touch the rest of the territory.")
  static let noNeighbour = Wording(
    fr: "Aucune CPTS au stade requis ne borde la zone.",
    en: "No CPTS at the stage required borders the zone.")
  static let noNeighbourWithContract = Wording(
    fr: "Aucune CPTS voisine n’a signé l’ACI : l’outil l’attend de celle qui accompagne "
      + "(convention ; le plan ne le demande pas).",
    en: "No neighbouring CPTS has signed the ACI: the tool asks it of the one that mentors "
      + "(a convention; the plan does not ask it).")
  static let oneNeighbour = Wording(
    fr: "Il faut deux CPTS voisines ou plus, sous la plus grande taille cohérente, "
      + "pour partager la zone.",
    en: "It takes two neighbouring CPTS or more, below the largest coherent size, "
      + "to share the zone.")
  static let noneCanGrow = Wording(
    fr: "Toutes les CPTS voisines ont déjà la plus grande taille cohérente.",
    en: "All neighbouring CPTS have the largest coherent size already.")
  static let oneUnit = Wording(
    fr: "La zone est d’une seule pièce : il n’y a rien à partager.",
    en: "The zone is of a single piece: there is nothing to share.")
  static let noRoom = Wording(
    fr:
      "Aucun partage d’un seul tenant ne laisse chaque CPTS sous la plus grande taille cohérente.",
    en: "No contiguous division leaves each CPTS below the largest coherent size.")
  static let noDivisionFound = Wording(
    fr: "La recherche n’a trouvé aucun partage sous la plus grande taille cohérente ; "
      + "il peut en exister un.",
    en: "The search found no division below the largest coherent size; there may be one.")
  static let nobodyJoins = Wording(
    fr:
      "Aucune commune n’est plus proche d’une voisine que du reste de la zone : voir la création.",
    en: "No commune belongs more with a neighbour than with the rest of the zone: see the creation."
  )

  static let unknownPeople = Wording(
    fr: "La population de la zone est inconnue : ni la taille, ni les euros, ni la note ne peuvent "
      + "être dits.",
    en: "The people of the zone are unknown: neither size, nor euros, nor score can be said.")
  static let unknownNeighbour = Wording(
    fr: "La population de la CPTS est inconnue : ni la taille, ni les euros, ni la note ne peuvent "
      + "être dits.",
    en: "The people of the CPTS are unknown: neither size, nor euros, nor score can be said.")

  static func perhapsTooSmall(_ people: Int, below least: Int) -> Wording {
    let (people, least) = (NumberText.whole(people), NumberText.whole(least))
    return Wording(
      fr: "Au moins \(people) habitants, une partie de la population étant inconnue : nul ne peut "
        + "dire si la CPTS créée serait sous \(least) habitants, la plus petite taille que l’étude "
        + "tient pour cohérente (convention).",
      en: "At least \(people) people, as a part of the population is unknown: nobody can say "
        + "whether the CPTS created would be below \(least), the smallest size that the study takes "
        + "for coherent (a convention).")
  }

  static func tooSmall(_ people: Int, below least: Int) -> Wording {
    let (people, least) = (NumberText.whole(people), NumberText.whole(least))
    return Wording(
      fr: "Avec \(people) habitants, la CPTS créée serait sous \(least), la plus petite taille que "
        + "l’étude tient pour cohérente (convention).",
      en:
        "With \(people) people, the CPTS created would be below \(least), the smallest size that the "
        + "study takes for coherent (a convention).")
  }

  static func tooLargeToCreate(_ people: Int, above most: Int) -> Wording {
    let count = NumberText.whole(most == 0 ? people : (people - 1) / most + 1)
    let (people, most) = (NumberText.whole(people), NumberText.whole(most))
    return Wording(
      fr: "\(people) habitants dépassent la plus grande taille cohérente (\(most)) : "
        + "il faudrait au moins \(count) CPTS.",
      en: "\(people) people are above the largest coherent size (\(most)): "
        + "it would take at least \(count) CPTS.")
  }

  /// How many CPTS it would take says nothing of one that is there already.
  static func tooLargeToExtend(_ people: Int, above most: Int) -> Wording {
    let (people, most) = (NumberText.whole(people), NumberText.whole(most))
    return Wording(
      fr: "Avec la zone, la CPTS aurait \(people) habitants, au-dessus de la plus grande taille "
        + "cohérente (\(most)).",
      en: "With the zone, the CPTS would have \(people) people, above the largest coherent size "
        + "(\(most)).")
  }

  static let oneTakesAll = Wording(
    fr: "Le meilleur partage donne toute la zone à une seule CPTS : voir l’extension.",
    en: "The best division gives the whole zone to one CPTS: see the extension.")
}
