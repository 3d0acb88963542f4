/// What a user asks of a study, each setting given or not: by flags, or by a study file.
public struct StudySettings: Sendable {
  /// Title of the study, for the terminal and `resume.json`.
  public var title: String?
  /// Whether the data are made up, which the page says before any figure.
  public var isFictitious: Bool?
  /// Polygons of the units: `FILE` or `FILE#layer`.
  public var units: String?
  /// Files that replace the population of the units.
  public var population: [String] = []
  /// Column of that CSV.
  public var populationColumn: String?
  /// CSV files of further columns by unit code.
  public var attributes: [String] = []
  /// CSV files of CPTS and of pairs (CPTS, unit), and maps of territories: `FILE` or `FILE#layer`.
  public var cpts: [String] = []
  /// Territories proposed, for an opinion: lists of units or maps, `FILE` or `FILE#layer`.
  public var proposals: [String] = []
  /// INSEE's file of the movements of communes.
  public var movements: String?
  /// CSV of what the user decided where the files leave a choice.
  public var decisions: String?
  /// Whether CPTS whose names are two spellings of one are put together.
  public var mergeSimilar: Bool?
  /// Files of gridded population: `FILE` or `FILE#EPSG:n`.
  public var grid: [String] = []
  /// Which cut units are computed again by overlays.
  public var verify: Verification?
  /// Metres below which an overlap or a gap may be a `lisere`.
  public var sliverWidth: Double?
  /// People below which an overlap or a gap may be a `lisere`.
  public var sliverPeople: Int?
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
  /// Rule pack, by name or as a file; nil for the one in force on the day of the study.
  public var rules: String?
  /// What the options of white zones are judged by.
  public var optionWeights: [OptionRules.Criterion: Int] = [:]
  /// Inhabitants above which a CPTS is not coherent.
  public var optionLargest: Int?
  /// Inhabitants below which a CPTS cannot be created.
  public var optionSmallest: Int?
  /// Percent of professionals who adhere, below which a CPTS is fragile.
  public var fragileMembers: Double?
  /// Percent of members who are active, below which a CPTS is fragile.
  public var fragileActive: Double?
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
    result.isFictitious = isFictitious ?? others.isFictitious
    result.units = units ?? others.units
    if population.isEmpty { result.population = others.population }
    result.populationColumn = populationColumn ?? others.populationColumn
    if attributes.isEmpty { result.attributes = others.attributes }
    if cpts.isEmpty { result.cpts = others.cpts }
    if proposals.isEmpty { result.proposals = others.proposals }
    result.movements = movements ?? others.movements
    result.decisions = decisions ?? others.decisions
    result.mergeSimilar = mergeSimilar ?? others.mergeSimilar
    if grid.isEmpty { result.grid = others.grid }
    result.verify = verify ?? others.verify
    result.sliverWidth = sliverWidth ?? others.sliverWidth
    result.sliverPeople = sliverPeople ?? others.sliverPeople
    result.at = at ?? others.at
    result.defaultStage = defaultStage ?? others.defaultStage
    result.columns = others.columns.merging(columns) { $1 }
    result.whiteBelow = whiteBelow ?? others.whiteBelow
    if by.isEmpty { result.by = others.by }
    result.rules = rules ?? others.rules
    result.optionWeights = others.optionWeights.merging(optionWeights) { $1 }
    result.optionLargest = optionLargest ?? others.optionLargest
    result.optionSmallest = optionSmallest ?? others.optionSmallest
    result.fragileMembers = fragileMembers ?? others.fragileMembers
    result.fragileActive = fragileActive ?? others.fragileActive
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
