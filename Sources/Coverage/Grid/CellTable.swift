/// Cells of one size, row by row from the south, each row from the west.
///
/// Only rows and cells that the file names take room, so that two cells at the ends of the Earth cost
/// as much as two neighbours.
struct CellTable: Sendable {
  /// Width and height of a cell, in the units of its reference system.
  let extent: SIMD2<Double>
  /// South-western corner of column 0 in row 0.
  let origin: SIMD2<Double>
  /// Number of each row that has cells, ascending, 0 or more.
  private(set) var rowNumbers: [Int32] = []
  /// First cell of each of these rows; one more at the end.
  private(set) var rowStarts: [Int32] = [0]
  /// Column of each cell, ascending in its row, 0 or more.
  private(set) var columns: [Int32] = []

  init(size: Double, origin: SIMD2<Double>) {
    self.init(extent: SIMD2(repeating: size), origin: origin)
  }

  init(extent: SIMD2<Double>, origin: SIMD2<Double>) {
    self.extent = extent
    self.origin = origin
  }

  /// Row and column as one number that sorts as the table does.
  static func key(row: Int32, column: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: row)) << 32 | UInt64(UInt32(bitPattern: column))
  }

  /// Row and column of a key.
  static func place(of key: UInt64) -> (row: Int32, column: Int32) {
    (Int32(truncatingIfNeeded: key >> 32), Int32(truncatingIfNeeded: key))
  }

  mutating func reserveCapacity(_ count: Int) { columns.reserveCapacity(count) }

  /// Adds a cell after all others.
  mutating func append(key: UInt64) {
    let (row, column) = Self.place(of: key)
    if rowNumbers.last == row {
      rowStarts[rowStarts.count - 1] += 1
    } else {
      rowNumbers.append(row)
      rowStarts.append(Int32(columns.count + 1))
    }
    columns.append(column)
  }

  /// Cells of one of the rows.
  func cells(ofRow position: Int) -> Range<Int> {
    Int(rowStarts[position])..<Int(rowStarts[position + 1])
  }

  /// Position among the rows of the first one numbered `row` or more.
  ///
  /// - Parameter first: a position known to be at or before it. Where no row lacks cells the answer is
  ///   found at once.
  /// - Complexity: O(log rows).
  func position(ofRow row: Int, from first: Int = 0) -> Int {
    guard first < rowNumbers.count else { return rowNumbers.count }
    let ahead = row - Int(rowNumbers[first])
    guard ahead > 0 else { return first }
    let furthest = min(first + ahead, rowNumbers.count)
    if furthest < rowNumbers.count, Int(rowNumbers[furthest]) == row { return furthest }
    return firstPosition(in: first..<furthest) { Int(rowNumbers[$0]) >= row }
  }

  /// South-western corner of a cell.
  ///
  /// - Complexity: O(log rows).
  func corner(of cell: Int) -> SIMD2<Double> {
    let row = firstPosition(in: 0..<rowNumbers.count) { Int(rowStarts[$0 + 1]) > cell }
    return origin + extent * SIMD2(Double(columns[cell]), Double(rowNumbers[row]))
  }
}

/// The first position that meets a condition which, once met, stays met; the end if none does.
///
/// - Complexity: O(log positions).
@inline(__always)
func firstPosition(in range: Range<Int>, where isMet: (Int) -> Bool) -> Int {
  var low = range.lowerBound
  var high = range.upperBound
  while low < high {
    let middle = low + (high - low) / 2
    if isMet(middle) { high = middle } else { low = middle + 1 }
  }
  return low
}
