import Testing

@testable import Coverage

/// Bassins de vie, EPCI, departments and regions.
@Suite struct AreaCriterionTests {
  private func attributes(_ column: String, _ areas: [Character: String]) -> String {
    "code,\(column)\n"
      + areas.sorted { $0.key < $1.key }.map { "\(OpinionWorld.code($0.key)),\($0.value)\n" }
      .joined()
  }

  @Test("what no file says is not assessed, and the file to give is named")
  func unknown() async throws {
    let opinion = try await OpinionWorld("ab").opinion(on: "a")
    #expect(opinion[.livingAreas].finding == .notAssessed)
    #expect(opinion[.livingAreas].reason.contains("--attributes"))
    #expect(opinion[.intercommunalities].finding == .notAssessed)
    #expect(opinion[.intercommunalities].reason.contains("epci"))
  }

  @Test("eighty percent of people at home are enough; half of a bassin is not mostly inside")
  func thresholds() async throws {
    var world = OpinionWorld("abcdef")
    // Bassin 1: a and b, whole. Bassin 2: half of it, c, is inside.
    world.attributes = attributes(
      "bv2022", ["a": "1", "b": "1", "c": "2", "d": "2", "e": "3", "f": "ZZZZZ"])
    for (people, finding, share) in [
      (5_000, "favorable", "80.00"), (5_001, "à examiner", "80.00"),
      (10_000, "à examiner", "66.67"),
    ] {
      world.people = ["c": people, "d": people]
      let found = try await world.opinion(on: "abc")[.livingAreas]
      #expect(found.finding.rawValue == finding, "\(people)")
      #expect(found.figure("pct_coherent") == share)
      #expect(
        found.rows("coupes", "code", "autour_de", "population_dedans", "population_dehors") == [
          ["2", "C", "\(people)", "\(people)"]
        ])
      #expect(found.figure("entiers") == "1")
    }
  }

  @Test("people without bassin are said, and do not count")
  func withoutArea() async throws {
    var world = OpinionWorld("abcdef")
    world.attributes = attributes("bassin_de_vie", ["a": "1", "b": "1", "f": "ZZZZZ"])
    let found = try await world.opinion(on: "abf")[.livingAreas]
    #expect(found.finding == .favourable)
    #expect(found.figure("population_sans_donnee") == "10000")
    #expect(try await world.opinion(on: "f")[.livingAreas].finding == .notAssessed)
  }

  @Test("a column of EPCI is read as bassins are")
  func intercommunality() async throws {
    var world = OpinionWorld("abcdef")
    world.attributes = attributes("EPCI", ["a": "1", "b": "1", "c": "1", "d": "2"])
    let found = try await world.opinion(on: "ad")[.intercommunalities]
    #expect(found.finding == .toExamine)
    #expect(found.figure("pct_coherent") == "50.00")
    #expect(found.rows("coupes", "code", "pct_dedans") == [["1", "33.33"]])
  }

  @Test("departments and regions are told with their people, never as broken rules")
  func limits() async throws {
    var world = OpinionWorld("abcd")
    world.departments = ["c": "02", "d": "38"]
    world.people = ["c": 1_000]
    let one = try await world.opinion(on: "ab")[.limits]
    #expect(one.finding == .favourable)
    #expect(one.reason == "Dans un seul département : Ain (01).")
    let two = try await world.opinion(on: "abc")[.limits]
    #expect(two.finding == .toExamine)
    #expect(two.reason.contains("2 régions") && two.reason.contains("ARS"))
    #expect(
      two.rows("departements", "code", "nom", "code_region", "population", "pct") == [
        ["01", "Ain", "84", "20000", "95.24"], ["02", "Aisne", "32", "1000", "4.76"],
      ])
  }
}
