import Coverage

extension Subcommand {
  /// `coverage-report simulate`: a study before and after a plan.
  static let simulate = Subcommand(
    name: "simulate",
    summary: Wording(
      fr: "L’étude avant et après un plan : qui gagne, quelles zones ferment, à quel coût.",
      en: "The study before and after a plan: who gains, which zones close, at what cost."),
    options: [plan, greedy, reach, pilots] + SettingTable.flags,
    notes: Wording(
      fr: """
        LE PLAN
          Un CSV, une action par ligne. Colonnes : zone (de zones_blanches.csv),
          secteur (de secteurs.csv) ou commune (son code), seule ou avec l’un d’eux
          (ce qu’elle y a), action, cpts_id, stade, cpts_nom, cpts_a_venir,
          date_fin_mentorat.
            creation              une CPTS nouvelle prend le lieu (en lettre_intention)
            extension             une CPTS existante le prend
            extension_temporaire  de même, le temps d’accompagner cpts_a_venir, jusqu’à
                                  date_fin_mentorat
            retrait               la CPTS le rend
            stade                 la CPTS atteint un stade (sans lieu)
            fin                   la CPTS prend fin (sans lieu)

        EXEMPLES
          coverage-report simulate data/demo/etude.yml \\
            --plan plan.csv --output out/simulation
          coverage-report simulate data/demo/etude.yml \\
            --greedy 10 --output out/dix-decisions
          coverage-report simulate data/demo/etude.yml \\
            --reach 95 --in region:53 --output out/bretagne
        """,
      en: """
        THE PLAN
          A CSV, an action a row. Columns: zone (of zones_blanches.csv), secteur (of
          secteurs.csv) or commune (its code), alone or with one of them (what it has
          there), action, cpts_id, stade, cpts_nom, cpts_a_venir, date_fin_mentorat.
            creation              a new CPTS takes the place (stage: lettre_intention)
            extension             an existing CPTS takes it
            extension_temporaire  the same, while it mentors cpts_a_venir, until
                                  date_fin_mentorat
            retrait               the CPTS gives it up
            stade                 the CPTS reaches a stage (no place)
            fin                   the CPTS ends (no place)

        EXAMPLES
          coverage-report simulate data/demo/etude.yml \\
            --plan plan.csv --output out/simulation
          coverage-report simulate data/demo/etude.yml \\
            --greedy 10 --output out/ten-decisions
          coverage-report simulate data/demo/etude.yml \\
            --reach 95 --in region:53 --output out/bretagne
        """)
  ) { arguments in
    let plan = arguments.settings[Self.plan]
    let goal = try goal(arguments.settings)
    try await arguments.runStudy(reading: [plan].compactMap { $0.map { InputPath($0) } }) { run in
      let output = try run.output
      guard plan != nil || goal != nil else { throw noPlan }
      let simulation = try await Simulation.run(
        run.options, plan: plan.map { InputPath($0) }, goal: goal, clock: run.clock)
      run.tell(
        try await SimulationReport.write(simulation, to: output, clock: run.clock), in: output)
      try run.end(
        SimulationText.summary(of: simulation, output: output), in: output,
        simulation.after.anomalies)
      leave(keeping: simulation)
    }
  }

  private static let plan = Setting<String?, InputPath?>(
    file: "plan", "FILE", .command,
    fr: "CSV des actions à essayer", en: "CSV of the actions to try")

  private static let greedy = Setting<Int?, Int?>(
    "greedy", .whole("N", "10"), .command,
    fr: "chercher les N décisions (1 à 1 000) qui gagnent le plus d’habitants, après le plan",
    en: "search for the N decisions (1 to 1,000) that gain most people, after the plan")

  private static let reach = Setting<Double?, Double?>(
    "reach", .number("PERCENT", "95"), .command,
    fr: "chercher des décisions jusqu’à couvrir tant pour cent des habitants : `95`, `12,5`, `95%`",
    en: "search for decisions until so many percent of the people are covered: `95`, `12.5`, `95%`")

  private static let pilots = Setting<AreaChoice?, AreaChoice?>(
    area: "in", .command,
    fr: "chercher parmi les secteurs que pilotent ces départements ou régions",
    en: "search among the sectors that these departments or regions pilot")

  private static func goal(_ settings: StudySettings) throws(InputFault) -> GreedyPlan.Goal? {
    let (count, percent) = (settings[greedy], settings[reach])
    if let count, !(1...Simulation.mostActions).contains(count) { throw refused(count) }
    if let percent, !(percent > 0 && percent <= 100) { throw refused(percent) }
    let areas = settings[pilots]
    guard count != nil || percent != nil else {
      if areas == nil { return nil }
      throw noGoal
    }
    if let areas, !["departement", "region"].contains(areas.level.lowercased()) {
      throw otherLevel
    }
    return GreedyPlan.Goal(count: count, percent: percent, areas: areas)
  }

  private static let noGoal = InputFault(
    .usage, path: "",
    problem: Wording(
      fr: "--in sans --greedy ni --reach : aucune décision à chercher",
      en: "--in without --greedy or --reach: no decision to search for"),
    cure: Wording(fr: "ajoutez --greedy 10", en: "add --greedy 10"))

  private static let otherLevel = InputFault(
    .usage, path: "",
    problem: Wording(
      fr: "--in : un secteur est piloté par un département, dans une région",
      en: "--in: a sector is piloted by a department, in a region"),
    cure: Wording(
      fr: "écrivez par exemple : --in departement:24 ou --in region:84",
      en: "write for instance: --in departement:24 or --in region:84"))

  private static func refused(_ percent: Double) -> InputFault {
    InputFault(
      .usage, path: "",
      problem: Wording(
        fr: "--reach \(percent) : pas un pourcentage", en: "--reach \(percent): no percentage"),
      cure: Wording(
        fr: "donnez un nombre au-dessus de 0, jusqu’à 100",
        en: "give a number above 0, up to 100"))
  }

  private static let noPlan = InputFault(
    .usage, path: "",
    problem: Wording(fr: "il manque --plan", en: "--plan is missing"),
    cure: Wording(
      fr: "donnez le CSV des actions, ou --greedy 10 pour en chercher",
      en: "give the CSV of the actions, or --greedy 10 to search for some"))

  private static func refused(_ count: Int) -> InputFault {
    InputFault(
      .usage, path: "",
      problem: Wording(
        fr: "--greedy \(count) : pas un nombre de décisions",
        en: "--greedy \(count): no number of decisions"),
      cure: Wording(
        fr: "donnez un nombre de 1 à \(Simulation.mostActions)",
        en: "give a number from 1 to \(Simulation.mostActions)"))
  }
}
