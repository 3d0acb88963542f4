/// Names of columns of dates, in the words that people choose: what links words does not matter, nor does
/// their order. `Date de la signature de l’ACI` is `date_aci`.
enum DateColumnName {
  private static let linkingWords: Set<String> = [
    "de", "d", "du", "des", "la", "le", "les", "l", "a", "au", "en", "cpts",
  ]

  /// No name of few words is longer.
  private static let longestName = 100

  /// What a name must have, and nothing else.
  private static let words: [(role: FieldRole, sets: [Set<String>])] = [
    (
      .endDate,
      [
        ["date", "fin"], ["date", "cloture"], ["date", "fermeture"], ["date", "dissolution"],
        ["date", "cessation"], ["date", "fin", "activite"], ["date", "cessation", "activite"],
        ["date", "arret"], ["end", "date"], ["fin"], ["cloture"], ["fermeture"], ["dissolution"],
      ]
    ),
    (
      .contractDate,
      [
        ["date", "aci"], ["date", "signature", "aci"], ["date", "aci", "signe"],
        ["date", "conclusion", "aci"], ["date", "contrat"], ["date", "signature", "contrat"],
        ["date", "contrat", "signe"], ["signature", "aci"],
      ]
    ),
    (
      .healthProjectDate,
      [
        ["date", "projet", "sante"], ["date", "validation", "projet", "sante"],
        ["date", "projet", "sante", "valide"], ["date", "ps"], ["date", "pds"],
        ["date", "validation", "ps"], ["date", "validation", "pds"],
        ["validation", "projet", "sante"],
      ]
    ),
    (
      .letterDate,
      [
        ["date", "lettre", "intention"], ["date", "validation", "lettre", "intention"],
        ["date", "lettre", "intention", "validee"], ["date", "li"], ["date", "validation", "li"],
        ["date", "li", "validee"], ["validation", "lettre", "intention"],
      ]
    ),
    (.projectDate, [["date", "projet"], ["date", "initiative"], ["date", "emergence"]]),
  ]

  /// The date that a folded name can only be that of.
  static func role(of name: String) -> FieldRole? {
    guard name.utf8.count <= longestName else { return nil }
    let parts = Set(name.split(separator: "_").map(String.init)).subtracting(linkingWords)
    return words.first { $0.sets.contains(parts) }?.role
  }

  /// Whether a folded name says that the column has dates.
  static func saysDate(_ name: String) -> Bool {
    name.utf8.count <= longestName && name.split(separator: "_").contains { $0 == "date" }
  }
}
