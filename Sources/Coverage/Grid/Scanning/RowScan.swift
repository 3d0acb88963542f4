/// What one row of cells holds of a side, in cells from the row's southern border.
struct RowPart {
  /// The western end. Heights are negated where the side is walked westward, so that from west to east
  /// they rise as the walk does.
  let west: SIMD2<Double>
  let east: SIMD2<Double>
  let piece: Int32
  /// The part added to the row before it; -1 for none.
  let previous: Int32

  /// Never beyond the ends, whatever the rounding.
  func height(atX x: Double) -> Double {
    let height = west.y + (x - west.x) * ((east.y - west.y) / (east.x - west.x))
    return max(min(west.y, east.y), min(max(west.y, east.y), height))
  }
}

/// All parts of one row.
struct RowBorder {
  /// The last part added; -1 for none.
  private(set) var last: Int32 = -1
  /// Where the westernmost part begins.
  private(set) var west = Double.infinity
  /// The first cell of the row that is not west of them.
  var firstCell = 0

  mutating func add(_ part: Int32, west: Double) {
    last = part
    self.west = min(self.west, west)
  }
}

/// Sums up the parts of one row.
struct RowScan {
  /// For each cell in reach of a piece; all zero between pieces.
  private var sums: [Sum] = []

  private struct Sum {
    /// Area on the right of the parts that the cell holds, up to its eastern side.
    var within = 0.0
    /// Height of the parts that lie west of it, and in or beyond the cell before it.
    var westward = 0.0
  }

  /// Shares below are rounding, and none; those as close to 1 are 1.
  private static let noise = 1e-11

  /// Adds the shares of a row's cells, given the columns of all cells and the end of the row's. Parts of
  /// one piece follow each other.
  mutating func scan(
    _ parts: [RowPart], _ border: RowBorder, _ columns: [Int32], end: Int,
    _ shares: inout [CellShare]
  ) {
    let (parts, columns) = (parts.span, columns.span)
    let start = shares.count
    var pieces = 0
    var first = border.last
    while first >= 0 {
      let piece = parts[Int(first)].piece
      var (west, east) = (Double.infinity, -Double.infinity)
      var next = first
      while next >= 0, parts[Int(next)].piece == piece {
        west = min(west, parts[Int(next)].west.x)
        east = max(east, parts[Int(next)].east.x)
        next = parts[Int(next)].previous
      }
      let reach = Self.reach(from: west, to: east, columns, border.firstCell..<end)
      if !reach.isEmpty {
        sum(parts, from: first, until: next, columns, reach)
        append(reach, piece, &shares)
      }
      pieces += 1
      first = next
    }
    if pieces > 1 { Self.sort(&shares, from: start) }
  }

  /// Those of some cells that lie between two abscissas, wholly or in part.
  private static func reach(
    from west: Double, to east: Double, _ columns: Span<Int32>, _ cells: Range<Int>
  ) -> Range<Int> {
    guard let first = cells.first else { return cells }
    let start =
      Double(columns[first]) + 1 > west
      ? first : firstPosition(in: cells) { Double(columns[$0]) + 1 > west }
    var end = start
    while end < cells.upperBound, Double(columns[end]) < east { end += 1 }
    return start..<end
  }

  private mutating func sum(
    _ parts: Span<RowPart>, from first: Int32, until end: Int32, _ columns: Span<Int32>,
    _ reach: Range<Int>
  ) {
    if sums.count <= reach.count {
      sums = Array(repeating: Sum(), count: 2 * reach.count + 1)
    }
    var sums = self.sums.mutableSpan
    var next = first
    while next != end {
      Self.add(parts[Int(next)], columns, reach, &sums)
      next = parts[Int(next)].previous
    }
  }

  /// Walks from west to east over the cells that a part crosses, past those that are not in the table.
  @inline(__always)
  private static func add(
    _ part: RowPart, _ columns: Span<Int32>, _ reach: Range<Int>,
    _ sums: inout MutableSpan<Sum>
  ) {
    var start = part.west
    guard start.x < Double(columns[reach.upperBound - 1]) + 1 else { return }
    let column = Int32(max(start.x, Double(columns[reach.lowerBound])))
    var cell = firstPosition(in: reach) { columns[$0] >= column }
    while cell < reach.upperBound {
      let index = cell - reach.lowerBound
      let west = Double(columns[cell])
      if part.east.x <= west {
        sums[index].westward += part.east.y - start.y
        return
      }
      if start.x < west {
        let height = part.height(atX: west)
        sums[index].westward += height - start.y
        start = SIMD2(west, height)
      }
      let isLast = part.east.x <= west + 1
      let end = isLast ? part.east : SIMD2(west + 1, part.height(atX: west + 1))
      let rise = end.y - start.y
      sums[index].within += rise * (west + 1 - (start.x + end.x) / 2)
      sums[index + 1].westward += rise
      if isLast { return }
      start = end
      cell += 1
    }
  }

  /// What rises lies west of what is on its right: the share is what the sums lack.
  private mutating func append(
    _ reach: Range<Int>, _ piece: Int32, _ shares: inout [CellShare]
  ) {
    var sums = self.sums.mutableSpan
    var lacking = 0.0
    for index in 0..<reach.count {
      lacking += sums[index].westward
      let share = -(lacking + sums[index].within)
      sums[index] = Sum()
      guard share > Self.noise else { continue }
      shares.append(
        CellShare(
          cell: Int32(reach.lowerBound + index), piece: piece,
          fraction: share < 1 - Self.noise ? share : 1))
    }
    sums[reach.count] = Sum()
  }

  /// A row holds few cells and fewer pieces, as a rule.
  private static func sort(_ shares: inout [CellShare], from start: Int) {
    guard shares.count > start + 1 else { return }
    guard shares.count - start <= 64 else {
      shares[start...].sort { $0.precedes($1) }
      return
    }
    for index in start + 1..<shares.count {
      let share = shares[index]
      var place = index
      while place > start, share.precedes(shares[place - 1]) {
        shares[place] = shares[place - 1]
        place -= 1
      }
      shares[place] = share
    }
  }
}
