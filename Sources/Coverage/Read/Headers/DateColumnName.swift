/// Names of columns of dates, in the words that people choose: what links words does not matter, nor does
/// their order. `Date de la signature de l’ACI` is `date_aci`. A name without the word is one of dates where
/// its values are: `ACI` over days.
enum DateColumnName {
  /// That a date is the real one changes nothing of what it is the date of.
  private static let linkingWords: Set<String> = [
    "cpts", "reel", "reelle", "effectif", "effective", "realise", "realisee", "constate",
    "constatee",
  ]

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
        ["date", "contrat", "signe"], ["signature", "aci"], ["aci"], ["aci", "signe"],
        ["date", "signature", "contrat", "aci"],
        ["date", "contrat", "aci"], ["date", "aci", "signee"], ["date", "adhesion", "aci"],
        ["date", "conventionnement"], ["date", "signature", "accord", "conventionnel"],
        ["date", "signature", "accord", "conventionnel", "interprofessionnel"],
        ["date", "signature", "contrat", "tripartite"],
      ]
    ),
    (
      .healthProjectDate,
      [
        ["date", "projet", "sante"], ["date", "validation", "projet", "sante"],
        ["date", "projet", "sante", "valide"], ["date", "ps"], ["date", "pds"],
        ["date", "validation", "ps"], ["date", "validation", "pds"],
        ["validation", "projet", "sante"], ["date", "ps", "valide"], ["date", "pds", "valide"],
        ["projet", "sante"], ["projet", "sante", "valide"], ["ps"], ["pds"], ["ps", "valide"],
        ["date", "validation", "projet", "sante", "ars"], ["ps", "validation"],
        ["pds", "validation"],
      ]
    ),
    (
      .letterDate,
      [
        ["date", "lettre", "intention"], ["date", "validation", "lettre", "intention"],
        ["date", "lettre", "intention", "validee"], ["date", "li"], ["date", "validation", "li"],
        ["date", "li", "validee"], ["validation", "lettre", "intention"], ["li"],
        ["lettre", "intention"], ["lettre", "intention", "validee"], ["li", "validee"],
        ["date", "validation", "lettre", "intention", "ars"], ["date", "validation", "li", "ars"],
        ["li", "validation"],
      ]
    ),
    (.projectDate, [["date", "projet"], ["date", "initiative"], ["date", "emergence"]]),
    (.pairStart, [["date", "debut"], ["debut"], ["start", "date"]]),
  ]

  /// The date that a name can only be that of.
  static func role(of name: HeaderName) -> FieldRole? {
    let parts = name.words.subtracting(linkingWords)
    return words.first { $0.sets.contains(parts) }?.role
  }

  /// Whether a name says that the column has dates.
  static func saysDate(_ name: HeaderName) -> Bool { name.words.contains("date") }
}
