/// What a user asks of a study, each setting given or not: by flags, or by a study file. Its members
/// are those of `SettingTable`: `settings.at` is a day or nil, `settings.cpts` a list.
@dynamicMemberLookup
public struct StudySettings: Sendable {
  /// By key; none where nothing was given.
  private var values: [String: any Sendable] = [:]

  /// Where a study file gave it.
  var places = SettingPlaces()

  /// Nothing asked for yet.
  public init() {}

  /// What was given of a setting.
  public subscript<Given, Value>(
    dynamicMember member: KeyPath<SettingTable, Setting<Given, Value>>
  ) -> Given {
    get { self[SettingTable.shared[keyPath: member]] }
    set { self[SettingTable.shared[keyPath: member]] = newValue }
  }

  /// What was given of a setting, or of an option of one command.
  package subscript<Given, Value>(setting: Setting<Given, Value>) -> Given {
    get { values[setting.face.key] as? Given ?? setting.silence }
    set { values[setting.face.key] = newValue }
  }

  /// Whether anything was given of a setting.
  package func has(_ setting: any AnySetting) -> Bool { values[setting.face.key] != nil }

  /// These settings, completed by others where these are silent.
  public func over(_ others: StudySettings) -> StudySettings {
    var result = self
    result.places = places.over(others.places, given: values.keys)
    for setting in SettingTable.all { setting.lay(&result, over: others) }
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
