/// The page of an overlap: who covers one place twice, the ways out of it, and the plan to fill in.
struct ConciliationSheet {
  let context: DossierContext
  let overlap: Overlap
  let ways: [Conciliation]

  private static let (mostCommunes, mostSectors) = (12, 3)
  private var study: Study { context.study }

  private var situation: OverlapSituation {
    OverlapSituation(
      study.territories[overlap.first].stage, study.territories[overlap.second].stage)
  }

  func html() -> [UInt8] {
    let (first, second) = (
      context.name(ofCPTS: overlap.first), context.name(ofCPTS: overlap.second)
    )
    var page = PrintedPage(
      title: "Conciliation — \(first) et \(second)", place: context.title,
      links: [
        ("Carte et chiffres", "../../rapport.html#sel=chevauchement:\(pair)"),
        ("Tous les secteurs", "../index.html"),
      ] + sectors)
    page.heading(1, "Conciliation — \(first) et \(second)")
    page.paragraph(context.caution)
    let facts = facts.map { [PrintedPage.Cell($0, isHeading: true), PrintedPage.Cell($1)] }
    if let map {
      page.table(facts, beside: map)
    } else {
      page.paragraph("Aucune carte : ce qui est commun n’a pas de limites connues.")
      page.table([24, 76], facts)
    }
    page.paragraph(
      """
      Un seul projet de santé peut être approuvé sur un territoire. Les porteurs de projets concurrents sont \
      accompagnés vers un projet commun, ou vers d’autres périmètres ; la médiation des représentants des \
      professions, les URPS en particulier, peut aider (instruction du 9 octobre 2019, I.6.1), sans que la \
      décision leur soit déléguée (I.8). L’ARS et l’assurance maladie valident ensemble la lettre d’intention \
      (I.3) ; le projet de santé est réputé validé, sauf si le directeur général de l’ARS s’y oppose dans les \
      deux mois (I.6).
      """)
    page.heading(2, "Issues possibles")
    page.table(
      [26, 11, 11, 12, 20, 20],
      headings: [
        "issue", "garde A (hab.)", "garde B (hab.)", "reste commun (hab.)", "A après (taille)",
        "B après (taille)",
      ], ways.map { row(of: $0) })
    page.small(
      """
      A : \(first). B : \(second). Par bassin, EPCI ou frontière : chaque commune va à celle des deux qui en a \
      déjà le plus (convention de l’outil) ; ce que le critère ne dit pas reste commun. Les communes de chacune \
      sont dans \(reference: "conciliations.csv").
      """)
    page.heading(2, "Plan à remplir")
    let rows: [(String, Prose)] = [
      ("Décision", Prose(decision)),
      ("Responsable", Prose(responsible)),
      (
        "Acteurs à réunir",
        "\(first) ; \(second) ; ARS ; assurance maladie (\(DossierContext.fundToGather(of: departments))) ; URPS"
      ),
      ("Obstacle", Prose(obstacle)),
      (
        "Prochaine étape",
        "Réunir les deux porteurs, avec la médiation de l’URPS si elle peut aider (instruction, I.6.1)."
      ),
      ("Échéance", "Aucun texte n’en fixe à la conciliation : à fixer par le responsable."),
    ]
    page.form(rows.map { ($0, [$1]) })
    page.small(context.sources)
    return page.html()
  }

  /// The overlap in an address of the report's page.
  private var pair: String {
    [overlap.first, overlap.second].map { AddressText.escaped(study.territories[$0].id.text) }
      .joined(separator: "%7C")
  }

  private var map: PrintedPage.Picture? {
    SheetPicture.of(
      .overlap(overlap, of: study, context.maps), context.maps,
      description: """
        Carte des deux territoires, A et B, et de ce qu’ils ont en commun (A+B).
        """)
  }

  /// Pages of the sectors of the two, where they are projects.
  private var sectors: [(text: String, address: String)] {
    let all = [overlap.first, overlap.second].flatMap { context.sectorsOfProject[$0] ?? [] }
    return Set(all).sorted().prefix(Self.mostSectors).map { index in
      let id = ShownName.shortened(study.sectors[index].id, to: 24)
      let link = context.pages.places[index].link.dropFirst(SectorPages.folder.count + 1)
      return ("Secteur \(id)", "../\(link)")
    }
  }

  private var facts: [(Prose, Prose)] {
    func who(_ cpts: Index<DatedCPTS>) -> Prose {
      let people = study.figures.cpts[Int(cpts)].people.words()
      let stage = study.territories[cpts].stage.label.french
      return "\(context.name(ofCPTS: cpts)), stade « \(stage) », \(people) habitants"
    }
    let names = context.names(of: overlap.units)
    let square = (overlap.squareMetres / 1e3).rounded() / 1e3
    return [
      ("A", who(overlap.first)), ("B", who(overlap.second)), ("Situation", Prose(situation.words)),
      ("Habitants en commun", "\(strong: context.people(of: overlap))"),
      ("Superficie", "\(NumberText.measured(square)) km²"),
      (
        "Communes",
        Prose(
          "\(NumberText.whole(names.count)) : \(DossierContext.list(names, most: Self.mostCommunes))"
        )
      ),
    ]
  }

  private func row(of way: Conciliation) -> [PrintedPage.Cell] {
    func people(_ share: Conciliation.Share) -> PrintedPage.Cell {
      .number(
        study.units.people(share.people, in: share.units).figure.map(NumberText.whole) ?? "inconnu")
    }
    func after(_ people: CountedPeople?) -> PrintedPage.Cell {
      guard let people else { return .number("–") }
      let size = study.options.rules.sizes.sizeClass(of: people).map { "\($0)" } ?? "inconnue"
      return .number("\(people.words()) (\(size))")
    }
    let left = ConciliationTable.after(way, overlap, study)
    return [
      .init(Prose(way.way.words)), people(way.first), people(way.second), people(way.undecided),
      after(left.first), after(left.second),
    ]
  }

  private var decision: String {
    switch situation {
    case .twoValidatedProjects:
      "Dire lequel des deux projets validés garde ces communes, ou les réunir."
    case .projectOverValidated:
      "Laisser ces communes au projet déjà validé, ou réunir les deux."
    case .twoProjects: "Réunir les deux projets, ou partager ces communes avant la validation."
    }
  }

  private var obstacle: String {
    switch situation {
    case .twoValidatedProjects:
      "Deux projets de santé sont validés sur ces communes, contre la règle d’un seul (I.6.1)."
    case .projectOverValidated: "Un projet de santé est déjà validé sur ces communes (I.6.1)."
    case .twoProjects: "Aucun que les listes et les cartes disent."
    }
  }

  private var responsible: String {
    let names = DossierContext.list(departments.map(DossierContext.department), most: 4)
    return
      "La délégation de l’ARS (\(names.isEmpty ? "à nommer" : names)) et \(DossierContext.fund(of: departments)) désignent une personne responsable."
  }

  private var departments: [String] { study.units.places(of: overlap.units).departments }
}

extension OverlapSituation {
  /// The situation in a few words.
  var words: String {
    switch self {
    case .twoValidatedProjects: "deux projets de santé validés"
    case .projectOverValidated: "un projet sur un projet de santé validé"
    case .twoProjects: "deux projets, aucun validé"
    }
  }
}

extension ConciliationWay {
  /// The way in a few words.
  var words: String {
    switch self {
    case .oneProject: "un projet commun"
    case .validatedKeeps: "au projet validé"
    case .byLivingArea: "par bassin de vie"
    case .byIntercommunality: "par EPCI"
    case .byBorder: "par frontière"
    }
  }
}
