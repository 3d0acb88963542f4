/// One setting of a study, or one option of a command, declared once: its key, how it is written and
/// read, what holds where nobody sets it, and what help and documentation say of it.
///
/// `Given` is what a user may have said; `Value` is what a study that can run has.
public final class Setting<Given: Sendable, Value: Sendable>: AnySetting {
  package let face: SettingFace
  /// What was given where nobody said anything.
  let silence: Given
  private let add: @Sendable (String, inout Given) throws(Refusal) -> Void
  private let lay: @Sendable (_ upper: Given, _ lower: Given) -> Given
  private let complete: @Sendable (Given, StudyOccasion) throws(InputFault) -> Value
  private let spell: @Sendable (Value) -> JSON?

  init(
    _ face: SettingFace, silence: Given,
    add: @escaping @Sendable (String, inout Given) throws(Refusal) -> Void,
    lay: @escaping @Sendable (Given, Given) -> Given,
    complete: @escaping @Sendable (Given, StudyOccasion) throws(InputFault) -> Value,
    spell: @escaping @Sendable (Value) -> JSON?
  ) {
    self.face = face
    self.silence = silence
    self.add = add
    self.lay = lay
    self.complete = complete
    self.spell = spell
  }

  package func take(_ text: String, into settings: inout StudySettings) throws(Refusal) {
    var given = settings[self]
    try add(text, &given)
    settings[self] = given
  }

  package func lay(_ settings: inout StudySettings, over others: StudySettings) {
    settings[self] = lay(settings[self], others[self])
  }

  package func completed(
    _ settings: StudySettings, _ occasion: StudyOccasion
  ) throws(InputFault) -> any Sendable {
    try complete(settings[self], occasion)
  }

  package func record(_ options: StudyOptions) -> JSON? {
    spell(options[self])
  }

  package func files(_ options: StudyOptions) -> [InputPath] {
    switch options[self] as Any {
    case let file as InputPath: [file]
    case let files as [InputPath]: files
    default: []
    }
  }
}

/// What there is to say and to do about a setting without knowing the type of its value.
package protocol AnySetting: Sendable {
  /// What a user sees of it.
  var face: SettingFace { get }

  /// Understands one text as its value, or as one more of its values.
  func take(_ text: String, into settings: inout StudySettings) throws(Refusal)

  /// Completes settings by others where they do not set this one.
  func lay(_ settings: inout StudySettings, over others: StudySettings)

  /// Its value in a study that can run.
  ///
  /// - Throws: a usage fault where it is missing, or cannot be.
  func completed(
    _ settings: StudySettings, _ occasion: StudyOccasion
  ) throws(InputFault) -> any Sendable

  /// Its value in `resume.json`; nil where there is none.
  func record(_ options: StudyOptions) -> JSON?

  /// The files that it names.
  func files(_ options: StudyOptions) -> [InputPath]
}

/// Why a text is not the value of a setting.
package struct Refusal: Error {
  /// What is wrong with it.
  package let problem: Wording
  /// What to write.
  package let cure: Wording

  init(problem: Wording, cure: Wording) {
    self.problem = problem
    self.cure = cure
  }

  /// - Parameter examples: what can be written.
  init(problem: Wording, examples: String) {
    self.init(
      problem: problem,
      cure: Wording(
        fr: "écrivez par exemple : \(examples)", en: "write for instance: \(examples)"))
  }

  /// - Parameter choices: all that can be written.
  init(problem: Wording, _ text: String, among choices: [String]) {
    let list = choices.joined(separator: ", ")
    self.init(
      problem: problem,
      cure: nearest(to: text, among: choices).map {
        Wording(
          fr: "vouliez-vous dire \($0) ? Choisissez parmi : \(list)",
          en: "did you mean \($0)? Choose among: \(list)")
      } ?? Wording(fr: "choisissez parmi : \(list)", en: "choose among: \(list)"))
  }

  /// One name with two values.
  static func twoValues(
    of name: String, _ first: String, _ second: String, _ examples: String
  ) -> Refusal {
    Refusal(
      problem: Wording(
        fr: "\(name) donné deux fois : « \(first) », puis « \(second) »",
        en: "\(name) given twice: “\(first)”, then “\(second)”"), examples: examples)
  }

  /// A value that cannot be read.
  static func unreadable(_ text: String, _ examples: String) -> Refusal {
    Refusal(problem: .value(text), examples: examples)
  }
}

extension Wording {
  /// The value that is wrong.
  static func value(_ text: String) -> Wording {
    Wording(fr: "valeur « \(text) »", en: "value “\(text)”")
  }
}
