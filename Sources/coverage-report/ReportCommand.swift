import Coverage

extension Subcommand {
  /// `coverage-report report`: the whole study.
  static let report = Subcommand(
    name: "report",
    summary: Wording(
      fr: "L’étude entière : indicateur, chevauchements, zones blanches.",
      en: "The whole study: indicator, overlaps, white zones."),
    options: SettingTable.reportFlags,
    notes: Wording(
      fr: """
        EXEMPLES
          coverage-report report data/demo/etude.yml --output out
          coverage-report report cpts.xlsx --area region:93 --output out
          coverage-report report --units communes.gpkg --population pop.csv \\
            --cpts cpts.csv --cpts perimetres.csv --at 2022-12-31 --output out
          coverage-report report --units communes.gpkg --cpts territoires.gpkg \\
            --grid carreaux_200m.csv --verify --at 2022-12-31 --output out
          coverage-report report etude.yml --csv excel-fr --output pour-excel
          coverage-report report etude.yml --since out/novembre --output out/decembre
        """,
      en: """
        EXAMPLES
          coverage-report report data/demo/etude.yml --output out
          coverage-report report cpts.xlsx --area region:93 --output out
          coverage-report report --units communes.gpkg --population pop.csv \\
            --cpts cpts.csv --cpts perimetres.csv --at 2022-12-31 --output out
          coverage-report report --units communes.gpkg --cpts territories.gpkg \\
            --grid cells_200m.csv --verify --at 2022-12-31 --output out
          coverage-report report study.yml --csv excel-fr --output for-excel
          coverage-report report study.yml --since out/november --output out/december
        """)
  ) { arguments in
    try await arguments.runStudy { run in
      let output = try run.output
      let earlier = try EarlierReport(run.options)
      let study = try await Study.run(run.options, clock: run.clock)
      let history = try earlier?.history(of: study, clock: run.clock)
      run.tell(
        try await StudyReport.write(study, since: history, to: output, clock: run.clock), in: output
      )
      try run.end(
        StudyText.summary(of: study, since: history, output: output), in: output, study.anomalies)
      leave(keeping: study)
    }
  }
}
