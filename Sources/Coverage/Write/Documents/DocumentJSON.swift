extension DocumentTable {
  /// All rows, by the names of the columns that JSON has.
  var json: JSON {
    .array(
      rows.map { row in
        .object(
          zip(columns, row).filter { !$0.0.key.isEmpty }.map { column, entry in
            (column.key, entry.json)
          })
      })
  }
}

extension DocumentTable.Entry {
  fileprivate var json: JSON {
    switch self {
    case .cell(let cell): .cell(cell)
    case .words(let prose), .figures(let prose): .text(prose.plain)
    }
  }
}
