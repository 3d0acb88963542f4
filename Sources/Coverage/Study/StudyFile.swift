import GeoKernel
import Yams

/// Reads a study file: YAML whose keys are the options without their dashes. Paths in it are relative
/// to it.
public enum StudyFile {
  /// - Throws: `InputFault` with the line of a key or a value that cannot be understood.
  public static func read(_ path: String) throws(InputFault) -> StudySettings {
    let bytes = try InputPath(path).bytes()
    guard bytes.count < 1 << 20, let text = String(validating: bytes, as: UTF8.self) else {
      throw InputFault(
        path: path,
        problem: Wording(
          fr: "ce n’est pas un fichier d’étude (texte UTF-8)", en: "this is no study file (UTF-8)"),
        cure: Wording(
          fr: "donnez un fichier .yml comme data/demo/etude.yml",
          en: "give a .yml file such as data/demo/etude.yml"))
    }
    let root: Node?
    do {
      root = try compose(yaml: text)
    } catch {
      throw InputFault(
        path: path, line: line(of: error, in: text),
        problem: Wording(fr: "YAML mal formé", en: "malformed YAML"),
        cure: Wording(
          fr: "écrivez une ligne « clé: valeur » par option", en: "write one “key: value” an option"
        ))
    }
    guard let mapping = root?.mapping else {
      throw InputFault(
        path: path, line: 1,
        problem: Wording(
          fr: "aucune option dans le fichier d’étude", en: "no option in the study file"),
        cure: Wording(fr: "écrivez au moins units: et cpts:", en: "write at least units: and cpts:")
      )
    }
    var reader = StudyFileReader(path: path)
    for (key, value) in mapping { try reader.set(key, value) }
    return reader.settings
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

private struct StudyFileReader {
  let path: String
  var settings = StudySettings()

  private static let keys = [
    "title", "units", "population", "population-column", "attributes", "cpts", "cog", "decisions",
    "merge-similar", "grid",
    "verify", "sliver-width", "sliver-people", "at", "default-stage", "map-column", "white-below",
    "by", "output", "language", "csv", "jobs", "quiet", "progress", "strict",
  ]

  init(path: String) { self.path = path }

  mutating func set(_ key: Node, _ value: Node) throws(InputFault) {
    switch key.string ?? "" {
    case "title": settings.title = try text(value)
    case "units": settings.units = try file(value)
    case "population":
      for item in items(value) { settings.population.append(try file(item)) }
    case "cog": settings.movements = try file(value)
    case "decisions": settings.decisions = try file(value)
    case "merge-similar":
      settings.mergeSimilar = try parsed(value, { Bool($0) }, "true, false")
    case "population-column": settings.populationColumn = try text(value)
    case "attributes":
      for item in items(value) { settings.attributes.append(try file(item)) }
    case "cpts":
      for item in items(value) { settings.cpts.append(try file(item)) }
    case "grid":
      for item in items(value) { settings.grid.append(try file(item)) }
    case "verify": settings.verify = try parsed(value, { Verification($0) }, "all, 100")
    case "sliver-width": settings.sliverWidth = try parsed(value, { Double($0) }, "50")
    case "sliver-people": settings.sliverPeople = try parsed(value, { Int($0) }, "50")
    case "at": settings.at = try parsed(value, CivilDate.init, "2022-12-31")
    case "default-stage": settings.defaultStage = try stage(value)
    case "map-column": try mapColumns(value)
    case "white-below": settings.whiteBelow = try stage(value)
    case "by":
      for item in items(value) { settings.by.append(try text(item)) }
    case "output": settings.output = try file(value)
    case "language":
      settings.language = try parsed(value, { Language(rawValue: $0) }, "fr, en")
    case "csv":
      settings.csv = try parsed(value, { CSVDialect(rawValue: $0) }, "standard, excel-fr")
    case "quiet": settings.quiet = try parsed(value, { Bool($0) }, "true, false")
    case "progress":
      settings.progress = try parsed(value, { ProgressChoice(rawValue: $0) }, "auto, always, never")
    case "strict": settings.strict = try parsed(value, { Bool($0) }, "true, false")
    case "jobs": settings.jobs = try parsed(value, { Int($0) }, "2")
    case let unknown:
      throw fault(
        key, Wording(fr: "clé inconnue « \(unknown) »", en: "unknown key “\(unknown)”"),
        Self.keys.joined(separator: ", "))
    }
  }

  private mutating func mapColumns(_ value: Node) throws(InputFault) {
    var pairs: [(String, String, Node)] = []
    if let mapping = value.mapping {
      for (role, name) in mapping { pairs.append((try text(role), try text(name), role)) }
    } else {
      for item in items(value) {
        let parts = try text(item).split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
          throw fault(
            item, Wording(fr: "rôle sans colonne", en: "a role without column"), "code=INSEE")
        }
        pairs.append((parts[0], parts[1], item))
      }
    }
    for (role, name, node) in pairs {
      guard let role = FieldRole(rawValue: role) else {
        throw fault(
          node, Wording(fr: "rôle inconnu « \(role) »", en: "unknown role “\(role)”"),
          FieldRole.allCases.map(\.rawValue).joined(separator: ", "))
      }
      settings.columns[role] = name
    }
  }

  private func items(_ value: Node) -> [Node] { value.sequence.map { Array($0) } ?? [value] }

  private func text(_ value: Node) throws(InputFault) -> String {
    guard let text = value.scalar?.string, !text.isEmpty else {
      throw fault(value, Wording(fr: "valeur absente", en: "no value"), "clé: valeur")
    }
    return text
  }

  /// A path, seen from the folder of the study file.
  private func file(_ value: Node) throws(InputFault) -> String {
    let text = try text(value)
    guard !text.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return text }
    let whole = String(path[...slash]) + text
    let short = Self.withoutDetours(whole)
    // Through a symbolic link the two may be different places.
    return InputFile.areSame(InputPath(whole).file, InputPath(short).file) ? short : whole
  }

  /// `data/demo/../france` as people write it: `data/france`.
  private static func withoutDetours(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  private func stage(_ value: Node) throws(InputFault) -> Stage {
    try parsed(value, { Stage(spelling: $0) }, Stage.allCases.map(\.key).joined(separator: ", "))
  }

  private func parsed<Value>(
    _ value: Node, _ parse: (String) -> Value?, _ examples: String
  ) throws(InputFault) -> Value {
    let text = try text(value)
    if let result = parse(text) { return result }
    throw fault(value, Wording(fr: "valeur « \(text) »", en: "value “\(text)”"), examples)
  }

  private func fault(_ node: Node, _ problem: Wording, _ expected: String) -> InputFault {
    InputFault(
      path: path, line: node.mark?.line, problem: problem,
      cure: Wording(fr: "écrivez par exemple : \(expected)", en: "write for instance: \(expected)"))
  }
}
