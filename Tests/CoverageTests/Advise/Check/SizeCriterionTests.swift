import Testing

@testable import Coverage

/// Size classes, bounds, and what is near one.
@Suite struct SizeCriterionTests {
  @Test(
    "sizes at the bounds, and findings at two percent of one",
    arguments: [
      (39_999, "1", "40000", "à examiner", "185000"),
      (40_000, "2", "40000", "à examiner", "242000"),
      (40_001, "2", "40000", "à examiner", "242000"),
      (40_800, "2", "40000", "à examiner", "242000"),
      (40_801, "2", "null", "favorable", "242000"), (39_200, "1", "40000", "à examiner", "185000"),
      (39_199, "1", "null", "favorable", "185000"), (80_000, "3", "80000", "à examiner", "315000"),
      (175_000, "3", "175000", "à examiner", "315000"),
      (175_001, "4", "175000", "à examiner", "380000"),
      (20_000, "1", "null", "favorable", "185000"),
      (19_999, "1", "null", "à examiner", "185000"), (350_000, "4", "null", "favorable", "380000"),
      (350_001, "4", "null", "à examiner", "380000"), (0, "1", "null", "à examiner", "185000"),
    ])
  func bounds(people: Int, size: String, close: String, finding: String, euros: String) async throws
  {
    var world = OpinionWorld("ab")
    world.people = ["a": people]
    let found = try await world.opinion(on: "a")[.size]
    #expect(found.figure("taille") == size)
    #expect(found.figure("seuil_proche") == close)
    #expect(found.finding.rawValue == finding)
    // The study is of 2026: of avenant 2 only the total of size 4 is public.
    #expect(found.figure("montant_annuel") == (size == "4" ? "580000" : "null"))
    #expect(found.figure("reference_annuel") == euros)
    let both = ["1": "220000", "2": "287000", "3": "370000", "4": "450000"]
    #expect(found.figure("reference_annuel_avec_supplements") == both[size])
    #expect(found.notes.contains { $0.contains("montants remplacés le 2021-12-20") })
    #expect(found.rows("bornes", "borne", "ecart").first == ["40000", "\(people - 40_000)"])
  }

  @Test("the convention on the bounds is said, and the text")
  func convention() async throws {
    let found = try await OpinionWorld("ab").opinion(on: "a")[.size]
    #expect(found.notes.contains { $0.contains("se tait sur les bornes mêmes") })
    #expect(found.kind.basis.contains("art. 7.1"))
  }
}
