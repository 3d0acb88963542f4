/// What the values of a column tell of it, where its name does not.
extension AttributeRows {
  /// Whether most values of a column are days, or periods of the calendar.
  func holdsDates(_ column: Int) -> Bool {
    mostly(column, CPTSYears.hasDay)
  }

  /// Whether most values of a column are stages in words: a number alone may count anything.
  func holdsStages(_ column: Int) -> Bool {
    mostly(column, StatedStage.isInWords)
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

extension CPTSYears {
  /// Whether a text is a day, or a period, of a year that can be.
  static func hasDay(_ text: String) -> Bool {
    WrittenDate(text).reading.day.map { possible.contains($0.year) } ?? false
  }
}

extension StatedStage {
  /// Whether a text is a stage, and no number alone.
  static func isInWords(_ text: String) -> Bool {
    text.contains(where: \.isLetter) && StatedStage(text) != nil
  }
}
