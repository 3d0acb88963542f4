import Testing

@testable import Coverage

/// How proposals are read: what tells them apart, what is wrong in their files.
@Suite struct ProposalTests {
  let world = OpinionWorld("abcdef")

  private func rows(_ id: String, _ letters: String) -> String {
    letters.map { "\"\(id)\",\(OpinionWorld.code($0))\n" }.joined()
  }

  @Test("a list without column of CPTS is named after its file")
  func withoutColumn() async throws {
    let opinion = try await world.judged([], ("Pays d'Ici.v2.csv", OpinionWorld.list("ab")))
      .opinions[0]
    #expect(opinion.proposal.id.text == "Pays d'Ici")
    #expect(opinion.communes.map(\.text) == ["01197", "01198"])
  }

  @Test("a map without column of CPTS is one territory, named after its file")
  func mapWithoutColumn() async throws {
    let map = mapText(
      (#""code":"1","nom":"A""#, world.geometry("a")),
      (#""code":"2","nom":"B""#, world.geometry("b")))
    let opinions = try await world.judged([], ("trace.geojson", map)).opinions
    #expect(opinions.map { $0.proposal.id.text } == ["trace"])
    #expect(opinions[0].figures.population == 20_000)
  }

  @Test("several proposals in one file are judged apart; what they share is named")
  func several() async throws {
    let list = "cpts_id,code\n" + rows("Q", "bcd") + rows("P", "ab")
    let all = try await world.judged(["X aci_signe ef"], ("p.csv", list))
    #expect(all.opinions.map { $0.proposal.id.text } == ["P", "Q"])
    #expect(all.opinions.allSatisfy { $0[.overlap].finding == .favourable })
    #expect(all.opinions.map { $0.figures.population } == [20_000, 30_000])
    #expect(all.mutual.map { $0.people } == [10_000])
    #expect(all.text(.markdown).contains("la chevauchent : un territoire n’a qu’un projet"))
    #expect(all.text(.json).contains(#""proposition_b": "Q""#))
  }

  @Test("an identifier in two files is refused, and both places are named")
  func twice() async throws {
    let fault = await #expect(throws: InputFault.self) {
      try await world.judged(
        [], ("p.csv", "cpts_id,code\n" + rows("P", "a")),
        ("q.csv", "cpts_id,code\n" + rows("P", "b")))
    }
    #expect(fault?.kind == .data && fault?.line == 2)
    #expect(fault?.problem.french.contains("p.csv:2") == true)
  }

  @Test("a file without territory, and codes that nobody knows, stop the run")
  func nothing() async throws {
    let empty = await #expect(throws: InputFault.self) {
      try await world.judged([], ("p.csv", "cpts_id,code\n"))
    }
    #expect(empty?.problem.french == "aucune ligne sous l’en-tête : cpts_id, code")
    let unknown = await #expect(throws: InputFault.self) {
      try await world.judged([], ("p.csv", "code\n99999\n"))
    }
    #expect(unknown?.problem.french.contains("ne couvre aucune unité") == true)
    let usage = await #expect(throws: InputFault.self) { try await world.judged() }
    #expect(usage?.kind == .usage)
  }

  @Test("rows set aside are named line by line, and mended ones are said")
  func codes() async throws {
    let text = "code\n01197\n1198\n99999\n01197\n"
    let found = try await world.judged([], ("p.csv", text)).opinions[0][.codes]
    #expect(found.finding == .toExamine)
    #expect(found.reason.hasPrefix("1 ligne du fichier en erreur (99999)"))
    #expect(
      found.rows("lignes", "ligne", "regle", "objet") == [
        ["4", "code_inconnu", "99999"], ["3", "code_repare", "1198"],
        ["5", "couple_en_double", "p"],
      ])
    let clean = try await world.judged([], ("p.csv", "code\n1197\n")).opinions[0][.codes]
    #expect(clean.finding == .favourable)
  }

  @Test("what is wrong with one proposal of a file is not said of the other")
  func codesOfOne() async throws {
    let list = "cpts_id,code\n" + rows("P", "a") + "P,99999\n" + rows("Q", "b") + ",01199\n"
    let opinions = try await world.judged([], ("p.csv", list)).opinions
    #expect(opinions[0][.codes].rows("lignes", "ligne") == [["3"], ["5"]])
    #expect(opinions[1][.codes].rows("lignes", "ligne") == [["5"]])
  }

  @Test("the stage that a proposal claims decides nothing")
  func stage() async throws {
    let list = "cpts_id,stade,code\nP,projet,01197\n"
    let opinion = try await world.judged(["X aci_signe a"], ("p.csv", list)).opinions[0]
    #expect(opinion.stage == .project)
    #expect(opinion[.overlap].finding == .againstRule)
  }

  @Test("a population that nobody knows is named")
  func population() async throws {
    var world = world
    world.people = ["b": Int?.none]
    let found = try await world.opinion(on: "ab")[.population]
    #expect(found.finding == .toExamine)
    #expect(found.rows("sans_population", "code") == [["01198"]])
  }

  @Test("the names of the study do not clash with those of proposals")
  func clash() async throws {
    let cpts = "cpts_id,code\n" + rows("X", "a")
    let all = try await world.judged(["X aci_signe cd", "Y aci_signe ef"], ("p.csv", cpts)) {
      $0.mergeSimilar = true
    }
    #expect(all.opinions[0].former?.id.text == "X")
    #expect(all.study.territories.cpts.filter { $0.stage >= .project }.count == 2)
  }
}
