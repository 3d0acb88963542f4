import Coverage

/// A command: what help says of it, what it takes, and what it does.
struct Subcommand: Sendable {
  /// What it takes besides options.
  struct Files: Sendable {
    /// What stands for one of them in help, in English.
    let name: String
    let help: Wording
    var isNeeded = false
    var areSeveral = false
    /// How many it takes at most, where its name says each.
    var most: Int?

    func name(in language: Language) -> String { Placeholder.text(name, in: language) }

    /// The study file, or a list.
    static let study = Files(
      name: "STUDY.yml|LIST",
      help: Wording(
        fr: "fichier d’étude (du YAML dont les clés sont les options), ou liste de CPTS, comme par "
          + "--cpts",
        en: "study file (YAML whose keys are the options), or list of CPTS, as by --cpts"))
  }

  let name: String
  let summary: Wording
  var files: Files = .study
  /// Its options, in the order of help.
  let options: [any AnySetting]
  /// Further sections of its help, shown as they are.
  let notes: Wording
  let run: @Sendable (Arguments) async throws -> Void

  static let all = [report, check, simulate, compare, trend, consolidate, inspect]

  /// How it is called, in short.
  func usage(in language: Language) -> String {
    let word = files.name(in: language) + (files.areSeveral && files.most == nil ? "…" : "")
    return "coverage-report \(name) \(files.isNeeded ? word : "[\(word)]") [OPTIONS]"
  }

  /// What to do about a call of another shape.
  var cure: Wording {
    Wording(fr: "écrivez \(usage(in: .french))", en: "write \(usage(in: .english))")
  }

  /// What to do about a second file where one is taken.
  var cureOfMoreFiles: Wording {
    guard options.contains(where: { $0.face.key == SettingTable.shared.cpts.face.key }) else {
      return cure
    }
    return Wording(
      fr:
        "un seul fichier vient sans option : nommez le vôtre par la sienne, --cpts pour une liste "
        + "de plus (voyez « coverage-report \(name) --help »)",
      en:
        "one file alone comes without an option: name yours by its own, --cpts for a further list "
        + "(see “coverage-report \(name) --help”)")
  }
}
