import ArgumentParser
import Coverage

/// The command: each subcommand translates its arguments for the library, and its findings for the
/// terminal.
@main
struct CoverageReport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage-report",
    abstract: words(
      fr: "Population couverte par les CPTS, chevauchements et zones blanches.",
      en: "Population covered by the CPTS, overlaps and white zones."),
    discussion: words(
      fr: """
        EXEMPLES
          coverage-report report data/demo/etude.yml --output out
          coverage-report report --units communes.gpkg --cpts cpts.csv --output out
          coverage-report check etude.yml --territory proposition.csv
          coverage-report simulate data/demo/etude.yml --greedy 10 --output out/simulation
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
          coverage-report simulate data/demo/etude.yml --greedy 10 --output out/simulation
          coverage-report inspect communes.gpkg cpts.csv

        EXIT CODES
          0 done; 64 usage; 65 the data are wrong; 66 an input is missing;
          70 a defect of the program; 73 an output cannot be written
        """),
    version: toolkitVersion,
    subcommands: [
      ReportCommand.self, CheckCommand.self, SimulateCommand.self, InspectCommand.self,
    ])

  static func main() async {
    await main(withVerifyCompleted(CommandLine.arguments.dropFirst()))
  }
}

/// A text in the language of the user's locale, for help that is made before any option is read.
func words(fr french: String, en english: String) -> String {
  Wording(fr: french, en: english)[Language.ofLocale]
}
