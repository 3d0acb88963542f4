import Testing

/// What `consolidate` refuses, and hostile lists.
@Suite struct ConsolidateFaultTests {
  @Test("a map of territories is refused, with how to make it a list")
  func map() throws {
    let scratch = try Scratch.twoSenders()
    try scratch.write(
      "carte.geojson",
      World.collection([
        World.aulnay.feature.replacing("\"code\":\"01001\"", with: "\"cpts_id\":\"A1\"")
          .replacing("\"nom\":\"Aulnay\"", with: "\"stade\":\"projet\"")
      ]))
    let outcome = try scratch.consolidate(["ara.csv", "carte.geojson"])
    #expect(outcome.code == 65)
    #expect(
      outcome.message.contains(
        "carte.geojson: une carte de territoires : consolidate ne réunit que des listes — "
          + "faites-en une liste : coverage-report inspect --as-list carte.geojson > liste.csv"),
      "\(outcome.message)")
    #expect(scratch.names(in: "out").isEmpty)
  }

  @Test(
    "a call that cannot be is told",
    arguments: [
      ([], 64, "il manque FICHIER[#feuille]|DOSSIER"),
      (["ara.csv", "absent.csv"], 66, "absent.csv: "),
      (["ara.csv", "ara.csv"], 64, "ara.csv: donné deux fois — ne le donnez qu’une fois"),
      (["ara.csv", "./ara.csv"], 64, "fichier donné deux fois"),
      (["ara.csv", "vide"], 65, "vide: aucune liste dans ce dossier"),
      (["ara.csv", "--plan", "x"], 64, "--plan : option inconnue"),
      (["ara.csv", "--map-column", "stade=rien"], 64, "aucun fichier n’a cette colonne"),
    ])
  func calls(arguments: [String], code: Int32, message: String) throws {
    let scratch = try Scratch.twoSenders()
    try scratch.write("vide/lettre.pdf", "%PDF")
    let outcome = try scratch.consolidate(arguments)
    #expect(outcome.code == code && outcome.message.contains(message), "\(outcome.message)")
    #expect(scratch.names(in: "out").isEmpty)
  }

  @Test("a folder for the results is needed")
  func output() throws {
    let scratch = try Scratch.twoSenders()
    let outcome = try scratch.run("consolidate", "ara.csv", "--units", "units.geojson")
    #expect(outcome.code == 64 && outcome.message.contains("il manque --output"))
  }

  @Test("what is wrong within one list is told as in a study, with its file and line")
  func wrongList() throws {
    let scratch = try Scratch.twoSenders()
    try scratch.write(
      "bfc.csv", ThreeRegions.list([("B1", "Bois", "projet", ["21001", "99999", "1002"])]))
    let outcome = try scratch.consolidate(["ara.csv", "bfc.csv"])
    #expect(outcome.code == 0)
    let anomalies = try scratch.table("out/anomalies.csv")
    let unknown = anomalies.row("regle", "code_inconnu")
    #expect(unknown["fichier"] == "bfc.csv" && unknown["ligne"] == "3")
    #expect(anomalies.row("regle", "code_repare")["objet"] == "1002")
    #expect(try scratch.territories()["B1"] == ["01002", "21001"])
    let strict = try scratch.consolidate(["ara.csv", "bfc.csv"], "--strict")
    #expect(strict.code == 65)
    try scratch.write("bfc.csv", ThreeRegions.list([("B1", "Bois", "grand", ["21001"])]))
    let wrong = try scratch.consolidate(["ara.csv", "bfc.csv"])
    #expect(wrong.code == 65 && wrong.message.hasPrefix("bfc.csv:2: stade inconnu « grand »"))
  }

  @Test("a CPTS without stage stays without, and --default-stage gives one")
  func withoutStage() throws {
    let scratch = try Scratch.twoSenders()
    try scratch.write("bfc.csv", "cpts_id,code\nB1,21001\n")
    #expect(try scratch.consolidate(["ara.csv", "bfc.csv"]).code == 0)
    #expect(try scratch.table("out/cpts.csv").row("cpts_id", "B1")["stade"] == "")
    let row = try scratch.table("out/anomalies.csv").row("regle", "stade_par_defaut")
    #expect(row["traitement"] == "stade laissé vide ; --default-stage en donne un")
    #expect(
      try scratch.consolidate(["ara.csv", "bfc.csv"], "--default-stage", "projet").code == 0)
    #expect(try scratch.table("out/cpts.csv").row("cpts_id", "B1")["stade"] == "projet")
  }

  @Test("names that would act in a spreadsheet or a terminal do nothing")
  func hostile() throws {
    let scratch = try Scratch.twoSenders()
    let formula = "=HYPERLINK(\"\"http://x\"\")"
    try scratch.write(
      "+ext|é\u{1B}.csv",
      "cpts_id,cpts_nom,stade,code_commune\n=A,\"\(formula)\",aci_signe,01001\n"
        + "A2,CPTS Aval,projet,01003\nB1,Tout autre,projet,04001\n")
    let outcome = try scratch.consolidate(["ara.csv", "bfc.csv", "+ext|é\u{1B}.csv"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(!outcome.output.contains("\u{1B}"))
    for name in ["cpts", "perimetres", "arbitrages", "expediteurs", "anomalies"] {
      let cells = try scratch.table("out/\(name).csv").cells
      #expect(cells.allSatisfy { !"=+@-".contains($0.first ?? " ") }, "\(name)")
    }
    // An identifier has no sign that parts several.
    #expect(try scratch.territories()["B1@+ext_é\u{FFFD}"] == ["04001"])
  }

  @Test("parts of communes are kept, and a city by its arrondissements is the city")
  func parts() throws {
    let scratch = try Scratch.twoSenders()
    try scratch.write(
      "bfc.csv", "cpts_id,stade,code,part\nB1,projet,21001,0.25\nB1,projet,21002,1\n")
    #expect(try scratch.consolidate(["ara.csv", "bfc.csv"]).code == 0)
    let rows = try scratch.table("out/perimetres.csv")
    #expect(rows.header.prefix(3) == ["cpts_id", "code_commune", "part"])
    let parts = rows.rows.filter { $0["cpts_id"] == "B1" }.map { $0["part"] }
    #expect(parts == ["0.2500000", "1.0000000"])
  }
}
