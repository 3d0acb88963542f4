/// A study that can run: every setting has its value. Its members are those of `SettingTable`:
/// `options.at` is a day, `options.grid` the files of gridded population.
@dynamicMemberLookup
public struct StudyOptions: Sendable {
  /// By key.
  private var values: [String: any Sendable] = [:]
  /// Size classes and amounts.
  public let rules: RulePack
  /// The user's own file of them.
  public let rulesFile: InputPath?
  /// What the options of white zones are judged by.
  public let optionRules: OptionRules
  /// When a CPTS is fragile without a flag.
  public let fragility: FragilityRule

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
    for setting in SettingTable.all {
      values[setting.face.key] = try setting.completed(settings, occasion)
    }
    let library = try RuleLibrary.included()
    rules =
      try settings.rules.map { (choice) throws(InputFault) in try library.pack(choice) }
      ?? library.pack(at: settings.at ?? today)
    rulesFile = settings.rules.flatMap { library.isIncluded($0) ? nil : InputPath($0) }
    optionRules = try OptionRules(settings, rules.sizes)
    fragility = try FragilityRule(settings)
  }

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

  /// Every file read, in the order of the settings.
  public var inputs: [InputPath] {
    SettingTable.all.flatMap { $0.files(self) } + [rulesFile].compactMap { $0 }
  }
}
