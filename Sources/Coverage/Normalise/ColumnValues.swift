/// What the values of a column tell of it, where its name does not.
extension AttributeRows {
  /// Whether most values of a column are days, or periods of the calendar.
  func holdsDates(_ column: Int) -> Bool {
    mostly(column) {
      WrittenDate($0).reading.day.map { CPTSYears.possible.contains($0.year) } ?? false
    }
  }

  /// Whether most values of a column are stages in words: a number alone may count anything.
  func holdsStages(_ column: Int) -> Bool {
    mostly(column) { $0.contains(where: \.isLetter) && StatedStage($0) != nil }
  }

  /// Whether something holds for half of the different values of a column, and for one at least.
  ///
  /// - Complexity: O(rows).
  private func mostly(_ column: Int, _ holds: (String) -> Bool) -> Bool {
    var known: [String: Bool] = [:]
    for row in 0..<rowCount where column < fieldCount(row: row) {
      let text = value(row: row, column: column)
      if !text.isEmpty, known[text] == nil { known[text] = holds(text) }
    }
    let count = known.values.count { $0 }
    return count > 0 && count * 2 >= known.count
  }
}
