import Testing

/// `simulate` on the four squares, by hand.
@Suite struct SimulateTests {
  /// B takes Doux (40 people), N is created in Cère (300), B signs; the last row names no zone.
  static let plan = """
    zone,commune,action,cpts_id,stade
    ZB-02001,02002,extension,B,
    ,2001,creation,N,projet_sante_valide
    ,,stade,B,aci_signe
    ZB-1,,extension,A,

    """

  private func simulate(_ scratch: Scratch, _ more: String...) throws -> Outcome {
    try Command.run(
      [
        "simulate", "--units", "units.geojson", "--cpts", "cpts.csv", "--at", "2026-01-01",
        "--output", "out",
      ] + more, in: scratch.folder)
  }

  private func world() throws -> Scratch {
    let scratch = try Scratch.world()
    try scratch.write("plan.csv", Self.plan)
    return scratch
  }

  @Test("the terminal says who gains, which zones close, at what cost, and against which rules")
  func terminal() throws {
    let outcome = try simulate(try world(), "--plan", "plan.csv")
    #expect(outcome.code == 0)
    let expected = """
      SIMULATION
      À ce stade ou plus, de 3 340 habitants : avant, après
        aci_signe               29,94 %   91,02 %        +2 040
        projet_sante_valide     29,94 %  100,00 %        +2 340
        lettre_intention        89,82 %  100,00 %          +340
        projet                  89,82 %  100,00 %          +340

      Plan : 3 actions appliquées, 0 sans effet, 1 hors du possible
        extension            ZB-02001 02002    B                          +40
        creation             2001              N                         +300
        stade                                  B                            0
        extension            ZB-1              A                 « ZB-1 » n’est pas une zone blanche \
      de l’étude : voyez zones_blanches.csv

      Zones blanches : 1 avant, 0 après (1 fermée)
      2 CPTS changent ; ACI possible en plus par an, pour les CPTS qui l’ont signé, par leur taille : inconnu toutes \
      missions (« ACI 2021 (avenant 2) ») ; +185 000 € hors « Soins non programmés, traitement et \
      orientation » (« ACI 2019 » : montants remplacés le 2021-12-20)

      2 points à voir, dont 1 contraire à une règle
        A + B : 1 000 habitants dans deux projets de santé validés : un seul par territoire
        N : 300 habitants : au-dessous de la plus petite taille cohérente (20 000)

      Fichiers écrits :
        out/simulation.csv
        out/simulation_actions.csv
        out/simulation_zones.csv
        out/simulation_cpts.csv
        out/simulation_conflits.csv
        out/resume.json
        out/rapport.html
        out/apres/ (l’étude entière après le plan)

      """
    #expect(outcome.output.replacing("\u{202F}", with: " ") == expected)
  }

  @Test("each table has what the plan changes")
  func tables() throws {
    let scratch = try world()
    #expect(try simulate(scratch, "--plan", "plan.csv").code == 0)
    #expect(
      try scratch.text("out/simulation_actions.csv").split(separator: "\n").dropFirst().prefix(2)
        == [
          "2,ZB-02001,02002,extension,B,,,appliquee,40,40,,,,",
          "3,,2001,creation,N,,projet_sante_valide,appliquee,300,300,,,,",
        ])
    #expect(
      try scratch.text("out/simulation_zones.csv").split(separator: "\n").dropFirst()
        == ["ZB-02001,fermee,340,340,0,0,,Cère,02"])
    let cpts = try scratch.table("out/simulation_cpts.csv")
    #expect(cpts.rows.map { $0["cpts_id"] } == ["B", "N"])
    // B signs, and N has only its health project: no text gives it anything yet.
    #expect(cpts.row("cpts_id", "B")["montant_avant"] == "0")
    #expect(cpts.row("cpts_id", "B")["montant_apres"] == "")
    #expect(cpts.row("cpts_id", "B")["montant_ecart"] == "")
    #expect(cpts.row("cpts_id", "B")["reference_apres"] == "185000")
    #expect(cpts.row("cpts_id", "B")["reference_apres_avec_supplements"] == "220000")
    #expect(
      cpts.row("cpts_id", "B")["avertissement"]
        == "« ACI 2021 (avenant 2) » : connu en partie seulement ; « ACI 2019 » : montants remplacés "
        + "le 2021-12-20")
    #expect(cpts.row("cpts_id", "N")["population_avant"] == "")
    #expect(cpts.row("cpts_id", "N")["montant_apres"] == "0")
    #expect(cpts.row("cpts_id", "N")["reference_apres"] == "0")
    let national = try scratch.table("out/simulation.csv").rows.filter {
      $0["niveau"] == "national"
    }
    #expect(national.map { $0["ecart"] } == ["-340", "0", "-2000", "300", "2040"])
    #expect(national.map { $0["cumul_ecart"] } == ["0", "340", "340", "2340", "2040"])
    let aside = try scratch.table("out/apres/anomalies.csv").row("regle", "action_ecartee")
    #expect(aside["gravite"] == "erreur")
    #expect(aside["fichier"] == "plan.csv")
    #expect(aside["ligne"] == "5")
    let repaired = try scratch.table("out/apres/anomalies.csv").row("regle", "code_repare")
    #expect(repaired["ligne"] == "3")
  }

  @Test("the study after is the report on lists that say the same")
  func sameAsReport() throws {
    let scratch = try world()
    #expect(try simulate(scratch, "--plan", "plan.csv").code == 0)
    try scratch.write(
      "after.csv",
      World.cpts.replacing("lettre_intention", with: "aci_signe")
        + "B,CPTS Bas,aci_signe,02002\nN,N,projet_sante_valide,02001\n")
    #expect(
      try Command.run(
        [
          "report", "--units", "units.geojson", "--cpts", "after.csv", "--at", "2026-01-01",
          "--output", "report",
        ], in: scratch.folder
      ).code == 0)
    for name in World.tables where name != "anomalies" {
      #expect(
        try scratch.text("out/apres/\(name).csv") == scratch.text("report/\(name).csv"), "\(name)")
    }
    for name in World.maps {
      #expect(
        try scratch.text("out/apres/\(name).geojson") == scratch.text("report/\(name).geojson"))
    }
  }

  @Test("what the search proposes is a plan that gives the same study")
  func greedy() throws {
    let scratch = try Scratch.world()
    // Without a smallest size the zone of 340 people can make a CPTS of its own.
    try scratch.write("etude.yml", "option-smallest: 0\nremnant-largest: 0\n")
    let found = try simulate(scratch, "--greedy", "3", "etude.yml")
    #expect(found.code == 0)
    let proposal = try scratch.table("out/plan_propose.csv")
    #expect(proposal.rows.count == 1)
    #expect(proposal[0, "zone"] == "ZB-02001")
    #expect(proposal[0, "population_gagnee"] == "340")
    let coverage = try scratch.text("out/simulation.csv")
    #expect(found.output.contains("aucun choix d’autant n’en gagne plus"))
    try scratch.write("propose.csv", try scratch.text("out/plan_propose.csv"))
    #expect(try simulate(scratch, "--plan", "propose.csv").code == 0)
    #expect(try scratch.text("out/simulation.csv") == coverage)
  }

  @Test("a plan that cannot be read stops the run, and nothing is written")
  func faults() throws {
    let scratch = try world()
    let none = try simulate(scratch)
    #expect(none.code == 64)
    #expect(none.message.hasPrefix("il manque --plan — "))
    #expect(try simulate(scratch, "--greedy", "0").code == 64)
    #expect(try simulate(scratch, "--plan", "absent.csv").code == 66)
    try scratch.write("plan.csv", "zone,cpts_id\nZB-02001,B\n")
    let columns = try simulate(scratch, "--plan", "plan.csv")
    #expect(columns.code == 65)
    #expect(
      columns.message
        == "plan.csv:1: aucune colonne « action » parmi : zone, cpts_id — "
        + "un plan a les colonnes zone, secteur ou commune, action, cpts_id, stade")
    #expect(scratch.names(in: "out").isEmpty)
    try scratch.write("plan.csv", Self.plan)
    #expect(try simulate(scratch, "--plan", "plan.csv", "--strict").code == 65)
    #expect(!scratch.names(in: "out").isEmpty)
  }

  @Test("a lower size class is said, and what a proposal would make of it")
  func lowerSize() throws {
    let scratch = try world()
    try scratch.write("regles.yml", RuleOptionTests.pack)
    try scratch.write("plan.csv", "commune,action,cpts_id\n01002,retrait,B\n")
    #expect(try simulate(scratch, "--plan", "plan.csv", "--rules", "regles.yml").code == 0)
    let said = try scratch.table("out/simulation_conflits.csv").row("regle", "taille_en_baisse")
    #expect(said["cpts"] == "B")
    #expect(said["poids"] == "information")
    #expect(
      said["constat"]
        == "taille 2 → 1 ; selon « Proposition 16 (2023) », qui n’est qu’une proposition, "
        + "elle garderait la taille 2 pendant 3 ans")
  }

  @Test("hostile names are text on the page")
  func page() throws {
    let scratch = try world()
    let name = "</td><script>alert(1)</script>"
    try scratch.write("plan.csv", "zone,action,cpts_id\nZB-02001,creation,\(name)\n")
    #expect(try simulate(scratch, "--plan", "plan.csv").code == 0)
    let page = try scratch.text("out/rapport.html")
    #expect(page.contains("&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(!page.contains("<script"))
    #expect(page.contains("+340"))
  }

  @Test("a plan of stages and ends alone needs neither zone nor commune")
  func noPlace() throws {
    let scratch = try Scratch.world()
    try scratch.write("plan.csv", "action,cpts_id,stade\nstade,A,aci_signe\nfin,B,\n")
    let outcome = try scratch.run(
      "simulate", "--units", "units.geojson", "--cpts", "cpts.csv", "--at", "2026-01-01", "--plan",
      "plan.csv", "--output", "out")
    #expect(outcome.code == 0, "\(outcome.message)")
    let fates = try scratch.table("out/simulation_actions.csv").rows.map { $0["sort"] }
    #expect(!fates.contains("ecartee"))
    #expect(fates.count == 2)
    try scratch.write("plan.csv", "action,cpts_id,stade\nstade,A,aci_signe\nextension,B,\n")
    let other = try scratch.run(
      "simulate", "--units", "units.geojson", "--cpts", "cpts.csv", "--at", "2026-01-01", "--plan",
      "plan.csv", "--output", "out2")
    #expect(other.code == 65)
    #expect(other.message.contains("aucune colonne « zone »"))
  }

  @Test("decisions until all are covered, in the areas that pilot: their people are counted")
  func reach() throws {
    let scratch = try Scratch.world()
    let found = try simulate(scratch, "--reach", "100", "--in", "departement:Aisne")
    #expect(found.code == 0, "\(found.message)")
    let trajectory = try scratch.table("out/trajectoire.csv")
    #expect(
      trajectory.header == [
        "rang", "decision", "secteur", "cpts_id", "population_gagnee", "population_couverte",
        "pct_couvert", "cpts", "euros_aci", "faisable",
      ])
    #expect(trajectory.rows.count == 1)
    #expect(trajectory[0, "decision"] == "extension" && trajectory[0, "secteur"] == "SB-02001")
    #expect(trajectory[0, "population_gagnee"] == "340")
    #expect(
      trajectory[0, "population_couverte"] == "340" && trajectory[0, "pct_couvert"] == "100.00")
    #expect(trajectory[0, "faisable"] == "oui")
    let none = try simulate(scratch, "--reach", "100", "--in", "departement:03")
    #expect(none.code == 64)
    #expect(none.message.hasPrefix("--in departement:03 : aucune unité n’a ce code"))
    for wrong in [
      ["--in", "departement:02"], ["--reach", "0"], ["--reach", "101"],
      ["--reach", "90", "--in", "epci:1"],
    ] {
      #expect(
        try Command.run(
          ["simulate", "--units", "units.geojson", "--cpts", "cpts.csv", "--output", "out"] + wrong,
          in: scratch.folder
        ).code == 64)
    }
  }

  @Test("a share is read as French readers write it", arguments: ["94,5", "94.5%", "94,5 %"])
  func shareAsWritten(share: String) throws {
    let scratch = try world()
    func trajectory(_ share: String) throws -> String {
      let found = try simulate(scratch, "--reach", share)
      #expect(found.code == 0, "\(found.message)")
      return try scratch.text("out/trajectoire.csv")
    }
    let plain = try trajectory("94.5")
    #expect(try trajectory(share) == plain && plain.contains("\n1,"))
  }

  @Test("a code in the column of the other says where it belongs")
  func otherColumn() throws {
    let scratch = try world()
    try scratch.write(
      "plan.csv",
      "zone,secteur,action,cpts_id\nSB-02001,,extension,A\n,ZB-02001,extension,A\n,SB-99,extension,A\n"
    )
    #expect(try simulate(scratch, "--plan", "plan.csv").code == 0)
    let reasons = try scratch.table("out/simulation_actions.csv").rows.map { $0["motif"] }
    #expect(
      reasons == [
        "« SB-02001 » est un secteur : écrivez-le dans la colonne secteur.",
        "« ZB-02001 » est une zone blanche : écrivez-le dans la colonne zone.",
        "Le secteur « SB-99 » n’est pas dans secteurs.csv de l’étude avant le plan.",
      ])
  }

  @Test("a plan of 20,000 rows on few units is read, and counts in what a study may take")
  func longPlan() throws {
    let scratch = try world()
    let row = ",,0200\u{0},extension,A,,,,\n"
    let plan =
      "zone,secteur,commune,action,cpts_id,stade,cpts_nom,cpts_a_venir,date_fin_mentorat\n"
      + (0..<20_000).map { row.replacing("\u{0}", with: "\(1 + $0 % 2)") }.joined()
    try scratch.write("plan.csv", plan)
    let found = try simulate(scratch, "--plan", "plan.csv")
    #expect(found.code == 0, "\(found.message)")
    #expect(try scratch.table("out/simulation_actions.csv").rows.count == 20_000)
  }

  @Test("a goal out of reach says who is left")
  func outOfReach() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", "cpts_id,stade,code\nA,aci_signe,01001\n")
    try scratch.write(
      "etude.yml", "option-largest: 1200\noption-smallest: 1000\nremnant-largest: 1\n")
    let found = try simulate(scratch, "--reach", "100", "etude.yml")
    #expect(found.code == 0, "\(found.message)")
    #expect(found.output.contains("Objectif hors d’atteinte par ces seules décisions"))
    let recherche = try scratch.resume().recherche
    #expect(recherche.population_hors_atteinte == 2340)
  }
}
