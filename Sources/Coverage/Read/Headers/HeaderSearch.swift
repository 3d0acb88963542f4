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
///
/// A header may be two rows deep: see `HeaderDepth`.
struct HeaderSearch {
  /// A filled cell.
  struct Cell {
    let column: Int
    /// The text of a cell that may be a name: not a number, and not too long.
    let name: String?
  }

  private static let rowsSearched = 50
  private static let rowsBelow = 20
  /// How many rows are looked at.
  static let rowsNeeded = rowsSearched + rowsBelow
  /// How often a word may stand in one column and still be its name: printed tables repeat it.
  private static let greatestOccurrence = 2
  static let greatestNameLength = 120

  /// The first filled rows.
  private let rows: [[Cell]]
  private let isKnownName: (String) -> Bool

  init(_ rows: [[Cell]], isKnownName: @escaping (String) -> Bool) {
    self.rows = rows
    self.isKnownName = isKnownName
  }

  /// The header's row, among filled rows; nil for an empty sheet.
  ///
  /// - Complexity: O(cells of 70 rows).
  func row() -> Int? {
    guard !rows.isEmpty else { return nil }
    if let row = rowOfKnownNames() { return row }
    let names = rows.indices.prefix(Self.rowsSearched).map { nameCount($0) }
    let most = names.max() ?? 0
    return names.firstIndex { $0 * 4 >= most * 3 }
  }

  /// The row with most known names, two at least.
  func rowOfKnownNames() -> Int? {
    let known = knownNames()
    guard let most = known.max(), most >= 2 else { return nil }
    return known.firstIndex(of: most)
  }

  /// How many known names a row has.
  func knownCount(_ row: Int) -> Int {
    Set(rows[row].compactMap(\.name).filter(isKnownName).map { folded($0) }).count
  }

  /// For each row, how many known names of columns stand in it, each counted once.
  private func knownNames() -> [Int] {
    struct Place: Hashable {
      let column: Int
      let word: String
    }
    var occurrences: [Place: Int] = [:]
    let words = rows.prefix(Self.rowsSearched).map { cells in
      cells.compactMap { cell -> Place? in
        guard let word = cell.name, isKnownName(word) else { return nil }
        let place = Place(column: cell.column, word: folded(word))
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
    let below = row + 1..<max(row + 1, min(row + 1 + Self.rowsBelow, rows.count))
    var filled: [Int: Int] = [:]
    for row in below {
      for cell in rows[row] { filled[cell.column, default: 0] += 1 }
    }
    let needed = (below.count + 1) / 2
    return rows[row].count { cell in
      filled[cell.column, default: 0] >= needed
        && cell.name.map { Self.looksLikeName($0) } ?? false
    }
  }

  static func looksLikeName(_ word: String) -> Bool {
    let letters = word.unicodeScalars.count { $0.properties.isAlphabetic }
    let digits = word.utf8.count { isDigit($0) }
    return letters > digits
  }
}

extension SheetCells {
  /// The first rows, for the search of their header.
  var searchedRows: [[HeaderSearch.Cell]] {
    (0..<min(HeaderSearch.rowsNeeded, rowCount)).map { row in
      cells(of: row).map { cell in
        let length = Int(ends[cell] - starts[cell])
        let isName = kinds[cell] == .text && length <= HeaderSearch.greatestNameLength
        return HeaderSearch.Cell(
          column: Int(columns[cell]), name: isName ? string(of: cell) : nil)
      }
    }
  }
}
