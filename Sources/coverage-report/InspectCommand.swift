import ArgumentParser
import Coverage

/// `coverage-report inspect`: what a file holds.
struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: words(
      fr: "Ce que contient un fichier : format, colonnes reconnues, problèmes, usage.",
      en: "What a file holds: format, columns recognised, problems, use."),
    discussion: words(
      fr: "EXEMPLES\n  coverage-report inspect communes.gpkg cpts.xlsx\n"
        + "  coverage-report inspect --json cpts.csv",
      en: "EXAMPLES\n  coverage-report inspect communes.gpkg cpts.xlsx\n"
        + "  coverage-report inspect --json cpts.csv"))

  @Argument(
    help: .init(
      words(fr: "Fichiers à décrire.", en: "Files to describe."), valueName: "FILE[#layer]"))
  var files: [String]

  @Option(
    help: .init(
      words(
        fr: "Mouvements des communes (INSEE), pour dire l’année des codes.",
        en: "INSEE's movements of communes, to tell the year of the codes."), valueName: "FILE"))
  var cog: String?

  @Flag(help: .init(words(fr: "En JSON, pour les machines.", en: "As JSON, for machines.")))
  var json = false

  @Option(help: .init(words(fr: "Langue des messages.", en: "Language of messages.")))
  var language: Language?

  func run() async throws {
    let language = language ?? .ofLocale
    let movements = cog.map { InputPath($0) }
    try await reportingFaults(in: language) {
      guard json else {
        for (index, file) in files.enumerated() {
          let page = try Inspection(InputPath(file), movements: movements).text(in: language)
          print(index == 0 ? page : "\n\(page)")
        }
        return
      }
      var inspections: [Inspection] = []
      for file in files {
        inspections.append(try Inspection(InputPath(file), movements: movements))
      }
      print(Inspection.json(inspections, in: language))
    }
  }
}
