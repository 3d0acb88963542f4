/// A table of the report on the page: the same values under the same names.
struct PageTable {
  let table: Table
  let columns: [PageColumn]

  init(_ table: Table, _ columns: [PageColumn]) {
    self.table = table
    self.columns = columns
  }

  /// The name of the file that has all rows, and what the columns are.
  func describe(in json: inout JSONWriter) {
    json.key("file")
    json.string(table.name)
    json.column("columns", columns) { json, column in
      json.object { json in
        json.key("name")
        json.string(column.name)
        json.key("kind")
        json.string(kind(of: column))
        json.key("heading")
        json.wording(column.heading)
        guard let definition = column.definition else { return }
        json.key("definition")
        json.string(definition.rawValue)
      }
    }
  }

  /// The values of columns, one array a column.
  ///
  /// - Parameter rows: those that the page holds; all of them by default.
  func values(_ names: [String], rows: [Int]? = nil, in json: inout JSONWriter) {
    let rows = rows ?? Array(0..<table.rowCount)
    for name in names {
      guard let column = table.columns.firstIndex(of: name) else {
        preconditionFailure("\(table.name) has no column \(name)")
      }
      json.column(name, rows) { json, row in
        json.cell(table.cells[row * table.columns.count + column])
      }
    }
  }

  /// As the first row has it, or as the page computes it.
  private func kind(of shown: PageColumn) -> String {
    guard let column = table.columns.firstIndex(of: shown.name) else {
      return shown.hasWords ? "text" : "number"
    }
    guard table.rowCount > 0 else { return "text" }
    switch table.cells[column] {
    case .text, .codes: return "text"
    case .code: return "code"
    case .whole, .decimal, .measured, .percent: return "number"
    }
  }
}
