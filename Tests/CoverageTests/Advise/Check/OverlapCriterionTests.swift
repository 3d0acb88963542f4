import Testing

@testable import Coverage

/// One territory, one health project.
@Suite struct OverlapCriterionTests {
  let world = OpinionWorld("abcdef")

  @Test(
    "the stage of the other CPTS decides",
    arguments: [
      ("aci_signe", "contraire à une règle", "projet validé"),
      ("projet_sante_valide", "contraire à une règle", "projet validé"),
      ("lettre_intention", "à examiner", "à concilier"),
      ("projet", "à examiner", "à concilier"),
    ])
  func stages(stage: String, finding: String, qualification: String) async throws {
    let overlap = try await world.opinion(["X \(stage) bcd"], on: "ab")[.overlap]
    #expect(overlap.finding.rawValue == finding)
    #expect(overlap.figure("population") == "10000")
    #expect(overlap.figure("pct_population") == "50.00")
    #expect(
      overlap.rows(
        "cpts", "cpts_id", "stade", "qualification", "population", "pct_proposition", "pct_cpts",
        "communes") == [["X", stage, qualification, "10000", "50.00", "33.33", "B (01198)"]])
    #expect(overlap.reason.contains("X"))
  }

  @Test("a CPTS at `aucun`, and none at all, are no overlap")
  func nobody() async throws {
    for cpts in [["X aucun ab"], ["X aci_signe cd"], []] {
      let overlap = try await world.opinion(cpts, on: "ab")[.overlap]
      #expect(overlap.finding == .favourable)
      #expect(overlap.tables.isEmpty)
    }
  }

  @Test("the gravest overlap comes first; people of two CPTS count once")
  func several() async throws {
    let cpts = ["X projet abc", "Y projet_sante_valide b", "Z lettre_intention ef"]
    let overlap = try await world.opinion(cpts, on: "abe")[.overlap]
    #expect(overlap.finding == .againstRule)
    #expect(overlap.rows("cpts", "cpts_id") == [["Y"], ["X"], ["Z"]])
    #expect(overlap.figure("population") == "30000")
    #expect(overlap.figure("nb_cpts") == "3")
  }

  @Test("an identifier of the study is a new perimeter: the former one is no overlap")
  func newPerimeter() async throws {
    let cpts = ["X aci_signe abc", "Y aci_signe e"]
    let proposal = "cpts_id,code\n" + "bcd".map { "X,\(OpinionWorld.code($0))\n" }.joined()
    let opinion = try await world.judged(cpts, ("x.csv", proposal)).opinions[0]
    #expect(opinion.former?.id.text == "X")
    #expect(opinion[.overlap].finding == .favourable)
    #expect(
      opinion[.overlap].notes.contains { $0.contains("périmètre actuel de X (30\u{202F}000 hab") })
    let zones = opinion[.whiteZones]
    #expect(zones.finding == .toExamine)
    #expect(zones.rows("decouvert", "code", "population") == [["01197", "10000"]])
    #expect(zones.figure("population_nouvellement_couverte") == "10000")
    #expect(opinion[.size].figure("population_avant") == "30000")
  }

  @Test("the perimeter of a CPTS as it is, under its identifier, changes nothing")
  func samePerimeter() async throws {
    let cpts = ["X aci_signe abc", "Y aci_signe ef"]
    let proposal = "cpts_id,code\n" + "abc".map { "X,\(OpinionWorld.code($0))\n" }.joined()
    let opinion = try await world.judged(cpts, ("x.csv", proposal)).opinions[0]
    #expect(opinion[.overlap].finding == .favourable)
    #expect(opinion[.whiteZones].finding == .favourable)
    #expect(opinion[.whiteZones].figure("population_deja_couverte") == "30000")
    #expect(opinion[.whiteZones].tables.isEmpty)
  }

  @Test("a CPTS that is wholly inside, and one of the same name, are said")
  func probablyTheSame() async throws {
    let proposal =
      "cpts_id,cpts_nom,code\n" + "abc".map { "N,x,\(OpinionWorld.code($0))\n" }.joined()
    let opinion = try await world.judged(["X aci_signe ab"], ("x.csv", proposal)).opinions[0]
    #expect(
      opinion[.overlap].notes.contains { $0.hasPrefix("Tout entière dans la proposition : X") })
    #expect(opinion[.overlap].notes.contains { $0.hasPrefix("X porte le même nom") })
  }

  @Test("a drawing that cuts a commune says that the figures before may not be those without it")
  func drawnBefore() async throws {
    let (west, south) = world.corner(0, 0)
    func notes(width: Double) async throws -> [String] {
      let map = mapText((#""cpts_id":"P""#, rectangleText(west, south, west + width, south + 0.01)))
      let opinion = try await OpinionWorld("abcdef").judged(["X aci_signe ef"], ("p.geojson", map))
        .opinions[0]
      return (opinion[.whiteZones].notes + opinion[.sectors].notes)
        .filter { $0.hasPrefix("Le dessin proposé coupe la carte") }
    }
    #expect(try await notes(width: 0.015).count == 2)
    #expect(try await notes(width: 0.02).isEmpty)
  }

  @Test("noise of drawing is no quarrel")
  func sliver() async throws {
    // A drawn proposal that enters b, which X holds, by eleven metres.
    let (west, south) = world.corner(0, 0)
    let map = mapText((#""cpts_id":"P""#, rectangleText(west, south, west + 0.01015, south + 0.01)))
    let people = OpinionWorld("abcdef")
    let overlap = try await people.judged(["X aci_signe bcd"], ("p.geojson", map)) {
      $0.sliverPeople = 1_000
    }.opinions[0][.overlap]
    #expect(overlap.finding == .favourable)
    // The strip follows b.
    #expect(overlap.rows("cpts", "qualification") == [])
  }
}
