extension DocumentTable {
  /// All rows, by the names of the columns that JSON has.
  var json: JSON {
    .array(
      rows.map { row in
        .object(
          zip(columns, row).compactMap { column, entry in
            guard case .cell(let cell) = entry, !column.key.isEmpty else { return nil }
            return (column.key, .cell(cell))
          })
      })
  }
}
