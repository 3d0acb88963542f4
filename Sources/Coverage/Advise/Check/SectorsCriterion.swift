extension OpinionMaker {
  /// Which sectors the proposal covers whole or cuts, and which projects are at work on its land.
  func sectors(_ effect: SectorEffect) -> OpinionCriterion {
    let (finding, reason) = judged(effect)
    var tables: [DocumentTable] = []
    if !effect.touched.isEmpty { tables.append(table(of: effect.touched)) }
    if !effect.projects.isEmpty { tables.append(table(of: effect.projects)) }
    return OpinionCriterion(
      kind: .sectors, finding: finding, reason: reason,
      figures: [
        OpinionFigure(
          "secteurs_couverts", "secteurs couverts en entier", .whole(count(.covered, effect))),
        OpinionFigure(
          "secteurs_coupes", "secteurs coupés",
          .whole(count(.cut, effect) + count(.remnant, effect))),
        OpinionFigure(
          "reliquats", "dont laissent un reliquat", .whole(count(.remnant, effect))),
        OpinionFigure(
          "population_laissee", "habitants qu’ils gardent sans CPTS",
          .whole(effect.touched.reduce(0) { $0 + $1.left })),
        OpinionFigure("projets", "projets à l’œuvre", .whole(effect.projects.count)),
        OpinionFigure(
          "population_projets", "leurs habitants que la proposition prend",
          .whole(effect.projects.isEmpty ? 0 : peopleOfProjects(effect))),
      ], tables: tables,
      notes: (effect.touched.isEmpty ? [] : notesOfDrawing)
        + (count(.remnant, effect) == 0
          ? []
          : [
            "Un reliquat a moins de \(NumberText.whole(options.remnantLargest)) habitants : convention "
              + "de l’outil (remnant-largest)."
          ]))
  }

  private func count(_ fate: SectorEffect.Fate, _ effect: SectorEffect) -> Int {
    effect.touched.count { $0.fate == fate }
  }

  /// Each person once, however many projects there are.
  private func peopleOfProjects(_ effect: SectorEffect) -> Int {
    let projects = Set(effect.projects.map(\.cpts))
    return parts.reduce(0) { sum, part in
      let isTaken =
        !ground.isCovered(ground.stages[part.covering])
        && territories.coverings[part.covering].contains { projects.contains($0) }
      return part.isStudied && isTaken ? sum + part.population : sum
    }
  }

  private func judged(_ effect: SectorEffect) -> (OpinionFinding, String) {
    guard !effect.touched.isEmpty else { return (.favourable, "Aucun secteur n’est touché.") }
    func names(_ fates: [SectorEffect.Fate]) -> [String] {
      effect.touched.filter { fates.contains($0.fate) }.map { name(ofSector: $0.sector) }
    }
    let (whole, cut) = (names([.covered]), names([.cut, .remnant]))
    var sentences: [String] = []
    if !whole.isEmpty {
      sentences.append(
        "\(NumberText.count(whole.count, "secteur couvert", "secteurs couverts")) en entier : "
          + "\(ShownName.list(whole, most: 4)).")
    }
    if !cut.isEmpty {
      let remnants = count(.remnant, effect)
      let said =
        remnants == 0
        ? ""
        : remnants == cut.count
          ? ", qui ne \(remnants == 1 ? "laisse qu’un reliquat" : "laissent que des reliquats")"
          : ", dont \(remnants) \(remnants == 1 ? "ne laisse qu’un reliquat" : "ne laissent que des reliquats")"
      sentences.append(
        "\(NumberText.count(cut.count, "secteur coupé", "secteurs coupés"))\(said) : "
          + "\(ShownName.list(cut, most: 4)).")
    }
    if !effect.projects.isEmpty {
      let names = effect.projects.map { territories[$0.cpts].shownName }
      let isOne = names.count == 1
      sentences.append(
        "\(isOne ? "Un projet est" : "Des projets sont") à l’œuvre sur ces communes "
          + "(\(ShownName.list(names, most: 3))) : \(isOne ? "ses" : "leurs") porteurs sont à voir "
          + "d’abord.")
    }
    return (
      cut.isEmpty && effect.projects.isEmpty ? .favourable : .toExamine,
      sentences.joined(separator: " ")
    )
  }

  private func name(ofSector place: Int) -> String {
    let sector = study.sectors[place]
    return "\(sector.id) (\(ground.name(ofUnit: sector.mainUnit)))"
  }

  // MARK: Tables

  private func table(of touched: [SectorEffect.Touched]) -> DocumentTable {
    DocumentTable(
      "secteurs", "Secteurs touchés",
      [
        .init("secteur", "secteur"), .init("commune_principale", "commune principale"),
        .init("nature", "nature"), .init("effet", "effet"), .init("population", "habitants"),
        .init("population_couverte", "couverts"), .init("population_restante", "restants"),
        .init("projets", "projets"),
      ],
      touched.map { touched in
        let sector = study.sectors[touched.sector]
        let isUnknown = study.units.people(sector.population, in: sector.units).known == .none
        func people(_ count: Int) -> Cell { .whole(isUnknown ? nil : count) }
        return [
          .code(sector.id), .text(ground.name(ofUnit: sector.mainUnit)),
          .text(sector.nature.rawValue), .text(touched.fate.words), people(sector.population),
          people(touched.covered), people(touched.left),
          .codes(sector.projects.map { territories[$0].shownName }),
        ]
      })
  }

  private func table(of projects: [SectorEffect.Project]) -> DocumentTable {
    DocumentTable(
      "projets", "Projets à l’œuvre",
      [
        .init("", "projet"), .init("cpts_id", ""), .init("cpts_nom", ""), .init("stade", "stade"),
        .init("population", "habitants"), .init("population_prise", "habitants sans CPTS pris"),
        .init("entier", "tout entier dans la proposition"), .init("communes", "communes"),
      ],
      projects.map { project in
        let cpts = territories[project.cpts]
        let figures = study.figures.cpts[Int(project.cpts)]
        return [
          .text(cpts.shownName), .code(cpts.id.text), .text(cpts.name), .text(cpts.stage.key),
          .whole(figures.people.figure),
          .whole(study.units.people(project.taken, in: project.units).figure),
          .text(project.isWhole ? "oui" : "non"), .codes(ground.communes(of: project.units)),
        ]
      })
  }
}

extension SectorEffect.Fate {
  /// As the opinion says it.
  fileprivate var words: String {
    switch self {
    case .covered: "couvert en entier"
    case .cut: "coupé"
    case .remnant: "coupé, laisse un reliquat"
    }
  }
}
