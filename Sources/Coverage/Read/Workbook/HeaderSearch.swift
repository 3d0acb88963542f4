/// Finds the row of column names below titles, notes and empty lines.
///
/// The rule, among the first 50 filled rows:
/// 1. The row in which most known names of columns stand, two at least, is the header; the first of
///    them where several have as many. A word that the same column holds in several rows (`COM` below
///    `TYPE`) is a value there, not a name.
/// 2. Else a cell looks like a name if it holds letters, more of them than digits, and stands over a
///    column that is filled in half of the next 20 rows. The header is the first row with at least
///    three quarters as many such cells as the row that has most. A row that is taken too early costs a
///    message, as the next rows make no sense below it; one taken too late would lose rows in silence.
/// 3. Else, where nothing looks like a name, the first filled row.
struct HeaderSearch {
  private static let rowsSearched = 50
  private static let rowsBelow = 20
  /// How often a word may stand in one column and still be its name: printed tables repeat it.
  private static let greatestOccurrence = 2
  private static let greatestNameLength = 120

  private let cells: SheetCells
  private let isKnownName: (String) -> Bool

  init(_ cells: SheetCells, isKnownName: @escaping (String) -> Bool) {
    self.cells = cells
    self.isKnownName = isKnownName
  }

  /// The header's row, among filled rows; nil for an empty sheet.
  ///
  /// - Complexity: O(cells of 70 rows).
  func row() -> Int? {
    guard cells.rowCount > 0 else { return nil }
    let rows = 0..<min(Self.rowsSearched, cells.rowCount)
    let known = knownNames(in: rows)
    if let most = known.max(), most >= 2 { return known.firstIndex(of: most) }
    let names = rows.map { nameCount($0) }
    let most = names.max() ?? 0
    return names.firstIndex { $0 * 4 >= most * 3 }
  }

  /// For each row, how many known names of columns stand in it, each counted once.
  private func knownNames(in rows: Range<Int>) -> [Int] {
    struct Place: Hashable {
      let column: Int32
      let word: String
    }
    var occurrences: [Place: Int] = [:]
    let words = rows.map { row in
      cells.cells(of: row).compactMap { cell -> Place? in
        guard let word = name(cell), isKnownName(word) else { return nil }
        let place = Place(column: cells.columns[cell], word: folded(word))
        occurrences[place, default: 0] += 1
        return place
      }
    }
    return words.map { places in
      let names = places.filter { occurrences[$0, default: 0] <= Self.greatestOccurrence }
      return Set(names.map { $0.word }).count
    }
  }

  /// How many cells of a row look like names of the columns below them.
  private func nameCount(_ row: Int) -> Int {
    let below = row + 1..<min(row + 1 + Self.rowsBelow, cells.rowCount)
    var filled: [Int32: Int] = [:]
    for row in below {
      for cell in cells.cells(of: row) { filled[cells.columns[cell], default: 0] += 1 }
    }
    let needed = (below.count + 1) / 2
    return cells.cells(of: row).count { cell in
      filled[cells.columns[cell], default: 0] >= needed && looksLikeName(cell)
    }
  }

  private func looksLikeName(_ cell: Int) -> Bool {
    guard let word = name(cell) else { return false }
    let letters = word.unicodeScalars.count { $0.properties.isAlphabetic }
    let digits = word.utf8.count { isDigit($0) }
    return letters > digits
  }

  /// The text of a cell that may be a name.
  private func name(_ cell: Int) -> String? {
    let length = Int(cells.ends[cell] - cells.starts[cell])
    guard cells.kinds[cell] == .text, length <= Self.greatestNameLength else { return nil }
    return cells.string(of: cell)
  }
}
