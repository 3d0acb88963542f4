import Testing

@testable import Coverage

@Suite("The stage of a CPTS on a day")
struct CPTSStageTests {
  private func day(_ text: String) -> CivilDate { CivilDate(text)! }

  private var dated: CPTS {
    var cpts = CPTS(id: CPTSID("A"), name: "A")
    cpts.stageDates = [
      .project: day("2020-01-01"), .letterOfIntent: day("2021-01-01"),
      .signedContract: day("2022-06-15"),
    ]
    return cpts
  }

  @Test(
    "it is the highest reached, from the very day of its date",
    arguments: [
      ("2019-12-31", .none), ("2020-01-01", .project), ("2020-12-31", .project),
      ("2021-01-01", .letterOfIntent), ("2022-06-14", .letterOfIntent),
      ("2022-06-15", .signedContract), ("2050-01-01", .signedContract),
    ] as [(String, Stage)])
  func reached(text: String, stage: Stage) {
    #expect(dated.stage(at: day(text)) == stage)
  }

  @Test("a CPTS that ended has no stage from the day of its end")
  func ended() {
    var cpts = dated
    cpts.endDate = day("2023-01-01")
    #expect(cpts.stage(at: day("2022-12-31")) == .signedContract)
    #expect(cpts.stage(at: day("2023-01-01")) == Stage.none)
    var given = CPTS(id: CPTSID("B"), name: "B")
    given.givenStage = .signedContract
    given.endDate = day("2023-01-01")
    #expect(given.stage(at: day("2022-12-31")) == .signedContract)
    #expect(given.stage(at: day("2024-01-01")) == Stage.none)
  }

  @Test("a stage without date holds on every day, and dates win over it")
  func given() {
    var cpts = CPTS(id: CPTSID("B"), name: "B")
    #expect(cpts.stage(at: day("2022-01-01")) == nil)
    cpts.givenStage = .validatedProject
    #expect(cpts.stage(at: day("1950-01-01")) == .validatedProject)
    #expect(cpts.stage(at: day("2050-01-01")) == .validatedProject)
    cpts.stageDates = [.letterOfIntent: day("2021-01-01")]
    #expect(cpts.stage(at: day("2020-01-01")) == Stage.none)
    #expect(cpts.stage(at: day("2022-01-01")) == .letterOfIntent)
  }

  @Test("with dates out of order the highest stage reached counts")
  func outOfOrder() {
    var cpts = dated
    cpts.stageDates[.signedContract] = day("2020-06-01")
    #expect(cpts.stage(at: day("2020-07-01")) == .signedContract)
    #expect(cpts.stage(at: day("2021-07-01")) == .signedContract)
  }
}
