/// Which population is counted: always stated.
public struct PopulationSource: Sendable {
  /// The file that gives the population.
  public var file = ""
  /// The column of it.
  public var column = ""
  /// Its kind, its year, its origin and its licence, as far as the file says them:
  /// `Population municipale 2021, INSEE, Licence Ouverte 2.0`.
  public var statement = Wording(
    fr: "Population de nature et d’année inconnues", en: "Population of unknown kind and year")
  /// The year; nil where nothing says it, or several files differ.
  public var year: Int?

  /// What is stated, then where it comes from.
  public func told(in language: Language) -> String {
    "\(statement[language]) (\(column), \(file))"
  }
}
