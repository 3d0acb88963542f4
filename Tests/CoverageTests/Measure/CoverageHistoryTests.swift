import Testing

@testable import Coverage

@Suite("Coverage over time")
struct CoverageHistoryTests {
  private let day = CivilDate("2022-12-15")!

  /// A random study whose CPTS have dates, or only a stage, or an end.
  private func dated(_ study: RandomStudy, seed: UInt64, from year: Int) -> Territories {
    var random = SplitMix(seed: seed)
    return study.territories { cpts, record in
      func date() -> CivilDate {
        CivilDate(
          year: random.int(in: year...2023), month: random.int(in: 1...12),
          day: random.int(in: 1...28))!
      }
      if random.int(in: 0...3) == 0 {
        record.givenStage = cpts.stage
      } else {
        for stage in Stage.allCases where stage != .none && random.int(in: 0...2) > 0 {
          record.stageDates[stage] = date()
        }
        if record.stageDates.isEmpty { record.givenStage = cpts.stage }
      }
      if random.int(in: 0...4) == 0 { record.endDate = date() }
      return record.stage(at: day)!
    }
  }

  @Test("each date is what a study of that day would say, the last one the indicator")
  func oracle() async throws {
    var found = 0
    for seed in 1...80 as ClosedRange<UInt64> {
      let study = try await RandomStudy(seed: seed)
      let territories = dated(study, seed: seed, from: seed.isMultiple(of: 2) ? 2019 : 1990)
      guard
        let history = CoverageHistory(
          GroundOverTime(territories), at: day, study.units)
      else { continue }
      found += 1
      let indicator = CoverageMeasure.areas(territories, study.units, by: [])[0].breakdown
      #expect(history.dates.last == day)
      #expect(history.breakdowns.last == indicator)
      #expect(history.breakdowns.count == history.dates.count)
      for (date, breakdown) in zip(history.dates, history.breakdowns) {
        #expect(breakdown.total == indicator.total)
        var expected = StageBreakdown()
        for unit in study.units.units.indices {
          let stages = study.owners(of: unit).map { territories.cpts[$0].record.stage(at: date)! }
          expected.add(study.people(of: unit), at: stages.max() ?? .none)
        }
        #expect(breakdown == expected, "seed \(seed), \(date)")
      }
      let undated = territories.cpts.count {
        $0.record.stageDates.isEmpty && ($0.record.givenStage ?? .none) >= .project
      }
      #expect(history.undatedCount == undated)
    }
    #expect(found > 40)
  }

  private func ends(_ first: String, _ last: String) -> (dates: [String], months: Int) {
    let ends = CoverageHistory.ends(from: CivilDate(first)!, to: CivilDate(last)!)
    return (ends.dates.map { $0.description }, ends.months)
  }

  @Test("ends of months, leap years included, up to the day before the study")
  func months() {
    #expect(
      ends("2019-12-31", "2020-03-31").dates == ["2019-12-31", "2020-01-31", "2020-02-29"])
    #expect(ends("2021-02-01", "2021-04-01").dates == ["2021-02-28", "2021-03-31"])
    #expect(ends("2021-02-01", "2021-02-28").dates == [])
  }

  @Test("quarters where there are more than 120 months, and longer steps for a date gone astray")
  func steps() {
    #expect(ends("2013-01-15", "2022-12-31").months == 1)
    #expect(ends("2013-01-15", "2022-12-31").dates.count == 119)
    let quarters = ends("2012-12-15", "2022-12-31")
    #expect(quarters.months == 3)
    #expect(quarters.dates.prefix(2) == ["2012-12-31", "2013-03-31"])
    #expect(ends("1980-05-01", "2022-12-31").months == 12)
    #expect(ends("1980-05-01", "2022-12-31").dates.first == "1980-12-31")
    #expect(ends("0022-05-01", "2022-12-31").months == 1200)
    #expect(ends("0001-01-01", "9999-12-31").dates.count <= 121)
  }

  @Test("there is none without a date, nor where all dates are in the month of the study or later")
  func none() {
    func history(_ dates: [Stage: String]) -> CoverageHistory? {
      var record = CPTS(id: CPTSID("A"), name: "")
      record.givenStage = .signedContract
      record.stageDates = dates.mapValues { CivilDate($0)! }
      let cpts = DatedCPTS(
        id: record.id, name: "", stage: record.stage(at: day)!, file: "", line: 1, record: record)
      return CoverageHistory(
        GroundOverTime(Territories(cpts: [cpts])), at: day, StudyUnits())
    }
    #expect(history([:]) == nil)
    #expect(history([.project: "2022-12-01", .letterOfIntent: "2023-01-01"]) == nil)
    let dates = history([.project: "2022-11-30"])?.dates.map { $0.description }
    #expect(dates == ["2022-11-30", "2022-12-15"])
  }
}
