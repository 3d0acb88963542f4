/// Names of columns amid the rows of a list: a second table below the first.
struct RepeatedTable {
  /// Whether its columns are those of the first table.
  let isSame: Bool
  private let names: [String]

  /// Nil for a row of values: all cells of such a row, two at least, are known names of columns.
  ///
  /// - Complexity: O(1) for most rows: their first value or their code has digits, or is no known name.
  init?(_ row: Int, of text: DelimitedText) {
    let columns = (0..<min(text.fieldCount(row: row), text.header.count)).filter {
      !text.text(row: row, column: $0).isEmpty
    }
    guard columns.count > 1 else { return nil }
    names = columns.map { text.text(row: row, column: $0) }
    guard
      names.allSatisfy({ name in
        name.utf8.count <= HeaderSearch.greatestNameLength
          && !name.utf8.contains { isDigit($0) } && HeaderRules.isKnown(name)
      })
    else { return nil }
    isSame = zip(columns, names).allSatisfy { column, name in
      Self.role(name).map { $0 == Self.role(text.header[column]) } ?? false
    }
  }

  /// What a column is for: whether CPTS and communes are told by codes or by names makes no other column.
  private static func role(_ name: String) -> FieldRole? {
    let plain = folded(name)
    let header = HeaderName(name)
    let role =
      FieldRole.allCases.first { $0.recognisedNames.contains(plain) }
      ?? HeaderRules.role(of: header) ?? (HeaderRules.mayBeStage(header) ? .stage : nil)
    return switch role {
    case .cptsName: .cptsID
    case .unitName, .territory: .unitCode
    default: role
    }
  }

  func fault(_ path: String, _ line: Int) -> InputFault {
    let shown = ShownName.quoted(names)
    return InputFault(
      path: path, line: line,
      problem: Wording(
        fr: "un second tableau, aux autres colonnes, commence ici (\(shown))",
        en: "a second table, with other columns, begins here (\(shown))"),
      cure: Wording(
        fr: "mettez-le dans un fichier à lui, et donnez les deux par --cpts",
        en: "put it in a file of its own, and give both by --cpts"))
  }
}
