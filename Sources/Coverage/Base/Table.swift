/// One value of a table, with what a writer needs to know of it.
package enum Cell: Sendable {
  case text(String)
  /// A code: digits that a spreadsheet must not take for a number.
  case code(String)
  case whole(Int?)
  case decimal(Double?, decimals: Int)
  case percent(of: Int, in: Int)
  /// A measured size: files have its decimals, a page as many digits as a reader can use.
  case measured(Double?, decimals: Int)
  /// Codes separated by `|`.
  case codes([String])
}

/// A file of the contract before it is written: as CSV, or as the properties of GeoJSON.
struct Table: Sendable {
  /// Name of the file without its extension.
  let name: String
  let columns: [String]
  private(set) var cells: [Cell] = []

  /// - Parameter rows: how many rows are expected.
  init(_ name: String, rows: Int = 0, _ columns: [String]) {
    self.name = name
    self.columns = columns
    cells.reserveCapacity(rows * columns.count)
  }

  var rowCount: Int { cells.count / columns.count }

  mutating func append(_ row: Cell...) { append(row: row) }

  /// - Parameter parts: the cells of the row, some columns after others.
  mutating func append(row parts: [Cell]...) {
    let end = cells.count + columns.count
    for part in parts { cells.append(contentsOf: part) }
    precondition(cells.count == end, "a row of \(name) has not \(columns.count) cells")
  }

  func row(_ index: Int) -> ArraySlice<Cell> {
    cells[index * columns.count..<(index + 1) * columns.count]
  }
}

extension Table {
  /// A table in portions of a few hundred things, made one after another; one portion at least, for the
  /// names of the columns.
  static func portions(of count: Int, _ table: @escaping (Range<Int>) -> Table) -> some Sequence<
    Table
  > {
    let size = 256
    return stride(from: 0, to: max(count, 1), by: size).lazy.map {
      table($0..<min($0 + size, count))
    }
  }
}

extension Cell {
  /// An area as files give it: km² with three decimals.
  static func squareKilometres(_ squareMetres: Double) -> Cell {
    .measured(squareMetres / 1e6, decimals: 3)
  }
  static func kilometres(_ metres: Double?) -> Cell {
    .decimal(metres.map { $0 / 1000 }, decimals: 1)
  }
}
