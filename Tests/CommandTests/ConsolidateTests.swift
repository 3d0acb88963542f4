import Testing

/// `consolidate`: lists of several senders as one, and what is left to decide.
@Suite struct ConsolidateTests {
  @Test("lists that contradict each other in nothing are one, each row with its source")
  func together() throws {
    let scratch = try Scratch.twoSenders()
    let outcome = try scratch.consolidate(["ara.csv", "bfc.csv"])
    #expect(outcome.code == 0 && outcome.errors == "")
    #expect(
      try scratch.text("out/cpts.csv") == """
        cpts_id,cpts_nom,stade,date_projet,date_lettre_intention,date_projet_sante,date_aci,date_fin,\
        siege,fragile,professionnels,adherents,actifs,source_fichier,source_ligne,expediteur
        A1,CPTS Amont,aci_signe,,,,,,,,,,,ara.csv,2,ara.csv
        A2,CPTS Aval,lettre_intention,,,,,,,,,,,ara.csv,4,ara.csv
        B1,CPTS Bois,projet,,,,,,,,,,,bfc.csv,2,bfc.csv

        """)
    #expect(
      try scratch.text("out/perimetres.csv") == """
        cpts_id,code_commune,source_fichier,source_ligne,expediteur
        A1,01001,ara.csv,2,ara.csv
        A1,01002,ara.csv,3,ara.csv
        A2,01003,ara.csv,4,ara.csv
        B1,21001,bfc.csv,2,bfc.csv
        B1,21002,bfc.csv,3,bfc.csv
        B1,21003,bfc.csv,4,bfc.csv

        """)
    #expect(
      try scratch.text("out/expediteurs.csv") == """
        expediteur,region,cpts,communes,population,lignes_lues,lignes_ecartees,fichiers
        ara.csv,84,2,3,306,3,0,ara.csv
        bfc.csv,27,1,3,306,3,0,bfc.csv

        """)
    #expect(
      try scratch.text("out/arbitrages.csv")
        == "arbitrage,nature,objet,choix,retenu,regle,population,constat,communes,decision\n")
    #expect(
      outcome.output == """
        expéditeur          CPTS    communes   habitants
        ara.csv                2           3         306
        bfc.csv                1           3         306
        ensemble               3           6         612

        Rien à trancher

        Fichiers écrits :
          out/cpts.csv
          out/perimetres.csv
          out/arbitrages.csv
          out/expediteurs.csv
          out/anomalies.csv
          out/resume.json

        """)
    #expect(
      scratch.names(in: "out") == [
        "anomalies.csv", "arbitrages.csv", "cpts.csv", "expediteurs.csv", "perimetres.csv",
        "resume.json",
      ])
  }

  @Test("stages that differ: the sender of the region of most people is kept")
  func stages() throws {
    let codes = ["01001", "01002", "21001"]
    let (scratch, rows) = try Scratch.sent(
      ThreeRegions.list([("A1", "CPTS Amont", "aci_signe", codes)]),
      ThreeRegions.list([
        ("A1", "CPTS Amont", "LI", codes), ("B1", "CPTS Bois", "projet", ["21004", "21005"]),
      ]))
    let row = try #require(rows["cpts_en_double:A1:stade"])
    #expect(rows.count == 1)
    #expect(row["nature"] == "cpts_en_double" && row["objet"] == "A1")
    #expect(row["choix"] == "ara.csv:2|bfc.csv:2" && row["retenu"] == "ara.csv:2")
    #expect(row["regle"] == "plus_de_population" && row["population"] == "304")
    #expect(
      row["constat"]
        == "« CPTS Amont », stades différents : aci_signe (ara.csv:2), lettre_intention (bfc.csv:2)"
    )
    #expect(row["decision"] == "")
    #expect(try scratch.table("out/cpts.csv").row("cpts_id", "A1")["stade"] == "aci_signe")
  }

  @Test("a seat decides before people do")
  func seat() throws {
    let head = "cpts_id,cpts_nom,stade,siege,code_commune\n"
    let (scratch, rows) = try Scratch.sent(
      head + "A1,Amont,aci_signe,21001,01001\nA1,Amont,aci_signe,21001,01002\n"
        + "A1,Amont,aci_signe,21001,21001\n",
      head + "A1,Amont,projet,,01001\nA1,Amont,projet,,01002\nA1,Amont,projet,,21001\n"
        + "B1,Bois,projet,,21004\nB1,Bois,projet,,21005\n")
    #expect(rows["cpts_en_double:A1:stade"]?["regle"] == "siege")
    #expect(rows["cpts_en_double:A1:stade"]?["retenu"] == "bfc.csv:2")
    let cpts = try scratch.table("out/cpts.csv").row("cpts_id", "A1")
    #expect(cpts["stade"] == "projet" && cpts["siege"] == "21001")
    #expect(cpts["source_fichier"] == "bfc.csv")
    // What the kept declaration leaves open another one says, and it is told.
    #expect(
      try scratch.table("out/anomalies.csv").row("regle", "declaration_completee")["traitement"]
        == "complétée par : siege (ara.csv:2)")
  }

  @Test("where nothing decides, the first sender by name is kept, and it is said")
  func undecided() throws {
    let scratch = try Scratch.regions()
    for (name, stage) in [("b.csv", "projet"), ("a.csv", "aci_signe")] {
      try scratch.write(name, ThreeRegions.list([("A1", "Amont", stage, ["01001"])]))
    }
    let outcome = try scratch.consolidate(["b.csv", "a.csv"])
    let row = try #require(scratch.arbitrations()["cpts_en_double:A1:stade"])
    #expect(row["regle"] == "aucune" && row["retenu"] == "a.csv:2")
    let anomaly = try scratch.table("out/anomalies.csv").row("regle", "arbitrage_ouvert")
    #expect(anomaly["gravite"] == "attention" && anomaly["objet"] == "cpts_en_double:A1:stade")
    #expect(outcome.output.contains("1 différence qu’aucune règle ne tranche"))
  }

  @Test("dates, communes, names, seats and headcounts that differ each have their row")
  func kinds() throws {
    let head = "cpts_id,cpts_nom,date_aci,siege,adherents,code_commune\n"
    let (scratch, rows) = try Scratch.sent(
      head + "A1,Amont,2021-01-01,01001,10,01001\nA1,Amont,2021-01-01,01001,10,01002\n",
      head + "A1,Aval,2022-01-01,01002,12,01001\nB1,Bois,2020-01-01,21001,,21001\n")
    #expect(
      rows.keys.sorted()
        == ["communes", "dates", "effectifs", "nom", "siege"].map { "cpts_en_double:A1:\($0)" })
    #expect(rows["cpts_en_double:A1:communes"]?["communes"] == "01002")
    #expect(rows["cpts_en_double:A1:communes"]?["population"] == "102")
    #expect(
      rows["cpts_en_double:A1:dates"]?["constat"]
        == "« Amont », dates différentes : aci_signe 2021-01-01 (ara.csv:2), "
        + "aci_signe 2022-01-01 (bfc.csv:2)")
    #expect(rows.values.allSatisfy { $0["retenu"] == "ara.csv:2" })
    #expect(try scratch.territories()["A1"] == ["01001", "01002"])
  }

  @Test("communes that two senders give to two CPTS stay with both, and are one row a pair")
  func claimed() throws {
    let (scratch, rows) = try Scratch.sent(
      ThreeRegions.list([("A1", "Amont", "projet", ["01001", "01002", "21001"])]),
      ThreeRegions.list([("B1", "Bois", "projet", ["21001", "21002"])]))
    let row = try #require(rows["commune_revendiquee:A1:B1"])
    #expect(row["choix"] == "ara.csv:2|bfc.csv:2|les_deux" && row["retenu"] == "les_deux")
    #expect(row["regle"] == "aucune" && row["population"] == "101" && row["communes"] == "21001")
    #expect(row["constat"]?.contains("21001 Commune 21001") == true)
    #expect(try scratch.territories()["A1"] == ["01001", "01002", "21001"])
    #expect(try scratch.territories()["B1"] == ["21001", "21002"])
    // And the CPTS reaches into the region of a sender who does not declare it.
    let other = try #require(rows["cpts_a_cheval:A1:27"])
    #expect(other["regle"] == "seul_declarant" && other["population"] == "101")
    #expect(rows.count == 2)
  }

  @Test("an overlap within one list is no matter between senders")
  func ownOverlap() throws {
    let (_, rows) = try Scratch.sent(
      ThreeRegions.list([
        ("A1", "Amont", "projet", ["01001"]), ("A2", "Aval", "projet", ["01001"]),
      ]), ThreeRegions.list([("B1", "Bois", "projet", ["21001"])]))
    #expect(rows.isEmpty)
  }
}
