/// What can be done, and what it costs in people and in euros.
extension SectorDossier {
  private static let mostOptions = 8
  private static let mostScores = 5
  /// CPTS of one option that the table names.
  private static let mostMembers = 3
  /// Communes that are named where a sector is divided, over all CPTS.
  private static let mostMoves = 24

  var rankedOptions: Section {
    guard !feasible.isEmpty else {
      return Section(heading: "Options", blocks: [.paragraph(noOption)])
    }
    let shown = feasible.prefix(Self.mostOptions)
    let table = DocumentTable(
      [
        "rang", "option", "CPTS", "avis", "habitants gagnés", "habitants après", "taille",
        "ACI par an si signé (€)", "écart (€)", "reste blanc", "source",
      ], shown.enumerated().compactMap { place, option in row(option, rank: place + 1) })
    var blocks: [Document.Block] = [.table(table), .paragraph(aboutEuros)]
    if let closeBounds { blocks.append(.paragraph(closeBounds)) }
    let rest = feasible.count - shown.count
    if rest > 0 {
      let others = NumberText.count(rest, "autre possible", "autres possibles")
      blocks.append(.paragraph("Et \(others) (\(reference: "options.csv"))."))
    }
    return Section(heading: "Options, dans l’ordre où les examiner", blocks: blocks)
  }

  /// Options after which a recount could change a size class, and so the euros.
  private var closeBounds: Prose? {
    let sizes = study.options.rules.sizes
    let close = feasible.prefix(Self.mostOptions).enumerated().compactMap { place, option in
      let bounds =
        option.figures?.members.compactMap { $0.after.figure.flatMap { sizes.closeBound($0) } }
        ?? []
      return bounds.isEmpty
        ? nil
        : "rang \(place + 1) (\(Set(bounds).sorted().map(NumberText.whole).joined(separator: ", ")))"
    }
    return close.isEmpty
      ? nil
      : """
      À \(sizes.nearPercent) % ou moins d’une borne de taille, qu’un recompte peut faire passer : \
      \(close.joined(separator: ", ")).
      """
  }

  private var noOption: Prose {
    let people = study.options.optionRules.range(study.options.rules.sizes)
    if options.contains(where: { $0.doubt != nil }) {
      return """
        \(strong: "Aucune option ne peut être notée") : la population, du secteur ou d’une CPTS \
        voisine, n’est pas toute connue. Ce qui peut être dit est plus bas.
        """
    }
    return sector.neighbours.isEmpty && sector.population < people.lowerBound
      ? """
      \(strong: "Aucune option n’est possible par ces règles") : trop petite pour une CPTS, et \
      aucune ne la borde (île ou enclave : un rattachement par-delà l’eau ou la limite se décide à \
      la main).
      """
      : """
      \(strong: "Aucune option d’un seul geste n’est possible") : le secteur demande un plan en \
      plusieurs CPTS. Les raisons sont plus bas.
      """
  }

  private func row(_ option: SectorOption, rank: Int) -> [Entry]? {
    guard let figures = option.figures else { return nil }
    let pack = study.options.rules
    let members = figures.members
    let isLong = members.count > Self.mostMembers
    func each(_ text: (OptionFigures.Member) -> String) -> Prose { Prose(lines: members.map(text)) }
    func size(_ people: CountedPeople) -> String {
      people.figure.map { "\(pack.sizes.sizeClass(of: $0))" } ?? "inconnue"
    }
    let changes = members.count { $0.isNew || size($0.before) != size($0.after) }
    let after = members.compactMap { $0.after.figure }
    return [
      .words("\(rank)"), .words(Prose(option.kind.words)),
      .words(
        isLong
          ? "\(members.count) CPTS, plus bas"
          : figures.united.isEmpty
            ? each { name(ofTarget: $0.target) }
            : Prose(lines: figures.united.map { name(ofTarget: $0) })),
      .words(Prose(option.grade?.label.french ?? "–")), .figures(Prose(figures.gain.words())),
      .figures(
        isLong
          ? "\(NumberText.whole(after.min() ?? 0)) à \(NumberText.whole(after.max() ?? 0))"
          : each { $0.after.words() }),
      .figures(
        isLong
          ? Prose(NumberText.count(changes, "change", "changent"))
          : each { "\($0.isNew ? "–" : size($0.before)) → \(size($0.after))" }),
      .figures(Prose(lines: euroLines(figures).amounts)),
      .figures(Prose(lines: euroLines(figures).changes)),
      .figures(Prose(figures.remnant.words())), .words(Prose(option.kind.source.french)),
    ]
  }

  private static func gained(_ people: CountedPeople) -> String {
    switch people.known {
    case .all: "+\(people.words()) habitants"
    case .some: "\(people.words()) habitants de plus"
    case .none: "population inconnue"
    }
  }

  private func note(_ thousandths: Int?) -> Entry {
    .cell(.decimal(thousandths.map { Double($0) / 1000 }, decimals: 3))
  }

  var scoreParts: Section? {
    guard !feasible.isEmpty else { return nil }
    let shown = feasible.prefix(Self.mostScores)
    let rows = OptionRules.Criterion.allCases.map { criterion in
      [.words(Prose(criterion.words)), .cell(.whole(study.options.optionRules[criterion]))]
        + shown.map { part(criterion, of: $0) }
    }
    let table = DocumentTable(
      ["critère", "poids"] + shown.indices.map { "rang \($0 + 1)" },
      rows + plainFigures(shown.compactMap { $0.figures }))
    let comparison =
      study.options.referenceRules.map {
        " Le coût est celui de « \(ShownName.shortened($0.name)) », faute de mieux : la même table pour toutes."
      } ?? ""
    let bounds = OptionGrade.bounds
    let scale: Prose = """
      Chaque critère va de 0 à 1 ; la note est leur moyenne, aux poids donnés. « – » : sans objet ; \
      « non évalué » : inconnu ; ni l’un ni l’autre ne compte. Solide : une note à partir de \
      \(NumberText.decimal(Double(bounds.solid) / 1000, 1)), et rien qui parle contre ; possible : \
      à partir de \(NumberText.decimal(Double(bounds.possible) / 1000, 1)) (conventions).\(comparison)
      """
    return Section(
      heading: "Ce qui fait l’avis", level: 3, blocks: [.paragraph(scale), .table(table)])
  }

  private func part(_ criterion: OptionRules.Criterion, of option: SectorOption) -> Entry {
    ground.isUnjudged(criterion, of: option) ? .words("non évalué") : note(option.score?[criterion])
  }

  /// Figures that stand beside the score, without weight.
  private func plainFigures(_ figures: [OptionFigures]) -> [[Entry]] {
    func row(_ name: String, _ entry: (OptionFigures) -> Entry) -> [Entry] {
      [.words(Prose(name)), .words("")] + figures.map(entry)
    }
    func areas(_ areas: OptionFigures.WholeAndCut?) -> Entry {
      .figures(
        areas.map { "\(NumberText.whole($0.whole)) / \(NumberText.whole($0.cut))" } ?? "–")
    }
    return [
      row("bassins de vie entiers / coupés") { areas($0.livingAreas) },
      row("EPCI entiers / coupés") { areas($0.intercommunalities) },
      row("départements") { .cell(.whole($0.departments.count)) },
      row("plus grande distance (km)") { .cell(.kilometres($0.farthestMetres)) },
    ]
  }

  /// Who takes what, where the sector is divided.
  var divisions: Section? {
    let blocks = feasible.flatMap { option -> [Document.Block] in
      guard let figures = option.figures, let search = option.search else { return [] }
      let proof =
        search.gap == 0
        ? "partage optimal, prouvé"
        : "à \(NumberText.decimal(Double(search.gap) / 100, 2)) % au plus du meilleur"
      let shares = ground.shares(of: option)
      let most = max(2, Self.mostMoves / figures.members.count)
      let takers = figures.members.map { member -> Prose in
        let own = shares.filter { $0.target == member.target }
          .sorted { ($1.people, $0.commune) < ($0.people, $1.commune) }
        let names = own.prefix(most).map { name(ofCommune: $0.commune) }
        return """
          \(name(ofTarget: member.target)) : \(Self.gained(member.gain)), \
          \(NumberText.count(own.count, "commune", "communes")) : \(Self.list(names, of: own.count))
          """
      }
      return [.paragraph("\(strong: option.kind.words) (\(proof)) :"), .list(takers)]
    }
    guard !blocks.isEmpty else { return nil }
    return Section(
      heading: "Qui prend quoi", level: 3,
      blocks: [.paragraph("Toutes les communes : \(reference: "options_communes.csv").")] + blocks)
  }
}

extension SectorOptionKind {
  /// The option in the words of the page.
  var words: String {
    switch self {
    case .support: "accompagnement du projet"
    case .uniting: "réunion des projets"
    case .creation: "création"
    case .extending: "extension"
    case .temporaryExtending: "extension temporaire, avec mentorat"
    case .sharing: "partage entre voisines"
    case .mixed: "rattachement mixte"
    }
  }
}

extension OptionRules.Criterion {
  /// The criterion in the words of the page.
  var words: String {
    switch self {
    case .coverage: "couverture : part des habitants couverts"
    case .size: "taille : 1 entre la plus petite et la plus grande taille cohérente (convention)"
    case .livingArea: "bassin de vie : habitants dont le bassin est surtout dans la CPTS"
    case .intercommunality: "EPCI : de même"
    case .border: "frontière : part commune avec la CPTS rejointe"
    case .proximity: "proximité : 1 sur place, 0 à 50 km de la commune principale"
    case .maturity: "maturité : rang du stade, sur 4"
    case .limits: "limites : un département 1, une région 0,5, plusieurs 0"
    case .cost: "coût : 1 sans écart, 0 à 10 € par an et par habitant gagné"
    }
  }
}
