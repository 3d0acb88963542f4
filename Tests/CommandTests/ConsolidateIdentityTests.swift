import Testing

/// Which declarations are of one CPTS, and which files of one sender.
@Suite struct ConsolidateIdentityTests {
  @Test(
    "two identifiers of one CPTS are told by its name and its people, or by its FINESS number",
    arguments: [true, false])
  func twoIdentifiers(byName: Bool) throws {
    let head = "cpts_id,cpts_nom,stade,finess,code_commune\n"
    let (scratch, rows) = try Scratch.sent(
      head + "A1,CPTS de l'Amont,projet,\(byName ? "" : "010000017"),01001\n"
        + "A1,CPTS de l'Amont,projet,,01002\n",
      head + "Z9,\(byName ? "C.P.T.S. Amont" : "Autre"),projet,\(byName ? "" : "010000017"),01001\n"
        + "Z9,\(byName ? "C.P.T.S. Amont" : "Autre"),projet,,01002\n"
        + ThreeRegions.codes("21").map { "B1,Bois,projet,,\($0)\n" }.joined())
    let row = try #require(rows["cpts_en_double:A1:identifiant"])
    #expect(row["objet"] == "A1|Z9" && row["choix"] == "ara.csv:2|bfc.csv:2|distinctes")
    #expect(row["regle"] == "plus_de_population")
    #expect(Set(try scratch.territories().keys) == ["A1", "B1"])
  }

  @Test("names that are alike far from each other are two CPTS")
  func homonyms() throws {
    let (scratch, rows) = try Scratch.sent(
      ThreeRegions.list([("A1", "CPTS du Val", "projet", ["01001"])]),
      ThreeRegions.list([("B1", "CPTS du Val", "projet", ["21001"])]))
    #expect(rows.isEmpty)
    #expect(try scratch.territories().count == 2)
  }

  @Test("an identifier of two CPTS is parted by the names of the senders, and nothing is lost")
  func sharedIdentifier() throws {
    let (scratch, rows) = try Scratch.sent(
      ThreeRegions.list([("1", "CPTS Amont", "projet", ["01001"])]),
      ThreeRegions.list([("1", "CPTS Bois", "LI", ["21001"])]))
    let row = try #require(rows["identifiant_partage:1"])
    #expect(rows.count == 1)
    #expect(row["choix"] == "ara.csv:2|bfc.csv:2|distinctes|une_seule")
    #expect(row["retenu"] == "distinctes" && row["regle"] == "aucune")
    #expect(try scratch.territories() == ["1@ara": ["01001"], "1@bfc": ["21001"]])
    #expect(
      try scratch.table("out/anomalies.csv").row("regle", "arbitrage_ouvert")["objet"]
        == "identifiant_partage:1")
  }

  @Test("a folder is one sender, with its files; two of one name are told by their paths")
  func folders() throws {
    let scratch = try Scratch.regions()
    for (folder, id, code) in [("ara", "A1", "01001"), ("bfc", "B1", "21001")] {
      try scratch.write("\(folder)/0-cpts.csv", "cpts_id,cpts_nom,stade\n\(id),Nom \(id),projet\n")
      try scratch.write("\(folder)/communes.csv", "cpts_id,code\n\(id),\(code)\n")
      try scratch.write("\(folder)/lettre.pdf", "%PDF")
    }
    #expect(try scratch.consolidate(["ara/", "bfc"]).code == 0)
    let cpts = try scratch.table("out/cpts.csv")
    #expect(cpts[0, "source_fichier"] == "ara/0-cpts.csv" && cpts[0, "expediteur"] == "ara")
    #expect(try scratch.table("out/perimetres.csv")[1, "source_fichier"] == "bfc/communes.csv")
    let unread = try scratch.table("out/anomalies.csv").rows.filter {
      $0["regle"] == "partie_non_lue"
    }
    #expect(unread.map { $0["objet"] } == ["lettre.pdf", "lettre.pdf"])
    try scratch.write("ara/tout.csv", ThreeRegions.list([("A1", "A", "projet", ["01001"])]))
    try scratch.write("bfc/tout.csv", ThreeRegions.list([("B1", "B", "projet", ["21001"])]))
    #expect(try scratch.consolidate(["ara/tout.csv", "bfc/tout.csv"]).code == 0)
    #expect(try scratch.table("out/cpts.csv")[0, "expediteur"] == "ara/tout.csv")
  }

  @Test("without names, one identifier of places that are apart is of two CPTS")
  func numbersAlone() throws {
    let (scratch, rows) = try Scratch.sent(
      "cpts_id,stade,code\n1,projet,01001\n2,projet,01002\n",
      "cpts_id,stade,code\n1,projet,21001\n2,projet,21002\n")
    #expect(rows.keys.sorted() == ["identifiant_partage:1", "identifiant_partage:2"])
    #expect(try scratch.territories().keys.sorted() == ["1@ara", "1@bfc", "2@ara", "2@bfc"])
  }

  @Test("regions that list their own communes of one CPTS give it both")
  func ownSides() throws {
    let (scratch, rows) = try Scratch.sent(
      ThreeRegions.list([("A1", "CPTS des Deux Rives", "LI", ["01001", "01002"])]),
      ThreeRegions.list([("A1", "CPTS des deux rives", "LI", ["21001"])]))
    let row = try #require(rows["cpts_en_double:A1:communes"])
    #expect(rows.count == 1)
    #expect(row["choix"] == "ara.csv:2|bfc.csv:2|reunion" && row["retenu"] == "reunion")
    #expect(row["regle"] == "complementaires" && row["communes"] == "01001|01002|21001")
    let perimeter = try scratch.table("out/perimetres.csv").rows
    #expect(perimeter.map { $0["code_commune"] } == ["01001", "01002", "21001"])
    #expect(perimeter.map { $0["expediteur"] } == ["ara.csv", "ara.csv", "bfc.csv"])
  }

  @Test("one sender may give the stages and another the communes; neither is of use alone")
  func stagesApart() throws {
    let (scratch, rows) = try Scratch.sent(
      "cpts_id,cpts_nom,stade\nA1,CPTS Amont,LI\n", "cpts_id,code\nA1,01001\nA1,01002\n")
    #expect(rows.isEmpty)
    let cpts = try scratch.table("out/cpts.csv").row("cpts_id", "A1")
    #expect(cpts["cpts_nom"] == "CPTS Amont" && cpts["stade"] == "lettre_intention")
    #expect(try scratch.territories() == ["A1": ["01001", "01002"]])
    try scratch.write("bfc.csv", "cpts_id,stade,code\nB1,projet,21001\n")
    let outcome = try scratch.consolidate(["ara.csv", "bfc.csv"], output: "autre")
    #expect(outcome.code == 65 && outcome.message.hasPrefix("ara.csv"))
  }
}
