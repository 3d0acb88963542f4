/// What a user sees of a setting: its key, how its value is written, and what help says.
package struct SettingFace: Sendable {
  /// Where a setting can be set.
  package enum Place: Sendable {
    /// By a flag of every command that makes a study, and by a key of the study file.
    case anywhere
    /// By a flag of `report` alone, and by a key of the study file.
    case reportAlone
    /// By a key of the study file alone.
    case studyFile
    /// By a flag of the commands that name it.
    case command
  }

  /// How many texts make its value.
  enum Form: Sendable {
    case one
    case list
    /// Of `name=value`; a study file may write a mapping.
    case pairs
  }

  /// Its key in a study file, and its flag without dashes.
  package let key: String
  /// What stands for its value in help, such as `FILE`; nil for a flag.
  package let placeholder: String?
  package let place: Place
  let form: Form
  /// Whether a text is a path, which a study file sees from its own folder.
  let isPath: @Sendable (String) -> Bool
  /// Whether its value may begin with a dash.
  package let isNumber: Bool
  /// Its value where its flag stands alone, if that may be.
  package let lone: String?
  /// Whether `resume.json` tells it.
  let isRecorded: Bool
  private let meaning: Wording
  private let choices: [String]
  private let fallback: Wording?

  init<Value>(
    _ key: String, _ reading: Reading<Value>, _ form: Form = .one, _ place: Place,
    isRecorded: Bool = false, _ meaning: Wording, fallback: Wording? = nil
  ) {
    self.key = key
    placeholder = reading.placeholder
    self.place = place
    self.form = form
    isPath = reading.isPath
    isNumber = reading.isNumber
    lone = reading.lone
    self.isRecorded = isRecorded
    self.meaning = meaning
    choices = reading.choices
    self.fallback = fallback
  }

  /// The flag, with its dashes.
  package var flag: String { "--\(key)" }

  /// Whether it may be given more than once.
  package var isRepeatable: Bool { form != .one }

  /// The flag and what stands for its value, as in `--at DATE`.
  package func usage(in language: Language) -> String {
    guard let placeholder = placeholder.map({ Placeholder.text($0, in: language) }) else {
      return flag
    }
    return lone == nil ? "\(flag) \(placeholder)" : "\(flag) [\(placeholder)]"
  }

  /// What it means, whether it may be repeated, its default and its values. Words of files stand
  /// between backquotes.
  package func help(in language: Language) -> String {
    let colon = language == .french ? " : " : ": "
    var parts = [meaning[language]]
    if isRepeatable, place != .studyFile {
      parts.append(Wording(fr: "répétable", en: "repeatable")[language])
    }
    if let fallback {
      parts.append(Wording(fr: "par défaut", en: "default")[language] + colon + fallback[language])
    }
    if !choices.isEmpty {
      parts.append(
        Wording(fr: "valeurs", en: "values")[language] + colon
          + choices.map { "`\($0)`" }.joined(separator: ", "))
    }
    return parts.joined(separator: language == .french ? " ; " : "; ")
  }

  /// Its row in the tables of `Options.md` and of its French twin.
  package func documentation(in language: Language) -> String {
    let name = (place == .studyFile ? key : usage(in: language)).replacing("|", with: "\\|")
    return "| `\(name)` | \(help(in: language).replacing("|", with: "\\|")) |"
  }
}
