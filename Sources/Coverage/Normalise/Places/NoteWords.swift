/// Words beside the code or the name of a place that are no name: what they say changes what is meant.
enum NoteWords {
  /// Words that deny, put off or limit.
  private static let limits: Set<String> = [
    "non", "pas", "ni", "sans", "ex", "sf", "hormis", "hors", "sauf", "moins", "not", "attente",
    "venir", "suivant", "suivants", "suivante", "suivantes", "compter", "seulement", "uniquement",
    "moitie", "tiers", "quart", "partie", "parties", "totalement", "cpts", "projet", "annee",
  ]
  /// Beginnings of such words, whatever their ending.
  private static let beginnings = [
    "exclu", "except", "retir", "retrait", "sorti", "refus", "ecart", "enlev", "supprim", "ferme",
    "futur", "ancien", "partiel", "adher", "couvert", "reten", "prevu", "confirm", "defini",
    "limitrophe", "voisin", "environ", "alentour", "suspend", "dissou", "annul", "provisoire",
  ]
  /// Words for a part of a commune, which names have too.
  private static let parts: Set<String> = [
    "quartier", "quartiers", "secteur", "secteurs", "iris", "hameau", "hameaux", "zone", "nord",
    "sud", "est", "ouest", "centre", "bourg", "haut", "bas", "rive", "cote",
  ]
  /// Of these, those that no name begins with.
  private static let openings: Set<String> = [
    "quartier", "quartiers", "secteur", "secteurs", "iris", "hameau", "hameaux", "zone",
  ]
  /// Words that announce a code or a commune, or say that all of it is meant.
  static let harmless: Set<String> = [
    "code", "codes", "insee", "cog", "cp", "postal", "commune", "communes", "ville", "mairie",
    "nouvelle", "chef", "lieu", "prefecture", "sous", "siege", "cedex", "canton", "dep", "dept",
    "departement", "region", "france", "entiere", "entier", "totalite", "totale", "total",
    "integralite", "toute", "complete", "n", "no", "numero", "num", "com", "officiel", "nom",
    "de", "du", "des", "d", "la", "le", "les", "l", "en", "et", "a", "au", "aux", "sur", "saint",
    "sainte", "y", "arrondissement",
  ]

  private static let groups: Set<String> = [
    "cc", "ca", "cu", "communaute", "metropole", "agglomeration", "epci", "interco",
  ]
  private static let people: Set<String> = ["hab", "habitants", "population", "pop"]

  /// Words that take a part of a group of communes, or put it off: `quelques communes de`, `à terme`.
  private static let limitsOfGroups: Set<String> = [
    "quelques", "certaines", "certains", "plusieurs", "autour", "cours", "terme", "partir",
    "majorite", "majoritairement", "essentiel", "essentiellement", "principalement", "extension",
    "progressivement", "possible", "eventuellement", "souhaite", "souhaitee", "vise", "visee",
  ]

  /// Whether words beside the code of a group say that not all of it is meant.
  ///
  /// - Parameter isNamed: whether they begin as the name of an EPCI, which may have those of parts: `CC Sud`.
  static func limitGroup(_ words: [String], isNamed: Bool) -> Bool {
    words.contains { isLimit($0) || limitsOfGroups.contains($0) || openings.contains($0) }
      || !isNamed && !words.isEmpty && words.allSatisfy(parts.contains)
  }

  /// Whether words count communes otherwise than a group has them: `CC du Pays, 4 communes`.
  static func countCommunes(_ words: [String], but all: Int) -> Bool {
    zip(words, words.dropFirst()).contains { word, next in
      Int(word).map { $0 != all } ?? false
        && (next.hasPrefix("commune") || next == "sur" || Int(next) != nil)
    }
  }

  /// Whether words announce a group of communes, not the commune whose code follows: `canton 15014`.
  static func sayGroup(_ words: [String]) -> Bool {
    words.contains { ["canton", "arrondissement"].contains($0) } && !words.contains("chef")
  }

  /// Whether words name an EPCI.
  static func nameGroup(_ words: [String]) -> Bool { words.first.map(groups.contains) ?? false }

  /// Words without the rank of an item, `1. Aurillac`, and without its people, `25 499 hab.`.
  static func withoutCounts(_ words: [String], isNumbered: Bool) -> [String] {
    func isNumber(_ word: String) -> Bool { word.utf8.allSatisfy(isDigit) }
    var left = words[...]
    if isNumbered, let first = left.first, isNumber(first), first.utf8.count < 4 {
      left = left.dropFirst()
    }
    if left.contains(where: people.contains) {
      left = left.filter { !people.contains($0) && !isNumber($0) }[...]
    }
    return Array(left)
  }

  static func isLimit(_ word: some StringProtocol) -> Bool {
    limits.contains(String(word)) || beginnings.contains { word.hasPrefix($0) }
  }

  /// Whether the words that a name does not explain say a part of a commune.
  ///
  /// - Parameter isNamed: whether the name of the commune stands there besides.
  static func sayPart(_ words: [String], isNamed: Bool) -> Bool {
    if isNamed { return words.contains(where: parts.contains) }
    return words.first.map(openings.contains) ?? false || words.allSatisfy(parts.contains)
  }

  /// Whether a text begins by denying: what follows it in its cell may be meant too.
  static func begin(_ text: String) -> Bool {
    folded(text).split(separator: "_").first.map { isLimit($0) } ?? false
  }

  /// Whether the value of a column says that only a part is meant: `partielle`, `50 %`, `Quartiers nord`.
  static func sayShare(_ text: String) -> Bool {
    let words = folded(text).split(separator: "_").map(String.init)
    if words.contains(where: { $0.hasPrefix("partiel") || $0 == "partie" || $0 == "moitie" }) {
      return true
    }
    return words.contains { ["seulement", "uniquement", "quartier", "quartiers"].contains($0) }
  }
}
