import GeoKernel
import Yams

/// Turns the keys of a study file into settings.
struct StudyFileReader {
  private let path: String
  private(set) var settings = StudySettings()

  private static let keys = [
    "title", "fictitious", "units", "population", "population-column", "attributes", "cpts", "cog",
    "decisions",
    "merge-similar", "grid",
    "verify", "sliver-width", "sliver-people", "at", "default-stage", "map-column", "white-below",
    "by", "rules", "option-weights", "option-largest", "option-smallest", "fragile-members",
    "fragile-active", "output", "language", "csv", "jobs", "quiet", "progress", "strict",
  ]

  init(path: String) { self.path = path }

  mutating func set(_ key: Node, _ value: Node) throws(InputFault) {
    switch key.string ?? "" {
    case "title": settings.title = try text(value)
    case "fictitious": settings.isFictitious = try parsed(value, { Bool($0) }, "true, false")
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
    case "rules": settings.rules = try rules(value)
    case "option-weights": try weights(value)
    case "option-largest":
      settings.optionLargest = try parsed(value, { Int($0) }, "350000")
    case "option-smallest":
      settings.optionSmallest = try parsed(value, { Int($0) }, "20000")
    case "fragile-members": settings.fragileMembers = try parsed(value, { Double($0) }, "20")
    case "fragile-active": settings.fragileActive = try parsed(value, { Double($0) }, "50")
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

  /// A file is seen from the folder of the study file; a name is no file.
  private func rules(_ value: Node) throws(InputFault) -> String {
    let text = try text(value)
    return RuleLibrary.isPath(text) ? try file(value) : text
  }

  private mutating func weights(_ value: Node) throws(InputFault) {
    let names = OptionRules.Criterion.allCases.map(\.rawValue).joined(separator: ", ")
    guard let mapping = value.mapping else {
      throw fault(value, Wording(fr: "pas des poids", en: "no weights"), "{bassin: 4, cout: 1}")
    }
    for (key, weight) in mapping {
      guard let criterion = OptionRules.Criterion(rawValue: try text(key)) else {
        let name = try text(key)
        throw fault(
          key, Wording(fr: "critère inconnu « \(name) »", en: "unknown criterion “\(name)”"), names)
      }
      settings.optionWeights[criterion] = try parsed(
        weight, { text in Int(text).flatMap { (0...100).contains($0) ? $0 : nil } }, "0, 4, 100")
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
