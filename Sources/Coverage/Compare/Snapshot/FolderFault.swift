/// Why a folder is no report that can be compared.
enum FolderFault {
  static let again = Wording(
    fr: "refaites ce rapport par « coverage-report report », ou demandez le dossier d’origine",
    en: "make this report again by “coverage-report report”, or ask for the original folder")

  static func noReport(_ path: String) -> InputFault {
    InputFault(
      .missing, path: path,
      problem: Wording(
        fr: "ce dossier n’est pas celui d’un rapport : resume.json n’y est pas",
        en: "this is no folder of a report: resume.json is not in it"),
      cure: Wording(
        fr: "donnez un dossier écrit par « coverage-report report » ; "
          + "il y faut \(files(.french)) et resume.json",
        en: "give a folder that “coverage-report report” wrote; "
          + "it needs \(files(.english)) and resume.json"))
  }

  static func packed(_ path: String) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(
        fr: "c’est un rapport en un seul fichier", en: "this is a report in one file"),
      cure: Wording(
        fr: "décompressez-le, puis donnez le dossier", en: "unpack it, then give the folder"))
  }

  static func noSummary(_ path: String) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(
        fr: "ce n’est pas le résumé d’un rapport", en: "this is no summary of a report"),
      cure: again)
  }

  static func simulation(_ path: String) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(
        fr: "c’est le dossier d’une simulation", en: "this is the folder of a simulation"),
      cure: Wording(
        fr: "donnez celui de l’étude après le plan : \(path)/apres",
        en: "give that of the study after the plan: \(path)/apres"))
  }

  /// - Parameters:
  ///   - bytes: what the file has, and what it had.
  static func changed(_ path: String, bytes: Int = 0, written: Int = 0) -> InputFault {
    let sizes =
      bytes == written
      ? Wording(fr: "", en: "")
      : Wording(
        fr: " (\(NumberText.whole(bytes)) octets, \(NumberText.whole(written)) à l’écriture)",
        en: " (\(NumberText.whole(bytes)) bytes, \(NumberText.whole(written)) when written)")
    return InputFault(
      path: path,
      problem: Wording(
        fr: "ce fichier n’est plus celui que le rapport a écrit\(sizes.french)",
        en: "this file is no longer the one that the report wrote\(sizes.english)"),
      cure: Wording(
        fr: "un tableur qui enregistre suffit à le changer ; \(again.french)",
        en: "a spreadsheet that saves it is enough to change it; \(again.english)"))
  }

  static func missing(_ path: String) -> InputFault {
    InputFault(
      .missing, path: path,
      problem: Wording(
        fr: "ce fichier du rapport n’est pas dans le dossier",
        en: "this file of the report is not in the folder"),
      cure: Wording(
        fr: "remettez-le ; une comparaison lit \(files(.french)) et resume.json",
        en: "put it back; a comparison reads \(files(.english)) and resume.json"))
  }

  static func notListed(_ path: String, version: String) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(
        fr: "le rapport (version \(version)) n’a pas écrit ce fichier",
        en: "the report (version \(version)) did not write this file"),
      cure: Wording(
        fr: "refaites-le en entier par cette version (\(toolkitVersion)), sans choisir de fichiers",
        en: "make it again, whole, by this version (\(toolkitVersion))"))
  }

  static func noColumn(_ name: String, _ path: String, version: String) -> InputFault {
    InputFault(
      path: path, line: 1,
      problem: Wording(
        fr: "la colonne « \(name) » n’y est pas : un rapport d’une autre version (\(version))",
        en: "there is no column “\(name)”: a report of another version (\(version))"),
      cure: Wording(
        fr: "refaites ce rapport par cette version (\(toolkitVersion))",
        en: "make this report again by this version (\(toolkitVersion))"))
  }

  /// A member of the summary that is not there.
  static func noMember(_ name: String, _ path: String, version: String) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(
        fr: "« \(name) » n’y est pas : un rapport d’une autre version (\(version))",
        en: "“\(name)” is not there: a report of another version (\(version))"),
      cure: Wording(
        fr: "refaites ce rapport par cette version (\(toolkitVersion))",
        en: "make this report again by this version (\(toolkitVersion))"))
  }

  /// A sum that is not the one of the summary.
  static func otherSum(_ path: String, _ name: String, found: Int, said: Int) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(
        fr: "\(name) : \(NumberText.whole(found)) dans ce fichier, \(NumberText.whole(said)) dans "
          + "resume.json",
        en: "\(name): \(NumberText.whole(found)) in this file, \(NumberText.whole(said)) in "
          + "resume.json"),
      cure: again)
  }

  private static func files(_ language: Language) -> String {
    ReportFolder.needed.joined(separator: ", ")
  }
}
