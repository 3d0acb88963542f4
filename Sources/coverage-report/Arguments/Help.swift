import Coverage

/// The pages of help, in 80 columns.
struct Help {
  private static let width = 80
  private static let column = 24
  let language: Language

  /// All commands.
  func overview() -> String {
    page([
      CoverageReport.summary[language],
      section(
        Wording(fr: "UTILISATION", en: "USAGE"),
        ["  coverage-report " + words(fr: "COMMANDE", en: "COMMAND") + " [OPTIONS]"]),
      section(
        Wording(fr: "COMMANDES", en: "COMMANDS"),
        Subcommand.all.map { entry($0.name, $0.summary[language]) }),
      section(Wording(fr: "OPTIONS", en: "OPTIONS"), [version, help]),
      CoverageReport.notes[language],
      words(
        fr: "Les options d’une commande : coverage-report COMMANDE --help",
        en: "The options of a command: coverage-report COMMAND --help"),
    ])
  }

  /// One command.
  func page(of command: Subcommand) -> String {
    page([
      lines(command.summary[language], Self.width).joined(separator: "\n"),
      section(Wording(fr: "UTILISATION", en: "USAGE"), ["  " + command.usage(in: language)]),
      command.notes[language],
      section(
        Wording(fr: "ARGUMENTS", en: "ARGUMENTS"),
        [entry(command.files.name(in: language), command.files.help[language])]),
      section(
        Wording(fr: "OPTIONS", en: "OPTIONS"),
        command.options.map {
          entry($0.face.usage(in: language), $0.face.help(in: language))
        } + [version, help]),
    ])
  }

  private var version: String {
    entry("--version", words(fr: "dire la version", en: "tell the version"))
  }

  private var help: String {
    entry("-h, --help", words(fr: "montrer cette aide", en: "show this help"))
  }

  private func words(fr: String, en: String) -> String { Wording(fr: fr, en: en)[language] }

  private func page(_ sections: [String]) -> String {
    sections.joined(separator: "\n\n") + "\n"
  }

  private func section(_ title: Wording, _ lines: [String]) -> String {
    ([title[language]] + lines).joined(separator: "\n")
  }

  /// A word and what it means, beside it or below it.
  private func entry(_ word: String, _ meaning: String) -> String {
    let margin = String(repeating: " ", count: Self.column)
    var all = lines(meaning.replacing("`", with: ""), Self.width - Self.column).map { margin + $0 }
    let head = "  " + word
    if head.count < Self.column, let first = all.first {
      all[0] = head + first.dropFirst(head.count)
    } else {
      all.insert(head, at: 0)
    }
    return all.joined(separator: "\n")
  }

  /// A text broken between words, never before a sign that French sets apart.
  private func lines(_ text: String, _ width: Int) -> [String] {
    var result: [String] = []
    for word in text.replacing(#/\ (?=[;:»])/#, with: "\u{A0}").split(separator: " ") {
      if let last = result.last, last.count + 1 + word.count <= width {
        result[result.count - 1] = last + " " + word
      } else {
        result.append(String(word))
      }
    }
    return result.map { $0.replacing("\u{A0}", with: " ") }
  }
}
