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
    let asked = arguments.language ?? .ofLocale
    var settings = arguments.settings
    settings.output = output
    try await reportingFaults(in: asked) {
      if let study = arguments.study { settings = settings.over(try StudyFile.read(study)) }
    }
    let language = settings.language ?? asked
    try await reportingFaults(in: language) {
      guard let output = settings.output else { throw Self.noOutput }
      let options = try StudyOptions(settings, language: language)
      let isQuiet = settings.quiet ?? false
      let progress = ProgressLine(settings.progress ?? .auto, quiet: isQuiet, language)
      let clock = StepClock { progress.begin($0) }
      defer { progress.end() }
      let study = try await Study.run(options, clock: clock)
      try await StudyReport.write(study, to: output, clock: clock)
      progress.end()
      if !isQuiet { print(StudyText.summary(of: study, output: output), terminator: "") }
      if settings.strict == true, study.anomalies.contains(where: { $0.severity == .error }) {
        throw ExitCode(InputFault.Kind.data.rawValue)
      }
      leave(keeping: study)
    }
  }

  private static let noOutput = InputFault(
    .usage, path: "",
    problem: Wording(fr: "il manque --output", en: "--output is missing"),
    cure: Wording(
      fr: "nommez le dossier des résultats : --output out",
      en: "name the folder of the results: --output out"))
}
