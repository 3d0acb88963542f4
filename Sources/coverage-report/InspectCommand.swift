import ArgumentParser
import Coverage

/// `coverage-report inspect`: what a file holds.
struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: words(
      fr: "Ce que contient un fichier : format, colonnes reconnues, système de référence.",
      en: "What a file holds: format, columns recognised, reference system."),
    discussion: words(
      fr: "EXEMPLE\n  coverage-report inspect communes.gpkg cpts.csv",
      en: "EXAMPLE\n  coverage-report inspect communes.gpkg cpts.csv"))

  @Argument(
    help: .init(
      words(fr: "Fichiers à décrire.", en: "Files to describe."), valueName: "FILE[#layer]"))
  var files: [String]

  @Option(help: .init(words(fr: "Langue des messages.", en: "Language of messages.")))
  var language: Language?

  func run() async throws {
    let language = language ?? .ofLocale
    try await reportingFaults(in: language) {
      for file in files { print(try Inspection(InputPath(file)).text(in: language)) }
    }
  }
}
