import Coverage

extension InputFault {
  /// An option that a command does not take: one of another command, a key of the study file, or a slip
  /// of the pen.
  static func unknownOption(_ flag: String, of command: Subcommand) -> InputFault {
    let key = String(flag.drop { $0 == "-" })
    if ["help", "version"].contains(key) {
      return argument(
        "--\(key)", Wording(fr: "ne prend pas de valeur", en: "takes no value"),
        Wording(fr: "écrivez --\(key) seul", en: "write --\(key) alone"))
    }
    return argument(
      flag, Wording(fr: "option inconnue", en: "unknown option"),
      place(of: key, beside: command)
        ?? nearest(to: key, among: command.options.map(\.face.key) + ["help", "version"]).map {
          Wording(fr: "vouliez-vous dire --\($0) ?", en: "did you mean --\($0)?")
        } ?? seeHelp(of: "\(command.name) "))
  }

  /// Where an option is taken that a command does not take; nil where none is of this name.
  private static func place(of key: String, beside command: Subcommand) -> Wording? {
    if SettingTable.all.contains(where: { $0.face.key == key && $0.face.place == .studyFile }) {
      return Wording(
        fr: "écrivez « \(key): … » dans le fichier d’étude",
        en: "write “\(key): …” in the study file")
    }
    let others = Subcommand.all.filter { other in
      other.name != command.name && other.options.contains { $0.face.key == key }
    }.map(\.name)
    guard !others.isEmpty else { return nil }
    return Wording(
      fr: "elle est de \(others.joined(separator: ", ")) ; "
        + "coverage-report \(command.name) --help donne celles de \(command.name)",
      en: "it is one of \(others.joined(separator: ", ")); "
        + "coverage-report \(command.name) --help lists those of \(command.name)")
  }

  private static func seeHelp(of command: String) -> Wording {
    Wording(
      fr: "voyez coverage-report \(command)--help", en: "see coverage-report \(command)--help")
  }

  /// An option before the command.
  static func optionFirst(_ word: String) -> InputFault {
    let flag = String(word.prefix { $0 != "=" })
    let key = String(flag.drop { $0 == "-" })
    let keys = Subcommand.all.flatMap { $0.options.map(\.face.key) }
    if keys.contains(key) {
      return argument(
        flag, Wording(fr: "une option avant la commande", en: "an option before the command"),
        Wording(
          fr: "écrivez coverage-report COMMANDE \(flag) …",
          en: "write coverage-report COMMAND \(flag) …"))
    }
    return argument(
      flag, Wording(fr: "option inconnue", en: "unknown option"),
      nearest(to: key, among: ["version", "help", "language"] + keys).map {
        Wording(fr: "vouliez-vous dire --\($0) ?", en: "did you mean --\($0)?")
      } ?? seeHelp(of: ""))
  }

  /// A command that there is not, and the one that may have been meant.
  static func unknownCommand(_ name: String) -> InputFault {
    let names = Subcommand.all.map(\.name)
    let list = names.joined(separator: ", ")
    return argument(
      name, Wording(fr: "commande inconnue", en: "unknown command"),
      nearest(to: name, among: names).map {
        Wording(fr: "vouliez-vous dire \($0) ?", en: "did you mean \($0)?")
      } ?? Wording(fr: "choisissez parmi : \(list)", en: "choose among: \(list)"))
  }
}
