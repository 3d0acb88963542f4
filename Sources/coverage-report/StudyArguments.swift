import ArgumentParser
import Coverage

/// The options that every study shares.
struct StudyArguments: ParsableArguments {
  @Argument(
    help: .init(
      words(
        fr: "Fichier d’étude : du YAML dont les clés sont les options.",
        en: "Study file: YAML whose keys are the options."), valueName: "STUDY.yml"))
  var study: String?

  @Option(
    help: .init(
      words(
        fr: "Polygones des unités (GeoPackage ou GeoJSON).",
        en: "Polygons of the units (GeoPackage or GeoJSON)."), valueName: "FILE[#layer]"))
  var units: String?

  @Option(
    help: .init(
      words(
        fr: "Population des unités, à la place de la leur (Mayotte à part) ; répétable.",
        en: "Population of the units, in place of theirs (Mayotte apart); repeatable."),
      valueName: "FILE"))
  var population: [String] = []

  @Option(
    help: .init(
      words(
        fr: "Colonne de ces fichiers, quand son nom n’est pas reconnu (PMUN l’est).",
        en: "Column of those files, where its name is not recognised (PMUN is)."),
      valueName: "NAME"))
  var populationColumn: String?

  @Option(
    help: .init(
      words(
        fr: "CSV d’autres colonnes par code d’unité ; répétable.",
        en: "CSV of further columns by unit code; repeatable."), valueName: "FILE"))
  var attributes: [String] = []

  @Option(
    help: .init(
      words(
        fr: "CSV des CPTS, des couples (CPTS, unité) ou des deux, ou polygones ; répétable.",
        en: "CSV of CPTS, of pairs (CPTS, unit) or both, or polygons; repeatable."),
      valueName: "FILE[#layer]"))
  var cpts: [String] = []

  @OptionGroup var codes: CodeArguments

  @OptionGroup var drawing: DrawingArguments

  @Option(
    help: .init(
      words(
        fr: "Stade et périmètre à cette date (par défaut aujourd’hui).",
        en: "Stage and perimeter on that day (default: today)."), valueName: "DATE"))
  var at: CivilDate?

  @Option(
    help: .init(
      words(
        fr: "Stade des CPTS qui n’ont ni stade ni date.",
        en: "Stage of the CPTS that have neither stage nor date."), valueName: "STAGE"))
  var defaultStage: Stage?

  @Option(
    help: .init(
      words(
        fr: "Colonne d’un rôle, quand son nom n’est pas reconnu ; répétable.",
        en: "Column of a role, where its name is not recognised; repeatable."),
      valueName: "ROLE=NAME"))
  var mapColumn: [ColumnChoice] = []

  @Option(
    help: .init(
      words(
        fr: "Stade à partir duquel on est couvert (lettre_intention par défaut).",
        en: "Stage from which people are covered (default lettre_intention)."),
      valueName: "STAGE"))
  var whiteBelow: Stage?

  @Option(
    help: .init(
      words(
        fr: "Niveau supplémentaire de couverture.csv : une colonne d’attributs ; répétable.",
        en: "Further level of couverture.csv: a column of attributes; repeatable."),
      valueName: "COLUMN"))
  var by: [String] = []

  @Option(
    help: .init(
      words(
        fr: "Règles de taille et d’argent : un paquet de data/rules ou un fichier ; par défaut "
          + "celui en vigueur à la date.",
        en: "Rules of size and money: a pack of data/rules or a file; default: the one in force "
          + "on the day."),
      valueName: "NAME|FILE"))
  var rules: String?

  @Option(help: .init(words(fr: "Langue des messages.", en: "Language of messages.")))
  var language: Language?

  @Option(help: .init(words(fr: "Dialecte des CSV.", en: "Dialect of the CSV files.")))
  var csv: CSVDialect?

  @Option(
    help: .init(
      words(fr: "Tâches simultanées.", en: "Tasks at once."), valueName: "N"))
  var jobs: Int?

  @Flag(
    help: .init(words(fr: "Ne rien afficher si tout va bien.", en: "Say nothing if all is well.")))
  var quiet = false

  @Option(help: .init(words(fr: "Afficher l’avancement.", en: "Show progress.")))
  var progress: ProgressChoice?

  @Flag(
    help: .init(
      words(
        fr: "Sortir en 65, après écriture, s’il y a une anomalie de gravité erreur.",
        en: "Exit 65, after writing, if there is an anomaly of severity erreur.")))
  var strict = false

  var settings: StudySettings {
    var settings = StudySettings()
    settings.units = units
    settings.population = population
    settings.populationColumn = populationColumn
    settings.attributes = attributes
    settings.cpts = cpts
    codes.add(to: &settings)
    drawing.add(to: &settings)
    settings.at = at
    settings.defaultStage = defaultStage
    settings.columns = Dictionary(
      mapColumn.map { ($0.role, $0.name) }, uniquingKeysWith: { $1 })
    settings.whiteBelow = whiteBelow
    settings.by = by
    settings.rules = rules
    settings.language = language
    settings.csv = csv
    settings.jobs = jobs
    settings.quiet = quiet ? true : nil
    settings.progress = progress
    settings.strict = strict ? true : nil
    return settings
  }
}
