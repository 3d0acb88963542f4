/// The values of cells that are merged with those below them, while the rows of a table are read.
struct MergedValues {
  /// By the first row, those that end first coming first.
  private let cells: [SheetCells.TallCell]
  private var next = 0
  private var line = 0
  /// For each column of the table, the rows that its merged cell covers, and its value.
  private var open: [(firstLine: Int, lastLine: Int, value: DelimitedText.Field?)]
  /// One more than the last column of the table with an open cell that has a value.
  private(set) var width = 0
  private let positions: [Int32?]

  /// - Parameter headerLine: cells merged with the header or above say nothing about rows.
  init(_ cells: [SheetCells.TallCell], after headerLine: Int, _ positions: [Int32?]) {
    self.positions = positions
    self.cells = cells.filter { $0.firstRow > headerLine && $0.column < positions.count }
      .sorted { ($0.firstRow, $0.column, $0.lastRow) < ($1.firstRow, $1.column, $1.lastRow) }
    open = Array(repeating: (0, 0, nil), count: self.cells.isEmpty ? 0 : positions.count)
  }

  /// Goes on to a row of the spreadsheet.
  mutating func begin(_ newLine: Int32) {
    line = Int(newLine)
    guard !open.isEmpty else { return }
    while next < cells.count, cells[next].firstRow <= line {
      if cells[next].firstRow == line, let position = positions[cells[next].column] {
        open[Int(position)] = (line, cells[next].lastRow, nil)
      }
      next += 1
    }
    while width > 0, open[width - 1].value == nil || open[width - 1].lastLine < line { width -= 1 }
  }

  /// Takes the value of a filled cell of the row, should others be merged with it.
  mutating func see(_ field: DelimitedText.Field, at position: Int) {
    guard position < open.count, open[position].firstLine == line else { return }
    open[position].value = field
    width = max(width, position + 1)
  }

  /// The value that an empty cell of the row takes.
  func value(at position: Int) -> DelimitedText.Field? {
    guard position < open.count, open[position].lastLine >= line else { return nil }
    return open[position].value
  }
}
