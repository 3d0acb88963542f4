import Testing

@testable import Coverage

@Suite("Dates as people write them")
struct WrittenDateTests {
  private func day(_ text: String) -> String? { WrittenDate(text).reading.day?.description }

  @Test(
    "one day in many spellings",
    arguments: [
      "31/12/2022", "31/12/22", "31.12.2022", "31-12-2022", "2022-12-31", "2022/12/31",
      "2022-12-31 00:00:00", "2022-12-31T00:00:00Z", "2022/12/31 00:00:00+00",
      "2022-12-30T23:00:00.000Z", "2022-12-31T23:30:00+02:00", "31 décembre 2022", "31-déc-22",
      "le 31/12/2022", "signé le 31 décembre 2022", "samedi 31 décembre 2022", "20221231",
      "31122022", "44926", "44926.0", "31/12/2022 à 12h30", "31/12/2022 (avenant 03/2023)",
    ])
  func spellings(text: String) { #expect(day(text) == "2022-12-31") }

  @Test(
    "a period stands for its last day",
    arguments: [
      ("déc-22", "2022-12-31"), ("déc. 2022", "2022-12-31"), ("12/2022", "2022-12-31"),
      ("2022-12", "2022-12-31"), ("février 2024", "2024-02-29"), ("T4 2022", "2022-12-31"),
      ("2022-T1", "2022-03-31"), ("3T2022", "2022-09-30"), ("4e trimestre 2022", "2022-12-31"),
      ("1er semestre 2022", "2022-06-30"), ("2022", "2022-12-31"),
    ])
  func periods(text: String, last: String) {
    #expect(day(text) == last)
    guard case .interpreted(_, .lastDay) = WrittenDate(text).reading else {
      Issue.record("\(text) is told as no period")
      return
    }
  }

  @Test("in Paris midnight of UTC is one o’clock, or two in summer; the day may be the next")
  func paris() {
    #expect(day("2022-12-31T22:59:59Z") == "2022-12-31")
    #expect(day("2022-12-31T23:00:00Z") == "2023-01-01")
    #expect(day("2022-07-01T22:00:00Z") == "2022-07-02")
    #expect(day("2022-07-01T21:59:00Z") == "2022-07-01")
    // The last Sunday of March and of October.
    #expect(day("2022-03-26T22:30:00Z") == "2022-03-26")
    #expect(day("2022-03-27T22:30:00Z") == "2022-03-28")
    #expect(day("2022-10-29T22:30:00Z") == "2022-10-30")
    #expect(day("2022-10-30T22:30:00Z") == "2022-10-30")
  }

  @Test(
    "what may take a date back makes it doubtful",
    arguments: [
      "31/12/2022 annulé", "31/12/2022 (prévisionnelle)", "2022-12-31 non signé", "31/12/2022 ?",
      "31/12/2022 ou 15/01/2023", "prévu le 31/12/2022", "15/06/2021-LI", "avant 31/12/2022",
      "du 31/12/2022 au 15/01/2023", "déc. 2022 (à confirmer)",
    ])
  func doubtful(text: String) {
    guard case .doubtful = WrittenDate(text).reading else {
      Issue.record("\(text): \(WrittenDate(text).reading)")
      return
    }
  }

  @Test(
    "no date, in words or by a sign", arguments: ["-", "néant", "NC", "en cours", "à venir", "0"])
  func absent(text: String) { #expect(WrittenDate(text).reading == .absent) }

  @Test(
    "what is no date is none",
    arguments: [
      "Oui", "30/02/2022", "31/12/20222", "2022-12-315", "2022-12-31x", "99", "1234567", "mars",
      "13/2022",
    ])
  func unreadable(text: String) { #expect(WrittenDate(text).reading == .unreadable) }

  @Test("the month never comes before the day")
  func monthFirst() { #expect(WrittenDate("12/31/2022").reading == .monthFirst) }

  @Test("days count on from 1970, and back")
  func days() {
    for number in stride(from: -200_000, to: 200_000, by: 317) {
      #expect(CivilDate(daysSince1970: number)?.daysSince1970 == number)
    }
  }
}
