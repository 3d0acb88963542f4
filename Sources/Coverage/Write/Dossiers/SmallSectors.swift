/// The page that the small sectors of a department share: one lot, each with its communes, people and what to
/// do first; whom to gather and what comes next follow from these decisions.
struct SmallSectors {
  let context: DossierContext
  let pilot: String
  /// Places of the sectors.
  let sectors: [Int]

  private static let (mostNames, mostActors, mostIDs) = (3, 8, 4)
  /// Characters of a reason.
  private static let longestReason = 220

  func html() -> [UInt8] {
    let department = DossierContext.department(pilot)
    let smallest = NumberText.whole(context.study.options.dossierSmallest)
    var page = PrintedPage(
      title: "Petits secteurs — \(department)", place: context.title,
      links: [
        ("Carte et chiffres", "../../rapport.html"), ("Tous les secteurs", "../index.html"),
      ] + conciliations)
    page.heading(1, "Petits secteurs — \(department)")
    page.paragraph(context.caution)
    let people = context.people(of: sectors)
    let lot: Prose =
      """
      \(strong: "Un seul lot") : \(NumberText.count(sectors.count, "secteur", "secteurs")) de moins de \
      \(smallest) habitants (dossier-smallest), \(people.words()) habitants sans CPTS. La délégation de l’ARS \
      et \(DossierContext.fund(of: [pilot])) les traitent ensemble.
      """
    let order = context.byPeople(sectors)
    appendMap(lot, map(of: order), order, to: &page)
    page.table(
      [4, 13, 32, 9, 11, 31],
      headings: ["n°", "secteur", "communes", "habitants", "nature", "première décision"],
      order.enumerated().map { row(of: $1, number: $0 + 1) },
      anchors: order.map { context.pages.places[$0].anchor ?? "" })
    page.heading(2, "Plan à remplir, pour le lot")
    let rows: [(String, [Prose])] = [
      ("Décision", ["Pour chaque secteur, la première décision du tableau, ou une autre."]),
      ("Responsable", [Prose(responsible)]),
      ("Acteurs à réunir", actors.map { Prose($0) }),
      ("Obstacle", [obstacle]),
      ("Prochaine étape", steps),
      ("Échéance", deadlines),
    ]
    page.form(rows)
    page.small(context.sources)
    return page.html()
  }

  private var responsible: String {
    pilot.isEmpty
      ? "Le département pilote est à nommer : la délégation de l’ARS y désigne une personne pour le lot."
      : "La délégation de l’ARS de \(DossierContext.department(pilot)) désigne une personne pour le lot."
  }

  // MARK: The sectors

  private func row(of index: Int, number: Int) -> [PrintedPage.Cell] {
    let sector = context.study.sectors[index]
    let address = "../../rapport.html#sel=secteur:\(AddressText.escaped(sector.id))"
    var lines = [Prose(context.decision(ofSector: index))]
    if context.isToExamine(index), let best = best(index) {
      let reason = ShownName.shortened(best.reason(in: .french), to: Self.longestReason)
      lines.append("\(strong: "À examiner") : \(reason)")
    }
    if best(index) == nil { lines.append("À traiter avec \(with(index)).") }
    return [
      .number("\(number)"), .link(ShownName.shortened(sector.id, to: 24), to: address),
      .init(Prose(context.communes(of: sector))),
      .number(context.people(of: sector).words()), .init(Prose(sector.nature.words)),
      .init(lines: lines),
    ]
  }

  private func best(_ index: Int) -> SectorOption? {
    context.study.plans.options[index].first.flatMap { $0.isFeasible ? $0 : nil }
  }

  /// With whom a sector without any option is treated: what a remnant goes with, or the CPTS of `cpts(of:)`.
  private func with(_ index: Int) -> String {
    if case .intercommunality(let code) = context.attachment(ofSector: index) {
      return context.name(ofIntercommunality: code)
    }
    let cpts = cpts(of: index)
    return cpts.isEmpty
      ? "personne : aucune CPTS ne le borde"
      : DossierContext.list(cpts.map { context.name(ofCPTS: $0) }, most: Self.mostNames)
  }

  /// CPTS of the first decision of a sector; of one without any, what a remnant goes with, else the projects
  /// on it, else whom it borders.
  private func cpts(of index: Int) -> [Index<DatedCPTS>] {
    let (study, sector) = (context.study, context.study.sectors[index])
    if let figures = best(index)?.figures {
      let targets = figures.united.isEmpty ? figures.members.map(\.target) : figures.united
      return targets.compactMap { study.plans.grounds[index].member($0)?.cpts }
    }
    switch context.attachment(ofSector: index) {
    case .cpts(let cpts): return [cpts]
    case .intercommunality: return []
    case nil: break
    }
    if !sector.projects.isEmpty { return sector.projects }
    return sector.acrossSea.map { [$0] } ?? sector.neighbours.map(\.cpts)
  }

  // MARK: The plan

  /// Leaders of projects, then CPTS that the decisions of most sectors name.
  private var actors: [String] {
    var (leaders, others): ([Index<DatedCPTS>: Int], [Index<DatedCPTS>: Int]) = ([:], [:])
    var departments: Set<String> = []
    for index in sectors {
      let sector = context.study.sectors[index]
      for project in sector.projects { leaders[project, default: 0] += 1 }
      for cpts in cpts(of: index) where !sector.projects.contains(cpts) {
        others[cpts, default: 0] += 1
      }
      departments.formUnion(context.study.units.places(of: sector.units).departments)
      departments.formUnion(best(index)?.figures?.departments ?? [])
    }
    var actors: [String] = []
    if !leaders.isEmpty { actors.append("Porteurs de \(names(leaders))") }
    if !others.isEmpty { actors.append("CPTS : \(names(others))") }
    let creates = sectors.contains { index in
      best(index)?.figures?.members.contains { $0.isNew } ?? false
    }
    if creates { actors.append("Professionnels de santé des secteurs, pour trouver des meneurs") }
    let more = departments.subtracting([pilot, ""]).sorted().map(DossierContext.department)
    actors.append(
      "ARS : \(DossierContext.delegation(of: pilot))"
        + (more.isEmpty ? "" : " ; délégations de \(DossierContext.list(more, most: 4))"))
    actors.append("Assurance maladie : \(DossierContext.fundToGather(of: [pilot]))")
    return actors + [DossierContext.taskForce]
  }

  private func names(_ counts: [Index<DatedCPTS>: Int]) -> String {
    let order = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return DossierContext.list(
      order.map { context.name(ofCPTS: $0.key) }, most: Self.mostActors)
  }

  private var obstacle: Prose {
    let count = sectors.count { context.isToExamine($0) }
    return count == 0
      ? "Aucun que les listes et les cartes disent."
      : "À examiner, dit au tableau : \(NumberText.count(count, "secteur", "secteurs"))."
  }

  /// Kinds of first decision in the lot, each with its sectors.
  private var kinds: [(kind: SectorOptionKind?, sectors: [Int])] {
    let byKind = Dictionary(grouping: context.byPeople(sectors)) { best($0)?.kind }
    return (SectorOptionKind.allCases.map { $0 } + [nil]).compactMap { kind in
      byKind[kind].map { (kind, $0) }
    }
  }

  /// What comes next by kind of decision, and for which sectors where there are several kinds.
  private var steps: [Prose] {
    let kinds = kinds
    return kinds.map { kind, sectors in
      let step = kind?.nextStep ?? SectorSheet.noStep
      guard kinds.count > 1 else { return Prose(step) }
      let ids = sectors.map { ShownName.shortened(context.study.sectors[$0].id, to: 24) }
      return "\(strong: DossierContext.list(ids, most: Self.mostIDs)) : \(step)"
    }
  }

  /// Each line once.
  private var deadlines: [Prose] {
    kinds.flatMap { context.deadline($0.kind) }.reduce(into: []) { lines, line in
      if !lines.contains(line) { lines.append(line) }
    }
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
