import Testing

@testable import Coverage

@Suite("Dates of a trend")
struct TrendDatesTests {
  private func dates(_ first: String, _ last: String, _ step: TrendStep = .month) throws -> [String]
  {
    try TrendDates.all(
      from: #require(CivilDate(first)), to: #require(CivilDate(last)), every: step
    ).map(\.description)
  }

  @Test("ends of months stay ends of months, other days are cut where a month is shorter")
  func months() throws {
    #expect(
      try dates("2020-12-31", "2021-04-30")
        == ["2020-12-31", "2021-01-31", "2021-02-28", "2021-03-31", "2021-04-30"])
    #expect(try dates("2021-02-28", "2021-04-15") == ["2021-02-28", "2021-03-31", "2021-04-15"])
    #expect(
      try dates("2021-01-30", "2021-03-31") == [
        "2021-01-30", "2021-02-28", "2021-03-30", "2021-03-31",
      ])
    #expect(try dates("2021-01-15", "2021-01-15") == ["2021-01-15"])
    #expect(try dates("2021-01-15", "2021-01-16") == ["2021-01-15", "2021-01-16"])
    #expect(
      try dates("2019-11-30", "2020-11-29", .quarter)
        == ["2019-11-30", "2020-02-29", "2020-05-31", "2020-08-31", "2020-11-29"])
    #expect(
      try dates("2020-02-29", "2022-02-28", .year) == ["2020-02-29", "2021-02-28", "2022-02-28"])
  }

  @Test("too many are refused, and the end of time stops them")
  func bounds() throws {
    #expect(throws: InputFault.self) { try dates("1900-01-01", "2022-12-31") }
    #expect(throws: InputFault.self) { try dates("2022-12-31", "2022-12-30") }
    #expect(try dates("0001-01-01", "1100-12-31", .year).count == 1101)
    #expect(TrendDates.months(24, after: try #require(CivilDate("9998-12-31"))).count == 12)
  }
}
