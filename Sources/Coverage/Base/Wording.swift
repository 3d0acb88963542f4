/// The languages of messages. Names of files and columns never change.
public enum Language: String, CaseIterable, Sendable {
  /// French, the language of the users.
  case french = "fr"
  /// English.
  case english = "en"
}

/// One sentence in both languages.
public struct Wording: Equatable, Sendable {
  /// The sentence in French.
  public let french: String
  /// The sentence in English.
  public let english: String

  /// A sentence in both languages.
  public init(fr french: String, en english: String) {
    self.french = french
    self.english = english
  }

  /// The sentence in one language.
  public subscript(language: Language) -> String {
    language == .french ? french : english
  }
}

extension Wording {
  /// A word that is the same in both languages.
  init(_ word: String) { self.init(fr: word, en: word) }
}
