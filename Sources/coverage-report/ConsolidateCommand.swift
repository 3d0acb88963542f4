import Coverage

extension Subcommand {
  /// `coverage-report consolidate`: lists of several senders into one.
  static let consolidate = Subcommand(
    name: "consolidate",
    summary: Wording(
      fr: "Les listes de plusieurs expéditeurs en une, et ce qu’il reste à trancher.",
      en: "Lists of several senders into one, and what is left to decide."),
    files: Files(
      name: "FILE[#sheet]|DIR",
      help: Wording(
        fr: "ce qu’un expéditeur a envoyé : une liste de CPTS, ou un dossier qui a ses listes ; "
          + "l’ordre ne change rien",
        en: "what one sender has sent: a list of CPTS, or a folder that has its lists; the order "
          + "changes nothing"),
      isNeeded: true, areSeveral: true),
    options: [since, decisions] + ofLists,
    notes: Wording(
      fr: """
        EXEMPLES
          coverage-report consolidate regions/*.csv --output consolidation
          coverage-report consolidate ara.xlsx bretagne/ corse.csv \\
            --since consolidation-avril --output consolidation-mai
          coverage-report consolidate regions/*.csv \\
            --decisions arbitrages.csv --output consolidation
          coverage-report report --cpts consolidation/cpts.csv \\
            --cpts consolidation/perimetres.csv --output out
        """,
      en: """
        EXAMPLES
          coverage-report consolidate regions/*.csv --output consolidation
          coverage-report consolidate ara.xlsx bretagne/ corse.csv \\
            --since consolidation-april --output consolidation-may
          coverage-report consolidate regions/*.csv \\
            --decisions arbitrages.csv --output consolidation
          coverage-report report --cpts consolidation/cpts.csv \\
            --cpts consolidation/perimetres.csv --output out
        """)
  ) { arguments in
    let others = Consolidation.Others(
      decisions: arguments.settings[decisions], since: arguments.settings[since])
    var lists = arguments
    let senders = try Sender.all(arguments.files)
    // Every file is a list, and none a study.
    lists.files = []
    lists.settings.cpts = senders.flatMap(\.files)
    lists.settings.decisions = nil
    try await lists.runStudy(reading: others.files) { run in
      let output = try run.output
      let consolidation = try Consolidation.run(run.options, of: senders, others, clock: run.clock)
      run.tell(
        try await ConsolidationReport.write(consolidation, to: output, clock: run.clock),
        in: output)
      try run.end(
        ConsolidationText.summary(of: consolidation, output: output), in: output,
        consolidation.anomalies)
      leave(keeping: consolidation)
    }
  }

  private static let since = Setting<String?, InputPath?>(
    file: "since", "DIR", .command,
    fr:
      "dossier de la dernière consolidation : ce qui a changé, par expéditeur, et une alerte si une "
      + "liste a perdu plus d’un dixième",
    en: "folder of the last consolidation: what changed, by sender, and an alarm where a list has "
      + "lost more than a tenth")

  private static let decisions = Setting<String?, InputPath?>(
    file: "decisions", "FILE", .command,
    fr: "vos décisions : `arbitrages.csv` avec sa colonne `decision` remplie, ou "
      + "`arbitrage,decision`",
    en: "your decisions: `arbitrages.csv` with its column `decision` filled in, or "
      + "`arbitrage,decision`")

  /// What settings of a study lists depend on.
  private static let ofLists: [any AnySetting] = [
    SettingTable.shared.units, SettingTable.shared.population,
    SettingTable.shared.populationColumn, SettingTable.shared.attributes,
    SettingTable.shared.movements, SettingTable.shared.mergeSimilar, SettingTable.shared.at,
    SettingTable.shared.defaultStage, SettingTable.shared.columns, SettingTable.shared.output,
    SettingTable.shared.wait, SettingTable.shared.language, SettingTable.shared.csv,
    SettingTable.shared.jobs, SettingTable.shared.quiet, SettingTable.shared.progress,
    SettingTable.shared.strict,
  ]
}
