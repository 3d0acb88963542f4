/// A way to divide the units into groups: departments, EPCI, or a column of the attributes. A list may
/// give a territory by such groups.
struct PlaceLevel: Sendable {
  /// What a group is called before its code: `departement`, `canton`.
  let title: String
  /// Units of each group, by the code or the name that the column has.
  private var members: [String: [Index<Unit>]] = [:]
  private let names: [String: String]
  /// Groups by what the spellings of their code or name share.
  private var keys: [String: Set<String>] = [:]
  /// The same without the words for what a group is.
  private var looseKeys: [String: Set<String>] = [:]

  /// - Parameters:
  ///   - values: the group of each unit; empty for none.
  ///   - names: of groups, by code, where they are known.
  /// - Complexity: O(units).
  init(_ title: String, _ values: [String], names: [String: String] = [:]) {
    self.title = title
    self.names = names
    for (unit, value) in values.enumerated() where !value.isEmpty {
      members[value, default: []].append(Index(unit))
    }
    for code in members.keys {
      keys[folded(code), default: []].insert(code)
      let name = names[code] ?? code
      keys[placeName(name), default: []].insert(code)
      looseKeys[GroupName.key(name), default: []].insert(code)
    }
  }

  var isEmpty: Bool { members.isEmpty }
  var hasNames: Bool { !names.isEmpty }

  func units(of code: String) -> [Index<Unit>] { members[code] ?? [] }

  /// The groups that a code or a name may stand for, sorted.
  ///
  /// - Parameter isMeant: whether the text is known to be of this level: words for what a group is then
  ///   make no difference.
  func groups(_ text: String, isMeant: Bool) -> [String] {
    if members[text] != nil { return [text] }
    for key in [folded(text), placeName(text)] {
      if !key.isEmpty, let found = keys[key] { return found.sorted() }
    }
    if isMeant, let found = looseKeys[GroupName.key(text)] { return found.sorted() }
    // A number may have lost its first zero.
    let padded = "0" + text
    return text.utf8.allSatisfy(isDigit) && members[padded] != nil ? [padded] : []
  }

  /// The name of a group, with its code where it has both.
  func shown(_ code: String) -> String { names[code].map { "\($0) (\(code))" } ?? code }

  /// Whether a name is that of a group.
  func isName(_ name: String, of code: String) -> Bool {
    let own = names[code] ?? code
    return placeName(own) == placeName(name) || GroupName.key(own) == GroupName.key(name)
  }
}

/// Names of groups without the words for what they are: `CA du Bassin d'Aurillac` and `Communauté
/// d'agglomération du Bassin d'Aurillac` are one.
enum GroupName {
  /// Words before a name that say what is named, and that link it.
  private static let kinds: Set<String> = [
    "communaute", "communautes", "commune", "communes", "agglomeration", "urbaine", "cc", "ca",
    "cu", "metropole", "canton",
    "territoire_vie_sante", "tvs", "departement", "region", "epci",
  ]
  private static let links: Set<String> = ["de", "du", "des", "d", "la", "le", "les", "l"]

  static func key(_ text: String) -> String {
    let words = folded(text).split(separator: "_")
    let rest = words.drop { kinds.contains(String($0)) || links.contains(String($0)) }
    return rest.isEmpty ? words.joined(separator: "_") : rest.joined(separator: "_")
  }

  /// The level that the first words of a text name: `canton de Murat`, `CC du Pays de Salers`.
  static func level(of text: String) -> String? {
    let words = folded(text).split(separator: "_").map { String($0) }
    guard words.count > 1, let first = words.first else { return nil }
    switch first {
    case "canton", "departement", "region": return first
    case "cc", "ca", "cu", "epci", "metropole": return "epci"
    case "communaute":
      return words[1] == "de" || words[1] == "d" || words[1] == "urbaine" ? "epci" : nil
    default: return nil
    }
  }
}

/// The level that the name of a column is about, whatever else the name says: `code_canton`, `LIB_CANTON`
/// and `canton` are of one.
enum LevelName {
  private static let fillers: Set<String> = [
    "code", "codes", "cod", "libelle", "lib", "nom", "insee", "siren", "id", "num", "numero", "n",
    "du", "de", "des", "d", "la", "le", "les", "l", "officiel", "of", "geo", "liste",
  ]
  private static let synonyms = [
    "dep": "departement", "dept": "departement", "dpt": "departement", "dpts": "departement",
    "codedep": "departement", "coddep": "departement", "codedepartement": "departement",
    "reg": "region", "codereg": "region", "coderegion": "region", "codeepci": "epci",
    "epcis": "epci", "interco": "epci",
    "intercommunalite": "epci", "can": "canton", "codecanton": "canton", "cv": "canton",
    "bv": "bassin_vie", "ze": "zone_emploi",
  ]

  /// Nil where nothing but filling words is left, and for the names of communes' columns.
  static func level(of column: String) -> String? {
    let words = folded(column).split(separator: "_").map { word in
      // `BV2022` is of the bassins de vie.
      let text = word.count > 4 && word.suffix(4).utf8.allSatisfy(isDigit) ? word.dropLast(4) : word
      return String(text.count > 3 && text.hasSuffix("s") ? text.dropLast() : text)
    }.filter { !fillers.contains($0) && !$0.utf8.allSatisfy(isDigit) }
    guard !words.isEmpty else { return nil }
    let name = words.joined(separator: "_")
    return isOfCommunes(column) ? nil : synonyms[name] ?? name
  }

  /// Whether the name of a column says that it holds communes.
  static func isOfCommunes(_ column: String) -> Bool {
    let name = folded(column)
    return name.contains("commune") || name.contains("insee")
      || ["com", "codgeo", "depcom", "cog", "codcom", "libgeo", "libcom"].contains(name)
  }

  /// Levels that people know, whether a study has them or not.
  static let usual: Set<String> = [
    "departement", "region", "epci", "canton", "bassin_vie", "zone_emploi", "arrondissement",
    "iris",
  ]
}
