/// The tables of a study before and after a plan.
struct SimulationTables {
  let simulation: Simulation

  var before: Study { simulation.before }
  var after: Study { simulation.after }

  /// The indicator at each level: five rows a territory, one a stage.
  func coverage() -> Table {
    let isWhole = before.units.area.isWhole
    var table = Table(
      "simulation",
      [
        "niveau", "code", "nom", "population_totale", "stade", "population_avant",
        "population_apres", "ecart", "cumul_avant", "cumul_apres", "cumul_ecart",
        "pct_cumul_avant", "pct_cumul_apres", "cumul_apres_mentorat",
      ] + (isWhole ? [] : ["population_hors_etude"]))
    for (place, (old, new)) in zip(before.coverage, after.coverage).enumerated() where old.isKnown {
      let lasting = simulation.lasting[place].breakdown
      let total = old.breakdown.total
      for stage in Stage.allCases {
        let people = (old.breakdown[stage], new.breakdown[stage])
        let sums = (old.breakdown.cumulative(stage), new.breakdown.cumulative(stage))
        table.append(
          row: [
            .text(old.level), .code(old.code), .text(old.name), .whole(total), .text(stage.key),
            .whole(people.0), .whole(people.1), .whole(people.1 - people.0), .whole(sums.0),
            .whole(sums.1), .whole(sums.1 - sums.0), .percent(of: sums.0, in: total),
            .percent(of: sums.1, in: total), .whole(sums.1 - lasting.cumulative(stage)),
          ], isWhole ? [] : [.whole(old.peopleOutside)])
      }
    }
    return table
  }

  /// Each row of the plan and what became of it; rows that the search proposes have no line.
  func actions() -> Table {
    var table = Table(
      "simulation_actions",
      [
        "ligne", "zone", "commune", "action", "cpts_id", "cpts_nom", "stade", "sort",
        "population", "population_gagnee", "motif", "secteur", "cpts_a_venir", "date_fin_mentorat",
      ])
    for outcome in simulation.outcomes {
      let row = outcome.row
      // What a plan says is quoted, not given back.
      let said = [
        row.zone, row.commune, row.action, row.cpts, row.name, row.stage, row.mentored,
        row.mentoringEndInWords,
      ].map { ShownName.shortened($0, to: ShownName.longestQuote) }
      table.append(
        .whole(row.line > 0 ? row.line : nil), .code(said[0]), .code(said[1]), .text(said[2]),
        .code(said[3]), .text(said[4]), .text(said[5]),
        .text(outcome.fate.rawValue), .whole(outcome.known == .none ? nil : outcome.people),
        .whole(outcome.known == .none ? nil : outcome.gained),
        .text(outcome.reason?[after.options.language] ?? ""), .code(row.sector), .text(said[6]),
        .text(said[7]))
    }
    return table
  }

  /// Zones that are not as they were, then those that open.
  func zones() -> Table {
    var table = Table(
      "simulation_zones",
      [
        "zone", "sort", "population_avant", "population_couverte", "population_decouverte",
        "population_apres", "zones_apres", "commune_principale", "departements",
      ])
    for change in simulation.zones {
      let study = change.before == nil ? after : before
      guard change.fate != .unchanged, let index = change.before ?? change.after.first else {
        continue
      }
      let zone = study.figures.zones[index]
      let isUnknown = simulation.known(change) == .none
      func people(_ count: Int) -> Cell { .whole(isUnknown ? nil : count) }
      table.append(
        .code(zone.id), .text(change.fate.rawValue), people(change.peopleBefore),
        people(change.peopleCovered), people(change.peopleUncovered), people(change.peopleAfter),
        .codes(change.after.map { after.figures.zones[$0].id }),
        .text(study.units[zone.mainUnit].name),
        .codes(study.units.places(of: zone.units).departments))
    }
    return table
  }

  /// CPTS whose territory or stage changes.
  func cpts() -> Table {
    let sizes = after.options.rules.sizes
    var table = Table(
      "simulation_cpts",
      [
        "cpts_id", "cpts_nom", "stade_avant", "stade_apres", "population_avant",
        "population_apres", "taille_avant", "taille_apres", "seuil_proche", "montant_avant",
        "montant_apres", "montant_ecart", "nb_communes_avant", "nb_communes_apres",
        "nb_parties_avant", "nb_parties_apres", "departements", "regions",
        "montant_apres_avec_supplements", "regles", "reference_avant", "reference_apres",
        "reference_ecart", "reference_apres_avec_supplements", "reference_regles", "avertissement",
      ])
    let warning = after.options.amountWarning?[after.options.language] ?? ""
    for change in simulation.cpts {
      let (old, new) = (change.before, change.after)
      let euros = change.euros(after.options.rules)
      table.append(
        .code(change.id.text), .text(change.name), .text(old?.stage.key ?? ""),
        .text(new.stage.key), .whole(old?.people), .whole(new.people),
        .whole(old.flatMap { sizes.sizeClass(of: $0.counted) }),
        .whole(sizes.sizeClass(of: new.counted)), .whole(sizes.closeBound(new.counted)),
        .whole(euros.before), .whole(euros.after), .whole(euros.more),
        .whole(old?.communeCount), .whole(new.communeCount), .whole(old?.groupCount),
        .whole(new.groupCount), .codes(new.departments), .codes(new.regions),
        withSupplements(change, after.options.rules), .text(after.options.rules.name),
        .whole(reference(change)?.before), .whole(reference(change)?.after),
        .whole(reference(change)?.more),
        after.options.referenceRules.map { withSupplements(change, $0) } ?? .whole(nil),
        .text(after.options.referenceRules?.name ?? ""), .text(warning))
    }
    return table
  }

  /// By the earlier pack, where that of the study has amounts that no source gives.
  private func reference(_ change: CPTSChange) -> YearlyEuros? {
    after.options.referenceRules.map { change.euros($0) }
  }

  private func withSupplements(_ change: CPTSChange, _ pack: RulePack) -> Cell {
    .whole(
      pack.supplements.isEmpty ? nil : change.euros(pack, withSupplements: true).after)
  }

  func conflicts() -> Table {
    var table = Table("simulation_conflits", ["poids", "regle", "cpts", "constat"])
    for conflict in simulation.conflicts {
      table.append(
        .text(conflict.weight.rawValue), .text(conflict.rule.rawValue),
        .codes(conflict.cpts.map(\.text)), .text(conflict.finding[after.options.language]))
    }
    return table
  }

  /// What the search proposes, as a plan that `--plan` takes.
  func proposal() -> Table? {
    guard let greedy = simulation.greedy else { return nil }
    var table = Table(
      "plan_propose",
      [
        "rang", "zone", "secteur", "commune", "action", "cpts_id", "cpts_nom", "stade",
        "population_gagnee",
      ])
    for (rank, step) in greedy.steps.enumerated() {
      for (row, gained) in zip(step.rows, step.gains) {
        table.append(
          .whole(rank + 1), .code(row.zone), .code(row.sector), .code(row.commune),
          .text(row.action),
          .code(row.cpts), .text(row.name), .text(row.stage), .whole(gained))
      }
    }
    return table
  }

  /// What each decision proposed comes to, with those before it.
  func trajectory() -> Table? {
    guard let greedy = simulation.greedy else { return nil }
    let total = greedy.total
    var table = Table(
      "trajectoire",
      [
        "rang", "decision", "secteur", "cpts_id", "population_gagnee", "population_couverte",
        "pct_couvert", "cpts", "euros_aci", "faisable",
      ])
    for (rank, step) in greedy.steps.enumerated() {
      table.append(
        .whole(rank + 1), .text(step.kind.rawValue), .codes(step.sectors), .codes(step.cpts),
        .whole(step.people), .whole(step.covered),
        .decimal(total == 0 ? nil : Double(step.covered) / Double(total) * 100, decimals: 2),
        .whole(step.cptsCount), .whole(step.euros), .text(step.isPlain ? "oui" : "a_examiner"))
    }
    return table
  }
}
