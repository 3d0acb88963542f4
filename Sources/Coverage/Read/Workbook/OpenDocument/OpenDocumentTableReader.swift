/// Reads the rows of one table of an OpenDocument spreadsheet, from its opening tag to its closing one.
struct OpenDocumentTableReader {
  private(set) var scanner: XMLScanner
  private(set) var cells: SheetCells
  private(set) var problems: [WorkbookProblem] = []

  private let path: String
  /// More cells with an error than this are not made from one row that is said to repeat.
  private static let greatestProblems = 20_000

  /// Number of the row under way, from 1, and of the next column, from 0.
  private var (row, column) = (0, 0)

  init(_ scanner: XMLScanner, path: String) {
    self.scanner = scanner
    self.path = path
    cells = SheetCells(path: path, documentSize: scanner.document.count)
  }

  mutating func read() throws(InputFault) {
    let outside = scanner.depth - 1
    while scanner.depth > outside {
      switch try scanner.next() {
      case .open(.table), .open(.trackedChanges): try scanner.skipElement()
      case .open(.tableRow): try readRow()
      default: break
      }
    }
  }

  private mutating func readRow() throws(InputFault) {
    let count = try repeats(.rowsRepeated)
    let isHidden =
      scanner.attribute(.visibility, is: Array("collapse".utf8))
      || scanner.attribute(.visibility, is: Array("filter".utf8))
    let (rowsBefore, problemsBefore) = (cells.rowCount, problems.count)
    let outside = scanner.depth - 1
    (row, column) = (row + 1, 0)
    while scanner.depth > outside {
      switch try scanner.next() {
      case .open(.tableCell): try readCell()
      case .open(.coveredCell):
        column += try repeats(.columnsRepeated)
        try scanner.skipElement()
      case .open: try scanner.skipElement()
      default: break
      }
    }
    cells.endRow(number: row, isHidden: isHidden)
    try repeatProblems(from: problemsBefore, count: count)
    guard cells.rowCount > rowsBefore else {
      // Rows without content up to the end of the sheet are said in one row.
      row = min(row + count - 1, Int(Int32.max))
      return
    }
    guard row + count - 1 <= CellReference.greatestRow else { throw impossible("\(row)") }
    for _ in 1..<count {
      row += 1
      try cells.repeatRow(number: row, isHidden: isHidden)
    }
  }

  /// A row that stands for several has its problems in each.
  private mutating func repeatProblems(from start: Int, count: Int) throws(InputFault) {
    let found = problems[start...]
    guard !found.isEmpty, count > 1 else { return }
    guard count <= Self.greatestProblems / found.count else {
      throw WorkbookFault.tooManyCells.fault(path: path)
    }
    for repetition in 1..<count {
      problems += found.map {
        WorkbookProblem(row: $0.row + repetition, column: $0.column, kind: $0.kind)
      }
    }
  }

  private mutating func readCell() throws(InputFault) {
    let count = try repeats(.columnsRepeated)
    let span = try repeats(.rowsSpanned)
    let cell = try OpenDocumentCell(scanner)
    let start = cells.text.count
    try cell.readText(&scanner, into: &cells.text)
    let first = column
    column += count
    if span > 1, row + span - 1 <= CellReference.greatestRow, first < CellReference.columnLimit {
      cells.tallCells.append(.init(column: first, firstRow: row, lastRow: row + span - 1))
    }
    let shown = Array(cells.text[start...])
    switch cell.content(shown: shown) {
    case .empty: cells.text.removeSubrange(start...)
    case .problem(let kind):
      cells.text.removeSubrange(start...)
      for column in first..<min(column, CellReference.columnLimit) {
        problems.append(WorkbookProblem(row: row, column: column, kind: kind))
      }
    case .value(let bytes, let kind):
      if bytes != shown {
        cells.text.removeSubrange(start...)
        cells.text += bytes
      }
      guard !bytes.allSatisfy({ $0 <= 0x20 }) else { return }
      guard column <= CellReference.columnLimit, row <= CellReference.greatestRow else {
        throw impossible(CellReference(row: row, column: first).text)
      }
      for column in first..<column {
        try cells.append(column: column, start..<cells.text.count, kind)
      }
    }
  }

  /// How often an element stands for itself.
  private func repeats(_ attribute: XMLName) throws(InputFault) -> Int {
    guard let written = scanner.attribute(attribute) else { return 1 }
    guard let count = scanner.number(attribute), count >= 1, column <= Int(Int32.max) else {
      throw impossible("× \(String(decoding: scanner.bytes(written).prefix(40), as: UTF8.self))")
    }
    return count
  }

  private func impossible(_ place: String) -> InputFault {
    WorkbookFault.impossiblePlace(place).fault(path: path)
  }
}
