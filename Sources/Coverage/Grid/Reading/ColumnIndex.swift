/// Where the cells of a row begin, by blocks of columns: the first cell at or east of a column is found
/// in one look and a short search.
struct ColumnIndex {
  /// For each row of the table, its first block and the column where that begins; one more at the end.
  private var rows: [(block: Int32, column: Int32)] = []
  /// First cell of each block; after the blocks of a row, the end of its cells.
  private var blockStarts: [Int32] = []
  /// A block has two to this power columns.
  private let shift: Int

  /// Blocks are 32 columns wide, and wider where few cells lie far apart: they take no more room than
  /// the cells.
  ///
  /// - Complexity: O(cells).
  init(_ table: CellTable) {
    var shift = 5
    let positions = table.rowNumbers.indices
    func blocks(ofRow position: Int) -> Int {
      let cells = table.cells(ofRow: position)
      let extent = table.columns[cells.upperBound - 1] - table.columns[cells.lowerBound]
      return Int(extent) >> shift + 2
    }
    while positions.reduce(0, { $0 + blocks(ofRow: $1) })
      > 2 * (positions.count + table.columns.count)
    {
      shift += 1
    }
    self.shift = shift
    for position in positions {
      let cells = table.cells(ofRow: position)
      let first = table.columns[cells.lowerBound]
      rows.append((Int32(blockStarts.count), first))
      var cell = cells.lowerBound
      for block in 0..<blocks(ofRow: position) - 1 {
        while Int(table.columns[cell] - first) >> shift < block { cell += 1 }
        blockStarts.append(Int32(cell))
      }
      blockStarts.append(Int32(cells.upperBound))
    }
    rows.append((Int32(blockStarts.count), 0))
  }

  /// The first cell of a row that is not west of an abscissa, in cells; the row's end if there is none.
  ///
  /// - Complexity: O(log cells of a block).
  func firstCell(from west: Double, ofRow position: Int, _ columns: [Int32]) -> Int {
    let (first, column) = rows[position]
    let last = rows[position + 1].block - 1
    guard west >= Double(column) + 1 else { return Int(blockStarts[Int(first)]) }
    let ahead = min(west, 0x1p31) - Double(column)
    let block = Int(first) + Int(ahead) >> shift
    guard block < Int(last) else { return Int(blockStarts[Int(last)]) }
    let range = Int(blockStarts[block])..<Int(blockStarts[block + 1])
    let westernmost = column + Int32(ahead)
    return firstPosition(in: range) { columns[$0] >= westernmost }
  }
}
