/// Texts that a program spoiled before they came here: errors of formulas, and accents read in another encoding.
enum SpoiledText {
  /// The value of a formula that failed.
  case formula
  /// `CÃ¨re`: UTF-8 taken for Windows-1252.
  case decodedTwice
  /// `signŽ`: the accents of old Macintosh or DOS programs.
  case otherEncoding

  private static let errors: Set<String> = [
    "#N/A", "#N/D", "#NA", "#REF!", "#VALEUR!", "#VALUE!", "#NOM?", "#NAME?", "#DIV/0!", "#NUL!",
    "#NULL!", "#NOMBRE!", "#NUM!", "#CHAMP!", "#SPILL!", "#CALC!",
  ]
  /// What é, è, ê, à, ç, ô, î and ù of Mac OS Roman and of code page 850 look like in Windows-1252.
  private static let oddAccents: Set<Character> = ["Ž", "ˆ", "\u{FFFD}", "Š", "‚", "‡", "™", "ž"]

  init?(_ text: String) {
    if text.hasPrefix("#"), Self.errors.contains(text.uppercased()) {
      self = .formula
    } else if Self.isDecodedTwice(text) {
      self = .decodedTwice
    } else if Self.hasOddAccents(text) {
      self = .otherEncoding
    } else {
      return nil
    }
  }

  private static func isDecodedTwice(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    return zip(scalars, scalars.dropFirst()).contains { first, second in
      first == "Ã" && (0x80...0xBF).contains(second.value)
        || first == "â" && second == "€"
    }
  }

  /// An odd sign after a letter, where French has a letter with an accent.
  private static func hasOddAccents(_ text: String) -> Bool {
    zip(text, text.dropFirst()).contains { $0.isLetter && oddAccents.contains($1) }
  }

  var finding: Wording {
    switch self {
    case .formula: Wording(fr: "l’erreur d’une formule de tableur", en: "the error of a formula")
    case .decodedTwice:
      Wording(
        fr: "des accents abîmés : un texte UTF-8 pris pour du Windows-1252",
        en: "spoiled accents: UTF-8 taken for Windows-1252")
    case .otherEncoding:
      Wording(
        fr: "des accents d’un autre codage (Mac OS Roman ou DOS ?)",
        en: "accents of another encoding (Mac OS Roman or DOS?)")
    }
  }

  var cure: Wording {
    switch self {
    case .formula:
      Wording(
        fr: "corrigez la formule, ou écrivez la valeur",
        en: "correct the formula, or write the value")
    case .decodedTwice:
      Wording(
        fr: "repartez du fichier d’origine, ouvert en UTF-8, et enregistrez-le en « CSV UTF-8 »",
        en: "go back to the first file, opened as UTF-8, and save it as “CSV UTF-8”")
    case .otherEncoding:
      Wording(
        fr: "ouvrez le fichier dans son codage et enregistrez-le en « CSV UTF-8 »",
        en: "open the file in its encoding and save it as “CSV UTF-8”")
    }
  }

  /// What is told of a text that is not understood, where it is such a one.
  static func finding(_ shown: String, _ spoiled: SpoiledText) -> Wording {
    Wording(
      fr: "« \(shown) » : \(spoiled.finding.french)", en: "“\(shown)”: \(spoiled.finding.english)")
  }
}
