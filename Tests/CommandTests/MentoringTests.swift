import Testing

/// What CPTS have only for a time: named, dated, and counted apart, on the four squares.
@Suite struct MentoringTests {
  private func simulate(_ plan: String) throws -> (outcome: Outcome, scratch: Scratch) {
    let scratch = try Scratch.world()
    try scratch.write("plan.csv", plan)
    let outcome = try scratch.run(
      "simulate", "--units", "units.geojson", "--cpts", "cpts.csv", "--at", "2026-01-01", "--plan",
      "plan.csv", "--output", "out")
    return (outcome, scratch)
  }

  private func national(_ scratch: Scratch) throws -> [String: String] {
    let rows = try scratch.table("out/simulation.csv").rows.filter { $0["niveau"] == "national" }
    return rows.reduce(into: [:]) { $0[$1["stade"] ?? ""] = $1["cumul_apres_mentorat"] }
  }

  @Test(
    "a temporary extension names the CPTS to come, its people and its end, and is counted apart")
  func temporary() throws {
    let (outcome, scratch) = try simulate(
      """
      zone,commune,action,cpts_id,cpts_a_venir,date_fin_mentorat
      ZB-02001,02001,extension_temporaire,A,CPTS du Nord,31/12/2027
      ZB-02001,02002,extension,B,,

      """)
    #expect(outcome.code == 0, "\(outcome.message)")
    let text = outcome.output.replacing("\u{202F}", with: " ")
    #expect(
      text.contains(
        """
        dont 300 habitants couverts pour un temps, par extension temporaire ; sans elle : 91,02 % au \
        stade lettre_intention
          A accompagne CPTS du Nord (habitants : 300) jusqu’au 2027-12-31
        """))
    let table = try scratch.table("out/simulation_mentorats.csv")
    #expect(table.rows.count == 1)
    #expect(
      table.header.map { table[0, $0] } == [
        "A", "CPTS Amont", "aci_signe", "CPTS du Nord", "300", "300", "2027-12-31", "02001", "02",
      ])
    #expect(
      try national(scratch) == [
        "aucun": "0", "projet": "300", "lettre_intention": "300", "projet_sante_valide": "300",
        "aci_signe": "300",
      ])
    #expect(try scratch.text("out/resume.json").contains("\"population_apres_mentorat\" : 300"))
    #expect(try scratch.text("out/rapport.html").contains("CPTS du Nord"))
    #expect(
      try scratch.table("out/simulation_conflits.csv").rows.allSatisfy {
        $0["regle"] != "mentorat_a_preciser"
      })
  }

  @Test("who else covers a place covers it for good, and so does the CPTS itself once it takes it")
  func lasting() throws {
    let (_, both) = try simulate(
      """
      commune,action,cpts_id,cpts_a_venir,date_fin_mentorat
      02001,extension_temporaire,A,CPTS du Nord,2027-12-31
      02001,extension,B,,

      """)
    #expect(try national(both)["lettre_intention"] == "0")
    // B has only its letter of intent: above, A alone covers the place.
    #expect(try national(both)["aci_signe"] == "300")
    let (_, later) = try simulate(
      """
      commune,action,cpts_id,cpts_a_venir,date_fin_mentorat
      02001,extension_temporaire,A,CPTS du Nord,2027-12-31
      02001,extension,A,,

      """)
    #expect(try national(later)["aci_signe"] == "0")
    #expect(!later.names(in: "out").contains("simulation_mentorats.csv"))
    #expect(
      try later.table("out/simulation_actions.csv").rows.map { $0["sort"] }
        == ["appliquee", "appliquee"])
  }

  @Test("a CPTS to come or an end that is missing is to be looked at")
  func open() throws {
    let (outcome, scratch) = try simulate(
      "commune,action,cpts_id\n02001,extension_temporaire,A\n")
    #expect(outcome.code == 0, "\(outcome.message)")
    let said = try scratch.table("out/simulation_conflits.csv").rows.filter {
      $0["regle"] == "mentorat_a_preciser"
    }
    #expect(said.count == 2)
    #expect(outcome.output.contains("A accompagne une CPTS qui n’est pas nommée"))
    #expect(outcome.output.contains("sans date de fin"))
  }

  @Test(
    "what cannot be is set aside with its cure",
    arguments: [
      ("02001,extension_temporaire,A,CPTS du Nord,2025-12-31", "le mentorat finit le 2025-12-31"),
      ("02001,extension_temporaire,A,CPTS du Nord,12/31/2027", "écrivez-la 2027-12-31"),
      ("02001,extension_temporaire,A,a,", "nommez l’autre dans cpts_a_venir"),
      ("02001,extension_temporaire,A,CPTS Amont,", "nommez l’autre dans cpts_a_venir"),
      ("02001,extension,A,CPTS du Nord,", "ôtez-les, ou changez l’action"),
    ])
  func setAside(row: String, reason: String) throws {
    let (outcome, scratch) = try simulate(
      "commune,action,cpts_id,cpts_a_venir,date_fin_mentorat\n\(row)\n")
    #expect(outcome.code == 0, "\(outcome.message)")
    let action = try scratch.table("out/simulation_actions.csv").rows[0]
    #expect(action["sort"] == "ecartee")
    #expect(action["motif"]?.contains(reason) == true, "\(action["motif"] ?? "")")
  }

  @Test(
    "the end of a mentoring is the day read, in both files, however it is written",
    arguments: [
      ("01/02/2027", "2027-02-01"), ("juin 2027", "2027-06-30"), ("T2 2027", "2027-06-30"),
      ("46419", "2027-02-01"), ("-", ""),
    ])
  func dayRead(written: String, day: String) throws {
    let (outcome, scratch) = try simulate(
      "commune,action,cpts_id,cpts_a_venir,date_fin_mentorat\n"
        + "02001,extension_temporaire,A,CPTS du Nord,\(written)\n")
    #expect(outcome.code == 0, "\(outcome.message)")
    for file in ["simulation_actions", "simulation_mentorats"] {
      let table = try scratch.table("out/\(file).csv")
      #expect(table.rows.map { $0["date_fin_mentorat"] } == [day], "\(file)")
    }
  }

  @Test("mentoring that is prolonged has its new end, and columns of no use are told")
  func prolonged() throws {
    let (outcome, scratch) = try simulate(
      """
      commune,action,cpts_id,cpts_a_venir,date_fin_mentorat,date_fin_mentora
      02001,extension_temporaire,A,CPTS du Nord,2027-12-31,2030
      02001,extension_temporaire,A,CPTS du Nord,2028-12-31,
      02001,extension_temporaire,A,CPTS du Nord,2028-12-31,

      """)
    #expect(outcome.code == 0, "\(outcome.message)")
    let table = try scratch.table("out/simulation_mentorats.csv")
    #expect(table.rows.map { $0["date_fin_mentorat"] } == ["2028-12-31"])
    #expect(
      try scratch.table("out/simulation_actions.csv").rows.map { $0["sort"] }
        == ["appliquee", "appliquee", "sans_effet"])
    let unused = try scratch.table("out/apres/anomalies.csv").row("regle", "colonne_inutilisee")
    #expect(unused["fichier"] == "plan.csv" && unused["objet"] == "date_fin_mentora")
    let twice = try simulate("commune,commune,action,cpts_id\n02001,02002,extension,A\n").outcome
    #expect(twice.code == 65 && twice.message.contains("deux colonnes « commune »"))
  }

  @Test("options name the CPTS to come and its people for a temporary extension, and for no other")
  func options() throws {
    let scratch = try Scratch.world()
    try scratch.write("etude.yml", "option-smallest: 0\nremnant-largest: 0\n")
    #expect(
      try scratch.run(
        "report", "etude.yml", "--units", "units.geojson", "--cpts", "cpts.csv", "--at",
        "2026-01-01", "--output", "out"
      ).code == 0)
    let options = try scratch.table("out/options.csv")
    #expect(options.header.last == "source")
    let temporary = options.rows.filter { $0["option"] == "extension_temporaire" }
    #expect(!temporary.isEmpty)
    for row in options.rows {
      let isTemporary = row["option"] == "extension_temporaire"
      #expect(row["cpts_a_venir"] == (isTemporary ? "CPTS à venir : Cère" : ""))
      #expect(row["population_a_venir"] == (isTemporary ? "340" : ""))
    }
  }
}
