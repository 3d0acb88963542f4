import Testing

/// Communes that are of their CPTS for a time keep their days in a consolidated list.
@Suite struct ConsolidateDatesTests {
  private static let days = ["2021-12-31", "2022-06-30", "2023-12-31"]

  /// `01002` comes in 2022; `01003` leaves in 2022 and is back in 2023.
  private static let dated = """
    cpts_id,cpts_nom,stade,code_commune,date_debut,date_fin
    A1,CPTS Amont,aci_signe,01001,,
    A1,CPTS Amont,aci_signe,01002,2022-03-01,
    A1,CPTS Amont,aci_signe,01003,,2022-03-01
    A1,CPTS Amont,aci_signe,01003,2023-01-01,

    """

  private func sent() throws -> Scratch {
    let scratch = try Scratch.regions()
    try scratch.write("ara.csv", Self.dated)
    try scratch.write(
      "bfc.csv", ThreeRegions.list([("B1", "CPTS Bois", "projet", ["21001", "21002"])]))
    return scratch
  }

  @Test("figures of each day are those of the lists that were sent")
  func figures() throws {
    let scratch = try sent()
    #expect(try scratch.consolidate(["ara.csv", "bfc.csv"], output: "listes").code == 0)
    let rows = try scratch.table("listes/perimetres.csv").rows
    #expect(rows.count == 6)
    #expect(
      rows.map { "\($0["code_commune"] ?? "") \($0["date_debut"] ?? "")>\($0["date_fin"] ?? "")" }
        == [
          "01001 >", "01002 2022-03-01>", "01003 >2022-03-01", "01003 2023-01-01>", "21001 >",
          "21002 >",
        ])
    for day in Self.days {
      for (output, lists) in [
        ("envoi", ["ara.csv", "bfc.csv"]),
        ("ensemble", ["listes/cpts.csv", "listes/perimetres.csv"]),
      ] {
        let outcome = try Command.run(
          ["report", "--units", "units.geojson", "--at", day, "--output", output, "--quiet"]
            + lists.flatMap { ["--cpts", $0] }, in: scratch.folder)
        #expect(outcome.code == 0, "\(outcome.errors)")
      }
      for name in ["couverture.csv", "communes.csv", "cpts.csv"] {
        #expect(try scratch.text("envoi/\(name)") == scratch.text("ensemble/\(name)"), "\(day)")
      }
    }
  }

  @Test("the same list twice is one; other days are other communes, to be decided")
  func twice() throws {
    let scratch = try sent()
    try scratch.write("copie.csv", Self.dated)
    #expect(try scratch.consolidate(["ara.csv", "copie.csv"]).code == 0)
    #expect(try scratch.arbitrations().isEmpty)
    #expect(try scratch.territories()["A1"] == ["01001", "01002", "01003", "01003"])
    try scratch.write("copie.csv", Self.dated.replacing("2022-03-01,\n", with: "2022-05-01,\n"))
    #expect(try scratch.consolidate(["ara.csv", "copie.csv"]).code == 0)
    #expect(try scratch.arbitrations().values.map { $0["nature"] } == ["cpts_en_double"])
  }

  @Test(
    "a commune handed over on a day is claimed once; one shared for some days is claimed by both")
  func handedOver() throws {
    let scratch = try sent()
    let other = "cpts_id,cpts_nom,stade,code_commune,date_debut\nB1,CPTS Bois,aci_signe,01003,"
    for (day, count) in [("2022-03-01", 1), ("2023-06-01", 1), ("2022-02-01", 1)] {
      try scratch.write("bfc.csv", other + day + "\n")
      #expect(try scratch.consolidate(["ara.csv", "bfc.csv"]).code == 0)
      // The commune comes back to A1 in 2023: only an end of it leaves no day to both.
      #expect(try scratch.arbitrations().count == count)
    }
    try scratch.write(
      "ara.csv", Self.dated.replacing("A1,CPTS Amont,aci_signe,01003,2023-01-01,\n", with: ""))
    for (day, count) in [("2022-03-01", 0), ("2023-06-01", 0), ("2022-02-01", 1)] {
      try scratch.write("bfc.csv", other + day + "\n")
      #expect(try scratch.consolidate(["ara.csv", "bfc.csv"]).code == 0)
      #expect(try scratch.arbitrations().count == count, "\(day)")
    }
  }

  @Test("what another sender completes is no error; a sender's folder is no place for results")
  func completed() throws {
    let scratch = try Scratch.regions()
    try scratch.write("stades.csv", "cpts_id,cpts_nom,date_aci\nA1,CPTS Amont,2021-01-01\n")
    try scratch.write("dossier/communes.csv", "cpts_id,code_commune\nA1,01001\nA1,01002\n")
    let outcome = try scratch.consolidate(["stades.csv", "dossier"], "--strict")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let rules = try scratch.table("out/anomalies.csv").rows.map { $0["regle"] }
    #expect(!rules.contains("cpts_sans_unite") && !rules.contains("stade_par_defaut"))
    let refused = try scratch.consolidate(["stades.csv", "dossier"], output: "dossier")
    #expect(refused.code == 73)
    #expect(refused.errors.contains("ce dossier est celui d’un expéditeur"))
  }

  @Test("a day that changes is a change since the last time, and nothing else is")
  func since() throws {
    let scratch = try sent()
    #expect(try scratch.consolidate(["ara.csv"], output: "mars").code == 0)
    #expect(try scratch.consolidate(["ara.csv"], "--since", "mars", output: "avril").code == 0)
    #expect(try scratch.table("avril/changements.csv").rows.isEmpty)
    try scratch.write("ara.csv", Self.dated.replacing("2023-01-01", with: "2024-01-01"))
    #expect(try scratch.consolidate(["ara.csv"], "--since", "mars", output: "mai").code == 0)
    let rows = try scratch.table("mai/changements.csv").rows
    #expect(rows.map { $0["nature"] } == ["communes"])
    #expect(rows.map { $0["avant"] } == ["01003 (2023-01-01 → …)"])
    #expect(rows.map { $0["apres"] } == ["01003 (2024-01-01 → …)"])
  }
}
