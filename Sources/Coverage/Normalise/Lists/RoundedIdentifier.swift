/// Identifiers that a spreadsheet shows without their last digits: `1,50E+08` stands for several FINESS numbers,
/// and rows that share it need not be of one CPTS.
enum RoundedIdentifier {
  /// - Complexity: O(rows).
  /// - Throws: `InputFault` at the second row of such an identifier.
  static func refuse(in rows: some AttributeRows, _ columns: CPTSColumns) throws(InputFault) {
    guard let id = columns.id else { return }
    var seen: Set<String> = []
    for row in 0..<rows.rowCount where id < rows.fieldCount(row: row) {
      let text = rows.value(row: row, column: id)
      guard text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }),
        let number = ScientificNotation(text), number.whole == nil
      else { continue }
      if seen.insert(text).inserted { continue }
      let name = ShownName.shortened(rows.header[id])
      throw InputFault(
        path: rows.path, line: rows.line(of: row),
        problem: Wording(
          fr:
            "« \(text) » dans « \(name) » : un tableur a caché les derniers chiffres, plusieurs CPTS peuvent "
            + "s’y confondre",
          en:
            "“\(text)” in “\(name)”: a spreadsheet hid the last digits, several CPTS may be one here"
        ),
        cure: Wording(
          fr: "reprenez le fichier d’origine, et enregistrez cette colonne comme du texte",
          en: "go back to the first file, and save that column as text"))
    }
  }
}
