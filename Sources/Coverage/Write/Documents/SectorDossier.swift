/// The page of one sector, for those who decide about it: in French.
struct SectorDossier {
  typealias Section = Document.Section
  typealias Entry = DocumentTable.Entry

  let study: Study
  let sector: Sector
  /// The white zone that it is a part of.
  let zone: WhiteZone
  let ground: SectorGround
  let options: [SectorOption]
  /// Those that can be, the best first.
  let feasible: [SectorOption]
  private let places: (communes: [Int32], departments: [String], regions: [String])
  private let sources: Section

  private static let mostCommunes = 30
  private static let mostNeighbours = 8

  /// - Parameters:
  ///   - index: of the sector.
  ///   - sources: the last section, which is that of every sector.
  init(_ study: Study, _ index: Int, sources: Section) {
    self.study = study
    self.sources = sources
    sector = study.sectors[index]
    zone = study.figures.zones[Int(sector.zone)]
    ground = study.plans.grounds[index]
    options = study.plans.options[index]
    feasible = options.filter { $0.isFeasible }
    places = study.units.places(of: sector.units)
  }

  /// - Complexity: O(communes of the sector × log + options).
  var document: Document {
    Document(
      title: title,
      sections: [
        Section(blocks: [
          .paragraph(
            "\(strong: "Avis indicatif.") Cette fiche prépare une décision, elle ne la prend pas."),
          .facts(facts), .paragraph(reasons), .paragraph(communes),
        ]),
        neighbours, rankedOptions,
      ] + [reservations, scoreParts, divisions, doubts, obstacles].compactMap { $0 } + [
        unknowns, sources,
      ])
  }

  // MARK: What the sector is

  /// Square kilometres below which an area is written as 0,000: nobody could divide by it.
  private static let leastShown = 0.0005

  private var title: String {
    let name = study.units[sector.mainUnit].name
    return name.isEmpty ? "Secteur \(sector.id)" : "Secteur \(sector.id) — \(name)"
  }

  private var facts: [(name: String, value: Prose)] {
    let square = sector.squareMetres / 1e6
    let people = study.units.people(sector.population, in: sector.units)
    let density =
      square >= Self.leastShown && people.known != .none
      ? " (\(NumberText.measured(Double(sector.population) / square)) hab./km²)" : ""
    let source = study.units.populationSource
    let limit = limit.map { [("Limite de l’étude", $0)] } ?? []
    return [
      ("Habitants sans CPTS", Prose(people.words()))
    ] + work + [
      ("Superficie", Prose(NumberText.measured(square) + " km²" + density)),
      ("Communes", Prose(NumberText.whole(places.communes.count))),
      ("Départements", named(places.departments, AdministrativeNames.departments)),
      ("Régions", named(places.regions, AdministrativeNames.regions)),
      ("Date de l’étude", Prose(study.options.at.description)),
      ("Population", Prose(source.told(in: .french))),
    ] + limit
  }

  /// What is at work, of which zone the sector is, and who investigates.
  private var work: [(name: String, value: Prose)] {
    let count = study.sectors.count { $0.zone == sector.zone }
    let whole = study.units.people(of: zone).words()
    let part: Prose =
      count == 1
      ? "\(zone.id), dont le secteur est le tout"
      : "\(zone.id) (\(whole) habitants, \(NumberText.whole(count)) secteurs)"
    var facts: [(name: String, value: Prose)] = [
      ("Ce qui y est à l’œuvre", Prose(sector.nature.words)), ("Zone blanche", part),
    ]
    if !sector.pilot.isEmpty {
      facts.append(
        ("Département pilote", named([sector.pilot], AdministrativeNames.departments)))
    }
    switch sector.attachment {
    case .cpts(let cpts): facts.append(("À traiter avec", Prose(name(ofCPTS: cpts))))
    case .intercommunality(let code): facts.append(("À traiter avec", "l’EPCI \(code)"))
    case nil: break
    }
    return facts
  }

  /// Codes with their names, the first few.
  private func named(_ codes: [String], _ names: [String: String]) -> Prose {
    Self.list(
      codes.map { code in names[code].map { "\(code) \($0)" } ?? code }, most: 8,
      rest: "voir \(reference: "secteurs.csv")")
  }

  private var reasons: Prose {
    let stage = study.options.whiteBelow.key
    let none: Prose =
      """
      \(strong: "Pourquoi elle est blanche.") Aucune CPTS au stade \(code: stage) ou au-delà ne la \
      couvre. \(study.options.whiteBelow.whiteZoneLine.french)
      """
    guard !sector.projects.isEmpty else { return "\(none) Aucun projet n’y est connu." }
    let projects = Self.list(sector.projects.map { name(ofCPTS: $0) }, most: 5)
    let isOne = sector.projects.count == 1
    return """
      \(none) \(isOne ? "Un projet y est" : "Des projets y sont") en cours, en deçà de ce stade : \
      \(projects). \(isOne ? "Ses" : "Leurs") porteurs sont à accompagner d’abord (instruction du \
      9 octobre 2019, I.1 et I.2) : la lettre d’intention dit le territoire, un premier diagnostic, \
      les acteurs associés et les orientations, et engage à travailler aux missions (I.3) ; l’ARS et \
      l’assurance maladie la valident ensemble ; le fonds d’intervention régional peut dès lors payer \
      un coordinateur (I.4).
      """
  }

  private var communes: Prose {
    var people: [Int32: Int] = [:]
    for unit in 0..<ground.unitCount {
      people[ground.communes[unit], default: 0] += ground.people[unit]
    }
    let order = places.communes.map { (commune: $0, people: people[$0] ?? 0) }
      .sorted { ($1.people, $0.commune) < ($0.people, $1.commune) }
    let texts = order.prefix(Self.mostCommunes).map { entry in
      let units = study.units.communes[Int(entry.commune)].units
      let words = study.units.people(entry.people, in: units).words()
      return "\(name(ofCommune: entry.commune)) (\(words))"
    }
    let list = Self.list(
      texts, of: order.count, rest: "liste entière dans \(reference: "secteurs.csv")")
    return
      "\(strong: "Communes"), les plus peuplées d’abord (habitants sans CPTS) : \(list)."
  }

  private var neighbours: Section {
    guard !sector.neighbours.isEmpty else {
      let nearest: Prose =
        sector.acrossSea.map { " La plus proche, par-delà l’eau : \(name(ofCPTS: $0))." } ?? ""
      return Section(blocks: [
        .paragraph(
          "\(strong: "Voisines.") Aucune CPTS au stade requis ne borde le secteur.\(nearest)")
      ])
    }
    let metres = sector.neighbours.map { $0.metres }
    let order = metres.indices.sorted { (metres[$1], $0) < (metres[$0], $1) }
    let rows = order.prefix(Self.mostNeighbours).map { place -> [Entry] in
      let neighbour = sector.neighbours[place]
      let known = ground.neighbours[place]
      return [
        .words(Prose(name(ofCPTS: neighbour.cpts))), .words("\(code: known.stage.key)"),
        .cell(.measured(neighbour.metres / 1000, decimals: 3)),
        .cell(.decimal(neighbour.share * 100, decimals: 1)),
        .figures(Prose(CountedPeople(count: known.people, known: known.known).words())),
        .cell(
          .whole(
            known.known == .none ? nil : study.options.rules.sizes.sizeClass(of: known.people))),
      ]
    }
    let rest = sector.neighbours.count - rows.count
    let table = DocumentTable(
      ["CPTS", "stade", "frontière (km)", "frontière (%)", "habitants", "taille"], rows,
      rest: rest > 0
        ? "Et \(NumberText.count(rest, "autre", "autres")) (\(reference: "secteurs.csv"))."
        : nil)
    return Section(heading: "CPTS voisines", blocks: [.table(table)])
  }

  // MARK: Words

  func name(ofCommune commune: Int32) -> String {
    let found = study.units.communes[Int(commune)]
    return found.name.isEmpty ? found.code.text : "\(found.code) \(found.name)"
  }

  func name(ofCPTS cpts: Index<DatedCPTS>) -> String {
    let found = study.territories.cpts[Int(cpts)]
    return found.name == found.id.text ? found.id.text : "\(found.name) (\(found.id))"
  }

  /// The CPTS that an option concerns.
  func name(ofTarget target: Int32) -> String {
    ground.member(target).map { name(ofCPTS: $0.cpts) } ?? "CPTS nouvelle"
  }

  /// The first of a list, and how many more there are.
  private static func list(_ items: [String], most: Int, rest: Prose? = nil) -> Prose {
    list(Array(items.prefix(most)), of: items.count, rest: rest)
  }

  /// The first of a list of `count`, and how many more there are.
  static func list(_ first: [String], of count: Int, rest: Prose? = nil) -> Prose {
    let shown = first.joined(separator: ", ")
    guard count > first.count else { return Prose(shown) }
    let others = NumberText.count(count - first.count, "autre", "autres")
    return rest.map { "\(shown), et \(others) (\($0))" } ?? "\(shown), et \(others)"
  }
}

extension SectorNature {
  /// The nature in the words of the page.
  var words: String {
    switch self {
    case .project: "un projet"
    case .competingProjects: "des projets concurrents"
    case .none: "aucun projet (territoire atone)"
    case .remnant: "aucun projet ; trop peu d’habitants pour un travail à part (reliquat)"
    }
  }
}
