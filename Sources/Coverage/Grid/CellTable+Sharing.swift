extension CellTable {
  /// How far the numbers of another table's cells are from those of the same cells here; nil where the
  /// two have other cells.
  func shift(of other: CellTable) -> (rows: Int, columns: Int)? {
    // What files say of a pixel's size in degrees differs in its last digits.
    let difference = (extent - other.extent) / extent
    guard abs(difference.x) <= 1e-9, abs(difference.y) <= 1e-9 else { return nil }
    let exact = (other.origin - origin) / extent
    let whole = exact.rounded(.toNearestOrEven)
    let rest = exact - whole
    guard abs(rest.x) <= 0.01, abs(rest.y) <= 0.01, abs(whole.x) < 0x1p40, abs(whole.y) < 0x1p40
    else { return nil }
    return (Int(whole.y), Int(whole.x))
  }

  /// Cells that both tables have, by the order of either.
  ///
  /// - Parameter shift: of the other table, as `shift(of:)` says.
  /// - Complexity: O(rows of the other table · log rows + cells of the rows that both have).
  func forEachCell(
    sharedWith other: CellTable, _ shift: (rows: Int, columns: Int),
    _ visit: (_ cell: Int, _ other: Int) -> Void
  ) {
    var position = 0
    for otherPosition in other.rowNumbers.indices {
      let row = Int(other.rowNumbers[otherPosition]) + shift.rows
      position = self.position(ofRow: row, from: position)
      guard position < rowNumbers.count else { return }
      guard Int(rowNumbers[position]) == row else { continue }
      let (mine, others) = (cells(ofRow: position), other.cells(ofRow: otherPosition))
      var cell = mine.lowerBound
      for otherCell in others {
        let column = Int(other.columns[otherCell]) + shift.columns
        while cell < mine.upperBound, Int(columns[cell]) < column { cell += 1 }
        guard cell < mine.upperBound else { break }
        if Int(columns[cell]) == column { visit(cell, otherCell) }
      }
    }
  }
}
