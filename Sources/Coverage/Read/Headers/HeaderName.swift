/// The name of a column, reduced to what its spellings share.
///
/// `codeInsee`, `N° INSEE`, `#Code_commune_INSEE` and `Code INSEE (2024)` are told by their words: case,
/// accents, punctuation, plurals, words that only link others and the year do not matter.
struct HeaderName: Sendable {
  /// As `folded` gives it: `code_insee_2024`.
  let plain: String
  /// The words that tell, each once, in the spelling of the rules.
  let words: Set<String>

  /// No name of few words is longer.
  private static let longestName = 120

  init(_ text: String) {
    plain = folded(text)
    guard text.utf8.count <= Self.longestName else {
      words = []
      return
    }
    let parts = folded(Self.separated(text)).split(separator: "_").map(String.init)
    words = Set(Self.withoutDate(parts).map { Self.canonical[$0] ?? $0 })
      .subtracting(Self.linkingWords)
  }

  private static let linkingWords: Set<String> = [
    "de", "d", "du", "des", "la", "le", "les", "l", "a", "au", "aux", "en", "par", "the", "of",
    "officiel", "officielle",
  ]

  /// What people write for one word.
  private static let canonical: [String: String] = {
    let spellings: [(String, [String])] = [
      ("code", ["codes", "cod", "cd"]),
      ("numero", ["n", "no", "num", "nr", "numeros"]),
      ("identifiant", ["id", "ident", "identifiants", "ref", "reference"]),
      ("nom", ["noms", "name", "lib", "libelle", "libelles", "denomination", "intitule"]),
      ("commune", ["com", "communes", "municipalite", "municipalites", "municipality"]),
      ("ville", ["villes", "city"]),
      ("departement", ["dep", "dept", "dpt", "dpmt", "departements", "department"]),
      ("region", ["reg", "regions"]),
      ("intercommunalite", ["interco", "intercommunalites", "groupement"]),
      ("population", ["pop", "populations"]),
      ("habitant", ["hab", "habitants"]),
      ("nombre", ["nb", "nbr", "nbre"]),
      ("municipale", ["mun", "municipal"]),
      ("stade", ["stades"]), ("statut", ["statuts", "status"]), ("etat", ["etats"]),
      ("etape", ["etapes"]), ("date", ["dates"]), ("membre", ["membres"]),
      ("concernee", ["concernees"]), ("couverte", ["couvertes"]),
      ("communaute", ["communautes"]), ("professionnelle", ["professionnelles"]),
      ("territoriale", ["territoriales"]), ("territoire", ["territoires"]),
      ("actuel", ["actuelle", "actuels", "actuelles"]),
    ]
    return Dictionary(
      spellings.flatMap { word, others in others.map { ($0, word) } }, uniquingKeysWith: { $1 })
  }()

  /// A name whose words stand apart where capitals alone show them: `codeInsee`. `N°` is a word, whichever
  /// of its two signs follows.
  private static func separated(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return separatedASCII(text.utf8) }
    var result = String.UnicodeScalarView()
    var wasSmall = false
    for scalar in text.unicodeScalars {
      if wasSmall, scalar.properties.isUppercase { result.append(" ") }
      result.append(scalar == "º" ? " " : scalar)
      wasSmall = scalar.properties.isLowercase
    }
    return String(result)
  }

  /// The same for a text of ASCII alone: what Unicode says of a sign costs ten times more.
  private static func separatedASCII(_ text: String.UTF8View) -> String {
    var result: [UInt8] = []
    var wasSmall = false
    for byte in text {
      if wasSmall, (0x41...0x5A).contains(byte) { result.append(UInt8(ascii: " ")) }
      result.append(byte)
      wasSmall = (0x61...0x7A).contains(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The words without the year, or the day, that the column is of: `2024`, `31_12_2022`, `au_31_12`.
  private static func withoutDate(_ parts: [String]) -> [String] {
    func isNumber(_ part: String) -> Bool { part.utf8.allSatisfy(isDigit) }
    let hasYear = parts.contains { isWritten($0, like: "2000") || isWritten($0, like: "1900") }
    let isOfDay =
      parts.count > 2 && parts.suffix(2).allSatisfy { isNumber($0) && $0.utf8.count <= 2 }
    return hasYear || isOfDay ? parts.filter { !isNumber($0) } : parts
  }
}
