import Testing

/// `inspect --as-list` writes drawings as a list that `report` reads back to the same figures.
@Suite struct DrawnListTests {
  /// A is Aulnay and half of Brie, off by a metre; B is the other half of Brie and Doux.
  private static let drawings = [
    Drawing("A", "aci_signe", Drawing.box(1.999_99, 46.000_01, 2.015, 46.01)),
    Drawing(
      "B", "lettre_intention",
      [
        (2.015, 46), (2.02, 46), (2.02, 46.02), (2.01, 46.02), (2.01, 46.01), (2.015, 46.01),
        (2.015, 46),
      ]),
  ]

  private func list(_ scratch: Scratch, _ more: String...) throws -> Outcome {
    try Command.run(
      ["inspect", "--as-list", "dessins.geojson", "--units", "units.geojson", "--at", "2026-01-01"]
        + more, in: scratch.folder)
  }

  @Test("communes with the part that each drawing has; the people are those of the drawings")
  func roundTrip() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report(drawing: Self.drawings).code == 0)
    let outcome = try list(scratch)
    #expect(outcome.code == 0)
    #expect(
      outcome.output == """
        cpts_id,cpts_nom,stade,code_commune,part
        A,A,aci_signe,01001,1
        A,A,aci_signe,01002,0.5000000
        B,B,lettre_intention,01002,0.5000000
        B,B,lettre_intention,02002,1

        """)
    #expect(
      outcome.errors.contains(
        "2 territoires dessinés, dont aucun n’est équivalent à une liste de communes"))
    try scratch.write("liste.csv", outcome.output)
    let again = try scratch.run(
      "report", "--units", "units.geojson", "--cpts", "liste.csv", "--at", "2026-01-01",
      "--output", "relue")
    #expect(again.code == 0)
    for name in ["couverture", "chevauchements"] {
      #expect(
        try scratch.table("relue/\(name).csv").rows == scratch.table("out/\(name).csv").rows,
        "\(name)")
    }
    #expect(
      try scratch.table("relue/cpts.csv").rows.map { $0["population"] }
        == scratch.table("out/cpts.csv").rows.map { $0["population"] })
    let told = try scratch.table("relue/anomalies.csv").rows.filter {
      $0["regle"] == "part_de_commune"
    }
    #expect(told.count == 2 && told.allSatisfy { $0["objet"] == "01002" })
  }

  @Test(
    "parts of a commune are different ones; what passes it begins again with the first"
  )
  func parts() throws {
    let scratch = try Scratch.world()
    func covered(_ first: String, _ second: String) throws -> (people: String?, both: String?) {
      try scratch.write(
        "parts.csv",
        """
        cpts_id,stade,code_commune,part
        A,aci_signe,01002,"\(first)"
        B,aci_signe,01002,"\(second)"

        """)
      let outcome = try scratch.run(
        "report", "--units", "units.geojson", "--cpts", "parts.csv", "--at", "2026-01-01",
        "--output", "out")
      #expect(outcome.code == 0)
      let brie = try scratch.table("out/communes.csv").row("code", "01002")
      let overlaps = try scratch.table("out/chevauchements.csv").rows
      return (brie["population_couverte"], overlaps.first?["population"])
    }
    #expect(try covered("0.25", "0.5") == ("1500", nil))
    #expect(try covered("25 %", "75,00 %") == ("2000", nil))
    #expect(try covered("0,4", "0,9") == ("2000", "600"))
    #expect(try covered("1", "0.1") == ("2000", "200"))
    // A number that is no part leaves the column alone, and it is told.
    #expect(try covered("12", "30") == ("2000", "2000"))
    let told = try scratch.table("out/anomalies.csv").rows.map { $0["regle"] }
    #expect(told.contains("colonne_inutilisee"))
  }

  @Test("a row that says no part, among rows that do, is set aside, and the others count")
  func noPart() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "parts.csv",
      "cpts_id,stade,code_commune,part\nA,aci_signe,01001,1\nA,aci_signe,01002,0.5\nA,aci_signe,02001,0\n"
    )
    let outcome = try scratch.run(
      "report", "--units", "units.geojson", "--cpts", "parts.csv", "--at", "2026-01-01", "--output",
      "out")
    #expect(outcome.code == 0)
    #expect(try scratch.table("out/cpts.csv")[0, "population"] == "2000")
    let told = try scratch.table("out/anomalies.csv").rows.filter { $0["gravite"] == "erreur" }
    #expect(told.map { $0["objet"] } == ["02001"] && told.map { $0["ligne"] } == ["4"])
  }

  @Test("white zones drawn by a report are read back as territories of their own")
  func zones() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report(drawing: [Self.drawings[0]]).code == 0)
    let again = try scratch.run(
      "report", "--units", "units.geojson", "--cpts", "out/zones_blanches.geojson",
      "--default-stage", "aci_signe", "--at", "2026-01-01", "--output", "relue")
    #expect(again.code == 0)
    #expect(try scratch.table("relue/cpts.csv").rows.map { $0["cpts_id"] } == ["ZB-01002"])
    let white = try scratch.resume().totaux.population_non_couverte
    #expect(try scratch.resume("relue").totaux.population_couverte == white)
  }

  @Test("a list, several files and options without it are refused with their cures")
  func refusals() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", World.cpts)
    let list = try scratch.run("inspect", "--as-list", "cpts.csv", "--units", "units.geojson")
    #expect(
      list.code == 65 && list.output == ""
        && list.errors.contains("aucun territoire n’y est dessiné"))
    let two = try scratch.run("inspect", "--as-list", "cpts.csv", "units.geojson")
    #expect(two.code == 64)
    let alone = try scratch.run("inspect", "cpts.csv", "--sliver-width", "20")
    #expect(alone.code == 64 && alone.errors.contains("--as-list"))
  }

  @Test("a CPTS without stage has none in the list")
  func withoutStage() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "dessins.geojson", Drawing.map([Drawing("A", "", Drawing.box(2, 46, 2.01, 46.01))]))
    let outcome = try list(scratch)
    #expect(outcome.code == 0 && outcome.output.hasSuffix("\nA,A,,01001,1\n"))
  }
}
