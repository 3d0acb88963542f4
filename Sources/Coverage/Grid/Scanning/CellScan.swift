/// The scan over cells; see `GridScan`.
///
/// All that it computes with is in cells from the table's origin, so that a row's borders are whole
/// numbers.
struct CellScan {
  private let table: CellTable
  private var parts: [RowPart] = []
  /// For each row of the table, its parts.
  private var borders: [RowBorder]
  private let index: ColumnIndex
  private var row = RowScan()

  /// Fewer rows are scanned at a time where their parts are more than these: memory is bounded for a
  /// border that goes to and fro across a country.
  private let mostParts: Int

  init(_ table: CellTable, mostParts: Int = 1 << 20) {
    self.table = table
    self.mostParts = mostParts
    borders = Array(repeating: RowBorder(), count: table.rowNumbers.count)
    index = ColumnIndex(table)
  }

  mutating func shares(of sides: GroupedSides) -> [CellShare] {
    guard let first = table.rowNumbers.first, let last = table.rowNumbers.last else { return [] }
    let (bottom, top) = (Double(first), Double(last) + 1)
    let low = (sides.low - table.origin.y) / table.extent.y
    let high = (sides.high - table.origin.y) / table.extent.y
    guard low < top, high > bottom else { return [] }
    let south = table.position(ofRow: Int(max(low, bottom)))
    let north = table.position(ofRow: Int(min(high, top)) + 1, from: south)
    var shares: [CellShare] = []
    shares.reserveCapacity(2 * sides.sides.count)
    scan(sides.sides, rows: south..<north, &shares)
    return shares
  }

  private mutating func scan(
    _ sides: [DirectedSide], rows: Range<Int>, _ shares: inout [CellShare]
  ) {
    guard !rows.isEmpty else { return }
    guard addParts(of: sides, rows: rows) else {
      for position in rows { borders[position] = RowBorder() }
      let middle = rows.lowerBound + rows.count / 2
      scan(sides, rows: rows.lowerBound..<middle, &shares)
      scan(sides, rows: middle..<rows.upperBound, &shares)
      return
    }
    // Looked up for all rows before any is summed up: the looks into memory then wait for each other
    // less.
    for position in rows where borders[position].last >= 0 {
      borders[position].firstCell = index.firstCell(
        from: borders[position].west, ofRow: position, table.columns)
    }
    for position in rows where borders[position].last >= 0 {
      let end = Int(table.rowStarts[position + 1])
      row.scan(parts, borders[position], table.columns, end: end, &shares)
      borders[position] = RowBorder()
    }
  }

  /// Cuts sides at the borders of rows.
  ///
  /// - Returns: false where they are too many, unless there is one row alone.
  private mutating func addParts(of sides: [DirectedSide], rows: Range<Int>) -> Bool {
    parts.removeAll(keepingCapacity: true)
    let bottom = Double(table.rowNumbers[rows.lowerBound])
    let top = Double(table.rowNumbers[rows.upperBound - 1]) + 1
    for side in sides {
      let from = (side.from - table.origin) / table.extent
      let to = (side.to - table.origin) / table.extent
      let isUp = from.y < to.y
      let (low, high) = isUp ? (from, to) : (to, from)
      guard low.y < top, high.y > bottom, low.y < high.y else { continue }
      cut(low, high, isUp: isUp, piece: side.piece, rows: rows)
      if parts.count > mostParts && rows.count > 1 { return false }
    }
    return true
  }

  /// Adds to each row what it holds of a side.
  private mutating func cut(
    _ low: SIMD2<Double>, _ high: SIMD2<Double>, isUp: Bool, piece: Int32, rows: Range<Int>
  ) {
    let line = Line(low, high)
    var position = table.position(
      ofRow: Int(max(low.y, Double(table.rowNumbers[rows.lowerBound]))), from: rows.lowerBound)
    var start = low
    while position < rows.upperBound {
      let floor = Double(table.rowNumbers[position])
      guard floor < high.y else { return }
      if start.y < floor { start = SIMD2(line.x(atY: floor), floor) }
      let end = high.y <= floor + 1 ? high : SIMD2(line.x(atY: floor + 1), floor + 1)
      add(start, end, above: floor, isUp: isUp, piece: piece, to: position)
      start = end
      position += 1
    }
  }

  private mutating func add(
    _ low: SIMD2<Double>, _ high: SIMD2<Double>, above floor: Double, isUp: Bool, piece: Int32,
    to position: Int
  ) {
    let isEastward = low.x <= high.x
    let (west, east) = isEastward ? (low, high) : (high, low)
    let sign = isUp == isEastward ? 1.0 : -1.0
    parts.append(
      RowPart(
        west: SIMD2(west.x, sign * (west.y - floor)), east: SIMD2(east.x, sign * (east.y - floor)),
        piece: piece, previous: borders[position].last))
    borders[position].add(Int32(parts.count - 1), west: west.x)
  }
}

/// A side that rises, to be cut at given heights.
private struct Line {
  private let low: SIMD2<Double>
  private let high: SIMD2<Double>
  private let slope: Double

  init(_ low: SIMD2<Double>, _ high: SIMD2<Double>) {
    self.low = low
    self.high = high
    slope = (high.x - low.x) / (high.y - low.y)
  }

  /// Never beyond the ends, whatever the rounding.
  func x(atY y: Double) -> Double {
    let x = low.x + (y - low.y) * slope
    return max(min(low.x, high.x), min(max(low.x, high.x), x))
  }
}
