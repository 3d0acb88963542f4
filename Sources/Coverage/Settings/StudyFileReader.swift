import GeoKernel
import Yams

/// Turns the keys of a study file into settings.
struct StudyFileReader {
  private let path: String
  private(set) var settings = StudySettings()

  init(path: String) { self.path = path }

  mutating func set(_ key: Node, _ value: Node) throws(InputFault) {
    let name = key.string ?? ""
    guard let setting = SettingTable.keys.first(where: { $0.face.key == name }) else {
      throw unknown(name, key)
    }
    settings.places[name] = SettingPlaces.Place(path: path, line: key.mark?.line)
    for (text, node) in try texts(of: value, setting.face) {
      do {
        try setting.take(text, into: &settings)
      } catch {
        throw InputFault(
          path: path, line: node.mark?.line, problem: error.problem.of(name), cure: error.cure)
      }
    }
  }

  /// The texts of a value, and where each stands.
  private func texts(of value: Node, _ face: SettingFace) throws(InputFault) -> [(String, Node)] {
    var result: [(String, Node)] = []
    if face.form == .pairs, let mapping = value.mapping {
      for (name, item) in mapping {
        result.append(("\(try text(name, face.key))=\(try text(item, face.key))", name))
      }
      return result
    }
    let items = face.form == .one ? [value] : value.sequence.map { Array($0) } ?? [value]
    for item in items {
      let text = try text(item, face.key)
      result.append((face.isPath(text) ? file(text) : text, item))
    }
    return result
  }

  private func text(_ value: Node, _ key: String) throws(InputFault) -> String {
    guard let scalar = value.scalar else {
      throw fault(
        value,
        Wording(
          fr: "plusieurs valeurs là où une seule est attendue",
          en: "several values where one is expected"
        ).of(key), "\(key): …")
    }
    guard !scalar.string.isEmpty else {
      throw fault(value, Wording(fr: "valeur absente", en: "no value").of(key), "\(key): …")
    }
    guard !scalar.string.utf8.contains(0) else {
      throw fault(
        value,
        Wording(fr: "un caractère nul dans la valeur", en: "a null character in the value").of(key),
        "\(key): …")
    }
    return scalar.string
  }

  /// A path, seen from the folder of the study file.
  private func file(_ text: String) -> String {
    guard !text.hasPrefix("/"), WebAddress(text) == nil, let slash = path.lastIndex(of: "/")
    else { return text }
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

  private func unknown(_ name: String, _ key: Node) -> InputFault {
    let keys = SettingTable.keys.map(\.face.key)
    let hint = nearest(to: name, among: keys)
    let list = keys.joined(separator: ", ")
    let plain = fault(
      key, Wording(fr: "clé inconnue « \(name) »", en: "unknown key “\(name)”"), list)
    guard let hint else { return plain }
    return InputFault(
      path: path, line: plain.line, problem: plain.problem,
      cure: Wording(
        fr: "vouliez-vous dire \(hint) ? Les clés sont : \(list)",
        en: "did you mean \(hint)? The keys are: \(list)"))
  }

  private func fault(_ node: Node, _ problem: Wording, _ expected: String) -> InputFault {
    InputFault(
      path: path, line: node.mark?.line, problem: problem,
      cure: Wording(fr: "écrivez par exemple : \(expected)", en: "write for instance: \(expected)"))
  }
}

extension Wording {
  /// What is wrong with the value of a key.
  fileprivate func of(_ key: String) -> Wording {
    Wording(fr: "\(key) : \(french)", en: "\(key): \(english)")
  }
}
