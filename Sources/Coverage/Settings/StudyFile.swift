import Yams

/// Reads a study file: YAML whose keys are the options without their dashes. Paths in it are relative
/// to it.
public enum StudyFile {
  /// - Throws: `InputFault` with the line of a key or a value that cannot be understood.
  public static func read(_ path: String) throws(InputFault) -> StudySettings {
    let bytes = try InputPath(path).bytes()
    guard bytes.count < 1 << 20, let text = self.text(of: bytes) else {
      throw InputFault(
        path: path,
        problem: Wording(
          fr: "ce n’est pas un fichier d’étude (texte UTF-8)", en: "this is no study file (UTF-8)"),
        cure: Wording(
          fr: "donnez un fichier .yml comme data/demo/etude.yml",
          en: "give a .yml file such as data/demo/etude.yml"))
    }
    try refuseAnchors(in: text, path: path)
    let root: Node?
    do {
      root = try compose(yaml: text)
    } catch {
      throw malformed(error, in: text, path: path)
    }
    guard let mapping = root?.mapping else {
      throw InputFault(
        path: path, line: 1,
        problem: Wording(
          fr: "aucune option dans le fichier d’étude", en: "no option in the study file"),
        cure: Wording(fr: "écrivez au moins cpts:", en: "write at least cpts:")
      )
    }
    var reader = StudyFileReader(path: path)
    for (key, value) in mapping { try reader.set(key, value) }
    return reader.settings
  }

  /// The text of a YAML file, without the mark of byte order that some editors write before it; nil
  /// where it is not UTF-8.
  static func text(of bytes: [UInt8]) -> String? {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    return String(validating: body, as: UTF8.self)
  }

  private static func malformed(
    _ error: any Error, in text: String, path: String
  ) -> InputFault {
    let line = line(of: error, in: text)
    if case .duplicatedKeysInMapping(let keys, _) = error as? YamlError, let key = keys.first {
      return InputFault(
        path: path, line: line,
        problem: Wording(fr: "clé « \(key) » donnée deux fois", en: "key “\(key)” given twice"),
        cure: Wording(fr: "n’en gardez qu’une", en: "keep one of them"))
    }
    // YAML refuses tabs in front of what it indents.
    let tab = text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
      $0.prefix { $0 == " " || $0 == "\t" }.contains("\t")
    }
    if let tab {
      return InputFault(
        path: path, line: tab + 1,
        problem: Wording(
          fr: "YAML mal formé : une tabulation au début de la ligne",
          en: "malformed YAML: a tab at the beginning of the line"),
        cure: Wording(fr: "remplacez-la par des espaces", en: "replace it by spaces"))
    }
    return InputFault(
      path: path, line: line, problem: Wording(fr: "YAML mal formé", en: "malformed YAML"),
      cure: Wording(
        fr: "écrivez une ligne « clé: valeur » par option", en: "write one “key: value” an option"))
  }

  /// An alias of aliases makes a short file endless.
  static func refuseAnchors(in text: String, path: String) throws(InputFault) {
    guard let anchor = text.firstMatch(of: /(?:^|[\s\[{,])[&*]\w/) else { return }
    throw InputFault(
      path: path, line: text[..<anchor.range.upperBound].count(where: \.isNewline) + 1,
      problem: Wording(
        fr: "ancre ou renvoi YAML (& ou *)", en: "a YAML anchor or alias (& or *)"),
      cure: Wording(fr: "écrivez la valeur elle-même", en: "write the value itself"))
  }

  private static func line(of error: any Error, in text: String) -> Int? {
    switch error as? YamlError {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    case .duplicatedKeysInMapping(let keys, let context):
      secondLine(of: keys.first ?? "", in: text) ?? context.mark.line
    default: nil
    }
  }

  /// Where a key comes again.
  private static func secondLine(of key: String, in text: String) -> Int? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.indices.filter { lines[$0].hasPrefix("\(key):") }.dropFirst().first.map { $0 + 1 }
  }
}
