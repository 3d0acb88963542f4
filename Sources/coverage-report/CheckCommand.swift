import Coverage

extension Subcommand {
  /// `coverage-report check`: advice on proposed territories.
  static let check = Subcommand(
    name: "check",
    summary: Wording(
      fr: "Avis indicatif sur un ou plusieurs territoires proposés.",
      en: "Advice on one or several proposed territories (in French)."),
    options: [SettingTable.shared.proposals, format] + SettingTable.flags,
    notes: Wording(
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
        """)
  ) { arguments in
    let form = arguments.settings[format]
    try await arguments.runStudy { run in
      if form != nil, arguments.settings.output != nil { throw formatOfFiles }
      if arguments.settings.zip == true, form != nil || run.folder == nil {
        throw zipWithoutFolder
      }
      let opinions = try await Opinions.run(run.options, clock: run.clock)
      if form == nil, let folder = run.folder {
        run.tell(try await opinions.write(to: folder), in: folder)
        try run.end(opinions.summary(output: folder), in: folder, opinions.study.anomalies)
      } else {
        try run.end(
          printing: opinions.text(form ?? .text), as: form == .json ? .json : .page,
          opinions.study.anomalies)
      }
      leave(keeping: opinions.study)
    }
  }

  private static let format = Setting<Opinions.Format?, Opinions.Format?>(
    "format", .word, .command, fallback: Wording(fr: "`text`", en: "`text`"),
    fr: "forme de l’avis sur la sortie standard, même si le fichier d’étude nomme un dossier ; pas "
      + "avec `--output`",
    en: "form of the opinion on standard output, even where the study file names a folder; not "
      + "with `--output`")

  private static let zipWithoutFolder = InputFault(
    .usage, path: "",
    problem: Wording(
      fr: "--zip sans --output : l’avis va à l’écran, aucun fichier n’est à réunir",
      en: "--zip without --output: the opinion goes to the screen, there is no file to pack"),
    cure: Wording(
      fr: "nommez le dossier de l’avis, où avis.zip sera écrit : --output avis",
      en: "name the folder of the opinion, where avis.zip will be written: --output avis"))

  private static let formatOfFiles = InputFault(
    .usage, path: "",
    problem: Wording(
      fr: "--format et --output ensemble", en: "--format and --output together"),
    cure: Wording(
      fr: "--format est pour la sortie standard ; --output écrit le Markdown et le JSON",
      en: "--format is for standard output; --output writes Markdown and JSON"))
}
