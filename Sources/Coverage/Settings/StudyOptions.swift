/// A study that can run: every setting has its value.
public struct StudyOptions: Sendable {
  /// Title of the study, for the terminal and `resume.json`.
  public private(set) var title: String
  /// Whether the data are made up.
  public let isFictitious: Bool
  /// Polygons of the units: `FILE` or `FILE#layer`.
  public let units: InputPath
  /// Files that replace the population of the units.
  public let population: [InputPath]
  /// Column of those files.
  public let populationColumn: String?
  /// CSV files of further columns by unit code.
  public let attributes: [InputPath]
  /// CSV files of CPTS and of pairs (CPTS, unit), and maps of territories.
  public let cpts: [InputPath]
  /// Territories proposed, for an opinion.
  public let proposals: [InputPath]
  /// INSEE's file of the movements of communes, to bring codes to the units' year.
  public let movements: InputPath?
  /// CSV of what the user decided where the files leave a choice.
  public let decisions: InputPath?
  /// Whether CPTS whose names are two spellings of one are put together.
  public let mergeSimilar: Bool
  /// Files of gridded population; what stands after `#` is their reference system.
  public let grid: [InputPath]
  /// Which cut units are computed again by overlays.
  public let verify: Verification?
  /// An overlap or a gap narrower than this, in metres, and with fewer people than `sliverPeople` is
  /// a `lisere`: digitising noise, qualified as such and never dropped.
  public let sliverWidth: Double
  /// See `sliverWidth`.
  public let sliverPeople: Int
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
  /// Size classes and amounts.
  public let rules: RulePack
  /// The user's own file of them.
  public let rulesFile: InputPath?
  /// What the options of white zones are judged by.
  public let optionRules: OptionRules
  /// When a CPTS is fragile without a flag.
  public let fragility: FragilityRule
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
  /// - Throws: a usage fault that names the option that is missing or cannot be.
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
    try Self.check(settings)
    title = settings.title ?? ""
    isFictitious = settings.isFictitious ?? false
    self.units = InputPath(units)
    population = settings.population.map { InputPath($0) }
    populationColumn = settings.populationColumn
    attributes = settings.attributes.map { InputPath($0) }
    cpts = settings.cpts.map { InputPath($0) }
    proposals = settings.proposals.map { InputPath($0) }
    movements = settings.movements.map { InputPath($0) }
    decisions = settings.decisions.map { InputPath($0) }
    mergeSimilar = settings.mergeSimilar ?? false
    grid = settings.grid.map { InputPath($0) }
    verify = settings.verify
    sliverWidth = settings.sliverWidth ?? 50
    sliverPeople = settings.sliverPeople ?? 50
    at = settings.at ?? today
    defaultStage = settings.defaultStage
    columns = settings.columns
    whiteBelow = settings.whiteBelow ?? .letterOfIntent
    by = settings.by
    let library = try RuleLibrary.included()
    rules =
      try settings.rules.map { (choice) throws(InputFault) in try library.pack(choice) }
      ?? library.pack(at: at)
    rulesFile = settings.rules.flatMap { library.isIncluded($0) ? nil : InputPath($0) }
    optionRules = try OptionRules(settings, rules.sizes)
    fragility = try FragilityRule(settings)
    self.language = settings.language ?? language
    csv = settings.csv ?? .standard
    jobs = settings.jobs ?? processors
  }

  /// The same study under another title.
  func titled(_ title: String) -> StudyOptions {
    var result = self
    result.title = title
    return result
  }

  /// Every file read, in the order of the options.
  var inputs: [InputPath] {
    [units] + population + attributes + cpts + proposals
      + [movements, decisions].compactMap { $0 } + grid + [rulesFile].compactMap { $0 }
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

extension StudyOptions {
  /// Refuses values that no study can have.
  private static func check(_ settings: StudySettings) throws(InputFault) {
    guard settings.whiteBelow != Stage.none else {
      throw refused(
        "--white-below aucun",
        Wording(fr: "tout le monde serait couvert", en: "everybody would be covered"),
        Wording(fr: "choisissez projet ou plus", en: "choose projet or above"))
    }
    if let jobs = settings.jobs, jobs < 1 {
      throw refused(
        "--jobs \(jobs)", Wording(fr: "aucune tâche", en: "no task"),
        Wording(fr: "donnez 1 ou plus", en: "give 1 or more"))
    }
    if let width = settings.sliverWidth, !(width > 0 && width <= widestSliver) {
      throw refused(
        "--sliver-width \(width)", Wording(fr: "pas une largeur", en: "no width"),
        Wording(fr: "donnez des mètres, par exemple 50", en: "give metres, for instance 50"))
    }
    if let people = settings.sliverPeople, !(1...mostPeopleOfSliver).contains(people) {
      throw refused(
        "--sliver-people \(people)", Wording(fr: "pas un seuil", en: "no threshold"),
        Wording(
          fr: "donnez un nombre d’habitants, par exemple 50",
          en: "give a number of people, for instance 50"))
    }
  }

  /// Metres and people that no territory reaches: twice a threshold is still a plain number.
  private static let widestSliver = 1e7
  private static let mostPeopleOfSliver = 1_000_000_000

  private static func refused(_ option: String, _ problem: Wording, _ cure: Wording) -> InputFault {
    InputFault(
      .usage, path: "",
      problem: Wording(
        fr: "\(option) : \(problem.french)", en: "\(option): \(problem.english)"),
      cure: cure)
  }
}
