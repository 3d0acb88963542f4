import Coverage

extension Subcommand {
  /// `coverage-report trend`: the figures at each date.
  static let trend = Subcommand(
    name: "trend",
    summary: Wording(
      fr: "L’indicateur à chaque date, sa courbe, et une projection nommée comme telle.",
      en: "The indicator at each date, its curve, and a projection that is named one."),
    options: [first, last, step] + SettingTable.flags.filter { !unused.contains($0.face.key) },
    notes: Wording(
      fr: """
        LES DATES
          --from, puis le même jour de chaque mois, trimestre ou année, et --to. D’une
          fin de mois, toutes sont des fins de mois. Le stade est celui de chaque date ;
          le périmètre aussi, si la liste dit date_debut et date_fin des couples.

        EXEMPLES
          coverage-report trend data/demo/etude.yml \\
            --from 2019-12-31 --to 2022-12-31 --output out/trend
          coverage-report trend cpts.xlsx --area region:53 \\
            --from 2020-12-31 --to 2024-12-31 --every quarter --output out/bretagne
        """,
      en: """
        THE DATES
          --from, then the same day of each month, quarter or year, and --to. From the
          end of a month on, all are ends of months. The stage is that of each date; so
          is the perimeter, where the list says date_debut and date_fin of the pairs.

        EXAMPLES
          coverage-report trend data/demo/etude.yml \\
            --from 2019-12-31 --to 2022-12-31 --output out/trend
          coverage-report trend cpts.xlsx --area region:53 \\
            --from 2020-12-31 --to 2024-12-31 --every quarter --output out/bretagne
        """)
  ) { arguments in
    let settings = arguments.settings
    try await arguments.runStudy { run in
      let output = try run.output
      guard let from = settings[first], let to = settings[last] else { throw noDates }
      let trend = try await Trend.run(
        run.options, from: from, to: to, every: settings[step] ?? .month, clock: run.clock)
      run.tell(try await TrendReport.write(trend, to: output, clock: run.clock), in: output)
      try run.end(TrendText.summary(of: trend, output: output), in: output, trend.anomalies)
      leave(keeping: trend)
    }
  }

  /// A trend has days of its own, and nothing is computed again.
  private static let unused = ["at", "verify"]

  private static let first = Setting<CivilDate?, CivilDate?>(
    "from", .date, .command, fr: "première date", en: "the first date")

  private static let last = Setting<CivilDate?, CivilDate?>(
    "to", .date, .command, fr: "dernière date", en: "the last date")

  private static let step = Setting<TrendStep?, TrendStep?>(
    "every", .word, .command,
    fallback: Wording(fr: "`month`", en: "`month`"),
    fr: "d’une date à la suivante : un mois, un trimestre ou un an",
    en: "from one date to the next: a month, a quarter or a year")

  private static let noDates = InputFault(
    .usage, path: "",
    problem: Wording(fr: "il manque --from ou --to", en: "--from or --to is missing"),
    cure: Wording(
      fr: "donnez les deux jours : --from 2020-12-31 --to 2022-12-31",
      en: "give both days: --from 2020-12-31 --to 2022-12-31"))
}
