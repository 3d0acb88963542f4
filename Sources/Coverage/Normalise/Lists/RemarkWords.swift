/// Words of a remark that may change what counts: `CPTS dissoute en 2021`, `sauf le bourg`, `ACI refusé`.
enum RemarkWords {
  private static let words: Set<String> = [
    "sauf", "hormis", "hors", "seulement", "uniquement", "doublon", "ferme", "fermee", "quitte",
    "quittee", "moitie", "perime", "perimee", "perimes", "perimees",
  ]
  private static let beginnings = [
    "dissou", "dissol", "abandon", "absorb", "fusionn", "resili", "annul", "caduc", "suspend",
    "suspens", "radie", "radiat", "clotur", "refus", "rejet", "supprim", "exclu", "retir",
    "retrait", "partiel", "inexist", "inactiv", "obsol", "ancien", "denonc", "liquid", "erron",
  ]
  /// What only two words say.
  private static let pairs: Set<[String]> = [
    ["en", "partie"], ["une", "partie"], ["existe", "plus"], ["partie", "plus"],
    ["plus", "active"],
    ["plus", "actif"], ["plus", "partie"], ["pas", "signe"], ["pas", "signee"], ["non", "signe"],
    ["non", "signee"], ["pas", "valide"], ["pas", "validee"], ["non", "valide"],
    ["non", "validee"],
    ["mise", "sommeil"], ["en", "sommeil"], ["stand", "by"], ["a", "supprimer"], ["a", "retirer"],
    ["non", "affiche"],
  ]

  static func maySayWhatCounts(_ text: String) -> Bool {
    let said = folded(text).split(separator: "_").map(String.init)
    return said.contains { word in
      words.contains(word) || beginnings.contains { word.hasPrefix($0) }
    } || zip(said, said.dropFirst()).contains { pairs.contains([$0, $1]) }
  }
}
