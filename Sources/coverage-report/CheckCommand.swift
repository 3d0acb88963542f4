import ArgumentParser
import Coverage

/// `coverage-report check`: advice on proposed territories.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: words(
      fr: "Avis indicatif sur un ou plusieurs territoires proposés.",
      en: "Advice on one or several proposed territories (in French)."),
    discussion: words(
      fr: """
        EXEMPLES
          coverage-report check data/demo/etude.yml \\
            --territory data/demo/proposition.csv
          coverage-report check etude.yml --territory trace.gpkg --output avis
          coverage-report check etude.yml --territory a.csv --territory b.csv \\
            --format json
        """,
      en: """
        EXAMPLES
          coverage-report check data/demo/etude.yml \\
            --territory data/demo/proposition.csv
          coverage-report check study.yml --territory drawn.gpkg --output opinion
          coverage-report check study.yml --territory a.csv --territory b.csv \\
            --format json
        """))

  @OptionGroup var arguments: StudyArguments

  @Option(
    help: .init(
      words(
        fr: "Territoire proposé : codes de communes, avec ou sans colonne de CPTS, ou polygones ; "
          + "répétable. Un identifiant de l’étude annonce son nouveau périmètre.",
        en: "Territory proposed: codes of communes, with or without a column of CPTS, or "
          + "polygons; repeatable. An identifier of the study means its new perimeter."),
      valueName: "FILE[#layer]"))
  var territory: [String] = []

  @Option(
    help: .init(
      words(
        fr: "Dossier des fichiers (avis-….md, avis.json, avis.geojson), créé au besoin.",
        en: "Folder of the files (avis-….md, avis.json, avis.geojson), created."),
      valueName: "DIR"))
  var output: String?

  @Option(
    help: .init(
      words(
        fr: "Forme de l’avis sur la sortie standard, sans --output (text par défaut).",
        en: "Form of the opinion on standard output, without --output (default text).")))
  var format: Opinions.Format?

  func run() async throws {
    try await arguments.runStudy(output: output, proposals: territory) { run in
      if format != nil, output != nil { throw Self.formatOfFiles }
      let opinions = try await Opinions.run(run.options, clock: run.clock)
      if format == nil, let folder = run.folder {
        try opinions.write(to: folder)
        try run.end(opinions.summary(output: folder), opinions.study.anomalies)
      } else {
        try run.end(opinions.text(format ?? .text), opinions.study.anomalies)
      }
      leave(keeping: opinions.study)
    }
  }

  private static let formatOfFiles = InputFault(
    .usage, path: "",
    problem: Wording(
      fr: "--format et --output ensemble", en: "--format and --output together"),
    cure: Wording(
      fr: "--format est pour la sortie standard ; --output écrit le Markdown et le JSON",
      en: "--format is for standard output; --output writes Markdown and JSON"))
}
