/// Cells that repeat the one above, in a word or a sign: `idem`, `"`, `〃`, `↓`. A sort or a filter moves them
/// below another, so none is read.
enum RepeatMark {
  private static let words: Set<String> = [
    "idem", "ditto", "dito", "meme", "memes", "la_meme", "le_meme", "meme_cpts", "la_meme_cpts",
    "meme_stade", "meme_date", "meme_commune", "meme_territoire", "ibid", "ibidem", "ci_dessus",
    "voir_ci_dessus", "cf_ci_dessus", "comme_ci_dessus", "meme_que_ci_dessus", "voir_plus_haut",
    "idem_ci_dessus", "cpts_idem", "idem_cpts",
  ]
  /// One of them makes a mark of a cell without letters or digits.
  private static let signs: Set<Character> = Set("\"″”“„‟〃〞＂«»↓↳↑⇓⇩⇣⤷⮡↴▼⬇")

  private static let longestText = 24

  /// Whether a text is such a mark.
  ///
  /// - Complexity: O(length), and nothing for a text that is long.
  static func isOne(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= longestText else { return false }
    let plain = folded(text)
    if plain.isEmpty {
      return text.contains(where: signs.contains)
        || ["//", "''", "’’", "‘‘", "´´", "``", ",,"].contains { text.contains($0) }
    }
    return words.contains(plain) || plain == "id" && text.hasSuffix(".")
  }

  /// - Complexity: O(rows) for each column in use.
  /// - Throws: `InputFault` at the first mark in a column that a study reads.
  static func refuse(in rows: some AttributeRows, _ columns: CPTSColumns) throws(InputFault) {
    let used = Set(CPTSColumns.roles.compactMap { columns[$0] } + columns.groups).sorted()
    for column in used {
      var above = ""
      for row in 0..<rows.rowCount where column < rows.fieldCount(row: row) {
        let text = rows.value(row: row, column: column)
        if isOne(text) { throw fault(text, above, row, column, rows) }
        if !text.isEmpty { above = text }
      }
    }
  }

  private static func fault(
    _ text: String, _ above: String, _ row: Int, _ column: Int, _ rows: some AttributeRows
  ) -> InputFault {
    let name = ShownName.shortened(UnusedColumn.name(column, of: rows))
    let value = ShownName.shortened(above)
    let (french, english) =
      above.isEmpty
      ? ("la valeur voulue", "the value that is meant")
      : ("« \(value) » si c’est ce qu’elle répète", "“\(value)” if that is what it repeats")
    return InputFault(
      path: rows.path, line: rows.line(of: row),
      problem: Wording(
        fr: "« \(text) » dans « \(name) » renvoie à une autre ligne, qu’un tri peut avoir changée",
        en: "“\(text)” in “\(name)” refers to another row, which a sort may have changed"),
      cure: Wording(
        fr: "écrivez \(french), sur cette ligne et sur les suivantes",
        en: "write \(english), in this row and in those below"))
  }
}
