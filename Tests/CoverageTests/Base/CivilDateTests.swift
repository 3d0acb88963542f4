import Testing

@testable import Coverage

@Suite("Civil dates")
struct CivilDateTests {
  /// Days since 1 March of year 0, after Hinnant's `days_from_civil`: an arithmetic of its own.
  private func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear
  }

  @Test(
    "29 February exists in leap years alone",
    arguments: [
      (2024, true), (2023, false), (2000, true), (1900, false), (2100, false), (2400, true),
    ])
  func leapYears(year: Int, isLeap: Bool) {
    #expect((CivilDate(year: year, month: 2, day: 29) != nil) == isLeap)
    #expect(CivilDate(year: year, month: 2, day: 28) != nil)
    #expect(CivilDate(year: year, month: 2, day: 30) == nil)
  }

  @Test("each year has the days between its first day and the next")
  func daysOfYears() {
    for year in 1890...2110 {
      let count = (1...12).reduce(0) { days, month in
        days + (1...40).count { CivilDate(year: year, month: month, day: $0) != nil }
      }
      #expect(count == dayNumber(year + 1, 1, 1) - dayNumber(year, 1, 1))
    }
  }

  @Test(
    "a date is read with or without time, and in the French order",
    arguments: [
      ("2022-12-31", "2022-12-31"), ("2022-12-31T23:59:59Z", "2022-12-31"),
      ("2022-12-31 00:00:00", "2022-12-31"), ("31/12/2022", "2022-12-31"),
      ("31/12/2022 08:00", "2022-12-31"), ("1/2/2023", "2023-02-01"), ("2023-2-1", "2023-02-01"),
      ("01/02/2023", "2023-02-01"),
    ])
  func formats(text: String, expected: String) {
    #expect(CivilDate(text)?.description == expected)
  }

  @Test(
    "what is no date is refused",
    arguments: [
      "", "2022", "2022-12", "2022-13-01", "2022-00-10", "2022-04-31", "2022-12-32", "2022-12-0",
      "31-12-2022", "12/31/2022", "2022/12/31", "2022-12-31-1", "-2022-12-31", "20221231",
      "31.12.2022", "décembre 2022", "a-b-c", "2022--31", "0/0/0", "44926", "99999-01-01",
    ])
  func refused(text: String) {
    #expect(CivilDate(text) == nil)
  }

  /// Excel writes `31/12/22` where the short format of the system says so: the year 22 would make
  /// every stage reached for two thousand years.
  @Test(
    "a year of two digits is refused rather than taken for antiquity",
    arguments: ["31/12/22", "22-12-31", "1/1/1"])
  func shortYears(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test("a sign is no part of a date", arguments: ["2022-+5-01", "+31/12/2022", "1/+2/2022"])
  func signs(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test("dates are ordered as their days are")
  func order() throws {
    var random = SplitMix(seed: 31)
    var dates: [(date: CivilDate, number: Int)] = []
    while dates.count < 400 {
      let year = Int.random(in: 1_900...2_100, using: &random)
      let month = Int.random(in: 1...12, using: &random)
      let day = Int.random(in: 1...31, using: &random)
      guard let date = CivilDate(year: year, month: month, day: day) else { continue }
      dates.append((date, dayNumber(year, month, day)))
      #expect(CivilDate(date.description) == date)
    }
    for (left, right) in zip(dates, dates.shuffled(using: &random)) {
      #expect((left.date < right.date) == (left.number < right.number))
      #expect((left.date == right.date) == (left.number == right.number))
    }
  }
}
