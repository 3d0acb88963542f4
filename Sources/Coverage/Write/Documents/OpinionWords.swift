/// The sentences of an opinion that belong to no criterion.
struct OpinionWords {
  private let all: Opinions
  private let opinion: Opinion

  init(_ all: Opinions, _ opinion: Opinion) {
    self.all = all
    self.opinion = opinion
  }

  private var study: Study { all.study }

  // MARK: What is proposed

  var heading: [Document.Block] {
    let figures = opinion.figures
    var facts = [
      ("Proposition", "\(opinion.proposal.id.text), \(opinion.proposal.form)"),
      ("Fichier", opinion.proposal.file),
      ("Habitants", figures.people.words()),
      (
        "Communes",
        "\(NumberText.whole(figures.communes.count)), sur "
          + "\(NumberText.measured(figures.squareMetres / 1e6)) km²"
      ),
      ("Taille", opinion.sizeClass.map { "\($0) (\(study.options.rules.name))" } ?? "inconnue"),
      ("Date de l’étude", study.options.at.description),
    ]
    if let former = opinion.former {
      facts.insert(("Nouveau périmètre de", former.shownName), at: 1)
    }
    if let stage = opinion.stage {
      facts.append(("Stade déclaré", "\(stage.key), dont l’avis ne dépend pas"))
    }
    return [
      .paragraph("\(strong: "Avis indicatif. Il prépare une décision, il ne la prend pas.")"),
      .facts(facts.map { (name: $0.0, value: Prose(ShownName.shortened($0.1))) }),
    ]
  }

  /// Each criterion in a line.
  var findings: DocumentTable {
    DocumentTable(
      "constats", "",
      [.init("critere", "critère"), .init("constat", "constat")],
      opinion.criteria.map { [.text($0.kind.title), .text($0.finding.rawValue)] },
      mostShown: .max)
  }

  // MARK: What is around it

  /// What the proposal has in common with the others; nil where there is no other.
  var mutual: [Document.Block]? {
    guard all.opinions.count > 1 else { return nil }
    let own = opinion.proposal.id
    let shared = all.mutual.filter { $0.first == own || $0.second == own }
    let said = "Chaque proposition est jugée comme si les autres n’existaient pas."
    guard !shared.isEmpty else {
      return [.paragraph("\(said) Celle-ci n’a rien en commun avec elles.")]
    }
    let table = DocumentTable(
      "propositions", "Ce qu’elles ont en commun",
      [
        .init("proposition", "proposition"), .init("population", "habitants"),
        .init("superficie_km2", "km²"), .init("communes", "communes"),
      ],
      shared.map { pair in
        let other = pair.first == own ? pair.second : pair.first
        return [
          .code(other.text), .whole(pair.people), .squareKilometres(pair.squareMetres),
          .codes(
            study.units.places(of: pair.units).communes.map {
              study.units.communes[Int($0)].name
            }),
        ]
      })
    return [
      .paragraph("\(said) Celles qui suivent la chevauchent : un territoire n’a qu’un projet."),
      .table(table),
    ]
  }

  // MARK: What it rests on

  var blindSpots: [String] {
    [
      "Un territoire est d’abord un territoire vécu : les parcours réels des patients ne sont dans "
        + "aucun de ces fichiers.",
      "L’offre de soins, l’engagement des professionnels et la concertation locale n’y sont pas non "
        + "plus.",
      "Les cartes et les listes sont indicatives : elles valent ce que valent les fichiers donnés.",
    ]
  }

  var sources: [String] {
    let rules = study.options.rules
    return [
      "Tailles et montants : \(rules.source), en vigueur depuis le \(rules.validFrom)"
        + (rules.warning(at: study.options.at).map { " ; \($0.french)" } ?? "") + ".",
      "Compte comme couvert à partir du stade « \(study.options.whiteBelow.key) », au "
        + "\(study.options.at).",
    ]
      + (study.units.area.isWhole
        ? []
        : ["Territoire étudié : \(study.units.area.name) ; ce qui est autour n’est pas étudié."])
      + (study.options.carriedUnits.map { ["Unités que porte l’outil : \($0.french)."] } ?? [])
      + study.digests.map { digest in
        "\(ShownName.shortened(digest.path)) : SHA-256 \(digest.sha256.prefix(12))…"
      }
  }
}
