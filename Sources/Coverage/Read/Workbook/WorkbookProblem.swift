/// What a reader of workbooks found odd in one cell, whose text is then empty.
struct WorkbookProblem: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// `#N/A`, `#REF!` and their like.
    case errorValue(String)
    /// The program that wrote the workbook did not compute it.
    case formulaWithoutValue
    /// A number shown as a date that no calendar has.
    case impossibleDate(String)
    /// A cell of numbers that holds none.
    case noNumber(String)
  }

  /// Number of the row in the spreadsheet, from 1.
  let row: Int
  /// Number of the column, from 0 for A.
  let column: Int
  let kind: Kind

  /// The cell as a spreadsheet names it: `B12`.
  var place: String { CellReference(row: row, column: column).text }

  /// What is wrong, for the list of anomalies.
  var finding: Wording {
    switch kind {
    case .errorValue(let value):
      Wording(fr: "\(place) contient l’erreur \(value)", en: "\(place) holds the error \(value)")
    case .formulaWithoutValue:
      Wording(
        fr: "la formule de \(place) n’a pas de résultat enregistré",
        en: "the formula of \(place) has no saved result")
    case .impossibleDate(let value):
      Wording(
        fr: "\(place) montre comme date le nombre \(value), qui n’en est pas une",
        en: "\(place) shows as a date the number \(value), which is none")
    case .noNumber(let value):
      Wording(
        fr: "\(place) devrait contenir un nombre et contient « \(value) »",
        en: "\(place) should hold a number and holds “\(value)”")
    }
  }
}
