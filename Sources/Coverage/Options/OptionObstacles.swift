/// Why options cannot be: one sentence each.
extension Wording {
  static let notContiguous = Wording(
    fr: "Une partie du secteur ne touche pas le reste du territoire.",
    en: "A part of the sector does not touch the rest of the territory.")
  static let noNeighbour = Wording(
    fr: "Aucune CPTS au stade requis ne borde le secteur.",
    en: "No CPTS at the stage required borders the sector.")
  static let noNeighbourWithContract = Wording(
    fr: "Aucune CPTS voisine n’a signé l’ACI : l’outil l’attend de celle qui accompagne "
      + "(convention ; le plan ne le demande pas).",
    en: "No neighbouring CPTS has signed the ACI: the tool asks it of the one that mentors "
      + "(a convention; the plan does not ask it).")
  static let oneNeighbour = Wording(
    fr: "Il faut deux CPTS voisines ou plus, sous la plus grande taille cohérente, "
      + "pour partager le secteur.",
    en: "It takes two neighbouring CPTS or more, below the largest coherent size, "
      + "to share the sector.")
  static let noneCanGrow = Wording(
    fr: "Toutes les CPTS voisines ont déjà la plus grande taille cohérente.",
    en: "All neighbouring CPTS have the largest coherent size already.")
  static let oneUnit = Wording(
    fr: "Le secteur est d’une seule pièce : il n’y a rien à partager.",
    en: "The sector is of a single piece: there is nothing to share.")
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
      "Aucune commune n’est plus proche d’une voisine que du reste du secteur : voir la création.",
    en:
      "No commune belongs more with a neighbour than with the rest of the sector: see the creation."
  )

  static let unknownPeople = Wording(
    fr: "La population du secteur est inconnue : ni la taille, ni les euros, ni la note ne peuvent "
      + "être dits.",
    en: "The people of the sector are unknown: neither size, nor euros, nor score can be said.")
  static let unknownNeighbour = Wording(
    fr: "La population de la CPTS est inconnue : ni la taille, ni les euros, ni la note ne peuvent "
      + "être dits.",
    en: "The people of the CPTS are unknown: neither size, nor euros, nor score can be said.")

  /// - Parameter communes: those of unknown population.
  static func perhapsTooSmall(_ people: Int, unknown communes: Int, below least: Int) -> Wording {
    let (people, least) = (NumberText.whole(people), NumberText.whole(least))
    return Wording(
      fr:
        "Au moins \(people) habitants, la population de "
        + "\(NumberText.count(communes, "commune", "communes")) étant inconnue : nul ne peut "
        + "dire si la CPTS créée serait sous \(least) habitants, la plus petite taille que l’étude "
        + "tient pour cohérente (convention).",
      en:
        "At least \(people) people, as the population of "
        + "\(NumberText.count(communes, "commune", "communes")) is unknown: nobody can say "
        + "whether the CPTS created would be below \(least), the smallest size that the study takes "
        + "for coherent (a convention).")
  }

  /// - Parameters:
  ///   - inSector: communes of unknown population that the option takes.
  ///   - inCPTS: those of the CPTS concerned besides.
  ///   - areSeveral: whether more than one CPTS is concerned.
  static func partlyUnknown(inSector: Int, inCPTS: Int, areSeveral: Bool) -> Wording {
    func places(_ sector: String, _ cpts: String, _ and: String) -> String {
      [(inSector, sector), (inCPTS, cpts)].filter { $0.0 > 0 }.map {
        "\(NumberText.count($0.0, "commune", "communes")) \($0.1)"
      }.joined(separator: and)
    }
    let french = places("du secteur", areSeveral ? "des CPTS" : "de la CPTS", " et de ")
    let english = places("of the sector", "of the CPTS", " and of ")
    return Wording(
      fr:
        "La population de \(french) est inconnue : nul ne peut dire ni la taille, ni les euros, ni "
        + "si un seuil d’habitants est franchi.",
      en:
        "The population of \(english) is unknown: nobody can say the size, the euros, or whether a "
        + "bound of people is passed.")
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

  static func tooLargeToCreate(_ people: CountedPeople, above most: Int) -> Wording {
    let count = NumberText.whole(most == 0 ? people.count : (people.count - 1) / most + 1)
    let (number, most) = (NumberText.whole(people.count), NumberText.whole(most))
    let isLeast = people.known != .all
    return Wording(
      fr:
        "\(isLeast ? "Au moins " : "")\(number) habitants dépassent la plus grande taille cohérente (\(most)) : "
        + "il faudrait au moins \(count) CPTS.",
      en:
        "\(isLeast ? "At least " : "")\(number) people are above the largest coherent size (\(most)): "
        + "it would take at least \(count) CPTS.")
  }

  /// How many CPTS it would take says nothing of one that is there already.
  static func tooLargeToExtend(_ people: CountedPeople, above most: Int) -> Wording {
    let most = NumberText.whole(most)
    return Wording(
      fr:
        "Avec le secteur, la CPTS aurait \(people.words(.french)) habitants, au-dessus de la plus grande taille "
        + "cohérente (\(most)).",
      en:
        "With the sector, the CPTS would have \(people.words(.english)) people, above the largest coherent size "
        + "(\(most)).")
  }

  static let projectAtWork = Wording(
    fr:
      "Un projet est à l’œuvre sur ces communes : un seul projet de santé peut être approuvé sur un "
      + "territoire (instruction du 9 octobre 2019, I.6.1) ; voir l’accompagnement.",
    en: "A project is at work in these communes: only one health project can be approved for a "
      + "territory (instruction of 9 October 2019, I.6.1); see the support.")
  static let projectsCompete = Wording(
    fr:
      "D’autres projets sont sur ces communes, et un seul projet de santé peut être approuvé sur un "
      + "territoire : réunir les porteurs d’abord, la médiation de l’URPS pouvant aider (instruction du "
      + "9 octobre 2019, I.6.1).",
    en: "Other projects are in these communes, and only one health project can be approved for a "
      + "territory: bring their leaders together first, which the URPS can help to do by mediation "
      + "(instruction of 9 October 2019, I.6.1).")
  static let projectAtWorkToExtend = Wording(
    fr: "Un projet est à l’œuvre sur ces communes : à voir d’abord avec ses porteurs.",
    en: "A project is at work in these communes: to be seen with its leaders first.")
  static let unknownProject = Wording(
    fr: "La population du projet est inconnue : ni la taille, ni la note ne peuvent être dites.",
    en: "The people of the project are unknown: neither size nor score can be said.")

  static let acrossSea = Wording(
    fr:
      "Sur la carte, aucune terre ne touche le secteur (une île, ou un trou de la carte) : la CPTS est la plus proche de sa région, "
      + "d’une commune principale à l’autre (convention).",
    en:
      "On the map no land touches the sector (an island, or a hole in the map): the CPTS is the nearest of its region, from main commune "
      + "to main commune (a convention).")

  static func moreThanDoubled(from before: Int, to after: CountedPeople) -> Wording {
    Wording(
      fr:
        "La CPTS ferait plus que doubler, de \(NumberText.whole(before)) à \(after.words(.french)) "
        + "habitants (convention).",
      en: "The CPTS would more than double, from \(NumberText.whole(before)) to "
        + "\(after.words(.english)) people (a convention).")
  }

  static func unusuallyFar(_ metres: Double, _ reach: UsualReach) -> Wording {
    let far = NumberText.decimal(metres / 1000, 0)
    let usual = NumberText.decimal(reach.metres / 1000, 0)
    if reach.isGiven {
      return Wording(
        fr: "Une commune serait à \(far) km de la commune principale, au-delà de \(usual) km "
          + "(option-farthest).",
        en: "A commune would be \(far) km from the main commune, beyond \(usual) km "
          + "(option-farthest).")
    }
    return Wording(
      fr:
        "Une commune serait à \(far) km de la commune principale ; 95 % des CPTS de l’étude n’ont "
        + "rien au-delà de \(usual) km (convention).",
      en: "A commune would be \(far) km from the main commune; 95% of the CPTS of the study have "
        + "nothing beyond \(usual) km (a convention).")
  }

  static func wholeLivingAreaCut(_ code: String) -> Wording {
    let code = ShownName.text(code)
    return Wording(
      fr: "Le bassin de vie \(code), entier aujourd’hui, serait coupé (convention).",
      en: "The bassin de vie \(code), whole today, would be cut (a convention).")
  }

  static let oneTakesAll = Wording(
    fr: "Le meilleur partage donne tout le secteur à une seule CPTS : voir l’extension.",
    en: "The best division gives the whole sector to one CPTS: see the extension.")
}
