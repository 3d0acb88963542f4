import Testing

/// Lists of CPTS and of their units: codes, stages, dates.
@Suite struct CPTSListTests {
  static let nobody = "code qui n’est pas parmi les unités (commune d’une autre année ?)"

  @Test("unknown units are set aside with file and line, and the run goes on")
  func unknownUnits() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", World.cpts + "B,CPTS Bas,lettre_intention,99999\n")
    let outcome = try scratch.report()
    #expect(outcome.code == 0)
    #expect(
      try scratch.text("out/anomalies.csv") == World.header
        + "erreur,code_inconnu,cpts.csv,5,99999,\(Self.nobody),ligne écartée\n")
    let input = try scratch.resume().input("cpts.csv")
    #expect(input.lignes_lues == 4)
    #expect(input.lignes_retenues == 3)
    #expect(input.lignes_ecartees == 1)
  }

  @Test("--strict writes everything, then exits 65 for an anomaly of severity erreur")
  func strict() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report("--strict").code == 0)
    try scratch.write("cpts.csv", World.cpts + "B,CPTS Bas,lettre_intention,99999\n")
    #expect(try scratch.report("--strict", "--output", "strict").code == 65)
    #expect(try scratch.report("--output", "plain").code == 0)
    #expect(scratch.names(in: "strict") == scratch.names(in: "plain"))
    for table in World.tables {
      let strict = try scratch.bytes("strict/\(table).csv")
      #expect(try strict == scratch.bytes("plain/\(table).csv"))
    }
  }

  @Test("--strict lets a warning pass, and no CPTS without territory")
  func strictWarning() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", "cpts_id,stade,vu,code\nA,aci_signe,2021-03-01,01001\n")
    #expect(try scratch.report("--strict").code == 0)
    #expect(try scratch.text("out/anomalies.csv").contains("\nattention,colonne_inutilisee,"))
    try scratch.write("cpts.csv", World.cpts + "C,CPTS Vide,projet,\n")
    #expect(try scratch.report("--strict").code == 65)
  }

  @Test("a list of which no CPTS has a territory stops, whatever it calls its communes")
  func nobody() throws {
    let scratch = try Scratch.world()
    func told(_ list: String) throws -> String {
      try scratch.write("cpts.csv", list)
      let outcome = try scratch.report()
      #expect(outcome.code == 65)
      return outcome.message
    }
    let codes = try told("cpts_id,stade,lieux\nA,aci_signe,01001\nB,projet,02001\n")
    #expect(
      codes.hasPrefix("cpts.csv: aucune des 2 CPTS de ce fichier (« A », « B ») n’a de territoire"))
    #expect(
      codes.hasSuffix("des codes de communes : si elle doit servir : --map-column code=lieux"))
    #expect(try scratch.report("--map-column", "code=lieux").code == 0)
    let unknown = try told("cpts_id,stade,code\nA,aci_signe,75056\n")
    #expect(unknown.contains("aucun de leurs lieux n’est parmi les unités"))
    let none = try told("cpts_id,stade,note\nA,aci_signe,bien\n")
    #expect(none.contains("il ne dit pas leurs communes (colonnes non utilisées : « note »)"))
    // Another file may say where they are.
    try scratch.write("ou.csv", "cpts_id,code\nA,01001\n")
    #expect(try scratch.report("--cpts", "ou.csv").code == 0)
  }

  @Test("each column that nothing uses is listed; one that seems meant is told with its option")
  func unusedColumns() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "cpts.csv",
      "cpts_id,stade,code,note,vu le,suivi,voisins,cp\n"
        + "A,aci_signe,01001,bien,2021-03-01,LI validée,02001,01150\n"
        + "A,aci_signe,01002,,2021-03-01,ACI signé,02002,01250\n")
    #expect(try scratch.report().code == 0)
    let rows = try scratch.table("out/anomalies.csv").rows.filter {
      $0["regle"] == "colonne_inutilisee" && $0["fichier"] == "cpts.csv"
    }
    let told = rows.map { "\($0["gravite"] ?? "") \($0["objet"] ?? "")" }
    #expect(told.contains("information note"))
    for column in ["vu le", "suivi", "voisins"] { #expect(told.contains("attention \(column)")) }
    for (column, option) in [
      ("suivi", "stade=suivi"), ("voisins", "code=voisins"), ("vu le", "'ROLE=vu le'"),
    ] {
      let row = rows.first { $0["objet"] == column }
      #expect(row?["traitement"]?.contains("--map-column \(option)") == true)
    }
  }

  @Test("a zero that a spreadsheet dropped is put back, and that is said")
  func droppedZero() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", "cpts_id,stade,code\nA,aci_signe,01001\nA,aci_signe,1002\n")
    #expect(try scratch.report().code == 0)
    #expect(
      try scratch.text("out/anomalies.csv") == World.header
        + "information,code_repare,cpts.csv,3,1002,zéro de tête perdu,lu 01002\n")
    #expect(try scratch.table("out/cpts.csv")[0, "population"] == "3000")
  }

  @Test("a CPTS without any unit is an anomaly, and covers nobody")
  func noUnit() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", World.cpts + "C,CPTS Vide,aci_signe,\n")
    #expect(try scratch.report().code == 0)
    let anomaly = try scratch.table("out/anomalies.csv").row("regle", "cpts_sans_unite")
    #expect(anomaly["gravite"] == "erreur")
    #expect(anomaly["objet"] == "C")
    #expect(anomaly["traitement"] == "elle ne couvre personne")
    #expect(try scratch.table("out/cpts.csv").row("cpts_id", "C")["population"] == "0")
    #expect(anomaly["fichier"] == "cpts.csv")
    #expect(anomaly["ligne"] == "5")
  }

  @Test("a pair without a unit code is not dropped in silence")
  func pairWithoutCode() throws {
    let scratch = try Scratch.world()
    try scratch.write("stades.csv", "cpts_id,stade\nA,aci_signe\n")
    try scratch.write("paires.csv", "cpts_id,code\nA,01001\nA,\n")
    #expect(try scratch.report(cpts: "stades.csv", "--cpts", "paires.csv").code == 0)
    let lines = try scratch.table("out/anomalies.csv").rows.map { $0["ligne"] }
    #expect(lines == ["3"])
  }

  @Test("a unit named twice in a CPTS counts once, and is said")
  func twice() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", World.cpts + "A,CPTS Amont,aci_signe,01001\n")
    #expect(try scratch.report("--strict").code == 0)
    let anomaly = try scratch.table("out/anomalies.csv").row("regle", "couple_en_double")
    #expect(anomaly["gravite"] == "information")
    #expect(anomaly["ligne"] == "5")
    #expect(try scratch.table("out/cpts.csv")[0, "population"] == "1000")
  }
}
