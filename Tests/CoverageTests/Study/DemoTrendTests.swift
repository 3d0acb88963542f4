import TestSupport
import Testing

@testable import Coverage

/// The demonstration at the ends of three years, and its last year held back: the figures of `Trend.md`.
@Suite(.enabled(if: Checkout.hasDemo, "needs data/demo and data/france"), .endsAtAll)
struct DemoTrendTests {
  @Test("what was held back of the demonstration, beside what its projection said")
  func heldBack() async throws {
    let settings = try StudyFile.read(Checkout.demo)
    let options = try StudyOptions(settings, today: try #require(CivilDate("2026-01-01")))
    let trend = try await Trend.run(
      options, from: try #require(CivilDate("2019-12-31")),
      to: try #require(CivilDate("2021-12-31")), every: .year)
    // A space that does not break is a space here.
    func plain(_ text: String) -> String {
      text.replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
    }
    func share(_ date: Int, _ stage: Stage) -> String { plain(trend.percent(date, stage)) }
    #expect(trend.dates.map(\.description) == ["2019-12-31", "2020-12-31", "2021-12-31"])
    #expect(
      (0..<3).map { share($0, .letterOfIntent) } == ["19,97 %", "40,93 %", "57,62 %"])
    #expect(share(2, .signedContract) == "31,12 %")
    let projection = try trend.projection.get()
    func said(_ stage: Stage) -> [String] {
      let point = projection.points.first {
        $0.date.description == "2022-12-31" && $0.stage == stage
      }
      return [point?.low, point?.median, point?.high].map {
        plain(NumberText.percent($0 ?? 0, projection.total))
      }
    }
    // What came: 68.00, 52.05 and 48.50 % (`DemonstrationTests`); 64.75, 51.35 and 48.21 % of them by CPTS that
    // were known.
    #expect(said(.letterOfIntent) == ["64,50 %", "65,32 %", "66,17 %"])
    #expect(said(.validatedProject) == ["47,87 %", "48,98 %", "50,06 %"])
    #expect(said(.signedContract) == ["42,63 %", "43,62 %", "44,68 %"])
    #expect(projection.stages.map(\.observed) == [500, 307, 252])
  }
}
