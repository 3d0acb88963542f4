import Coverage
import Testing

/// Fragile CPTS, professionals and the history, which only some files speak of.
struct VitalityTests {
  private static let cpts = """
    cpts_id,cpts_nom,date_lettre_intention,date_aci,fragile,professionnels,adherents,actifs,code_commune
    X,CPTS Est,2023-03-01,2024-06-01,,40,10,5,02001
    X,CPTS Est,2023-03-01,2024-06-01,,40,10,5,02002
    X,CPTS Est,2023-03-01,2024-06-01,,40,10,5,02003
    Y,CPTS Centre,2024-02-01,,oui,20,4,,01002
    Y,CPTS Centre,2024-02-01,,oui,20,4,,01003
    Y,CPTS Centre,2024-02-01,,oui,20,4,,02002

    """

  private func study() async throws -> Study {
    try await SmallWorld.withFile("cpts.csv", Self.cpts) { path in
      try await SmallWorld.study { $0.cpts = [path] }
    }
  }

  @Test("without Y, Bourg and Clos have no CPTS; Gué keeps X, which could support Y")
  func fragile() async throws {
    let fragile = try #require(try await study().fragileCPTS)
    #expect(fragile.map(\.id.text) == ["Y"])
    #expect(fragile[0].reasons == [.flagged])
    #expect(fragile[0].peopleUncovered == 2_500)
    #expect(fragile[0].communesUncovered.map(\.text) == ["01002", "01003"])
    #expect(fragile[0].whiteZoneIDs == ["ZB-01002"])
    #expect(fragile[0].supports.map(\.text) == ["X"])
    #expect(try await SmallWorld.study().fragileCPTS == nil)
  }

  @Test("professionals of CPTS add up to those of departments, regions and the country")
  func professionals() async throws {
    let areas = try #require(try await study().professionals)
    for level in ["cpts", "departement", "region", "national"] {
      let counts = areas.filter { $0.level == level }.map(\.counts)
      #expect(counts.reduce(0) { $0 + ($1.professionals ?? 0) } == 60, "\(level)")
      #expect(counts.reduce(0) { $0 + ($1.members ?? 0) } == 14, "\(level)")
    }
    let national = try #require(areas.last?.counts)
    #expect(national.cptsCount == 2)
    #expect(national.membersShare.part == 14)
    #expect(national.activeShare.whole == 10)
    #expect(try await SmallWorld.study().professionals == nil)
  }

  @Test("the history ends with the study, and begins before any letter of intent")
  func history() async throws {
    let study = try await study()
    let history = try #require(study.history)
    #expect(history.dates.count == history.breakdowns.count)
    #expect(history.dates.last == study.options.at)
    #expect(history.breakdowns.last == study.coverage[0].breakdown)
    #expect(history.months == 1)
    #expect(history.undatedCount == 0)
    let covered = history.breakdowns.map { $0.cumulative(.letterOfIntent) }
    #expect(covered == covered.sorted())
    #expect(covered.first == 3_000)
    #expect(try await SmallWorld.study().history == nil)
  }
}
