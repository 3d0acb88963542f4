/// The list of all pages, by region and department.
struct DossierIndex {
  private let context: DossierContext
  private let regions: [Region]

  /// What a region has to list.
  private struct Region {
    let code: String
    var departments: [Department] = []
    var sectors: [Int] { departments.flatMap(\.sectors) }
  }

  private struct Department {
    let code: String
    /// Where it is on the page.
    let anchor: String
    /// Those that it investigates.
    let sectors: [Int]
    /// Those with communes in it.
    let conciliations: [Int]
  }

  private var study: Study { context.study }

  init(_ context: DossierContext) {
    self.context = context
    regions = Self.regions(context)
  }

  /// - Complexity: O(sectors × log + units of sectors).
  func html() -> [UInt8] {
    var page = PrintedPage(
      title: "Secteurs et décisions — \(context.title)", place: context.title,
      links: [("Carte et chiffres", "../rapport.html")])
    page.heading(1, "Secteurs et décisions")
    page.paragraph(context.caution)
    page.paragraph(total)
    let strips = study.figures.drawn?.strips ?? []
    if !strips.isEmpty {
      let people = strips.reduce(0) { $0 + $1.population }
      page.paragraph(
        "Sans compter \(NumberText.whole(people)) habitants dans des lisérés de dessin (liseres.csv)."
      )
    }
    for (place, region) in regions.enumerated() {
      page.jumps(
        region.departments.map { (DossierContext.department($0.code), "#\($0.anchor)") },
        to: (Self.name(ofRegion: region.code), "#\(Self.anchor(ofRegion: place))"))
    }
    for words in elsewhere { page.paragraph(Prose(words)) }
    for place in regions.indices { append(place, to: &page) }
    page.small(context.sources)
    return page.html()
  }

  // MARK: What the study has

  private var total: Prose {
    let all = Array(study.sectors.indices)
    let (zones, overlaps) = (study.figures.zones.count, context.conciliations.count)
    let conciliations =
      overlaps == 0
      ? ""
      : " Les chevauchements à concilier (\(NumberText.whole(overlaps))) sont avec leurs départements."
    let line = "au stade « \(study.options.whiteBelow.label.french) » ou au-delà"
    guard zones > 0 else {
      return
        "\(strong: "Aucun secteur") : une CPTS \(line) couvre tout le territoire de l’étude.\(conciliations)"
    }
    return """
      \(strong: "\(context.people(of: all).words()) habitants sans CPTS") \(line), en \
      \(NumberText.count(zones, "zone blanche", "zones blanches")) et \
      \(NumberText.count(all.count, "secteur", "secteurs")). Chaque secteur a un département pilote, qui \
      instruit : cherchez le vôtre, ouvrez la page d’un secteur, remplissez son plan.\(conciliations)
      """
  }

  /// Departments of the study that investigate no sector: those that others do for, and those without any.
  private var elsewhere: [String] {
    guard !study.sectors.isEmpty else { return [] }
    let all = Set(study.units.studied.map(\.department)).subtracting([""])
    let touched = Set(study.sectors.flatMap { study.units.places(of: $0.units).departments })
    let idle = all.subtracting(study.sectors.map(\.pilot))
    return [
      (
        "Sans secteur à instruire, mais touchés par un secteur d’un autre",
        idle.intersection(touched)
      ),
      ("Sans aucun secteur blanc", idle.subtracting(touched)),
    ].filter { !$0.1.isEmpty }.map { words, codes in
      "\(words) : \(codes.sorted().map(DossierContext.department).joined(separator: ", "))."
    }
  }

  /// Regions by code, with their departments that have something to list.
  private static func regions(_ context: DossierContext) -> [Region] {
    let study = context.study
    let sectors = Dictionary(grouping: study.sectors.indices) { study.sectors[$0].pilot }
    var conciliations: [String: [Int]] = [:]
    for (place, conciliation) in context.conciliations.enumerated() {
      let codes = study.units.places(of: conciliation.overlap.units).departments
      for code in codes.isEmpty ? [""] : codes { conciliations[code, default: []].append(place) }
    }
    let anchors = anchors(context, others: Set(conciliations.keys).subtracting(sectors.keys))
    var regions: [String: Region] = [:]
    for code in Set(sectors.keys).union(conciliations.keys).sorted() {
      let region = code.isEmpty ? "" : context.regionOfDepartment[code] ?? ""
      regions[region, default: Region(code: region)].departments.append(
        Department(
          code: code, anchor: anchors[code] ?? "", sectors: sectors[code] ?? [],
          conciliations: conciliations[code] ?? []))
    }
    return regions.values.sorted { $0.code < $1.code }
  }

  /// A pilot department is found by the name of its folder; others by what would be theirs.
  private static func anchors(_ context: DossierContext, others: Set<String>) -> [String: String] {
    let folders = Dictionary(
      zip(context.study.sectors, context.pages.places).map { sector, place in
        (sector.pilot, String(place.path.split(separator: "/").dropFirst().first ?? ""))
      }, uniquingKeysWith: { first, _ in first })
    let (taken, codes) = (folders.values.sorted(), others.sorted())
    let names = FileNames.distinct(taken + codes.map(SectorPages.folder(of:))).dropFirst(
      taken.count)
    return folders.merging(zip(codes, names)) { first, _ in first }
  }

  // MARK: The list

  private static func name(ofRegion code: String) -> String {
    code.isEmpty
      ? "Sans région"
      : "Région \(AdministrativeNames.regions[code] ?? ShownName.shortened(code, to: 24))"
  }

  private static func anchor(ofRegion place: Int) -> String { "region-\(place + 1)" }

  private func append(_ place: Int, to page: inout PrintedPage) {
    let region = regions[place]
    page.heading(
      2, title(Self.name(ofRegion: region.code), region.sectors),
      anchor: Self.anchor(ofRegion: place))
    for department in region.departments {
      page.heading(
        3, title(DossierContext.department(department.code), department.sectors),
        anchor: department.anchor)
      if !department.sectors.isEmpty {
        page.table(
          [34, 11, 15, 40],
          headings: ["secteur", "habitants", "nature", "première décision"],
          context.byPeople(department.sectors).map { row(of: $0) })
      }
      if !department.conciliations.isEmpty {
        page.table(
          [52, 15, 33],
          headings: ["chevauchement à concilier", "habitants en commun", "situation"],
          department.conciliations.map { row(ofConciliation: $0) })
      }
    }
  }

  private func title(_ name: String, _ sectors: [Int]) -> Prose {
    guard !sectors.isEmpty else { return "\(name) : aucun secteur" }
    return """
      \(name) : \(context.people(of: sectors).words()) habitants, \
      \(NumberText.count(sectors.count, "secteur", "secteurs"))
      """
  }

  private func row(of index: Int) -> [PrintedPage.Cell] {
    let sector = study.sectors[index]
    let address = context.pages.places[index].link.dropFirst(SectorPages.folder.count + 1)
    let first = context.decision(ofSector: index)
    let decision: Prose =
      context.isToExamine(index) ? "\(first) \(strong: "À examiner.")" : Prose(first)
    return [
      .link(context.name(of: sector), to: String(address)),
      .number(context.people(of: sector).words()), .init(Prose(sector.nature.words)),
      .init(decision),
    ]
  }

  private func row(ofConciliation place: Int) -> [PrintedPage.Cell] {
    let (overlap, address) = context.conciliations[place]
    let stages = (
      study.territories[overlap.first].stage, study.territories[overlap.second].stage
    )
    let names =
      "\(context.name(ofCPTS: overlap.first)) et \(context.name(ofCPTS: overlap.second))"
    return [
      .link(names, to: address), .number(context.people(of: overlap)),
      .init(Prose(OverlapSituation(stages.0, stages.1).words)),
    ]
  }
}
