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
  var zone: WhiteZone { study.figures.zones[Int(sector.zone)] }

  private static let mostNeighbours = 6

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
      ] + conciliations)
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

  /// Pages of the overlaps of its projects, each by the CPTS that the sector is not of.
  private var conciliations: [(text: String, address: String)] {
    let own = Set(sector.projects)
    return context.conciliations.filter {
      own.contains($0.overlap.first) || own.contains($0.overlap.second)
    }.prefix(2).map { overlap, address in
      let other = own.contains(overlap.first) ? overlap.second : overlap.first
      return ("Conciliation avec \(context.id(of: other))", "../\(address)")
    }
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
    page.table(facts, beside: map)
  }

  private var shownNeighbours: [Index<DatedCPTS>] {
    if let across = sector.acrossSea { return [across] }
    return neighbours.prefix(Self.mostNeighbours).map { sector.neighbours[$0].cpts }
  }

  private var map: PrintedPage.Picture? {
    var subject = PictureSubject.sector(index, of: study, context.maps, numbered: shownNeighbours)
    if !ground.points.isEmpty, let point = ground.points[Int(ground.mainUnit)] {
      // Among letters of projects its name would be one sign too many.
      let name = sector.projects.count > 1 ? "" : study.units[sector.mainUnit].name
      subject.dot = (name: name, point: point)
    }
    return SheetPicture.of(subject, context.maps, description: description)
  }

  private var description: String {
    let names = shownNeighbours.enumerated().map { "\($0 + 1) \(context.name(ofCPTS: $1))" }
    let projects = sector.projects.count > 1 ? ", de ses projets concurrents" : ""
    return names.isEmpty
      ? "Carte du secteur\(projects) ; aucune CPTS au stade requis ne le borde."
      : "Carte du secteur\(projects) et de ses voisines : \(names.joined(separator: ", "))."
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
      let size = study.options.rules.sizes.sizeClass(of: people).map { "\($0)" }
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
