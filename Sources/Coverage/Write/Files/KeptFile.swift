/// A file or folder of somebody else's that stood in the way of an output.
public struct KeptFile: Sendable, Equatable {
  /// Its name before, in the folder.
  public let name: String
  /// Its name now: `NAME.avant-DATE.ext`.
  public let keptAs: String

  /// A name for what is kept, that nothing has.
  ///
  /// - Complexity: O(names of this kind).
  static func name(
    for name: String, on day: CivilDate, unless isTaken: (String) -> Bool
  ) -> String {
    let folderEnd = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
    let ownName = name[folderEnd...]
    let point = ownName.lastIndex(of: ".") ?? name.endIndex
    let end = point > folderEnd ? point : name.endIndex
    var number = 1
    while true {
      let suffix = number == 1 ? "" : "-\(number)"
      let kept = "\(name[..<end]).avant-\(day)\(suffix)\(name[end...])"
      if !isTaken(kept) { return kept }
      number += 1
    }
  }
}

extension KeptFile {
  private static let mostListed = 10

  /// What a user is told of files that were kept, a line each; a few of many.
  public static func lines(
    of kept: [KeptFile], in output: String, _ language: Language
  ) -> [String] {
    guard !kept.isEmpty else { return [] }
    let head = Wording(
      fr: kept.count.inFrench(
        "fichier que coverage-report n’avait pas écrit, ou changé depuis, est gardé",
        "fichiers que coverage-report n’avait pas écrits, ou changés depuis, sont gardés")
        + " sous un autre nom :",
      en: kept.count.inEnglish("file", "files")
        + " that coverage-report had not written, or changed since, "
        + (kept.count == 1 ? "is" : "are") + " kept under another name:")
    let rest = kept.count - mostListed
    let tail = Wording(
      fr: "… et \(rest.inFrench("autre", "autres"))",
      en: "… and \(rest.inEnglish("other", "others"))")
    return [head[language]]
      + kept.prefix(mostListed).map { "  \(output)/\($0.name) → \($0.keptAs)" }
      + (rest > 0 ? ["  \(tail[language])"] : [])
  }
}
