/// The names of the columns of a delimited text: its first row, or one below titles.
///
/// A first row with a known name, or with more than one value and no known names below, is the header.
struct DelimitedHeader {
  /// Names of the columns, in their order.
  let names: [String]
  /// How many rows are titles or names.
  let depth: Int
  /// Whether a name is known.
  let isKnown: Bool
  /// How many names are.
  let knownCount: Int

  /// Bytes looked at for a separator that the first line does not show.
  private static let sampleSize = 1 << 16

  init(_ scanner: DelimitedScanner, _ bytes: [UInt8], _ encoding: DelimitedText.Encoding) {
    let rows = Self.searchedRows(scanner, bytes, encoding)
    let (row, isKnown) = Self.row(rows)
    let found = HeaderDepth(
      rows, header: min(row, max(rows.count - 1, 0)), isKnownName: HeaderRules.isKnown)
    self.isKnown = isKnown
    knownCount =
      rows.isEmpty
      ? 0
      : HeaderSearch(rows, isKnownName: HeaderRules.isKnown).knownCount(min(row, rows.count - 1))
    guard !rows.isEmpty else {
      (names, depth) = ([], 0)
      return
    }
    depth = found.last + 1
    let fields = scanner.fields[Int(scanner.rowStarts[row])..<Int(scanner.rowStarts[row + 1])]
    var names = fields.map { DelimitedText.decode($0, in: bytes, encoding) }
    for (column, name) in found.names {
      while names.count <= column { names.append("") }
      names[column] = name
    }
    self.names = names
  }

  private static func row(_ rows: [[HeaderSearch.Cell]]) -> (row: Int, isKnown: Bool) {
    guard let first = rows.first else { return (0, false) }
    let search = HeaderSearch(rows, isKnownName: HeaderRules.isKnown)
    let isWider = rows.dropFirst().count { $0.count > 1 } * 2 > rows.count - 1
    let below = search.rowOfKnownNames() ?? 0
    // One known word in the first row may be one of a title: two in a row below it are a header.
    if search.knownCount(0) == 1, first.count > 1, below > 0,
      rows[below].allSatisfy({ $0.name != nil }), rows[below].count >= first.count
    {
      return (below, true)
    }
    if search.knownCount(0) > 0, first.count > 1 || !isWider { return (0, true) }
    // Titles are narrower than the table below them.
    if let row = search.rowOfKnownNames(), row == 0 || first.count < rows[row].count {
      return (row, true)
    }
    return (first.count == 1 && isWider ? search.row() ?? 0 : 0, false)
  }

  private static func searchedRows(
    _ scanner: DelimitedScanner, _ bytes: [UInt8], _ encoding: DelimitedText.Encoding
  ) -> [[HeaderSearch.Cell]] {
    (0..<min(HeaderSearch.rowsNeeded, scanner.lines.count)).map { row in
      let start = Int(scanner.rowStarts[row])
      let end = min(Int(scanner.rowStarts[row + 1]), start + TableBudget.greatestColumnCount)
      return (start..<end).compactMap { index in
        let field = scanner.fields[index]
        guard field.start < field.end else { return nil }
        guard field.end - field.start <= HeaderSearch.greatestNameLength else {
          return HeaderSearch.Cell(column: index - start, name: nil)
        }
        let text = DelimitedText.decode(field, in: bytes, encoding)
        guard !text.isEmpty else { return nil }
        let isName = text.unicodeScalars.contains { $0.properties.isAlphabetic }
        return HeaderSearch.Cell(column: index - start, name: isName ? text : nil)
      }
    }
  }

  /// A separator by which the first rows have known names of columns, where that of the first line shows
  /// none, or one alone and this one two: a title has commas of its own.
  func otherSeparator(
    _ bytes: [UInt8], _ start: DelimitedStart, _ encoding: DelimitedText.Encoding
  ) -> UInt8? {
    guard knownCount < 2 else { return nil }
    let sample = Array(bytes[start.position...].prefix(Self.sampleSize))
    return DelimitedStart.candidates.first { separator in
      guard separator != start.separator else { return false }
      var scanner = DelimitedScanner(bytes: sample, position: 0, separator: separator)
      // A sample may end inside of quotes: what was read before counts.
      try? scanner.scan(path: "")
      let rows = Self.searchedRows(scanner, sample, encoding)
      let other = Self.row(rows)
      return isKnown
        ? HeaderSearch(rows, isKnownName: HeaderRules.isKnown).rowOfKnownNames() != nil
        : other.isKnown
    }
  }
}
