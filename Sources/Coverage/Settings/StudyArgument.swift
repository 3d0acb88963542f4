/// The first argument of the commands that make a study: a study file, or a list of CPTS.
public enum StudyArgument {
  case studyFile
  case list

  /// What is said of a study by its first argument, completed by these settings.
  ///
  /// - Parameter settings: given by flags, which win over a study file; a list is one more of theirs.
  /// - Throws: what a study file throws; where the file could be either, or cannot be read.
  public static func complete(
    _ settings: StudySettings, by argument: String
  ) throws(InputFault) -> StudySettings {
    switch try StudyArgument(argument) {
    case .studyFile: return settings.over(try StudyFile.read(argument))
    case .list:
      var settings = settings
      settings.cpts.insert(argument, at: 0)
      return settings
    }
  }

  /// Tells by the name where it tells, by the first line otherwise.
  init(_ argument: String) throws(InputFault) {
    let input = InputPath(argument)
    let name = input.file.lowercased()
    let isNamedStudy = [".yml", ".yaml"].contains { name.hasSuffix($0) }
    let isNamedList = Self.endingsOfLists.contains { name.hasSuffix($0) }
    if input.layer != nil || isNamedList {
      self = .list
      return
    }
    guard try input.format() == .delimitedText else {
      self = isNamedStudy ? .studyFile : .list
      return
    }
    let head = String(decoding: try input.head(count: 4096), as: UTF8.self)
    let line = head.split(whereSeparator: \.isNewline).first { !$0.hasPrefix("#") } ?? ""
    let looksLikeStudy = line.firstMatch(of: /^\u{FEFF}?[\p{L}-]+\s*:(\s|$)/) != nil
    let looksLikeList = !looksLikeStudy && line.contains { ",;\t".contains($0) }
    switch (isNamedStudy, looksLikeStudy, looksLikeList) {
    case (true, _, false), (false, true, _): self = .studyFile
    case (false, false, true): self = .list
    default: throw Self.unclear(argument)
    }
  }

  private static let endingsOfLists = [
    ".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".xls", ".ods", ".gpkg", ".geojson", ".json", ".zip",
    ".shp", ".kml", ".kmz",
  ]

  private static func unclear(_ argument: String) -> InputFault {
    InputFault(
      path: argument,
      problem: Wording(
        fr: "fichier d’étude ou liste de CPTS ? ni le nom ni la première ligne ne le disent",
        en: "a study file or a list of CPTS? neither the name nor the first line tells"),
      cure: Wording(
        fr:
          "nommez un fichier d’étude .yml, avec des lignes « clé: valeur » ; donnez une liste par "
          + "--cpts \(ShellWord.quoted(argument))",
        en: "name a study file .yml, with lines “key: value”; give a list by "
          + "--cpts \(ShellWord.quoted(argument))"))
  }
}
