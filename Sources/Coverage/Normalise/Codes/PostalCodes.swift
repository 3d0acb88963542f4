/// Tells postal codes from the codes of communes.
///
/// Nine postal codes of ten end in 0, and one commune code of ten does.
enum PostalCodes {
  /// Fewer codes than this tell nothing.
  private static let fewest = 4
  /// From so many codes on, a share of them is enough.
  private static let many = 10
  private static let share = 0.6

  /// How many of the codes of a column end in 0, where they look like postal codes; nil where they do not.
  ///
  /// - Parameter texts: each once.
  /// - Complexity: O(texts).
  static func endingInZero(_ texts: Set<String>) -> (count: Int, of: Int)? {
    var (count, whole) = (0, 0)
    for text in texts {
      guard let code = fiveDigits(text) else { continue }
      whole += 1
      if code.hasSuffix("0") { count += 1 }
    }
    guard whole >= fewest, whole * 2 >= texts.count else { return nil }
    let least = whole < many ? Double(whole) : share * Double(whole)
    return Double(count) >= least ? (count, whole) : nil
  }

  /// Whether one unknown code may be a postal code.
  static func mayBe(_ text: String) -> Bool {
    guard let code = fiveDigits(text) else { return false }
    return code.hasSuffix("0") || code.hasPrefix("20")
  }

  private static func fiveDigits(_ text: String) -> String? {
    guard let code = CodeSpelling.plain(text)?.code.text,
      code.utf8.allSatisfy(isDigit)
    else { return nil }
    return code.utf8.count == 5 ? code : code.utf8.count == 4 ? "0" + code : nil
  }

  /// - Complexity: O(rows).
  /// - Throws: where the codes of a file look like postal codes.
  static func refuse(_ codes: UnitCodeColumns, of rows: some AttributeRows) throws(InputFault) {
    guard let column = codes.code else { return }
    var texts: Set<String> = []
    for row in 0..<rows.rowCount { texts.insert(rows.value(row: row, column: column)) }
    if let found = endingInZero(texts) {
      throw fault(path: rows.path, column: rows.header[column], found)
    }
  }

  static func fault(
    path: String, column: String, _ found: (count: Int, of: Int)
  ) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(
        fr:
          "la colonne « \(column) » a l’air de tenir des codes postaux (\(found.count) sur \(found.of) finissent par 0), pas des codes de communes",
        en:
          "the column “\(column)” seems to hold postal codes (\(found.count) of \(found.of) end in 0), not codes of communes"
      ),
      cure: Wording(
        fr: "donnez les codes INSEE : un code postal couvre souvent plusieurs communes",
        en: "give INSEE codes: a postal code often stands for several communes"))
  }
}
