/// What stands for a value in help: `FILE[#layer]`, in French `FICHIER[#couche]`. Values that are meant as
/// they are, such as `auto|always`, stand in lower case and are the same in both languages.
package enum Placeholder {
  /// The words that help uses, and their French.
  private static let french = [
    "AFTER": "APRES", "BEFORE": "AVANT", "CODE": "CODE", "COLUMN": "COLONNE",
    "CRITERION": "CRITÈRE", "DATE": "DATE",
    "DIR": "DOSSIER", "EPSG": "EPSG", "FILE": "FICHIER", "LEVEL": "NIVEAU", "LIST": "LISTE",
    "METRES": "MÈTRES", "N": "N", "NAME": "NOM", "PERCENT": "POURCENTAGE", "ROLE": "RÔLE",
    "STAGE": "STADE", "STUDY": "ETUDE", "TITLE": "TITRE", "WEIGHT": "POIDS", "layer": "couche",
    "sheet": "feuille",
  ]

  /// The words of a placeholder that nobody has put into French.
  package static func untranslated(_ text: String) -> [String] {
    words(of: text).filter { $0.first?.isUppercase == true && french[$0] == nil }
  }

  /// - Parameter text: in English, as it is declared.
  package static func text(_ text: String, in language: Language) -> String {
    guard language == .french else { return text }
    return text.replacing(/[A-Za-z]+/) { french[String($0.output)] ?? String($0.output) }
  }

  private static func words(of text: String) -> [String] {
    text.matches(of: /[A-Za-z]+/).map { String($0.output) }
  }
}
