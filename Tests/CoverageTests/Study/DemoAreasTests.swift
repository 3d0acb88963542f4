import TestSupport
import Testing

@testable import Coverage

/// The regions of the demonstration, each as a study of its own.
@Suite(.enabled(if: Checkout.hasDemo, "needs data/demo and data/france"), .endsAtAll)
struct DemoAreasTests {
  @Test("the studies of the regions add up to that of France: people by stage, gross and net")
  func regions() async throws {
    let settings = try StudyFile.read(Checkout.demo)
    let today = try #require(CivilDate("2026-01-01"))
    let options = try StudyOptions(settings, today: today).pinned()
    let inputs = try await StudyInputs.read(options.units, jobs: options.jobs, StepClock())
    let normalised = try inputs.normalise(options)
    let lists = try StudyLists.read(options, StepClock())
    let settled = try SettledLists(
      lists.cpts, normalised.units, normalised.years, normalised.decisions, mergeSimilar: false)
    let cpts = try settled.cpts.dated(at: options.at, defaultStage: options.defaultStage).0
    func figures(_ units: StudyUnits) -> (people: StageBreakdown, sums: GrossAndNet) {
      let territories = TerritoryResolver.run(cpts, settled.memberships, units).territories
      return (
        CoverageMeasure.areas(territories, units, by: [])[0].breakdown,
        CoverageMeasure.grossAndNet(territories, countedFrom: options.whiteBelow)
      )
    }
    let france = figures(normalised.units)
    var people = StageBreakdown()
    var sums = GrossAndNet()
    let regions = Set(normalised.units.units.map(\.region)).sorted()
    #expect(regions.count == 18)
    for region in regions {
      var units = normalised.units
      units.area = try AreaSearch(AreaChoice(level: "region", codes: [region]), units).area()
      let own = figures(units)
      for stage in Stage.allCases { people.add(own.people[stage], at: stage) }
      sums.gross += own.sums.gross
      sums.net += own.sums.net
      sums.inSeveral += own.sums.inSeveral
    }
    #expect(people == france.people)
    #expect(sums == france.sums)
  }
}
