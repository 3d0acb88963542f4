/// A column that says of which part of a commune a row is: `% de la commune`, `Quartiers`, `Couverture` with
/// `partielle`.
enum ShareColumn {
  private static let parts: Set<String> = ["quartier", "quartiers", "iris", "hameau", "hameaux"]
  private static let shares: Set<String> = [
    "part", "pourcentage", "quotite", "fraction", "proportion", "couverture", "couvert",
    "couverte", "commune", "territoire",
  ]

  /// - Complexity: O(values).
  static func isOne(_ column: UnusedColumn) -> Bool {
    if column.values.isEmpty || column.isWholeOfCommunes { return false }
    if column.values.contains(where: NoteWords.sayShare) { return true }
    let words = Set(folded(column.name).split(separator: "_").map(String.init))
    if !words.isDisjoint(with: parts) { return true }
    guard !words.isDisjoint(with: shares) || words.isEmpty && column.name.contains("%"),
      !column.values.allSatisfy({ ["1", "100"].contains(share($0)) })
    else { return false }
    return column.values.allSatisfy { text in
      decimalNumber(share(text)).map { $0 >= 0 && $0 <= 100 } ?? false
    }
  }

  /// Whether a text is the share of a whole: `100 %`, `100,00`.
  static func isWhole(_ text: String) -> Bool { decimalNumber(share(text)) == 100 }

  /// Whether most rows of a column that say something say a part of a commune: `0,37`, `37 %`, `1`.
  ///
  /// - Complexity: O(rows).
  static func holdsShares(_ column: Int, _ rows: some AttributeRows) -> Bool {
    let texts = (0..<rows.rowCount).map { rows.value(row: $0, column: column) }
      .filter { !$0.isEmpty }
    return 2 * texts.count { part($0) != nil } > texts.count
  }

  /// The part of a commune that a text says, above 0 and at most 1.
  static func part(_ text: String) -> Double? {
    guard let number = decimalNumber(share(text)) else { return nil }
    let part = text.contains("%") ? number / 100 : number
    return part > 0 && part <= 1 ? part : nil
  }

  private static func share(_ text: String) -> String {
    text.filter { $0 != "%" && !$0.isWhitespace }
  }
}
