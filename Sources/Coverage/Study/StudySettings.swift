/// What a user asks of a study, each setting given or not: by flags, or by a study file.
public struct StudySettings: Sendable {
  public var title: String?
  public var units: String?
  public var population: String?
  public var populationColumn: String?
  public var attributes: [String] = []
  public var cpts: [String] = []
  public var at: CivilDate?
  public var defaultStage: Stage?
  public var columns: [FieldRole: String] = [:]
  public var whiteBelow: Stage?
  public var by: [String] = []
  public var output: String?
  public var language: Language?
  public var csv: CSVDialect?
  public var jobs: Int?

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
    return result
  }
}

/// A study that can run: every setting has its value.
public struct StudyOptions: Sendable {
  public let title: String
  public let units: InputPath
  public let population: InputPath?
  public let populationColumn: String?
  public let attributes: [InputPath]
  public let cpts: [InputPath]
  public let at: CivilDate
  public let defaultStage: Stage?
  public let columns: [FieldRole: String]
  public let whiteBelow: Stage
  public let by: [String]
  public let language: Language
  public let csv: CSVDialect
  public let jobs: Int

  /// - Parameters:
  ///   - today: the day of the run, for when no day is asked for.
  /// - Throws: a usage fault that names the missing option.
  public init(
    _ settings: StudySettings, today: CivilDate, language: Language, processors: Int
  ) throws(InputFault) {
    guard let units = settings.units else {
      throw Self.missing(
        "--units", Wording(fr: "polygones des unités", en: "polygons of the units"))
    }
    guard !settings.cpts.isEmpty else {
      throw Self.missing("--cpts", Wording(fr: "liste des CPTS", en: "list of CPTS"))
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
    jobs = max(1, settings.jobs ?? processors)
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
