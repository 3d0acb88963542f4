/// The page that the small sectors of a department share: one lot, each with people, with whom to treat it
/// and what to do first.
struct SmallSectors {
  let context: DossierContext
  let pilot: String
  /// Places of the sectors.
  let sectors: [Int]

  private static let mostNames = 3

  func html() -> [UInt8] {
    let department = DossierContext.department(pilot)
    let smallest = NumberText.whole(context.study.options.dossierSmallest)
    var page = PrintedPage(
      title: "Petits secteurs — \(department)", place: context.title,
      links: [
        ("Carte et chiffres", "../../rapport.html"), ("Tous les secteurs", "../index.html"),
      ])
    page.heading(1, "Petits secteurs — \(department)")
    page.paragraph(context.caution)
    let people = context.people(of: sectors)
    page.paragraph(
      """
      \(strong: "Un seul lot") : \(NumberText.count(sectors.count, "secteur", "secteurs")) de moins de \
      \(smallest) habitants (dossier-smallest), \(people.words()) habitants sans CPTS. La délégation de l’ARS \
      et la CPAM les traitent ensemble, avec les CPTS qui les bordent.
      """)
    let order = context.byPeople(sectors)
    page.table(
      [15, 16, 9, 10, 24, 26],
      headings: [
        "secteur", "commune principale", "habitants", "nature", "à traiter avec",
        "première décision",
      ],
      order.map { row(of: $0) },
      anchors: order.map { context.pages.places[$0].anchor ?? "" })
    page.heading(2, "Plan à remplir, pour le lot")
    let rows: [(String, Prose)] = [
      ("Décision", "Pour chaque secteur, la première décision du tableau, ou une autre."),
      ("Responsable", "La délégation de l’ARS de \(department) désigne une personne pour le lot."),
      ("Acteurs à réunir", Prose(actors)),
      ("Obstacle", "Ce qui est à examiner est dit secteur par secteur dans options.csv."),
      (
        "Prochaine étape",
        "Demander à chaque CPTS si elle accepte les secteurs qui la bordent (plan de 2023, 2.1)."
      ),
      ("Échéance", "Aucun texte n’en fixe : à fixer par le responsable."),
    ]
    page.form(rows.map { ($0, [$1]) })
    page.small(context.sources)
    return page.html()
  }

  private func row(of index: Int) -> [PrintedPage.Cell] {
    let sector = context.study.sectors[index]
    let address = "../../rapport.html#sel=secteur:\(AddressText.escaped(sector.id))"
    return [
      .link(ShownName.shortened(sector.id, to: 24), to: address),
      .init(Prose(ShownName.shortened(context.study.units[sector.mainUnit].name, to: 34))),
      .number(context.people(of: sector).words()), .init(Prose(sector.nature.words)),
      .init(Prose(with(sector))), .init(Prose(context.decision(ofSector: index))),
    ]
  }

  /// With whom a sector is treated: what a remnant goes with, the projects on it, or who borders it.
  private func with(_ sector: Sector) -> String {
    switch sector.attachment {
    case .cpts(let cpts): return context.name(ofCPTS: cpts)
    case .intercommunality(let code): return "EPCI \(ShownName.shortened(code, to: 24))"
    case nil: break
    }
    let cpts =
      sector.projects.isEmpty
      ? sector.acrossSea.map { [$0] } ?? sector.neighbours.map(\.cpts) : sector.projects
    return cpts.isEmpty
      ? "aucune CPTS"
      : DossierContext.list(cpts.map { context.name(ofCPTS: $0) }, most: Self.mostNames)
  }

  /// CPTS that take most of the sectors, by the number of these.
  private var actors: String {
    var counts: [Index<DatedCPTS>: Int] = [:]
    for index in sectors {
      if case .cpts(let cpts) = context.study.sectors[index].attachment {
        counts[cpts, default: 0] += 1
      }
    }
    let order = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { context.name(ofCPTS: $0.key) }
    let end = "ARS ; assurance maladie (CPAM, et MSA si elle accompagne)"
    return order.isEmpty ? end : "\(DossierContext.list(order, most: 8)) ; \(end)"
  }
}

extension SectorNature {
  /// The nature in a few words.
  var words: String {
    switch self {
    case .project: "projet à l’œuvre"
    case .competingProjects: "projets concurrents"
    case .none: "sans projet"
    case .remnant: "sans projet, reliquat"
    }
  }
}
