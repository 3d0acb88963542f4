/// `resume.json` of a simulation, in whose words the members are.
enum SimulationSummary {
  static func json(of simulation: Simulation, _ clock: StepClock) -> JSON {
    let (before, after) = (simulation.before, simulation.after)
    return [
      "version": .text(toolkitVersion),
      "bibliotheques": StudySummary.libraries,
      "date": StudySummary.now,
      "titre": .text(after.options.title),
      "options": StudySummary.options(before.options),
      "entrees": StudySummary.inputs(of: after),
      "unites": StudySummary.units(of: before),
      "population": StudySummary.population(of: before),
      "regles": OptionsSummary.rules(before.options),
      "avant": StudySummary.totals(of: before),
      "apres": StudySummary.totals(of: after),
      "population_gagnee": .whole(simulation.gained),
      "population_apres_mentorat": .whole(simulation.peopleCoveredForATime),
      "actions": counts(
        [PlanOutcome.Fate.applied, .withoutEffect, .setAside], of: simulation.outcomes.map(\.fate)),
      "zones": counts(ZoneFate.allCases, of: simulation.zones.map(\.fate)),
      "conflits": counts(PlanConflict.Weight.allCases, of: simulation.conflicts.map(\.weight)),
      "montants": amounts(before, after),
      "recherche": simulation.greedy.map { search($0) },
      "secondes": StudySummary.seconds(clock),
    ]
  }

  /// Euros a year of the ACI of the CPTS that have signed it, by their size, without supplementary items:
  /// by each pack that is shown. Before the signature no text gives any.
  private static func amounts(_ before: Study, _ after: Study) -> JSON {
    .array(
      before.options.amountRules.map { pack in
        [
          "regles": .text(pack.name),
          "avertissement": pack.warning(at: before.options.at).map {
            .text($0[before.options.language])
          } ?? .null,
          "aci_signe_avant": .cell(.whole(before.signedEuros(pack))),
          "aci_signe_apres": .cell(.whole(after.signedEuros(pack))),
        ]
      })
  }

  /// The actions that gain most people. No choice of as many gains more than `population_maximale`.
  private static func search(_ greedy: GreedyPlan) -> JSON {
    [
      "decisions_demandees": greedy.goal.count.map { .whole($0) } ?? .null,
      "couverture_demandee_pct": greedy.goal.percent.map { .number($0) } ?? .null,
      "pilotes": greedy.goal.areas.map { .text($0.description) } ?? .null,
      "decisions_trouvees": .whole(greedy.steps.count),
      "population_hors_atteinte": .whole(greedy.peopleUnreached),
      "population_gagnee": .whole(greedy.gained),
      "population_maximale": .whole(greedy.bound),
      "ecart_max_pct": .number(Double(greedy.gap) / 100),
      "optimal_prouve": .flag(greedy.gap == 0),
    ]
  }

  private static func counts<Kind: RawRepresentable<String> & Equatable>(
    _ kinds: [Kind], of found: [Kind]
  ) -> JSON {
    .object(kinds.map { kind in (kind.rawValue, .whole(found.count { $0 == kind })) })
  }
}
