import Testing

/// `fragiles.csv` and `professionnels.csv`: only where the inputs speak of their subject.
@Suite struct FragileTests {
  static let cpts = """
    cpts_id,cpts_nom,stade,code_commune,fragile,professionnels,adherents,actifs
    A,CPTS Amont,aci_signe,01001,non,120,60,12
    B,CPTS Bas,lettre_intention,01001,oui,80,8,8
    B,CPTS Bas,lettre_intention,01002,x,80.0,8,

    """
  static let fragileHeader =
    "cpts_id,cpts_nom,stade,motif,population,professionnels,adherents,actifs,pct_adherents,"
    + "pct_actifs,population_decouverte,nb_zones_ouvertes,zones_ouvertes,communes_decouvertes,"
    + "soutiens\n"

  static let professionalHeader =
    "niveau,code,nom,nb_cpts,nb_cpts_renseignees,professionnels,adherents,actifs,pct_adherents,"
    + "pct_actifs\n"

  private func scratch(_ keys: String = "") throws -> Scratch {
    let scratch = try StudyFileTests.scratch(
      "units: units.geojson\ncpts: cpts.csv\nat: 2026-01-01\noutput: ../out\n" + keys)
    try scratch.write("etude/cpts.csv", Self.cpts)
    return scratch
  }

  @Test("what would be uncovered, in which zone, and who could help")
  func flagged() throws {
    let scratch = try scratch()
    let outcome = try scratch.run("report", "etude/etude.yml")
    #expect(outcome.code == 0)
    #expect(
      try scratch.text("out/fragiles.csv") == Self.fragileHeader
        + "B,CPTS Bas,lettre_intention,signalee,3000,80,8,8,10.00,100.00,2000,1,ZB-01002,01002,A\n")
    #expect(
      try scratch.text("out/professionnels.csv") == Self.professionalHeader + """
        cpts,A,CPTS Amont,1,1,120,60,12,50.00,20.00
        cpts,B,CPTS Bas,1,1,80,8,8,10.00,100.00
        departement,01,Ain,2,2,200,68,20,34.00,29.41
        region,84,Auvergne-Rhône-Alpes,2,2,200,68,20,34.00,29.41
        national,FR,France,2,2,200,68,20,34.00,29.41

        """)
    let fragile = "CPTS fragiles : 1 sur 2 renseignées ; seules à couvrir quelqu’un : 1\n"
    #expect(outcome.output.contains(fragile))
    #expect(outcome.output.contains("Professionnels : 68 adhérents de 200 (34,00 %)"))
    #expect(outcome.output.contains("/out/fragiles.csv\n"))
    let resume = try scratch.resume()
    #expect(resume.fragiles.fragiles == 1)
    #expect(resume.fragiles.cpts_renseignees == 2)
    #expect(resume.fragiles.fragiles_par_stade["lettre_intention"] == 1)
    #expect(resume.professionnels.adherents == 68)
    #expect(try scratch.table("out/anomalies.csv").rows.isEmpty)
  }

  @Test("a threshold makes others fragile, who then support nobody")
  func thresholds() throws {
    let scratch = try scratch("fragile-active: 20.5\nfragile-members: 50\n")
    #expect(try scratch.run("report", "etude/etude.yml").code == 0)
    let table = try scratch.table("out/fragiles.csv")
    #expect(table.rows.map { $0["motif"] } == ["actifs", "signalee|adherents"])
    #expect(table.rows.map { $0["soutiens"] } == ["", ""])
    #expect(table.rows.map { $0["population_decouverte"] } == ["0", "2000"])
    #expect(try scratch.resume().fragiles.seuils.pct_actifs == 20.5)
  }

  @Test("without flag or threshold there is no file, and those of an earlier run go")
  func absent() throws {
    let scratch = try scratch()
    for dialect in ["standard", "excel-fr"] {
      try scratch.write("etude/cpts.csv", Self.cpts)
      #expect(try scratch.run("report", "etude/etude.yml", "--csv", dialect).code == 0)
      #expect(scratch.names(in: "out").contains("fragiles.csv"))
      try scratch.write("etude/cpts.csv", World.cpts)
      #expect(try scratch.run("report", "etude/etude.yml").code == 0)
      let names = scratch.names(in: "out")
      #expect(!names.contains("fragiles.csv") && !names.contains("professionnels.csv"))
    }
    let resume = try scratch.resume()
    #expect(resume.fragiles == nil && resume.professionnels == nil)
    try scratch.write("out/fragiles.csv", "id,nom\nA,à moi\n")
    #expect(try scratch.run("report", "etude/etude.yml").code == 0)
    #expect(try scratch.text("out/fragiles.csv") == "id,nom\nA,à moi\n")
  }

  @Test("thresholds without counts say that nobody knows")
  func unknown() throws {
    let scratch = try scratch("fragile-members: 20\n")
    try scratch.write("etude/cpts.csv", World.cpts)
    let outcome = try scratch.run("report", "etude/etude.yml")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("CPTS fragiles : inconnues"))
    #expect(!scratch.names(in: "out").contains("fragiles.csv"))
    #expect(try scratch.resume().fragiles.cpts_renseignees == 0)
  }

  @Test(
    "flags that all say no make an empty table: none is fragile", arguments: ["0", "-5", "101"])
  func empty(threshold: String) throws {
    let scratch = try scratch()
    let sound = Self.cpts.replacing("oui", with: "non").replacing(",x,", with: ",0,")
    try scratch.write("etude/cpts.csv", sound)
    #expect(try scratch.run("report", "etude/etude.yml").code == 0)
    #expect(try scratch.text("out/fragiles.csv") == Self.fragileHeader)
    let wrong = try self.scratch("fragile-members: \(threshold)\n")
    let refused = try wrong.run("report", "etude/etude.yml")
    #expect(refused.code == 65)
    #expect(
      refused.message.hasPrefix(
        "etude/etude.yml:5: fragile-members \(threshold).0 : pas un pourcentage"))
  }

  @Test("inspect names the columns")
  func inspected() throws {
    let scratch = try scratch()
    let outcome = try scratch.run("inspect", "etude/cpts.csv")
    for role in ["fragile", "professionnels", "adherents", "actifs"] {
      #expect(outcome.output.contains("    \(role) → \(role)"))
    }
  }

  @Test("where dates are given, resume.json has people by stage over time")
  func history() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "cpts.csv",
      "cpts_id,stade,date_lettre_intention,date_aci,code_commune\nA,,2025-10-15,2025-12-01,01001\n"
        + "B,LI,,,01002\n")
    #expect(try scratch.report().code == 0)
    let history = try scratch.resume().evolution
    #expect(history.dates == ["2025-10-31", "2025-11-30", "2025-12-31", "2026-01-01"])
    #expect(history.population_par_stade["lettre_intention"] == [3000, 3000, 2000, 2000])
    #expect(history.population_par_stade["aci_signe"] == [0, 0, 1000, 1000])
    #expect(history.population_par_stade["aucun"] == [340, 340, 340, 340])
    #expect(history.cpts_sans_date == 1)
    try scratch.write("cpts.csv", World.cpts)
    #expect(try scratch.report().code == 0)
    #expect(try scratch.resume().evolution == nil)
  }
}
