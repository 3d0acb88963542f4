/// The page of one sector, for those who decide about it: what it is, what can be done, and the plan that
/// they fill in. Two printed pages at most: every list is bounded.
struct SectorSheet {
  let context: DossierContext
  let index: Int
  let sector: Sector
  let ground: SectorGround
  let options: [SectorOption]
  /// Those that can be, the best first.
  let feasible: [SectorOption]
  /// Neighbours by the length of their border, the longest first: places among those of the sector.
  let neighbours: [Int]

  var study: Study { context.study }
  private var zone: WhiteZone { study.figures.zones[Int(sector.zone)] }

  private static let mostNeighbours = 6
  private static let mostCommunes = 6
  private static let mostPlaces = 4
  private static let mostProjects = 3

  init(_ context: DossierContext, _ index: Int) {
    self.context = context
    self.index = index
    sector = context.study.sectors[index]
    ground = context.study.plans.grounds[index]
    options = context.study.plans.options[index]
    feasible = options.filter { $0.isFeasible }
    let shares = sector.borderShares
    neighbours = shares.indices.sorted { (shares[$1], $0) < (shares[$0], $1) }
  }

  /// - Complexity: O(parts and communes of the sector × log + options + what its map shows).
  func html() -> [UInt8] {
    let name = "Secteur \(context.name(of: sector))"
    var page = PrintedPage(
      title: name, place: context.title,
      links: [
        ("Carte et chiffres", "../../rapport.html#sel=secteur:\(AddressText.escaped(sector.id))"),
        ("Tous les secteurs", "../index.html"),
      ])
    page.heading(1, Prose(name))
    page.paragraph(context.caution)
    appendFacts(to: &page)
    appendNeighbours(to: &page)
    page.heading(2, "Pourquoi il est blanc, et ce qui y est à l’œuvre")
    page.paragraph(reason)
    for paragraph in work { page.paragraph(paragraph) }
    appendOptions(to: &page)
    appendPlan(to: &page)
    page.heading(2, "Ce que cette fiche ne sait pas")
    page.small(unknowns)
    page.small(context.sources)
    return page.html()
  }

  // MARK: Map

  /// The map with what is known of the sector beside it.
  private func appendFacts(to page: inout PrintedPage) {
    let facts = facts.map { [PrintedPage.Cell($0, isHeading: true), PrintedPage.Cell($1)] }
    guard let map else {
      page.paragraph("Aucune carte : le secteur n’a pas de limites connues.")
      page.table([25, 75], facts)
      return
    }
    let picture = PrintedPage.Picture(
      svg: map, width: SectorPicture.width * 3 / 4, height: SectorPicture.height * 3 / 4,
      description: description)
    var rows = facts
    rows[0].insert(.picture(picture, rows: facts.count), at: 0)
    page.table([56, 14, 30], rows)
  }

  private var shownNeighbours: [Index<DatedCPTS>] {
    if let across = sector.acrossSea { return [across] }
    return neighbours.prefix(Self.mostNeighbours).map { sector.neighbours[$0].cpts }
  }

  private var map: [UInt8]? {
    SectorPicture.svg(
      context.maps, sector: index, numbered: shownNeighbours, lowest: study.options.whiteBelow,
      seat: (
        study.units[sector.mainUnit].name,
        ground.points.isEmpty ? nil : ground.points[Int(ground.mainUnit)]
      ))
  }

  private var description: String {
    let names = shownNeighbours.enumerated().map { "\($0 + 1) \(context.name(ofCPTS: $1))" }
    return names.isEmpty
      ? "Carte du secteur ; aucune CPTS au stade requis ne le borde."
      : "Carte du secteur et de ses voisines : \(names.joined(separator: ", "))."
  }

  private func appendNeighbours(to page: inout PrintedPage) {
    let shown = shownNeighbours
    guard !shown.isEmpty else {
      page.paragraph("\(strong: "Voisines") : aucune CPTS au stade requis ne borde le secteur.")
      return
    }
    let shares = sector.borderShares
    let rows = shown.enumerated().map { place, cpts -> [PrintedPage.Cell] in
      let people = study.figures.cpts[Int(cpts)].people
      let size = people.figure.map { "\(study.options.rules.sizes.sizeClass(of: $0))" }
      let border =
        sector.acrossSea == nil
        ? NumberText.decimal(Double(shares[neighbours[place]]) / 100, 1) : "par-delà l’eau"
      return [
        .number("\(place + 1)"), .init(Prose(context.name(ofCPTS: cpts))),
        .init(Prose(study.territories[cpts].stage.label.french)), .number(people.words()),
        .number(size ?? "inconnue"), .number(border),
      ]
    }
    page.table(
      [5, 47, 18, 12, 7, 11],
      headings: ["n°", "CPTS voisine", "stade", "habitants", "taille", "frontière (%)"], rows)
    let rest = sector.neighbours.count - shown.count
    if sector.acrossSea == nil, rest > 0 {
      page.small(
        "Et \(NumberText.count(rest, "autre voisine", "autres voisines")) (\(reference: "secteurs.csv"))."
      )
    }
  }

  // MARK: Who lives there

  private var facts: [(Prose, Prose)] {
    let places = study.units.places(of: sector.units)
    let people = context.people(of: sector)
    // As secteurs.csv has it, so that both say the same.
    let square = (sector.squareMetres / 1e3).rounded() / 1e3
    let density =
      square > 0 && people.known != .none
      ? " (\(NumberText.measured(Double(people.count) / square)) hab./km²)" : ""
    let count = context.sectorCounts[Int(sector.zone)]
    let whole = study.units.people(of: zone).words()
    let zoneID = ShownName.shortened(zone.id, to: 24)
    var facts: [(Prose, Prose)] = [
      ("Habitants sans CPTS", "\(strong: people.words())"),
      ("Superficie", "\(NumberText.measured(square)) km²\(density)"),
      ("Communes", Prose(communes(places.communes))),
      ("Département pilote", Prose(DossierContext.department(sector.pilot))),
    ]
    if places.departments != [sector.pilot] {
      let all = places.departments.map(DossierContext.department)
      facts.append(("Départements", Prose(DossierContext.list(all, most: Self.mostPlaces))))
    }
    let regions = places.regions.map(DossierContext.region)
    facts += [
      ("Région", Prose(DossierContext.list(regions, most: Self.mostPlaces))),
      (
        "Zone blanche",
        Prose(
          count == 1
            ? "\(zoneID), dont le secteur est le tout"
            : "\(zoneID) : \(whole) habitants, \(NumberText.whole(count)) secteurs")
      ),
    ]
    if let areas = sector.livingAreas { facts.append(("Bassins de vie", Prose(Self.words(areas)))) }
    if let areas = sector.intercommunalities { facts.append(("EPCI", Prose(Self.words(areas)))) }
    if !sector.cptsOfPole.isEmpty {
      let names = sector.cptsOfPole.map { context.name(ofCPTS: $0) }
      facts.append(("Pôle du bassin", Prose("dans \(DossierContext.list(names, most: 2))")))
    }
    if let limit { facts.append(("Limite de l’étude", Prose(limit))) }
    return facts
  }

  private func communes(_ communes: [Int32]) -> String {
    let people = sector.people(ofCommunes: communes, study.territories, study.units)
    let order = communes.indices.sorted { (people[$1].count, $0) < (people[$0].count, $1) }
    let names = order.map {
      "\(context.name(ofCommune: communes[$0])) (\(people[$0].figure.map(NumberText.whole) ?? "inconnu"))"
    }
    return
      "\(NumberText.whole(communes.count)) : \(DossierContext.list(names, most: Self.mostCommunes))"
  }

  private static func words(_ areas: Sector.AreasHeld) -> String {
    "\(NumberText.count(areas.whole, "entier", "entiers")), "
      + NumberText.count(areas.cut, "coupé", "coupés")
  }

  /// Where the zone ends because the study does; nil where it does not.
  private var limit: String? {
    guard let limit = zone.limit, limit.metres > 0 else { return nil }
    let length = NumberText.decimal((limit.metres).rounded() / 1000, 1)
    let ends = "la zone s’arrête sur \(length) km à la limite de l’étude"
    guard let people = limit.peopleBeyond, people > 0 else { return ends }
    return
      "\(ends), au-delà de laquelle vivent au moins \(NumberText.whole(people)) habitants sans CPTS"
  }

  // MARK: Why, and what is at work

  private var reason: Prose {
    let stage = study.options.whiteBelow
    return """
      Aucune CPTS au stade « \(stage.label.french) » ou au-delà ne le couvre. \
      \(stage.whiteZoneLine.french)
      """
  }

  private var work: [Prose] {
    guard !sector.projects.isEmpty else {
      return [
        """
        \(strong: "Aucun projet n’y est connu") (territoire « atone », instruction du 9 octobre 2019, I.1) : \
        l’ARS et l’assurance maladie désignent ensemble qui prospecte et anime.
        """
      ] + attached
    }
    let projects = sector.projects.map { cpts in
      let people = study.figures.cpts[Int(cpts)].people.words()
      return
        "\(context.name(ofCPTS: cpts)), stade « \(study.territories[cpts].stage.label.french) », \(people) habitants"
    }
    let one = projects.count == 1
    return [
      """
      \(strong: one ? "Un projet y est à l’œuvre" : "Des projets y sont à l’œuvre") : \
      \(DossierContext.list(projects, most: Self.mostProjects)). À accompagner d’abord (instruction, I.1 et I.2).
      """,
      needs,
    ] + attached
  }

  /// With whom a remnant is worked on.
  private var attached: [Prose] {
    switch sector.attachment {
    case .cpts(let cpts):
      [
        "\(strong: "À traiter avec") \(context.name(ofCPTS: cpts)) : trop peu d’habitants pour un travail à part."
      ]
    case .intercommunality(let code):
      [
        "\(strong: "À traiter avec") l’EPCI \(ShownName.shortened(code, to: 24)) : trop peu d’habitants pour un travail à part."
      ]
    case nil: []
    }
  }

  /// What a project needs to be at the stage required, and who decides.
  private var needs: Prose {
    let letter: Prose = """
      \(strong: "Lettre d’intention") (I.3) : territoire envisagé, premiers éléments de diagnostic, acteurs \
      associés ou à associer, orientations du projet de santé, engagement à travailler aux missions socles. \
      L’ARS et l’assurance maladie la valident ensemble ; dès lors, le fonds d’intervention régional peut payer \
      un coordinateur (I.4).
      """
    let project: Prose = """
      \(letter) \(strong: "Projet de santé") (I.6) : adressé à l’ARS, validé si elle ne s’y oppose pas dans \
      les deux mois.
      """
    return switch study.options.whiteBelow {
    case .none, .project, .letterOfIntent: letter
    case .validatedProject: project
    case .signedContract:
      "\(project) \(strong: "ACI") (I.7) : contrat entre la CPTS, l’ARS et l’assurance maladie."
    }
  }

  // MARK: Limits

  private var unknowns: Prose {
    let range = study.options.optionRules.range(study.options.rules.sizes)
    var text: Prose = """
      Ni l’avis des professionnels, ni leur nombre, ni les trajets des patients ne sont dans ces chiffres, \
      tirés de listes et de cartes ; les distances sont à vol d’oiseau. De \
      \(NumberText.whole(range.lowerBound)) à \(NumberText.whole(range.upperBound)) habitants, une taille \
      est dite cohérente par convention : aucun texte ne le fixe.
      """
    if study.plans.livingAreaColumn == nil {
      text = "\(text) Bassins de vie inconnus : ce critère ne compte pas."
    }
    if !ground.intercommunalities.isKnown {
      text = "\(text) EPCI inconnus : ce critère ne compte pas."
    }
    if context.people(of: sector).known != .all {
      text = "\(text) Une population est inconnue : ce qui la comprend est « au moins »."
    }
    if let supposed = StudyWarnings.supposed(study) {
      text = "\(text) \(ShownName.text(supposed.capitalised.french))."
    }
    return text
  }
}
