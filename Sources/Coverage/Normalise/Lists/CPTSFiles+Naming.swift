extension CPTSFiles {
  /// What tells the CPTS of a row: a column, the file alone, or the place of the row in it.
  enum Naming {
    case column(Int)
    case file(CPTSID)
    case place(in: CPTSID)

    init(
      _ columns: CPTSColumns, _ rows: some AttributeRows, _ only: CPTSID?
    ) throws(InputFault) {
      if columns.id == nil, let only {
        self = .file(only)
      } else {
        self = .column(try columns.requiredID(in: rows))
      }
    }

    var isColumn: Bool { if case .column = self { true } else { false } }

    func id(row: Int, of rows: some AttributeRows) -> String {
      switch self {
      case .column(let column): ExportedText.unwrapped(rows.value(row: row, column: column))
      case .file(let id): id.text
      case .place(let id): "\(id) \(row + 1)"
      }
    }
  }
}
