/// One row of a gridded population, with the fields that matter read.
struct GridRow {
  /// Line of the file, counted from 1.
  let line: Int
  /// Where its bytes begin in the block.
  let start: Int
  /// One past its last byte, the end of the line left out.
  var end = 0
  var fieldCount = 0
  /// Text follows a closing quote.
  var isIrregular = false
  /// Nil where the field is no name.
  var name: CellName?
  /// NaN where the field is no number, as for the two others.
  var x = Double.nan
  var y = Double.nan
  var people = Double.nan

  /// What a column holds.
  enum Column: UInt8, Sendable {
    case other
    case name
    case x
    case y
    case people
  }
}

/// Finds the rows of delimited text block by block, and reads names and numbers where they stand: files
/// of millions of rows are never in memory as a whole, nor turned into text.
struct GridRowScanner {
  private let separator: UInt8
  private let columns: [GridRow.Column]
  /// Where the next row begins in the block.
  private(set) var position: Int
  /// Line there, counted from 1.
  private(set) var line: Int
  private var names = CellNameReader()

  init(separator: UInt8, columns: [GridRow.Column], position: Int, line: Int) {
    self.separator = separator
    self.columns = columns
    self.position = position
    self.line = line
  }

  /// Says that the bytes from the next row on are now at the beginning of the block.
  mutating func rewind() { position = 0 }

  /// The next row; nil where no row ends before `end`.
  ///
  /// - Parameter isLast: whether the file ends there.
  /// - Complexity: O(bytes of the row).
  mutating func next(_ bytes: Span<UInt8>, end: Int, isLast: Bool) -> GridRow? {
    guard skipBlankLines(bytes, end, isLast) else { return nil }
    var row = GridRow(line: line, start: position)
    var cursor = FieldCursor(
      separator: separator, position: position, end: end, isLast: isLast)
    while true {
      let column = row.fieldCount < columns.count ? columns[row.fieldCount] : .other
      row.fieldCount += 1
      guard cursor.read(column, bytes, &names, &row) else { return nil }
      guard cursor.position < end, bytes[cursor.position] == separator else { break }
      cursor.position += 1
    }
    row.end = cursor.position
    row.isIrregular = cursor.isIrregular
    var next = min(row.end + 1, end)
    if row.end < end, bytes[row.end] == 13 {
      guard next < end || isLast else { return nil }
      if next < end, bytes[next] == 10 { next += 1 }
    }
    position = next
    line += 1 + cursor.lineBreaks
    return row
  }

  /// - Returns: whether a row begins before `end`.
  private mutating func skipBlankLines(_ bytes: Span<UInt8>, _ end: Int, _ isLast: Bool) -> Bool {
    while position < end, bytes[position] == 10 || bytes[position] == 13 {
      if bytes[position] == 13 {
        guard position + 1 < end || isLast else { return false }
        if position + 1 < end, bytes[position + 1] == 10 { position += 1 }
      }
      position += 1
      line += 1
    }
    return position < end
  }
}
