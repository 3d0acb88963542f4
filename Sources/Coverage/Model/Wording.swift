/// The languages of messages. Names of files and columns never change.
public enum Language: String, CaseIterable, Sendable {
  case french = "fr"
  case english = "en"
}

/// One sentence in both languages.
public struct Wording: Equatable, Sendable {
  public let french: String
  public let english: String

  public init(fr french: String, en english: String) {
    self.french = french
    self.english = english
  }

  public subscript(language: Language) -> String {
    language == .french ? french : english
  }
}
