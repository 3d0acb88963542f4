/// What is said of sectors, and of who works on them.
extension Definition {
  static let sectorsText =
    Wording(
      fr: "Ce qu’une délégation de l’ARS et un porteur de projet peuvent traiter ensemble : les "
        + "terres d’un projet, de projets concurrents, ou une étendue sans projet d’un seul tenant. "
        + "Les secteurs d’une zone s’ajoutent en elle, à l’habitant près.",
      en:
        "What one delegation of the ARS and one project leader can work on together: the land of a "
        + "project, of competing projects, or contiguous land without any. The sectors of a zone add "
        + "up to it, to the person.")

  static let workText =
    Wording(
      fr:
        "Des habitants non couverts, ceux qui vivent là où une CPTS a un projet connu, sous le stade "
        + "retenu, et les autres. Les deux nombres font tous les habitants non couverts. Là où un "
        + "projet est à l’œuvre, la première réponse est de l’accompagner.",
      en:
        "Of the people not covered, those who live where a CPTS has a known project, below the stage "
        + "required, and the others. Both numbers add up to all people not covered. Where a project "
        + "is at work, the first answer is to support it.")

  static let pilotText =
    Wording(
      fr: "Le département où vivent le plus d’habitants du secteur : c’est lui qui instruit. Une "
        + "convention de l’outil.",
      en:
        "The department where most people of the sector live: it investigates. A convention of the "
        + "tool.")

  static func nature(_ options: StudyOptions) -> Wording {
    let least = NumberText.whole(options.remnantLargest)
    return Wording(
      fr:
        "« Projet » : les terres d’un projet connu, sous le stade retenu. « Projets concurrents » : "
        + "celles de plusieurs projets qui se chevauchent. « Sans projet » (atone) : une étendue d’un "
        + "seul tenant sans projet. « Reliquat » : la même, sous \(least) habitants : trop peu pour un "
        + "travail à part ; l’outil dit avec qui le traiter.",
      en:
        "“Project”: the land of a known project, below the stage required. “Competing projects”: that "
        + "of several which overlap. “No project” (atone): contiguous land without any. “Remnant”: the "
        + "same, below \(least.replacing("\u{202F}", with: ",")) people: too few for work of its own; the "
        + "tool says with whom to do it.")
  }

  static let whatCanBeDone = Wording(
    fr:
      "Ce qui peut se faire d’un secteur, dans l’ordre où l’examiner : d’abord ce que rien ne contredit. "
      + "« Solide », « possible », « peu réaliste » disent la note en mots ; un clic en montre les "
      + "parts. « À examiner » : une convention de l’outil parle contre, et quelqu’un doit juger. C’est "
      + "un calcul, jamais une décision.",
    en:
      "What can be done about a sector, in the order in which to look at it: first what nothing speaks "
      + "against. “Solid”, “possible”, “unlikely” say the score in words; a click shows its parts. “To "
      + "examine”: a convention of the tool speaks against it, and somebody must judge. This is "
      + "arithmetic, never a decision.")
}
