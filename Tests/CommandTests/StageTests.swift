import Testing

/// Stages and dates of CPTS.
@Suite struct StageTests {
  @Test("a stage that nobody knows is 65, at its line, and the message names those known")
  func unknown() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", "cpts_id,stade,code\nA,aci_signe,01001\nB,presque,01002\n")
    let outcome = try scratch.report()
    #expect(outcome.code == 65)
    #expect(
      outcome.message == "cpts.csv:3: stade inconnu « presque » — écrivez l’un de : "
        + "aucun, projet, lettre_intention, projet_sante_valide, aci_signe ; "
        + "ce qui est en cours, déposé ou refusé n’est pas atteint")
    #expect(scratch.names(in: "out") == [])
  }

  @Test(
    "usual spellings of a stage are understood",
    arguments: [
      ("Lettre d'intention", "lettre_intention"), ("LETTRE D’INTENTION", "lettre_intention"),
      ("LI", "lettre_intention"), ("ACI signé", "aci_signe"),
      ("Projet de santé", "projet_sante_valide"),
      ("Projet", "projet"), ("néant", "aucun"),
    ])
  func spelling(given: String, key: String) throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", "cpts_id;stade;code\nA;\(given);01001\n")
    #expect(try scratch.report().code == 0)
    #expect(try scratch.table("out/cpts.csv")[0, "stade"] == key)
  }

  @Test("a day that does not exist is 65, at its line", arguments: ["2021-02-30", "bientôt"])
  func badDate(text: String) throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", "cpts_id,date_aci,code\nA,2021-01-02,01001\nB,\(text),01002\n")
    let outcome = try scratch.report()
    #expect(outcome.code == 65)
    #expect(
      outcome.message
        == "cpts.csv:3: « \(text) » n’est pas une date — écrivez 2022-12-31, 31/12/2022, "
        + "décembre 2022 ou T4 2022 ; laissez vide ce qui n’est pas daté")
  }

  @Test("stages that contradict each other are 65, and both lines are named")
  func contradiction() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "cpts.csv", "cpts_id,stade,code\nA,aci_signe,01001\nB,projet,02001\nA,projet,01002\n")
    let outcome = try scratch.report()
    #expect(outcome.code == 65)
    #expect(
      outcome.message == "cpts.csv:4: CPTS A : stade « projet » ici, « aci_signe » à cpts.csv:2 — "
        + "gardez une seule valeur, ou donnez deux identifiants")
  }

  @Test("a contradiction between two files names both")
  func contradictionAcrossFiles() throws {
    let scratch = try Scratch.world()
    try scratch.write("autre.csv", "cpts_id,stade\nC,projet\nA,projet\n")
    let outcome = try scratch.report("--cpts", "autre.csv")
    #expect(outcome.code == 65)
    #expect(outcome.message.hasPrefix("autre.csv:3: CPTS A : "))
    #expect(outcome.message.contains("« aci_signe » à cpts.csv:2"))
  }

  @Test("neither stage nor date is 65 and names --default-stage, which gives one and says so")
  func byDefault() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", "cpts_id,code\nA,01001\n")
    let outcome = try scratch.report()
    #expect(outcome.code == 65)
    #expect(outcome.message.hasPrefix("cpts.csv:2: 1 CPTS sans stade ni date : « A »"))
    #expect(outcome.message.contains("--default-stage"))
    let supposed = try scratch.report("--default-stage", "PS")
    #expect(supposed.code == 0)
    #expect(
      supposed.output.contains(
        "ATTENTION : le stade de 1 CPTS est supposé : aucun fichier ne le donne, "
          + "« projet_sante_valide » est celui que l’étude a choisi (--default-stage)\n"))
    #expect(
      try scratch.text("out/anomalies.csv") == World.header
        + "information,stade_par_defaut,cpts.csv,2,A,ni stade ni date,stade projet_sante_valide\n")
    #expect(try scratch.table("out/cpts.csv")[0, "stade"] == "projet_sante_valide")
    #expect(try scratch.resume().options.default_stage == "projet_sante_valide")
  }

  @Test("the file named for a CPTS without stage is the one that lists it")
  func fileWithoutStage() throws {
    let scratch = try Scratch.world()
    try scratch.write("autre.csv", "cpts_id,code\nC,02001\n")
    let outcome = try scratch.report("--cpts", "autre.csv")
    #expect(outcome.code == 65)
    #expect(outcome.message.hasPrefix("autre.csv:2: 1 CPTS sans stade ni date : « C »"))
  }

  @Test(
    "the stage is the one on the day asked for",
    arguments: [
      ("2018-12-31", "aucun"), ("2019-01-01", "projet"), ("2020-06-30", "lettre_intention"),
      ("2022-01-01", "aci_signe"), ("2023-01-01", "aucun"),
    ])
  func onTheDay(day: String, key: String) throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "cpts.csv",
      "cpts_id,code,date_projet,date_lettre_intention,date_aci,date_fin\n"
        + "A,01001,2019-01-01,30/06/2020,2022-01-01,2023-01-01\n")
    #expect(try scratch.report("--at", day).code == 0)
    #expect(try scratch.table("out/cpts.csv")[0, "stade"] == key)
  }
}
