/// What holds where nobody sets a setting.
package struct Fallback<Value: Sendable>: Sendable {
  let value: @Sendable (StudyOccasion) -> Value
  /// How help says it; nil where it goes without saying.
  let said: Wording?

  /// The same in every run.
  static func always(_ value: Value, said: Wording?) -> Self {
    Self(value: { _ in value }, said: said)
  }

  /// What the run decides.
  static func ofRun(
    fr: String, en: String, _ value: @escaping @Sendable (StudyOccasion) -> Value
  ) -> Self {
    Self(value: value, said: Wording(fr: fr, en: en))
  }
}

/// What a study takes from the run where its settings are silent.
package struct StudyOccasion: Sendable {
  let today: CivilDate
  let language: Language
  /// How many tasks the machine runs at once.
  let processors: Int
}

/// Which of the values that can be read a study can have.
package struct Limit<Value>: Sendable {
  let problem: Wording
  let cure: Wording
  let holds: @Sendable (Value) -> Bool

  func fault(_ place: String) -> InputFault {
    InputFault(
      .usage, path: "",
      problem: Wording(fr: "\(place) : \(problem.french)", en: "\(place): \(problem.english)"),
      cure: cure)
  }
}

extension SettingFace {
  /// A file that a list names twice.
  func twice(_ name: String) -> InputFault {
    InputFault(
      .usage, path: "",
      problem: Wording(
        fr: "\(flag) \(name) : fichier donné deux fois", en: "\(flag) \(name): a file given twice"),
      cure: Wording(fr: "ne le donnez qu’une fois", en: "give it once"))
  }

  /// A setting that a study cannot do without.
  func missing(_ what: Wording) -> InputFault {
    InputFault(
      .usage, path: "",
      problem: Wording(
        fr: "il manque \(flag) (\(what.french))", en: "\(flag) is missing (\(what.english))"),
      cure: Wording(
        fr: "ajoutez l’option, ou la clé du même nom dans le fichier d’étude",
        en: "add the option, or the key of that name to the study file"))
  }
}
