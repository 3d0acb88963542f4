/// The tables of what can be done about white zones.
struct OptionTables {
  let study: Study

  /// What stands for a CPTS that does not exist yet.
  static let newCPTS = "(nouvelle)"

  private static let columns = [
    "zone", "rang", "option", "faisable", "motif", "score", "cpts", "stades",
    "population_gagnee", "gain_par_cpts", "population_avant", "population_apres", "taille_avant",
    "taille_apres", "seuil_proche", "superficie_km2", "nb_communes", "pct_frontiere", "contigu",
    "montant_avant", "montant_apres", "montant_ecart", "bassins_entiers", "bassins_coupes",
    "epci_entiers", "epci_coupes", "departements", "regions", "distance_max_km",
    "reliquat_blanc", "ecart_optimum_pct",
  ]

  /// One row an option, ranked within its zone; those that cannot be have no rank and come last.
  ///
  /// - Parameter zones: those wanted, by their places.
  func options(of zones: Range<Int>) -> Table {
    let criteria = OptionRules.Criterion.allCases
    var table = Table(
      "options", rows: study.plans.options[zones].reduce(0) { $0 + $1.count },
      Self.columns + criteria.map { "note_\($0.rawValue)" } + OptionEuroCells.columns + ["source"])
    for (index, zone) in zip(zones, study.figures.zones[zones]) {
      let cells = OptionCells(study: study, ground: study.plans.grounds[index])
      let euros = OptionEuroCells(options: study.options)
      for (place, option) in study.plans.options[index].enumerated() {
        let head: [Cell] = [
          .code(zone.id), .whole(option.isFeasible ? place + 1 : nil),
          .text(option.kind.rawValue), .text(option.verdict),
          .text((option.obstacle ?? option.doubt)?[study.options.language] ?? ""),
          .thousandths(option.score?.total),
        ]
        table.append(
          row: head, cells.cells(of: option), criteria.map { .thousandths(option.score?[$0]) },
          euros.cells(of: option.figures), [.text(option.kind.source[study.options.language])])
      }
    }
    return table
  }

  /// Which CPTS each commune joins, in the options that divide a zone.
  ///
  /// - Parameter zones: those wanted, by their places.
  func communes(of zones: Range<Int>) -> Table {
    var table = Table(
      "options_communes", ["zone", "option", "code", "nom", "cpts", "population"])
    for (index, zone) in zip(zones, study.figures.zones[zones]) {
      let ground = study.plans.grounds[index]
      for option in study.plans.options[index] where option.isFeasible && option.search != nil {
        for share in ground.shares(of: option) {
          let commune = study.units.communes[Int(share.commune)]
          table.append(
            .code(zone.id), .text(option.kind.rawValue), .code(commune.code.text),
            .text(commune.name), .code(study.name(of: share.target, in: ground)),
            .whole(study.units.people(share.people, in: commune.units).figure))
        }
      }
    }
    return table
  }
}

/// The cells of the options of a zone that come from their figures; empty where one has none.
private struct OptionCells {
  let study: Study
  let ground: ZoneGround

  private var pack: RulePack { study.options.rules }

  func cells(of option: ZoneOption) -> [Cell] {
    guard let figures = option.figures else { return Array(repeating: .whole(nil), count: 25) }
    return members(figures) + place(figures, option.search)
  }

  private func members(_ figures: OptionFigures) -> [Cell] {
    let members = figures.members
    let sizes = pack.sizes
    return [
      .codes(members.map { study.name(of: $0.target, in: ground) }),
      .text(
        members.map { $0.isNew ? Stage.none.key : ground.neighbours[Int($0.target)].stage.key }
          .joined(separator: "|")),
      .whole(figures.gain.figure), .wholes(members.map { $0.gain.figure }),
      .wholes(members.map { $0.before.figure }), .wholes(members.map { $0.after.figure }),
      .wholes(
        members.map { $0.isNew ? nil : $0.before.figure.map { sizes.sizeClass(of: $0) } }),
      .wholes(members.map { $0.after.figure.map { sizes.sizeClass(of: $0) } }),
      .wholes(members.map { $0.after.figure.flatMap { sizes.closeBound($0) } }),
    ]
  }

  private func place(
    _ figures: OptionFigures, _ search: ZoneOption.SearchResult?
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
  func name(of target: Int32, in ground: ZoneGround) -> String {
    Int(target) < ground.neighbours.count
      ? territories.cpts[Int(ground.neighbours[Int(target)].cpts)].id.text : OptionTables.newCPTS
  }
}

extension Cell {
  /// A number from 0 to 1 with three decimals.
  fileprivate static func thousandths(_ number: Int?) -> Cell {
    .decimal(number.map { Double($0) / 1000 }, decimals: 3)
  }

  /// Numbers separated by `|`; a single one stays a number.
  fileprivate static func wholes(_ numbers: [Int?]) -> Cell {
    if numbers.count == 1 { return .whole(numbers[0]) }
    return .text(numbers.map { $0.map(String.init) ?? "" }.joined(separator: "|"))
  }
}
