import ArgumentParser
import Coverage

/// The options that say how codes and names of the files are to be understood.
struct CodeArguments: ParsableArguments {
  @Option(
    help: .init(
      words(
        fr: "Mouvements des communes (INSEE), pour amener les codes à l’année des unités.",
        en: "INSEE's movements of communes, to bring codes to the year of the units."),
      valueName: "FILE"))
  var cog: String?

  @Option(
    help: .init(
      words(
        fr: "CSV de vos choix là où les fichiers en laissent un (code,code_retenu ou "
          + "cpts_id,cpts_id_retenu).",
        en: "CSV of your decisions where the files leave a choice (code,code_retenu or "
          + "cpts_id,cpts_id_retenu)."),
      valueName: "FILE"))
  var decisions: String?

  @Flag(
    help: .init(
      words(
        fr: "Réunir les CPTS dont les noms sont deux graphies d’un seul (voir cpts_similaires).",
        en: "Put together CPTS whose names are two spellings of one (see cpts_similaires).")))
  var mergeSimilar = false

  func add(to settings: inout StudySettings) {
    settings.movements = cog
    settings.decisions = decisions
    settings.mergeSimilar = mergeSimilar ? true : nil
  }
}
