// Days told by their month.

extension CivilDate {
  /// Months since January of the year 0.
  var monthNumber: Int { year * 12 + month - 1 }

  /// The last day of a month, by its number.
  init?(endOfMonth number: Int) { self.init(day: 31, ofMonth: number) }

  /// A day of a month by its number, or the last one where the month is shorter.
  init?(day: Int, ofMonth number: Int) {
    let (year, month) = (number / 12, number % 12 + 1)
    guard
      let found = (1...min(day, 31)).reversed().lazy.compactMap({ day in
        CivilDate(year: year, month: month, day: day)
      }).first
    else { return nil }
    self = found
  }

  /// Whether no later day is of the month.
  var isEndOfMonth: Bool { CivilDate(year: year, month: month, day: day + 1) == nil }
}
