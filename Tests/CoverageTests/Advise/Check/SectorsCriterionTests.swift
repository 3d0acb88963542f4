import Testing

@testable import Coverage

/// Sectors that a proposal covers whole or cuts, and projects at work on its land.
@Suite struct SectorsCriterionTests {
  private func found(
    _ map: String, _ cpts: [String] = [], on proposal: String,
    with edit: (inout StudySettings) -> Void = { _ in }
  ) async throws -> OpinionCriterion {
    try await OpinionWorld(map).opinion(cpts, on: proposal, with: edit)[.sectors]
  }

  @Test("a sector that the proposal has is covered whole")
  func whole() async throws {
    let found = try await found("abcd", ["X aci_signe d"], on: "abc")
    #expect(found.finding == .favourable)
    #expect(found.reason == "1 secteur couvert en entier : SB-01197 (A).")
    #expect(
      found.rows("secteurs", "secteur", "effet", "population", "population_couverte", "projets")
        == [["SB-01197", "couvert en entier", "30000", "30000", ""]])
  }

  @Test("a sector of which enough is left is cut; with less it leaves a remnant")
  func cut() async throws {
    for (largest, fate) in [(5_000, "coupé"), (10_001, "coupé, laisse un reliquat")] {
      let found = try await found("abcd", on: "abc") { $0.remnantLargest = largest }
      #expect(found.finding == .toExamine)
      #expect(
        found.rows("secteurs", "effet", "population_couverte", "population_restante")
          == [[fate, "30000", "10000"]])
      #expect(found.figure("secteurs_coupes") == "1")
      #expect(found.figure("reliquats") == (largest == 5_000 ? "0" : "1"))
    }
  }

  @Test("a project on the land of a proposal is named, whole or in part, with the people taken")
  func project() async throws {
    let part = try await found("abcd", ["P projet bcd"], on: "ab")
    #expect(part.finding == .toExamine)
    #expect(part.reason.contains("Un projet est à l’œuvre sur ces communes (P)"))
    #expect(
      part.rows("projets", "cpts_id", "population", "population_prise", "entier")
        == [["P", "30000", "10000", "non"]])
    let all = try await found("abcd", ["P projet bc"], on: "abc")
    #expect(all.rows("projets", "population_prise", "entier") == [["20000", "oui"]])
    #expect(all.figure("secteurs_couverts") == "2")
  }

  @Test("people of two projects count once")
  func twoProjects() async throws {
    let found = try await found("abcd", ["P projet ab", "Q projet ab"], on: "a")
    #expect(
      found.rows("projets", "cpts_id", "population_prise") == [["P", "10000"], ["Q", "10000"]])
    #expect(found.figure("population_projets") == "10000")
  }

  @Test("the project whose new perimeter it is speaks not against it")
  func own() async throws {
    let rows = "abcd".map { "P,\(OpinionWorld.code($0))\n" }.joined()
    let all = try await OpinionWorld("abcd").judged(
      ["P projet abcd"], ("p.csv", "cpts_id,code\n" + rows))
    let found = all.opinions[0][.sectors]
    #expect(found.finding == .favourable)
    #expect(found.rows("projets", "cpts_id").isEmpty)
  }

  @Test("where a CPTS covers all, no sector is touched")
  func none() async throws {
    let found = try await found("abc", ["X aci_signe abc"], on: "ab")
    #expect(found.finding == .favourable)
    #expect(found.reason == "Aucun secteur n’est touché.")
  }
}
