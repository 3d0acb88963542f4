import Testing

@testable import Coverage

/// White zones closed, reduced or split, and what is left of them.
@Suite struct WhiteZonesCriterionTests {
  @Test("a zone that the proposal covers is closed")
  func closed() async throws {
    let found = try await OpinionWorld("abcd").opinion(["X aci_signe d"], on: "abc")[.whiteZones]
    #expect(found.finding == .favourable)
    #expect(
      found.reason == "30\u{202F}000 habitants nouvellement couverts. Zone blanche : 1 fermée.")
    #expect(
      found.rows("zones", "zone", "effet", "population_avant", "population_restante") == [
        ["ZB-01197", "fermée", "30000", "0"]
      ])
    #expect(found.figure("zones_fermees") == "1")
  }

  @Test("a remnant below the smallest coherent size is an orphan, with what borders it")
  func orphan() async throws {
    let cpts = ["X aci_signe e"]
    let found = try await OpinionWorld("abcde").opinion(cpts, on: "abc")[.whiteZones]
    #expect(found.finding == .toExamine)
    #expect(
      found.reason.contains("Un reliquat trop petit pour une CPTS (10\u{202F}000 habitants) : D"))
    #expect(
      found.rows("reliquats", "zone", "population", "trop_petit", "communes", "cpts_voisines")
        == [["ZB-01200", "10000", "oui", "D (01200)", "X"]])
  }

  @Test("twenty thousand people are enough, one fewer are not; the study file may say otherwise")
  func bound() async throws {
    for (people, smallest, finding) in [
      (20_000, nil, "favorable"), (19_999, nil, "à examiner"), (19_999, 19_999, "favorable"),
    ] {
      var world = OpinionWorld("abcd")
      world.people = ["d": people]
      let found = try await world.opinion(on: "abc") { $0.optionSmallest = smallest }[.whiteZones]
      #expect(found.finding.rawValue == finding, "\(people) \(smallest ?? -1)")
      #expect(found.figure("zones_reduites") == "1")
    }
  }

  @Test("a zone cut in two is split, and nobody is lost")
  func split() async throws {
    let found = try await OpinionWorld("abcde").opinion(on: "c")[.whiteZones]
    #expect(found.figure("zones_scindees") == "1")
    #expect(found.rows("reliquats", "population") == [["20000"], ["20000"]])
    #expect(
      found.rows("zones", "population_avant", "population_couverte", "population_restante") == [
        ["50000", "10000", "40000"]
      ])
  }

  @Test("a proposal that covers nobody anew brings nothing")
  func nothing() async throws {
    let cpts = ["X lettre_intention ab"]
    let found = try await OpinionWorld("abc").opinion(cpts, on: "ab")[.whiteZones]
    #expect(found.finding == .toExamine)
    #expect(found.reason.contains("déjà couverts"))
    #expect(found.figure("pct_nouvellement_couverte") == "0.00")
  }

  @Test("people of a CPTS at `projet` are not covered before")
  func project() async throws {
    let found = try await OpinionWorld("abc").opinion(["X projet abc"], on: "abc")[.whiteZones]
    #expect(found.figure("population_nouvellement_couverte") == "30000")
  }
}
