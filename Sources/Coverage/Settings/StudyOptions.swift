/// A study that can run: every setting has its value. Its members are those of `SettingTable`:
/// `options.at` is a day, `options.grid` the files of gridded population.
@dynamicMemberLookup
public struct StudyOptions: Sendable {
  /// By key.
  private var values: [String: any Sendable]
  /// Size classes and amounts.
  public let rules: RulePack
  /// An earlier pack to show beside `rules`, where these have amounts that no source gives; nil where they
  /// have all.
  public let referenceRules: RulePack?
  /// The user's own file of them.
  public let rulesFile: InputPath?
  /// What the options of white zones are judged by.
  public let optionRules: OptionRules
  /// How land without project is cut into sectors.
  public let cutRules: CutRules
  /// When a CPTS is fragile without a flag.
  public let fragility: FragilityRule
  /// What the units are, where they are those that the tool carries.
  let carriedUnits: Wording?
  /// Where the study file sets what it sets.
  let places: SettingPlaces

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
    let occasion = StudyOccasion(today: today, language: language, processors: processors)
    let places = settings.places
    var values: [String: any Sendable] = [:]
    for setting in SettingTable.all {
      let key = setting.face.key
      let value: any Sendable = try places.placing(key) { () throws(InputFault) in
        try setting.completed(settings, occasion)
      }
      values[key] = value
    }
    try places.placing("population-column") { () throws(InputFault) in
      if settings.populationColumn != nil, settings.population.isEmpty { throw Self.noPopulation }
    }
    let library = try RuleLibrary.included()
    let chosen = try places.placing("rules") { () throws(InputFault) in
      try settings.rules.map { (choice) throws(InputFault) in try library.chosen(choice) }
    }
    let pack = chosen?.pack ?? library.pack(at: settings.at ?? today)
    optionRules = try places.placing("option-weights", "option-smallest", "option-largest") {
      () throws(InputFault) in try OptionRules(settings, pack.sizes)
    }
    let smallest = optionRules.range(pack.sizes).lowerBound
    cutRules = try places.placing("sector-largest", "sector-price") { () throws(InputFault) in
      try CutRules(settings, smallest: smallest, pack.sizes)
    }
    fragility = FragilityRule(settings)
    let attributes = SettingTable.shared.attributes.face.key
    if settings.units == nil, var files = values[attributes] as? [InputPath] {
      carriedUnits = CarriedUnits.addLivingAreas(to: &files)
      values[attributes] = files
    } else {
      carriedUnits = nil
    }
    (self.values, self.places, rules, rulesFile) = (values, places, pack, chosen?.file)
    referenceRules = library.reference(for: pack)
  }

  private static let noPopulation = InputFault(
    .usage, path: "",
    problem: Wording(
      fr: "--population-column sans --population : aucun fichier où la chercher",
      en: "--population-column without --population: no file to look for it in"),
    cure: Wording(
      fr: "ajoutez --population FICHIER ; la colonne des unités elles-mêmes se nomme par "
        + "--map-column population=NOM",
      en: "add --population FILE; the column of the units themselves is named by "
        + "--map-column population=NAME"))

  /// The value of a setting.
  public subscript<Given, Value>(
    dynamicMember member: KeyPath<SettingTable, Setting<Given, Value>>
  ) -> Value { self[SettingTable.shared[keyPath: member]] }

  subscript<Given, Value>(setting: Setting<Given, Value>) -> Value {
    guard let value = values[setting.face.key] as? Value else {
      preconditionFailure("every setting of the table is completed")
    }
    return value
  }

  /// The same study under another title.
  func titled(_ title: String) -> StudyOptions {
    var result = self
    result.values[SettingTable.shared.title.face.key] = title
    return result
  }

  /// The same study on another day.
  func on(_ day: CivilDate) -> StudyOptions {
    var result = self
    result.values[SettingTable.shared.at.face.key] = day
    return result
  }

  /// The same study without the check by overlays.
  var unverified: StudyOptions {
    var result = self
    result.values[SettingTable.shared.verify.face.key] = Verification?.none
    return result
  }

  /// The same study, with a stage for CPTS of which nothing says any, where it asks for none.
  func completed(defaultStage: Stage) -> StudyOptions {
    guard self.defaultStage == nil else { return self }
    var result = self
    result.values[SettingTable.shared.defaultStage.face.key] = Optional(defaultStage)
    return result
  }

  /// The same study, held to its files as they are now: no reader takes another file for one of them.
  ///
  /// - Throws: for a file that is not there, and for one that a setting names twice.
  func pinned() throws(InputFault) -> StudyOptions {
    var result = self
    for setting in SettingTable.all {
      switch values[setting.face.key] {
      case let file as InputPath: result.values[setting.face.key] = try file.pinned()
      case let files as [InputPath]:
        var seen: Set<InputPath.Part> = []
        result.values[setting.face.key] = try places.placing(setting.face.key) {
          () throws(InputFault) in
          try files.map { (file) throws(InputFault) in
            let file = try file.pinned()
            guard seen.insert(file.part).inserted else { throw setting.face.twice(file.name) }
            return file
          }
        }
      default: break
      }
    }
    return result
  }

  /// Every file read, in the order of the settings.
  public var inputs: [InputPath] {
    SettingTable.all.flatMap { $0.files(self) } + [rulesFile].compactMap { $0 }
  }
}
