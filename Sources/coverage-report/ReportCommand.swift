import ArgumentParser
import Coverage

/// `coverage-report report`: the whole study.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: words(
      fr: "L’étude entière : indicateur, chevauchements, zones blanches.",
      en: "The whole study: indicator, overlaps, white zones."),
    discussion: words(
      fr: """
        EXEMPLES
          coverage-report report data/demo/etude.yml --output out
          coverage-report report --units communes.gpkg --population pop.csv \\
            --cpts cpts.csv --cpts perimetres.csv --at 2022-12-31 --output out
          coverage-report report --units communes.gpkg --cpts territoires.gpkg \\
            --grid carreaux_200m.csv --verify --at 2022-12-31 --output out
          coverage-report report etude.yml --csv excel-fr --output pour-excel
        """,
      en: """
        EXAMPLES
          coverage-report report data/demo/etude.yml --output out
          coverage-report report --units communes.gpkg --population pop.csv \\
            --cpts cpts.csv --cpts perimetres.csv --at 2022-12-31 --output out
          coverage-report report --units communes.gpkg --cpts territories.gpkg \\
            --grid cells_200m.csv --verify --at 2022-12-31 --output out
          coverage-report report study.yml --csv excel-fr --output for-excel
        """))

  @OptionGroup var arguments: StudyArguments

  @Option(
    help: .init(
      words(fr: "Dossier des résultats, créé au besoin.", en: "Folder of the results, created."),
      valueName: "DIR"))
  var output: String?

  func run() async throws {
    try await arguments.runStudy(output: output) { run in
      let output = try run.output
      let study = try await Study.run(run.options, clock: run.clock)
      try await StudyReport.write(study, to: output, clock: run.clock)
      try run.end(StudyText.summary(of: study, output: output), study.anomalies)
      leave(keeping: study)
    }
  }
}
