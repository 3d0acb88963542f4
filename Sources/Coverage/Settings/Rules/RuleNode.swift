import Yams

/// A place in a rule file: reads values of known kinds, and refuses the others with their line.
struct RuleNode {
  let path: String
  let node: Node

  /// The largest number of people, euros or years that a rule may name: sums of them stay exact.
  private static let largestNumber = 1_000_000_000

  /// The root of a rule file.
  ///
  /// - Throws: where the text is no YAML, or uses what a rule file has no need of.
  static func root(_ bytes: [UInt8], path: String) throws(InputFault) -> RuleNode {
    guard bytes.count < 1 << 18, let text = StudyFile.text(of: bytes) else {
      throw InputFault(
        path: path,
        problem: Wording(
          fr: "ce n’est pas un fichier de règles (texte UTF-8)",
          en: "this is no rule file (UTF-8 text)"), cure: .likeThePackOf2019)
    }
    try StudyFile.refuseAnchors(in: text, path: path)
    do {
      if let node = try compose(yaml: text) { return RuleNode(path: path, node: node) }
    } catch {
      throw InputFault(
        path: path, line: line(of: error),
        problem: Wording(
          fr: "YAML mal formé ou clé en double", en: "malformed YAML, or a key twice"),
        cure: .likeThePackOf2019)
    }
    throw InputFault(
      path: path, line: 1, problem: Wording(fr: "fichier vide", en: "empty file"),
      cure: .likeThePackOf2019)
  }

  private static func line(of error: any Error) -> Int? {
    switch error as? YamlError {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: nil
    }
  }

  /// The values of a mapping with these keys and no other.
  ///
  /// - Throws: at the line of an unknown key, or of the mapping where a key is missing.
  func mapping(
    _ required: [String], optional: [String] = []
  ) throws(InputFault) -> RuleKeys {
    guard let mapping = node.mapping else {
      throw fault(
        Wording(fr: "des « clé: valeur » sont attendues", en: "“key: value” lines are expected"),
        required)
    }
    var result: [String: RuleNode] = [:]
    for (key, value) in mapping {
      let name = key.string ?? ""
      guard required.contains(name) || optional.contains(name) else {
        throw RuleNode(path: path, node: key).fault(
          Wording(fr: "clé inconnue « \(name) »", en: "unknown key “\(name)”"),
          required + optional)
      }
      result[name] = RuleNode(path: path, node: value)
    }
    if let missing = required.first(where: { result[$0] == nil }) {
      throw fault(
        Wording(fr: "il manque « \(missing): »", en: "“\(missing):” is missing"), [missing + ": …"])
    }
    return RuleKeys(values: result)
  }

  func items() throws(InputFault) -> [RuleNode] {
    guard let sequence = node.sequence, !sequence.isEmpty else {
      throw fault(Wording(fr: "une liste est attendue", en: "a list is expected"), ["- …"])
    }
    return sequence.map { RuleNode(path: path, node: $0) }
  }

  func text() throws(InputFault) -> String {
    let text = node.scalar?.string ?? ""
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw fault(Wording(fr: "valeur absente", en: "no value"), ["source: ACI 2019, article 8"])
    }
    return text
  }

  /// What stands for an amount that no source gives.
  static let unknown = "unknown"
  var isUnknown: Bool { node.scalar?.string == Self.unknown }

  func date() throws(InputFault) -> CivilDate {
    let text = try text()
    if let date = CivilDate(text) { return date }
    throw fault(Wording(fr: "date « \(text) »", en: "date “\(text)”"), ["2019-06-20"])
  }

  func choice(_ choices: [String]) throws(InputFault) -> String {
    let text = try text()
    if choices.contains(text) { return text }
    throw fault(Wording(fr: "valeur « \(text) »", en: "value “\(text)”"), choices)
  }

  /// A number without sign, spaces or decimals, in a range.
  func whole(in range: ClosedRange<Int> = 0...largestNumber) throws(InputFault) -> Int {
    let text = try text()
    if let number = Int(text), range.contains(number), text.utf8.first != UInt8(ascii: "+") {
      return number
    }
    throw fault(
      Wording(
        fr: "« \(text) » n’est pas un nombre entier de \(range.lowerBound) à \(range.upperBound)",
        en: "“\(text)” is no whole number from \(range.lowerBound) to \(range.upperBound)"),
      ["40000"])
  }

  func fault(_ problem: Wording, _ expected: [String]) -> InputFault {
    let list = expected.joined(separator: ", ")
    return InputFault(
      path: path, line: node.mark?.line, problem: problem,
      cure: Wording(fr: "écrivez par exemple : \(list)", en: "write for instance: \(list)"))
  }
}

/// The values of a mapping that has all the keys required.
struct RuleKeys {
  fileprivate let values: [String: RuleNode]

  /// A key required.
  subscript(key: String) -> RuleNode {
    guard let value = values[key] else { preconditionFailure("key not asked for: \(key)") }
    return value
  }

  func optional(_ key: String) -> RuleNode? { values[key] }
}

extension Wording {
  static let likeThePackOf2019 = Wording(
    fr: "prenez modèle sur data/rules/aci-2019.yml", en: "take data/rules/aci-2019.yml as a model")
}
