/// From one date of a trend to the next. The raw value is what `--every` takes.
public enum TrendStep: String, CaseIterable, Sendable {
  case month, quarter, year

  /// Months from one date to the next.
  var months: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }
}

/// The dates of a trend: the first day, then the same day of each later month, quarter or year, and the last
/// day. Where the first is the end of a month, all are; where a month is shorter, its last day is taken.
enum TrendDates {
  /// More are refused.
  static let most = 1_200

  /// - Throws: a usage fault for days in the wrong order, and for too many dates.
  static func all(
    from first: CivilDate, to last: CivilDate, every step: TrendStep
  ) throws(InputFault) -> [CivilDate] {
    guard first <= last else { throw wrongOrder(first, last) }
    let count = (last.monthNumber - first.monthNumber) / step.months + 2
    guard count <= most else { throw tooMany(count) }
    return steps(after: first, months: step.months, until: last)
  }

  /// The dates that follow a day, the last one being the end.
  private static func steps(
    after first: CivilDate, months: Int, until last: CivilDate
  ) -> [CivilDate] {
    var dates = [first]
    var number = first.monthNumber + months
    while let date = CivilDate(day: first.dayOfSteps, ofMonth: number), date < last {
      dates.append(date)
      number += months
    }
    return first < last ? dates + [last] : dates
  }

  /// So many dates a month apart after a day.
  static func months(_ count: Int, after first: CivilDate) -> [CivilDate] {
    (1...count).compactMap {
      CivilDate(day: first.dayOfSteps, ofMonth: first.monthNumber + $0)
    }
  }

  private static func wrongOrder(_ first: CivilDate, _ last: CivilDate) -> InputFault {
    InputFault(
      .usage, path: "",
      problem: Wording(
        fr: "--from \(first) est après --to \(last)", en: "--from \(first) is after --to \(last)"),
      cure: Wording(fr: "échangez les deux jours", en: "exchange the two days"))
  }

  private static func tooMany(_ count: Int) -> InputFault {
    InputFault(
      .usage, path: "",
      problem: Wording(
        fr: "\(count) dates demandées, \(most) au plus",
        en: "\(count) dates asked for, \(most) at most"),
      cure: Wording(
        fr: "rapprochez les deux jours, ou prenez --every quarter ou --every year",
        en: "bring the two days nearer, or take --every quarter or --every year"))
  }
}

extension CivilDate {
  /// The day of a month on which the steps from this day fall: the last one where this is the end of its month.
  fileprivate var dayOfSteps: Int { isEndOfMonth ? 31 : day }
}
