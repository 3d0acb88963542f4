/// The table in a sheet: the columns that its header names, and the rows below.
struct SheetTable {
  /// Number of the header's row in the spreadsheet, from 1.
  let headerLine: Int
  /// Names of the columns; empty for a column that has values and no name.
  private(set) var header: [String] = []
  /// Column of the spreadsheet of each, from 0 for A.
  private(set) var columns: [Int] = []
  /// How many cells take the value of a cell above that they are merged with.
  private(set) var mergedCells = 0

  private(set) var fields: [DelimitedText.Field] = []
  private(set) var rowStarts: [Int32] = [0]
  /// Number of each row in the spreadsheet.
  private(set) var lines: [Int32] = []

  /// Cells of the table beyond those of the sheet: rows reach as far as their last filled cell.
  private static let greatestPadding = 500_000

  /// Finds the header and lines up the rows below it. Columns and rows without any content are left
  /// out. A cell merged over several rows gives its value to each row that has other content; one merged
  /// over several columns counts in the first.
  ///
  /// - Complexity: O(cells of the table).
  /// - Throws: `InputFault` when the sheet is empty, or has a few cells so far apart that the table
  ///   between them would exhaust the memory.
  init(_ sheet: WorkbookSheet, isKnownName: @escaping (String) -> Bool) throws(InputFault) {
    let cells = sheet.cells
    let searched = cells.searchedRows
    guard let found = HeaderSearch(searched, isKnownName: isKnownName).row() else {
      throw WorkbookFault.emptySheet(sheet.name).fault(path: sheet.path)
    }
    let depth = HeaderDepth(searched, header: found, isKnownName: isKnownName)
    let headerRow = depth.last
    headerLine = Int(cells.rowNumbers[headerRow])
    let names =
      depth.names.isEmpty
      ? Dictionary(
        cells.cells(of: found).map { (Int(cells.columns[$0]), cells.string(of: $0)) },
        uniquingKeysWith: { $1 }) : depth.names
    let positions = nameColumns(cells, headerRow, names)
    var merged = MergedValues(cells.tallCells, after: headerLine, positions)
    let greatestCount = Self.greatestPadding + 8 * cells.cellCount
    for row in headerRow + 1..<max(headerRow + 1, cells.rowCount) {
      let line = cells.rowNumbers[row]
      merged.begin(line)
      let start = fields.count
      for cell in cells.cells(of: row) {
        guard let position = positions[Int(cells.columns[cell])] else { continue }
        fill(upTo: start + Int(position), from: start, &merged)
        let field = DelimitedText.Field(start: cells.starts[cell], end: cells.ends[cell])
        fields.append(field)
        merged.see(field, at: Int(position))
      }
      fill(upTo: start + merged.width, from: start, &merged)
      guard fields.count <= greatestCount else {
        throw WorkbookFault.tooManyCells.fault(path: sheet.path)
      }
      rowStarts.append(Int32(fields.count))
      lines.append(line)
    }
  }

  /// Numbers the columns that have a name or a value.
  ///
  /// - Returns: for each column of the sheet, its place in the table.
  private mutating func nameColumns(
    _ cells: SheetCells, _ headerRow: Int, _ names: [Int: String]
  ) -> [Int32?] {
    let below = cells.columns[Int(cells.rowStarts[headerRow + 1])...]
    let last = max(Int(below.max() ?? 0), names.keys.max() ?? 0)
    var isUsed = [Bool](repeating: false, count: last + 1)
    for column in below { isUsed[Int(column)] = true }
    for column in names.keys { isUsed[column] = true }
    return isUsed.enumerated().map { column, isUsed in
      guard isUsed else { return nil }
      columns.append(column)
      header.append(trimmed(names[column] ?? ""))
      return Int32(columns.count - 1)
    }
  }

  private mutating func fill(upTo end: Int, from start: Int, _ merged: inout MergedValues) {
    while fields.count < end {
      if let value = merged.value(at: fields.count - start) {
        fields.append(value)
        mergedCells += 1
      } else {
        fields.append(DelimitedText.Field(start: 0, end: 0))
      }
    }
  }
}

/// Text without the white space around it, and with spaces for the line breaks inside it.
private func trimmed(_ name: String) -> String {
  name.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
}
