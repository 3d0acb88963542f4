import Foundation
import Testing

@testable import Coverage

/// A comparison reads back from a folder what the study was, or refuses it by name.
@Suite struct ReportFolderTests {
  @Test(
    "a folder and its study are the same, in both dialects", arguments: 1...3 as ClosedRange<UInt64>
  )
  func sameAsStudy(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    let scratch = try Scratch()
    let world = PlanWorld(&random)
    for dialect in CSVDialect.allCases {
      var settings = StudySettings()
      settings.csv = dialect
      settings.dossierSmallest = 100_000_000
      let study = try await Study.run(try world.options(in: scratch, settings))
      try await StudyReport.write(study, to: scratch.path("out"))
      var folder = try ReportFolder(scratch.path("out"))
      #expect(try Snapshot(&folder) == Snapshot(study))
      #expect(folder.digests.count == 6)
    }
  }

  @Test("drawn territories that cut communes, names that a spreadsheet could run, unknown people")
  func oddStudy() async throws {
    let scratch = try Scratch()
    var settings = StudySettings()
    settings.units = try scratch.file("units.geojson", Self.units).file
    settings.cpts = [
      try scratch.file("cpts.csv", Self.list).file,
      try scratch.file("trace.geojson", Self.drawing).file,
    ]
    settings.dossierSmallest = 100_000_000
    for dialect in CSVDialect.allCases {
      settings.csv = dialect
      let options = try StudyOptions(settings, today: CivilDate(year: 2026, month: 1, day: 1)!)
      let study = try await Study.run(options)
      try await StudyReport.write(study, to: scratch.path("out"))
      var folder = try ReportFolder(scratch.path("out"))
      let snapshot = try Snapshot(&folder)
      #expect(snapshot == Snapshot(study))
      #expect(snapshot.cpts.map(\.name) == ["=1+1", "-D"])
      #expect(snapshot.communes.contains { $0.people == nil })
      #expect(snapshot.communes.contains { $0.covered > 0 && $0.covered < $0.people ?? 0 })
    }
  }

  private static let list = """
    cpts_id,cpts_nom,stade,code_commune
    1E5,=1+1,aci_signe,10001
    D,-D,projet,

    """

  private static let drawing = mapText([
    (#""cpts_id":"D","stade":"projet""#, rectangleText(2.004, 46.001, 2.016, 46.009)),
    (#""cpts_id":"1E5","stade":"aci_signe""#, rectangleText(2.024, 46.001, 2.036, 46.009)),
  ])

  private static let units = mapText(
    (0..<4).map { place in
      let people = place == 1 ? "null" : "\(1000 + place)"
      return (
        #""code":"\#(10_001 + place)","nom":"N\#(place)","population":\#(people),"dep":"10","reg":"44""#,
        rectangleText(2 + Double(place) / 100, 46, 2.01 + Double(place) / 100, 46.01)
      )
    })
}

extension PlanWorld {
  fileprivate func options(in scratch: Scratch, _ settings: StudySettings) throws -> StudyOptions {
    let plain = try self.options(in: scratch)
    var settings = settings
    settings.units = plain.units.file
    settings.cpts = plain.cpts.map(\.file)
    return try StudyOptions(settings, today: CivilDate(year: 2026, month: 1, day: 1)!)
  }
}
