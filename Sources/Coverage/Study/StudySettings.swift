/// What a user asks of a study, each setting given or not: by flags, or by a study file.
public struct StudySettings: Sendable {
  /// Title of the study, for the terminal and `resume.json`.
  public var title: String?
  /// Polygons of the units: `FILE` or `FILE#layer`.
  public var units: String?
  /// CSV that replaces the population of the units.
  public var population: String?
  /// Column of that CSV.
  public var populationColumn: String?
  /// CSV files of further columns by unit code.
  public var attributes: [String] = []
  /// CSV files of CPTS and of pairs (CPTS, unit).
  public var cpts: [String] = []
  /// The day of the study.
  public var at: CivilDate?
  /// Stage of the CPTS that have neither stage nor date.
  public var defaultStage: Stage?
  /// Columns by role, where their names are not recognised.
  public var columns: [FieldRole: String] = [:]
  /// The stage from which people count as covered.
  public var whiteBelow: Stage?
  /// Further levels of `couverture.csv`.
  public var by: [String] = []
  /// Folder of the results.
  public var output: String?
  /// Language of messages.
  public var language: Language?
  /// Dialect of the CSV files.
  public var csv: CSVDialect?
  /// How many tasks may run at once.
  public var jobs: Int?
  /// Whether to say nothing when all is well.
  public var quiet: Bool?
  /// When to show progress.
  public var progress: ProgressChoice?
  /// Whether an anomaly of severity `erreur` fails the run.
  public var strict: Bool?

  /// Nothing asked for yet.
  public init() {}

  /// These settings, completed by others where these are silent.
  public func over(_ others: StudySettings) -> StudySettings {
    var result = self
    result.title = title ?? others.title
    result.units = units ?? others.units
    result.population = population ?? others.population
    result.populationColumn = populationColumn ?? others.populationColumn
    if attributes.isEmpty { result.attributes = others.attributes }
    if cpts.isEmpty { result.cpts = others.cpts }
    result.at = at ?? others.at
    result.defaultStage = defaultStage ?? others.defaultStage
    result.columns = others.columns.merging(columns) { $1 }
    result.whiteBelow = whiteBelow ?? others.whiteBelow
    if by.isEmpty { result.by = others.by }
    result.output = output ?? others.output
    result.language = language ?? others.language
    result.csv = csv ?? others.csv
    result.jobs = jobs ?? others.jobs
    result.quiet = quiet ?? others.quiet
    result.progress = progress ?? others.progress
    result.strict = strict ?? others.strict
    return result
  }
}

/// When to show progress.
public enum ProgressChoice: String, CaseIterable, Sendable {
  /// On a terminal.
  case auto
  case always
  case never
}

/// A study that can run: every setting has its value.
public struct StudyOptions: Sendable {
  /// Title of the study, for the terminal and `resume.json`.
  public let title: String
  /// Polygons of the units: `FILE` or `FILE#layer`.
  public let units: InputPath
  /// CSV that replaces the population of the units.
  public let population: InputPath?
  /// Column of that CSV.
  public let populationColumn: String?
  /// CSV files of further columns by unit code.
  public let attributes: [InputPath]
  /// CSV files of CPTS and of pairs (CPTS, unit).
  public let cpts: [InputPath]
  /// The day of the study.
  public let at: CivilDate
  /// Stage of the CPTS that have neither stage nor date.
  public let defaultStage: Stage?
  /// Columns by role, where their names are not recognised.
  public let columns: [FieldRole: String]
  /// The stage from which people count as covered.
  public let whiteBelow: Stage
  /// Further levels of `couverture.csv`.
  public let by: [String]
  /// Language of messages.
  public let language: Language
  /// Dialect of the CSV files.
  public let csv: CSVDialect
  /// How many tasks may run at once.
  public let jobs: Int

  /// - Parameters:
  ///   - settings: what the user asked for.
  ///   - today: the day of the run, for when no day is asked for.
  ///   - language: the language of messages, unless the settings choose.
  ///   - processors: how many tasks may run at once, unless the settings choose.
  /// - Throws: a usage fault that names the missing option.
  public init(
    _ settings: StudySettings, today: CivilDate, language: Language = .french,
    processors: Int = 1
  ) throws(InputFault) {
    guard let units = settings.units else {
      throw Self.missing(
        "--units", Wording(fr: "polygones des unités", en: "polygons of the units"))
    }
    guard !settings.cpts.isEmpty else {
      throw Self.missing("--cpts", Wording(fr: "liste des CPTS", en: "list of CPTS"))
    }
    guard settings.whiteBelow != Stage.none else {
      throw InputFault(
        .usage, path: "",
        problem: Wording(
          fr: "--white-below aucun : tout le monde serait couvert",
          en: "--white-below aucun: everybody would be covered"),
        cure: Wording(fr: "choisissez projet ou plus", en: "choose projet or above"))
    }
    guard settings.jobs ?? 1 >= 1 else {
      throw InputFault(
        .usage, path: "",
        problem: Wording(
          fr: "--jobs \(settings.jobs ?? 0) : aucune tâche",
          en: "--jobs \(settings.jobs ?? 0): no task"),
        cure: Wording(fr: "donnez 1 ou plus", en: "give 1 or more"))
    }
    title = settings.title ?? ""
    self.units = InputPath(units)
    population = settings.population.map { InputPath($0) }
    populationColumn = settings.populationColumn
    attributes = settings.attributes.map { InputPath($0) }
    cpts = settings.cpts.map { InputPath($0) }
    at = settings.at ?? today
    defaultStage = settings.defaultStage
    columns = settings.columns
    whiteBelow = settings.whiteBelow ?? .letterOfIntent
    by = settings.by
    self.language = settings.language ?? language
    csv = settings.csv ?? .standard
    jobs = settings.jobs ?? processors
  }

  /// Every file read, in the order of the options.
  var inputs: [InputPath] {
    [units] + (population.map { [$0] } ?? []) + attributes + cpts
  }

  private static func missing(_ option: String, _ what: Wording) -> InputFault {
    InputFault(
      .usage, path: "",
      problem: Wording(
        fr: "il manque \(option) (\(what.french))", en: "\(option) is missing (\(what.english))"),
      cure: Wording(
        fr: "ajoutez l’option, ou la clé du même nom dans le fichier d’étude",
        en: "add the option, or the key of that name to the study file"))
  }
}
