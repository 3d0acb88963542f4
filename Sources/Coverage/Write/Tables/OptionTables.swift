/// The tables of what can be done about sectors.
struct OptionTables {
  let study: Study

  /// What stands for a CPTS that does not exist yet.
  static let newCPTS = "(nouvelle)"

  private static let columns = [
    "zone", "secteur", "rang", "option", "faisable", "motif", "score", "cpts", "stades",
    "population_gagnee", "gain_par_cpts", "population_avant", "population_apres", "taille_avant",
    "taille_apres", "seuil_proche", "superficie_km2", "nb_communes", "pct_frontiere", "contigu",
    "montant_avant", "montant_apres", "montant_ecart", "bassins_entiers", "bassins_coupes",
    "epci_entiers", "epci_coupes", "departements", "regions", "distance_max_km",
    "reliquat_blanc", "ecart_optimum_pct",
  ]

  /// One row an option, ranked within its sector; those that cannot be have no rank and come last.
  ///
  /// - Parameter sectors: those wanted, by their places.
  func options(of sectors: Range<Int>) -> Table {
    let criteria = OptionRules.Criterion.allCases
    let hasUnknownPeople = study.units.haveUnknownPeople
    var table = Table(
      "options", rows: study.plans.options[sectors].reduce(0) { $0 + $1.count },
      Self.columns + criteria.map { "note_\($0.rawValue)" } + OptionEuroCells.columns
        + ["population_ailleurs", "cpts_a_venir", "population_a_venir"]
        + (hasUnknownPeople ? ["unites_sans_population"] : []) + ["avis", "source"])
    for (index, sector) in zip(sectors, study.sectors[sectors]) {
      let cells = OptionCells(study: study, ground: study.plans.grounds[index])
      let euros = OptionEuroCells(options: study.options)
      for (place, option) in study.plans.options[index].enumerated() {
        let head: [Cell] = [
          .code(zone(of: sector)), .code(sector.id), .whole(option.isFeasible ? place + 1 : nil),
          .text(option.kind.rawValue), .text(option.verdict),
          .text(option.reason(in: study.options.language)),
          .thousandths(option.score?.total),
        ]
        table.append(
          row: head, cells.cells(of: option), criteria.map { .thousandths(option.score?[$0]) },
          euros.cells(of: option.figures),
          [
            .whole(option.figures?.peopleElsewhere),
            .text(option.kind == .temporaryExtending ? study.mentored(of: cells.ground) : ""),
            .whole(option.kind == .temporaryExtending ? cells.ground.toCome.figure : nil),
          ],
          hasUnknownPeople
            ? [.wholes(option.figures?.members.map(\.unitsUnknown) ?? [])] : [],
          [
            .text(option.grade?.rawValue ?? ""), .text(option.kind.source[study.options.language]),
          ])
      }
    }
    return table
  }

  private func zone(of sector: Sector) -> String { study.figures.zones[Int(sector.zone)].id }

  /// Which CPTS each commune joins, in the options that divide a sector.
  ///
  /// - Parameter sectors: those wanted, by their places.
  func communes(of sectors: Range<Int>) -> Table {
    var table = Table(
      "options_communes", ["zone", "secteur", "option", "code", "nom", "cpts", "population"])
    for (index, sector) in zip(sectors, study.sectors[sectors]) {
      let ground = study.plans.grounds[index]
      for option in study.plans.options[index] where option.isFeasible && option.search != nil {
        for share in ground.shares(of: option) {
          let commune = study.units.communes[Int(share.commune)]
          table.append(
            .code(zone(of: sector)), .code(sector.id), .text(option.kind.rawValue),
            .code(commune.code.text),
            .text(commune.name), .code(study.name(of: share.target, in: ground)),
            .whole(study.units.people(share.people, in: commune.units).figure))
        }
      }
    }
    return table
  }
}

/// The cells of the options of a sector that come from their figures; empty where one has none.
private struct OptionCells {
  let study: Study
  let ground: SectorGround

  private var pack: RulePack { study.options.rules }

  func cells(of option: SectorOption) -> [Cell] {
    guard let figures = option.figures else { return Array(repeating: .whole(nil), count: 25) }
    return members(figures) + place(figures, option.search)
  }

  private func members(_ figures: OptionFigures) -> [Cell] {
    let members = figures.members
    let sizes = pack.sizes
    let targets = figures.united.isEmpty ? members.map(\.target) : figures.united
    return [
      .codes(targets.map { study.name(of: $0, in: ground) }),
      .text(
        targets.map { (ground.member($0)?.stage ?? .none).key }.joined(separator: "|")),
      .whole(figures.gain.figure), .wholes(members.map { $0.gain.figure }),
      .wholes(members.map { $0.before.figure }), .wholes(members.map { $0.after.figure }),
      .wholes(
        members.map { $0.isNew ? nil : sizes.sizeClass(of: $0.before) }),
      .wholes(members.map { sizes.sizeClass(of: $0.after) }),
      .wholes(members.map { sizes.closeBound($0.after) }),
    ]
  }

  private func place(
    _ figures: OptionFigures, _ search: SectorOption.SearchResult?
  ) -> [Cell] {
    let euros = figures.signedEuros(pack)
    let joins = figures.members.contains { !$0.isNew }
    return [
      .decimal(figures.squareMetres / 1e6, decimals: 3), .whole(figures.communeCount),
      .decimal(joins ? figures.borderPercent : nil, decimals: 2),
      .text(figures.isContiguous ? "oui" : "non"), .whole(euros.before), .whole(euros.after),
      .whole(euros.more), .whole(figures.livingAreas?.whole),
      .whole(figures.livingAreas?.cut), .whole(figures.intercommunalities?.whole),
      .whole(figures.intercommunalities?.cut), .codes(figures.departments),
      .codes(figures.regions),
      .decimal(figures.farthestMetres.map { $0 / 1000 }, decimals: 3),
      .whole(figures.remnant.figure),
      .decimal(search.map { Double($0.gap) / 100 }, decimals: 2),
    ]
  }
}

extension OptionFigures {
  /// Share of the border of what joins a CPTS that it has in common with it.
  var borderPercent: Double? { borderMetres > 0 ? sharedMetres / borderMetres * 100 : nil }
}

extension Study {
  /// The id of a CPTS that an option concerns.
  func name(of target: Int32, in ground: SectorGround) -> String {
    ground.member(target).map { territories[$0.cpts].id.text } ?? OptionTables.newCPTS
  }
}

extension Cell {
  /// Numbers separated by `|`; a single one stays a number.
  static func wholes(_ numbers: [Int?]) -> Cell {
    if numbers.count == 1 { return .whole(numbers[0]) }
    return .text(numbers.map { $0.map(String.init) ?? "" }.joined(separator: "|"))
  }

  /// A number from 0 to 1 with three decimals.
  fileprivate static func thousandths(_ number: Int?) -> Cell {
    .decimal(number.map { Double($0) / 1000 }, decimals: 3)
  }
}
