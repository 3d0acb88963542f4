import Coverage
import Foundation
import Testing

@testable import coverage_report

/// What is said of an option is said once: in the table of settings, or beside its command.
@Suite struct OptionTableTests {
  static let commands = Subcommand.all.map(\.name)

  private func command(_ name: String) throws -> Subcommand {
    try #require(Subcommand.all.first { $0.name == name })
  }

  /// The rows of the tables of the documentation, as the declarations make them: options of every
  /// study, options of one command, keys of the study file alone.
  static func rows(in language: Language) -> [String] {
    let studies = SettingTable.all.filter { [.anywhere, .reportAlone].contains($0.face.place) }
    let own = Subcommand.all.flatMap { command in
      command.options.filter { $0.face.place == .command }.map {
        "| `\(command.name)` " + $0.face.documentation(in: language)
      }
    }
    let keys = SettingTable.all.filter { $0.face.place == .studyFile }
    return studies.map { $0.face.documentation(in: language) } + own
      + keys.map { $0.face.documentation(in: language) }
  }

  @Test(
    "the documentation has the row of every option, and no other",
    arguments: [
      ("Sources/Coverage/Coverage.docc/Options.md", Language.english),
      ("docs/fr/options.md", Language.french),
    ])
  func documentation(page: String, language: Language) throws {
    let text = try String(contentsOfFile: "\(Checkout.root)/\(page)", encoding: .utf8)
    let found = text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
    let rows = Self.rows(in: language)
    #expect(
      found == rows,
      "the tables of \(page) should have these rows:\n\(rows.joined(separator: "\n"))")
  }

  @Test("help names every option of its command, with its help", arguments: commands)
  func help(name: String) throws {
    let scratch = try Scratch()
    let command = try command(name)
    for (language, locale) in [(Language.french, HelpTests.french), (.english, HelpTests.english)] {
      let page = try scratch.run(name, "--help", language: locale).output
      let words = page.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      for option in command.options {
        let help = option.face.help(in: language).replacing("`", with: "")
        #expect(words.contains("\(option.face.usage(in: language)) \(help)"), "\(option.face.key)")
      }
      #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
  }

  @Test("every word that stands for a value has its French", arguments: commands)
  func placeholders(name: String) throws {
    let command = try command(name)
    let texts = command.options.compactMap(\.face.placeholder) + [command.files.name]
    for text in texts { #expect(Placeholder.untranslated(text) == [], "\(text)") }
    #expect(Placeholder.text("FILE[#layer]", in: .french) == "FICHIER[#couche]")
    #expect(Placeholder.text("auto|always", in: .french) == "auto|always")
    #expect(Placeholder.untranslated("COLOUR") == ["COLOUR"])
  }

  @Test("no command takes two options of one name", arguments: commands)
  func names(name: String) throws {
    let keys = try command(name).options.map(\.face.key) + ["help", "version"]
    #expect(Set(keys).count == keys.count)
  }
}
