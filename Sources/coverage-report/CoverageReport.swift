import Coverage
import Foundation
import GeoKernel

/// The command: each subcommand translates its arguments for the library, and its findings for the
/// terminal.
@main
enum CoverageReport {
  static let summary = Wording(
    fr: "Population couverte par les CPTS, chevauchements et zones blanches.",
    en: "Population covered by the CPTS, overlaps and white zones.")

  static let notes = Wording(
    fr: """
      EXEMPLES
        coverage-report report data/demo/etude.yml --output out
        coverage-report report --units communes.gpkg --cpts cpts.csv --output out
        coverage-report check etude.yml --territory proposition.csv
        coverage-report simulate data/demo/etude.yml --greedy 10 --output out/actions
        coverage-report compare out/2021 out/2022 --output out/variation
        coverage-report consolidate regions/*.csv --output consolidation
        coverage-report inspect communes.gpkg cpts.csv

      CODES DE SORTIE
        0 fait ; 64 appel erroné ; 65 données erronées ; 66 fichier absent ;
        70 défaut du programme ; 73 écriture impossible
      """,
    en: """
      EXAMPLES
        coverage-report report data/demo/etude.yml --output out
        coverage-report report --units communes.gpkg --cpts cpts.csv --output out
        coverage-report check etude.yml --territory proposition.csv
        coverage-report simulate data/demo/etude.yml --greedy 10 --output out/actions
        coverage-report compare out/2021 out/2022 --output out/variation
        coverage-report consolidate regions/*.csv --output together
        coverage-report inspect communes.gpkg cpts.csv

      EXIT CODES
        0 done; 64 usage; 65 the data are wrong; 66 an input is missing;
        70 a defect of the program; 73 an output cannot be written
      """)

  static func main() async {
    StandardStream.prepare()
    do {
      try await run(CommandWords.all())
    } catch {
      exit(error.code)
    }
  }

  private static func run(_ bytes: [[UInt8]]) async throws(ExitCode) {
    let given = bytes.map { String(decoding: $0, as: UTF8.self) }
    let words = Language.behindCommand(given)
    let options = Array(words.prefix { $0 != "--" })
    let language = Language.asked(in: options) ?? .ofLocale
    try await reportingFaults(in: language) {
      for (word, bytes) in zip(given, bytes) where !bytes.elementsEqual(word.utf8) {
        throw InputFault.notUTF8(word)
      }
      if options.contains("--version") {
        try Output.print(toolkitVersion + "\n")
      } else if let page = try page(options, Help(language: language)) {
        try Output.print(page)
      } else {
        let command = try subcommand(words[0])
        try await command.run(Arguments(words.dropFirst(), of: command))
      }
    }
  }

  /// The page of help that words ask for; nil where they ask for work.
  private static func page(_ words: [String], _ help: Help) throws(InputFault) -> String? {
    guard let first = words.first else { return help.overview() }
    let others = words.filter { $0 != "-h" && $0 != "--help" }
    guard first == "help" || others.count < words.count else { return nil }
    let name = first == "help" ? others.dropFirst().first : others.first
    guard let name, !name.hasPrefix("-") else { return help.overview() }
    return try help.page(of: subcommand(name))
  }

  private static func subcommand(_ name: String) throws(InputFault) -> Subcommand {
    if let found = Subcommand.all.first(where: { $0.name == name }) { return found }
    throw name.hasPrefix("-") ? .optionFirst(name) : .unknownCommand(name)
  }
}
