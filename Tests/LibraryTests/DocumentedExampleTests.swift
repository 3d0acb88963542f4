import Coverage
import Foundation
import Testing

/// The example of `Coverage.md`, word for word: it compiles, as this file does.
private func documentedExample() async throws {
  let options = try StudyOptions(
    StudyFile.read("data/demo/etude.yml"), today: CivilDate(year: 2024, month: 1, day: 31)!,
    language: .english, processors: 2)
  let study = try await Study.run(options)
  for area in study.coverage where area.level == "region" && area.isKnown {
    print(area.name, area.breakdown.cumulative(.letterOfIntent), "of", area.breakdown.total)
  }
  for sector in study.uncoveredSectors where sector.pilot == "24" {
    guard let best = sector.options.first, best.isFeasible else { continue }
    print(
      "\(sector.id): \(sector.people, default: "?") people, \(best.kind) \(best.members.map(\.id))")
  }
  for overlap in study.overlaps where overlap.qualification == .twoValidatedProjects {
    print(overlap.first.id, overlap.second.id, overlap.communes.count, "communes in common")
  }
  try await StudyReport.write(study, to: "out")
}

struct DocumentedExampleTests {
  @Test("the example of Coverage.md is the one that this target compiles")
  func example() throws {
    let file = URL(fileURLWithPath: #filePath)
    let root = file.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appendingPathComponent("Sources/Coverage/Coverage.docc/Coverage.md"),
      encoding: .utf8)
    let parts = page.components(separatedBy: "```")
    let block = try #require(parts.first { $0.hasPrefix("swift\nimport Coverage\n") })
    let shown = block.split(separator: "\n").dropFirst(2)
      .map { $0.isEmpty ? "" : "  \($0)\n" }.joined()
    #expect(!shown.isEmpty)
    let source = try String(contentsOf: file, encoding: .utf8)
    let body = source.components(separatedBy: "documentedExample() async throws {\n")
    #expect(body.count > 1 && body[1].hasPrefix(shown + "}\n"), "\(shown)")
  }
}
