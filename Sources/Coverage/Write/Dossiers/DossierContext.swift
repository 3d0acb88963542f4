/// What all pages of `dossiers` share, found once.
struct DossierContext: Sendable {
  let study: Study
  /// What changed since an earlier report, where one is named.
  let history: StudyHistory?
  let pages: SectorPages
  let maps: SectorMaps
  /// Sectors of each zone.
  let sectorCounts: [Int]
  /// Overlaps of each CPTS but for noise of drawing, those with most people first.
  let overlaps: [Index<DatedCPTS>: [Overlap]]
  /// Region of each department of the study, and of what lies around.
  let regionOfDepartment: [String: String]
  /// Overlaps that have a page, those with most people first, and its address from the folder of all pages.
  let conciliations: [(overlap: Overlap, address: String)]
  /// Sectors of each project, in the order of the study.
  let sectorsOfProject: [Index<DatedCPTS>: [Int]]
  /// The title of the study.
  let title: String

  /// - Complexity: O(edges + parts + overlaps × log).
  init(_ study: Study, _ history: StudyHistory? = nil) {
    self.study = study
    self.history = history
    pages = SectorPages(study)
    maps = SectorMaps(study)
    var counts = [Int](repeating: 0, count: study.figures.zones.count)
    for sector in study.sectors { counts[Int(sector.zone)] += 1 }
    sectorCounts = counts
    var overlaps: [Index<DatedCPTS>: [Overlap]] = [:]
    let order = study.figures.overlaps.enumerated().filter { $1.qualification != .sliver }
      .sorted { ($1.element.population, $0.offset) < ($0.element.population, $1.offset) }
    for (_, overlap) in order {
      overlaps[overlap.first, default: []].append(overlap)
      overlaps[overlap.second, default: []].append(overlap)
    }
    self.overlaps = overlaps
    var regions: [String: String] = [:]
    for unit in Array(study.units.studied) + study.units.units
    where regions[unit.department] == nil {
      regions[unit.department] = unit.region
    }
    regionOfDepartment = regions
    conciliations = ConciliationPages.all(of: study).map {
      (study.figures.overlaps[$0.place], String($0.path.dropFirst(SectorPages.folder.count + 1)))
    }
    var sectorsOfProject: [Index<DatedCPTS>: [Int]] = [:]
    for (index, sector) in study.sectors.enumerated() {
      for project in sector.projects { sectorsOfProject[project, default: []].append(index) }
    }
    self.sectorsOfProject = sectorsOfProject
    title =
      study.options.title.isEmpty
      ? "Couverture par les CPTS" : ShownName.shortened(study.options.title, to: 90)
  }

  // MARK: Words

  /// What every page says of itself first.
  var caution: Prose {
    let made =
      study.isFictitious ? " Données fictives : aucun chiffre ne concerne une CPTS réelle." : ""
    return """
      \(strong: "Avis indicatif") : cette fiche prépare une décision, elle ne la prend pas. \
      Situation au \(study.options.at).\(made)
      """
  }

  /// Where the figures of every page come from.
  var sources: Prose {
    let source = study.units.populationSource
    let population = ShownName.text(source.statement.french)
    let euros = study.options.amountWarning.map { " \($0.french)." } ?? ""
    return """
      Sources : instruction n° DGOS/DIR/CNAM/2019/218 du 9 octobre 2019 ; plan « 100 % CPTS » de 2023 ; \
      tailles et montants : « \(ShownName.shortened(study.options.rules.name)) ».\(euros) Population : \
      \(population). Les fichiers CSV du rapport ont tous les chiffres, \(reference: "resume.json") \
      les fichiers lus.
      """
  }

  func people(of sector: Sector) -> CountedPeople {
    study.units.people(sector.population, in: sector.units)
  }

  /// People of several sectors, each with its own.
  func people(of sectors: [Int]) -> CountedPeople {
    let all = sectors.map { people(of: study.sectors[$0]) }
    let isUnknown = !all.isEmpty && all.allSatisfy { $0.known == .none }
    return CountedPeople(
      count: all.reduce(0) { $0 + $1.count },
      known: isUnknown ? .none : all.allSatisfy { $0.known == .all } ? .all : .some)
  }

  /// People that two CPTS have in common.
  func people(of overlap: Overlap) -> String {
    study.units.people(overlap.population, in: overlap.units).figure.map(NumberText.whole)
      ?? "inconnu"
  }

  /// Sectors with most people first.
  func byPeople(_ sectors: [Int]) -> [Int] {
    sectors.sorted {
      (study.sectors[$1].population, $0) < (study.sectors[$0].population, $1)
    }
  }

  /// Whether the best option of a sector is possible and something speaks against it.
  func isToExamine(_ index: Int) -> Bool {
    study.plans.options[index].first.map { $0.isFeasible && !$0.isPlain } ?? false
  }

  /// The other sectors of the one project of a sector: it is accompanied in all of them at once.
  private func together(_ index: Int) -> String {
    let projects = study.sectors[index].projects
    guard projects.count == 1 else { return "" }
    let others = (sectorsOfProject[projects[0]] ?? []).filter { $0 != index }
    guard !others.isEmpty else { return "" }
    let ids = others.map { ShownName.shortened(study.sectors[$0].id, to: 24) }
    return " (une seule décision avec \(Self.list(ids, most: 3)))"
  }

  /// With whom a remnant is worked on. Options follow where people live and the pole of their bassin, what a
  /// remnant goes with the border alone: where the best option says otherwise, it is the one answer.
  func attachment(ofSector index: Int) -> Sector.Attachment? {
    guard let attachment = study.sectors[index].attachment else { return nil }
    guard let best = study.plans.options[index].first, best.isFeasible else { return attachment }
    guard case .cpts(let cpts) = attachment else { return nil }
    let ground = study.plans.grounds[index]
    let agrees = best.figures?.members.contains { ground.member($0.target)?.cpts == cpts } ?? false
    return agrees ? attachment : nil
  }

  /// The best option of a sector as a sentence; what keeps it from one where there is none.
  func decision(ofSector index: Int) -> String {
    let options = study.plans.options[index]
    guard let best = options.first, best.isFeasible, let figures = best.figures else {
      return options.contains { $0.doubt != nil }
        ? "Aucune option ne peut être notée : une population est inconnue."
        : "Aucune option d’un seul geste n’est possible : à décider à la main."
    }
    let ground = study.plans.grounds[index]
    let names = figures.members.map { name(ofTarget: $0.target, in: ground) }
    let whom = names.first ?? ""
    let gain = "\(figures.gain.words()) habitants"
    switch best.kind {
    case .support:
      return
        "Accompagner \(whom) jusqu’\(study.options.whiteBelow.goal) : \(gain)\(together(index))."
    case .uniting:
      let projects = figures.united.map { name(ofTarget: $0, in: ground) }
      return "Réunir en un seul projet \(Self.list(projects, most: 3)) : \(gain)."
    case .creation: return "Créer une CPTS sur le secteur : \(gain)."
    case .extending: return "Étendre \(whom) au secteur : \(gain)."
    case .temporaryExtending:
      return "Étendre \(whom) au secteur pour un temps, avec mentorat de la CPTS à venir : \(gain)."
    case .sharing:
      return "Partager le secteur entre \(Self.list(names, most: 3)) : \(gain)."
    case .mixed:
      let joined = figures.members.filter { !$0.isNew }.map {
        name(ofTarget: $0.target, in: ground)
      }
      return
        "Rattacher une part du secteur à \(Self.list(joined, most: 3)) et créer une CPTS sur le reste : \(gain)."
    }
  }
}

extension Stage {
  /// What a project is brought to.
  var goal: String {
    switch self {
    case .none, .project: "au projet"
    case .letterOfIntent: "à la lettre d’intention"
    case .validatedProject: "au projet de santé validé"
    case .signedContract: "à la signature de l’ACI"
    }
  }
}
