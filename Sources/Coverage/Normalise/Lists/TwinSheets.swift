/// Sheets of a workbook that have lists of CPTS with the same columns: of two years, or of two departments. None
/// of them is the one that is meant more than the others.
enum TwinSheets {
  /// - Complexity: O(bytes of the sheets) for a workbook of several of which none is named, else O(1).
  /// - Throws: `InputFault` that names the sheets and how to have one read, or all.
  static func refuse(_ input: OpenedInput, _ named: [FieldRole: String]) throws(InputFault) {
    guard case .workbook(let archive) = input.content, input.layer == nil else { return }
    let names = try WorkbookSheet.read(archive, sheet: nil).visibleNames
    guard names.count > 1 else { return }
    var sheets: [(name: String, header: [String])] = []
    for name in names {
      guard let text = try DelimitedText.read(input, archive, sheet: name), text.rowCount > 0,
        let columns = try? CPTSColumns(of: text, named), columns.id != nil, columns.haveContent
      else { continue }
      sheets.append((name, text.header.map { folded($0) }.filter { !$0.isEmpty }.sorted()))
    }
    guard let first = sheets.first else { return }
    let twins = sheets.filter { $0.header == first.header }.map(\.name)
    guard twins.count > 1 else { return }
    let shown = ShownName.list(twins.map { "« \($0) »" }, most: 8)
    let calls = twins.prefix(2).map { ShellWord.part($0, of: input.name) }
    throw InputFault(
      path: input.name,
      problem: Wording(
        fr: "plusieurs feuilles ont une liste de mêmes colonnes : \(shown)",
        en: "several sheets have a list of the same columns: \(shown)"),
      cure: Wording(
        fr: "nommez celle qui doit servir (\(calls[0])), ou toutes : --cpts \(calls[0]) --cpts "
          + calls[1],
        en: "name the one that is meant (\(calls[0])), or all: --cpts \(calls[0]) --cpts "
          + calls[1]))
  }
}
