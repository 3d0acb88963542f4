/// The cells of a sheet that are not empty, as flat columns, row by row from the left.
struct SheetCells: Sendable {
  /// What a cell holds, which tells names of columns from values.
  enum Kind: UInt8, Sendable {
    case text
    case number
    case date
    case boolean
  }

  /// Text of all cells, in UTF-8. Cells with the same shared text share its place.
  var text: [UInt8] = []
  /// Number of each filled row in the spreadsheet, from 1, ascending.
  private(set) var rowNumbers: [Int32] = []
  /// For each filled row, its first cell; one more at the end.
  private(set) var rowStarts: [Int32] = [0]
  /// For each cell, its column, from 0 for A, ascending inside a row.
  private(set) var columns: [Int32] = []
  private(set) var starts: [Int32] = []
  private(set) var ends: [Int32] = []
  private(set) var kinds: [Kind] = []
  /// Numbers of the filled rows that the spreadsheet does not show.
  private(set) var hiddenRows: [Int32] = []
  /// Cells merged over several rows.
  var tallCells: [TallCell] = []

  /// A cell merged with those below it.
  struct TallCell: Equatable, Sendable {
    var column: Int
    /// Numbers in the spreadsheet.
    var firstRow: Int
    var lastRow: Int
  }

  /// More cells than a sheet of so many bytes can hold without being made to exhaust the memory.
  private let greatestCount: Int
  /// How long all texts may be together, each counted as often as a cell has it: a long one that many
  /// cells share would be copied for each.
  private var lengthLeft: Int
  private let path: String

  /// - Parameter documentSize: bytes of the sheet's XML. A cell takes four bytes of it at least; a
  ///   quarter of a million more is for cells and rows that are said to repeat.
  init(path: String, documentSize: Int) {
    self.path = path
    greatestCount = 250_000 + documentSize / 4
    lengthLeft = (8 << 20) + 20 * documentSize
  }

  var rowCount: Int { rowNumbers.count }
  var cellCount: Int { columns.count }

  /// Cells of a filled row.
  func cells(of row: Int) -> Range<Int> { Int(rowStarts[row])..<Int(rowStarts[row + 1]) }

  func bytes(of cell: Int) -> ArraySlice<UInt8> { text[Int(starts[cell])..<Int(ends[cell])] }

  func string(of cell: Int) -> String { String(decoding: bytes(of: cell), as: UTF8.self) }

  /// Adds a cell to the row under way. White space alone is no content.
  mutating func append(column: Int, _ range: Range<Int>, _ kind: Kind) throws(InputFault) {
    guard !isBlank(range) else { return }
    lengthLeft -= range.count
    guard cellCount < greatestCount, lengthLeft >= 0, range.upperBound <= Int(Int32.max) else {
      throw WorkbookFault.tooManyCells.fault(path: path)
    }
    columns.append(Int32(column))
    starts.append(Int32(range.lowerBound))
    ends.append(Int32(range.upperBound))
    kinds.append(kind)
  }

  /// Ends a row; an empty one leaves no trace.
  mutating func endRow(number: Int, isHidden: Bool = false) {
    guard cellCount > Int(rowStarts[rowCount]) else { return }
    if isHidden { hiddenRows.append(Int32(number)) }
    rowNumbers.append(Int32(number))
    rowStarts.append(Int32(cellCount))
  }

  /// Adds the row ended last again, under another number.
  mutating func repeatRow(number: Int, isHidden: Bool) throws(InputFault) {
    for cell in cells(of: rowCount - 1) {
      try append(column: Int(columns[cell]), Int(starts[cell])..<Int(ends[cell]), kinds[cell])
    }
    endRow(number: number, isHidden: isHidden)
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    for index in range where text[index] > 0x20 { return false }
    return true
  }
}
