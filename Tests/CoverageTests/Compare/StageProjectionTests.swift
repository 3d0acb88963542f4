import Testing

@testable import Coverage

@Suite("The projection of a trend")
struct StageProjectionTests {
  private func record(_ id: Int, _ dates: [Stage: String], end: String? = nil) -> CPTS {
    var record = CPTS(id: CPTSID("C\(id)"), name: "")
    record.stageDates = dates.mapValues { CivilDate($0)! }
    record.endDate = end.flatMap { CivilDate($0) }
    return record
  }

  private func dated(_ records: [CPTS]) -> [DatedCPTS] {
    records.map { DatedCPTS(id: $0.id, name: "", stage: .none, file: "", line: 1, record: $0) }
  }

  @Test(
    "delays are from one stage to the next that is reached; what waits, ends or is to come is not lost"
  )
  func delays() throws {
    let day = try #require(CivilDate("2021-12-31"))
    let found = StageDelays.all(
      [
        record(
          0, [.project: "2021-01-01", .letterOfIntent: "2021-01-11", .signedContract: "2021-02-10"]),
        // Skips the letter; what comes after the day is not known.
        record(
          1,
          [.project: "2021-01-01", .validatedProject: "2021-01-21", .signedContract: "2022-01-01"]),
        // Ended while it waited.
        record(2, [.project: "2021-01-01"], end: "2021-01-31"),
        // An earlier day for a later stage: the project never was one.
        record(3, [.project: "2021-06-01", .letterOfIntent: "2021-05-01"]),
        record(4, [.project: "2022-03-01"]),
      ], upTo: day)
    func observed(_ stage: Stage) -> [String] {
      found.delays[stage]?.observed.map { "\($0.days) \($0.next.key)" } ?? []
    }
    #expect(observed(.project) == ["10 lettre_intention", "20 projet_sante_valide"])
    #expect(observed(.letterOfIntent) == ["30 aci_signe"])
    #expect(observed(.validatedProject) == [])
    #expect(found.delays[.project]?.waiting == [30])
    #expect(found.delays[.letterOfIntent]?.waiting == [244])
    #expect(found.delays[.validatedProject]?.waiting == [344])
    #expect(
      found.waiting.map { "\($0.cpts) \($0.stage.key)" } == [
        "1 projet_sante_valide", "3 lettre_intention",
      ])
  }

  /// Twenty CPTS that took a hundred days for each stage, and others after them.
  private func projection(
    _ others: [CPTS], _ covered: [(owners: [Int], people: Int)]
  ) throws -> StageProjection {
    let before = (0..<20).map { number in
      record(
        number,
        [
          .project: "2019-01-01", .letterOfIntent: "2019-04-11", .validatedProject: "2019-07-20",
          .signedContract: "2019-10-28",
        ])
    }
    let cpts = dated(before + others)
    return try ProjectionDraws(
      covered.map { (owners: $0.owners.map { Index($0 + 20) }, people: $0.people) },
      SpannedCPTS.Spans(alwaysOf: cpts.count), cpts, on: #require(CivilDate("2021-12-31"))
    ).projection(draws: 40)
  }

  private func people(_ projection: StageProjection, _ date: String, _ stage: Stage) -> [Int]? {
    projection.points.first { $0.date.description == date && $0.stage == stage }
      .map { [$0.median, $0.low, $0.high] }
  }

  @Test("what has waited sixty days goes on after forty more, and people of two CPTS count once")
  func certain() throws {
    let found = try projection(
      [record(20, [.project: "2021-11-01"]), record(21, [.letterOfIntent: "2021-11-01"])],
      [([], 10), ([0], 100), ([1], 1_000), ([0, 1], 10_000)])
    #expect(found.total == 11_110)
    // The project is a letter on 9 February 2022, a hundred days after it began.
    #expect(people(found, "2022-01-31", .letterOfIntent) == [11_000, 11_000, 11_000])
    #expect(people(found, "2022-02-28", .letterOfIntent) == [11_100, 11_100, 11_100])
    #expect(people(found, "2022-02-28", .validatedProject) == [11_000, 11_000, 11_000])
    #expect(people(found, "2022-05-31", .signedContract) == [11_000, 11_000, 11_000])
    #expect(people(found, "2022-12-31", .signedContract) == [11_100, 11_100, 11_100])
    #expect(found.points.count == 24 * 4)
    #expect(found.points.first?.stage == .signedContract)
  }

  @Test("beyond the longest delay observed nothing is supposed")
  func beyond() throws {
    let found = try projection([record(20, [.project: "2021-01-01"])], [([0], 100)])
    #expect(people(found, "2023-12-31", .letterOfIntent) == [0, 0, 0])
    #expect(people(found, "2023-12-31", .project) == [100, 100, 100])
  }

  @Test("too few delays make none, with the reason")
  func tooFew() throws {
    let cpts = dated([record(0, [.project: "2021-01-01", .letterOfIntent: "2021-02-01"])])
    do {
      _ = try ProjectionDraws(
        [], SpannedCPTS.Spans(alwaysOf: 1), cpts, on: #require(CivilDate("2021-12-31")))
      Issue.record("a projection from one delay")
    } catch let none as NoProjection {
      #expect(none.reason.french == "1 délai observé à partir du stade « Projet », il en faut 20")
      #expect(none.stages.map(\.observed) == [1, 0, 0])
    }
  }
}
