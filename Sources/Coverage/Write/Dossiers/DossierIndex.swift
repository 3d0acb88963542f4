/// The list of all pages, by region and department.
struct DossierIndex {
  let context: DossierContext
  /// Overlaps that have a page, and its address from the folder of the list.
  let conciliations: [(overlap: Overlap, address: String)]

  private var study: Study { context.study }

  /// - Complexity: O(sectors × log + units of sectors).
  func html() -> [UInt8] {
    var page = PrintedPage(
      title: "Secteurs et décisions — \(context.title)", place: context.title,
      links: [("Carte et chiffres", "../rapport.html")])
    page.heading(1, "Secteurs et décisions")
    page.paragraph(context.caution)
    let all = Array(study.sectors.indices)
    let zones = study.figures.zones.count
    page.paragraph(
      """
      \(strong: "\(context.people(of: all).words()) habitants sans CPTS") au stade \
      « \(study.options.whiteBelow.label.french) » ou au-delà, en \
      \(NumberText.count(zones, "zone blanche", "zones blanches")) et \
      \(NumberText.count(all.count, "secteur", "secteurs")). Chaque secteur a un département pilote, qui \
      instruit : cherchez le vôtre, ouvrez la page d’un secteur, remplissez son plan.
      """)
    let strips = study.figures.drawn?.strips ?? []
    if !strips.isEmpty {
      let people = strips.reduce(0) { $0 + $1.population }
      page.paragraph(
        "Sans compter \(NumberText.whole(people)) habitants dans des lisérés de dessin (liseres.csv)."
      )
    }
    let pilots = Set(study.sectors.map(\.pilot)).sorted()
    page.jumps(pilots.map { (DossierContext.department($0), "#\(anchors[$0] ?? "")") })
    let byRegion = Dictionary(grouping: all) { region(of: study.sectors[$0].pilot) }
    for region in byRegion.keys.sorted() {
      append(region, byRegion[region] ?? [], to: &page)
    }
    appendConciliations(to: &page)
    page.small(context.sources)
    return page.html()
  }

  /// The place of each pilot department on the page: the name of its folder.
  private var anchors: [String: String] {
    Dictionary(
      zip(study.sectors, context.pages.places).map { sector, place in
        (sector.pilot, String(place.path.split(separator: "/").dropFirst().first ?? ""))
      }, uniquingKeysWith: { first, _ in first })
  }

  private func region(of pilot: String) -> String {
    pilot.isEmpty ? "" : context.regionOfDepartment[pilot] ?? ""
  }

  private func append(_ region: String, _ sectors: [Int], to page: inout PrintedPage) {
    page.heading(2, total(DossierContext.region(region), sectors))
    let byDepartment = Dictionary(grouping: sectors) { study.sectors[$0].pilot }
    for pilot in byDepartment.keys.sorted() {
      let own = byDepartment[pilot] ?? []
      page.heading(3, total(DossierContext.department(pilot), own), anchor: anchors[pilot])
      page.table(
        [34, 11, 15, 40],
        headings: ["secteur", "habitants", "nature", "première décision"],
        context.byPeople(own).map { row(of: $0) })
    }
  }

  private func total(_ name: String, _ sectors: [Int]) -> Prose {
    """
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

  private func appendConciliations(to page: inout PrintedPage) {
    guard !conciliations.isEmpty else { return }
    page.heading(2, "Chevauchements à concilier")
    page.table(
      [52, 15, 33], headings: ["CPTS", "habitants en commun", "situation"],
      conciliations.map { overlap, address in
        let (first, second) = (overlap.first, overlap.second)
        let stages = (study.territories[first].stage, study.territories[second].stage)
        let names = "\(context.name(ofCPTS: first)) et \(context.name(ofCPTS: second))"
        return [
          .link(names, to: address), .number(context.people(of: overlap)),
          .init(Prose(OverlapSituation(stages.0, stages.1).words)),
        ]
      })
  }
}
