import Coverage

extension Subcommand {
  /// `coverage-report simulate`: a study before and after a plan.
  static let simulate = Subcommand(
    name: "simulate",
    summary: Wording(
      fr: "L’étude avant et après un plan : qui gagne, quelles zones ferment, à quel coût.",
      en: "The study before and after a plan: who gains, which zones close, at what cost."),
    options: [plan, greedy] + SettingTable.flags,
    notes: Wording(
      fr: """
        LE PLAN
          Un CSV, une action par ligne. Colonnes : zone (de zones_blanches.csv) ou
          commune (son code) ou les deux (ce que la commune a dans la zone), action,
          cpts_id, stade, cpts_nom.
            creation              une CPTS nouvelle prend le lieu (en lettre_intention)
            extension             une CPTS existante le prend
            extension_temporaire  de même, le temps d’accompagner une création
            retrait               la CPTS le rend
            stade                 la CPTS atteint un stade (sans lieu)
            fin                   la CPTS prend fin (sans lieu)

        EXEMPLES
          coverage-report simulate data/demo/etude.yml \\
            --plan plan.csv --output out/simulation
          coverage-report simulate data/demo/etude.yml \\
            --greedy 10 --output out/dix-actions
        """,
      en: """
        THE PLAN
          A CSV, an action a row. Columns: zone (of zones_blanches.csv) or commune (its
          code) or both (what the commune has in the zone), action, cpts_id, stade,
          cpts_nom.
            creation              a new CPTS takes the place (stage: lettre_intention)
            extension             an existing CPTS takes it
            extension_temporaire  the same, while it mentors a creation
            retrait               the CPTS gives it up
            stade                 the CPTS reaches a stage (no place)
            fin                   the CPTS ends (no place)

        EXAMPLES
          coverage-report simulate data/demo/etude.yml \\
            --plan plan.csv --output out/simulation
          coverage-report simulate data/demo/etude.yml \\
            --greedy 10 --output out/ten-actions
        """)
  ) { arguments in
    let (plan, greedy) = (arguments.settings[Self.plan], arguments.settings[Self.greedy])
    try await arguments.runStudy { run in
      let output = try run.output
      guard plan != nil || greedy != nil else { throw noPlan }
      if let greedy, !(1...Simulation.mostActions).contains(greedy) { throw refused(greedy) }
      let simulation = try await Simulation.run(
        run.options, plan: plan.map { InputPath($0) }, actions: greedy, clock: run.clock)
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
    fr: "chercher les N actions qui gagnent le plus d’habitants, après celles du plan",
    en: "search for the N actions that gain most people, after those of the plan")

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
        fr: "--greedy \(count) : pas un nombre d’actions",
        en: "--greedy \(count): no number of actions"),
      cure: Wording(
        fr: "donnez un nombre de 1 à \(Simulation.mostActions)",
        en: "give a number from 1 to \(Simulation.mostActions)"))
  }
}
