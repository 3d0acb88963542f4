/// Which sheet of a workbook is meant where the user names none: the first that a user sees, unless another
/// alone has known names of columns.
struct SheetChoice {
  let sheet: WorkbookSheet

  /// More sheets than people fill by hand are not searched.
  private static let mostSheets = 50

  /// - Complexity: O(bytes of the unpacked sheets) where the first has no known names, else of the first.
  /// - Throws: `InputFault` that names the sheets, where several others have known names.
  init(_ archive: ZipArchive, named name: String?) throws(InputFault) {
    let first = try WorkbookSheet.read(archive, sheet: name)
    guard name == nil, first.visibleNames.count > 1, !first.isRecognised else {
      sheet = first
      return
    }
    var found: [WorkbookSheet] = []
    for other in first.visibleNames.prefix(Self.mostSheets) where other != first.name {
      let sheet = try WorkbookSheet.read(archive, sheet: other)
      if sheet.isRecognised { found.append(sheet) }
    }
    guard found.count < 2 else { throw Self.several(found.map(\.name), path: first.path) }
    guard var chosen = found.first else {
      sheet = first
      return
    }
    let others = chosen.names.filter { $0 != chosen.name }
    chosen.unreadParts = WorkbookSheet.unreadParts(
      beside: chosen.name, others.map { ($0, !chosen.visibleNames.contains($0)) },
      path: chosen.path)
    sheet = chosen
  }

  private static func several(_ names: [String], path: String) -> InputFault {
    let shown = ShownName.list(names.map { "« \($0) »" }, most: 8)
    return InputFault(
      path: path,
      problem: Wording(
        fr: "plusieurs feuilles ont une table : \(shown)",
        en: "several sheets have a table: \(shown)"),
      cure: Wording(
        fr: "nommez celle qui doit servir : \(ShellWord.part(names[0], of: path))",
        en: "name the one that is meant: \(ShellWord.part(names[0], of: path))"))
  }
}

extension WorkbookSheet {
  /// Whether a row has known names of columns.
  fileprivate var isRecognised: Bool {
    HeaderSearch(cells.searchedRows, isKnownName: HeaderRules.isKnown).rowOfKnownNames() != nil
  }
}
