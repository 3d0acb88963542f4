import Testing

/// `--area` on the four squares, by hand: departments 01 (region 84, the south, covered) and 02 (region
/// 32, the north, white).
@Suite struct AreaTests {
  @Test("the row of the whole study is named after the area, and only its units are in the tables")
  func south() throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.report("--area", "departement:01")
    #expect(outcome.code == 0)
    #expect(
      outcome.output.contains("Territoire étudié : Ain ; ce qui est autour n’est pas étudié\n"))
    let coverage = try scratch.table("out/couverture.csv")
    #expect(Set(coverage.rows.map { $0["niveau"] }) == ["etude", "region", "departement"])
    #expect(coverage[0, "code"] == "01")
    #expect(coverage[0, "nom"] == "Ain")
    #expect(coverage[0, "population_totale"] == "3000")
    #expect(coverage[2, "population_cumulee"] == "3000")
    #expect(Set(coverage.rows.map { $0["code"] }) == ["01", "84"])
    let communes = try scratch.table("out/communes.csv")
    #expect(communes.rows.map { $0["code"] } == ["01001", "01002"])
    let cpts = try scratch.table("out/cpts.csv")
    #expect(cpts.header.last == "population_hors_etude")
    #expect(cpts.rows.map { $0["population_hors_etude"] } == ["0", "0"])
    #expect(try scratch.table("out/zones_blanches.csv").rows.isEmpty)
    let resume = try scratch.resume()
    #expect(resume.options.area == "departement:01")
    #expect(resume.unites.etude == ["code": "01", "nom": "Ain"])
    #expect(resume.totaux.unites == 2)
    #expect(resume.totaux.population_totale == 3000)
    #expect(resume.population_brute == 4000)
    #expect(resume.population_nette == 3000)
  }

  @Test("a territory that the limit cuts says how many of its people are outside")
  func cut() throws {
    let scratch = try Scratch.world()
    try scratch.write("bassins.csv", "code,bassin\n01001,X\n01002,Y\n02001,X\n02002,Y\n")
    let outcome = try scratch.report(
      "--area", "departement:01", "--attributes", "bassins.csv", "--by", "bassin")
    #expect(outcome.code == 0)
    let rows = try scratch.table("out/couverture.csv").rows.filter { $0["stade"] == "aucun" }
    #expect(rows.map { $0["niveau"] } == ["etude", "region", "departement", "bassin", "bassin"])
    #expect(rows.map { $0["population_totale"] } == ["3000", "3000", "3000", "1000", "2000"])
    #expect(rows.map { $0["population_hors_etude"] } == ["0", "0", "0", "300", "40"])
    let plain = try scratch.report("--attributes", "bassins.csv", "--by", "bassin")
    #expect(plain.code == 0)
    #expect(try scratch.table("out/couverture.csv").header.last == "pct_cumule")
  }

  @Test("an area in which no list has a CPTS is told")
  func nobody() throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.report("--area", "departement:02")
    #expect(
      outcome.output.contains(
        "ATTENTION : aucune CPTS des listes n’est dans Aisne : vérifiez --area et --cpts\n"))
  }

  @Test("a zone ends at the limit, and CPTS outside are its neighbours")
  func north() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report("--area", "region:32", scratch.sheets()).code == 0)
    let zones = try scratch.table("out/zones_blanches.csv")
    #expect(zones.header.suffix(2) == ["population_hors_etude", "limite_etude_km"])
    #expect(zones.rows.count == 1)
    #expect(zones[0, "population"] == "340")
    #expect(zones[0, "voisins"] == "A|B")
    // Two sides of 0.01° at 46.01° north; the lists reach the south, which is all covered.
    #expect(zones[0, "limite_etude_km"] == "1.549")
    #expect(zones[0, "population_hors_etude"] == "0")
    #expect(try scratch.table("out/cpts.csv").rows.isEmpty)
    #expect(try scratch.table("out/chevauchements.csv").rows.isEmpty)
    let neighbours = try scratch.table("out/zones_blanches_voisins.csv")
    #expect(neighbours.rows.map { $0["population_cpts"] } == ["1000", "3000"])
    let limit = try scratch.sheet("02-aisne/SB-02001").fact("Limite de l’étude")
    #expect(limit == "la zone s’arrête sur 1,5 km à la limite de l’étude")
  }

  @Test("a CPTS across the limit keeps its whole territory, and says who is outside")
  func across() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", World.cpts + "B,CPTS Bas,lettre_intention,02001\n")
    #expect(try scratch.report("--area", "departement:02").code == 0)
    let cpts = try scratch.table("out/cpts.csv")
    #expect(cpts.rows.map { $0["cpts_id"] } == ["B"])
    #expect(cpts[0, "population"] == "3300")
    #expect(cpts[0, "population_hors_etude"] == "3000")
    #expect(cpts[0, "nb_communes"] == "3")
    // A is outside, and overlaps with a CPTS of the study.
    #expect(try scratch.table("out/chevauchements.csv")[0, "cpts_a"] == "A")
    let resume = try scratch.resume()
    #expect(resume.population_brute == 300)
    #expect(resume.population_nette == 300)
    let zones = try scratch.table("out/zones_blanches.csv")
    #expect(zones.rows.map { $0["zone"] } == ["ZB-02002"])
  }

  @Test(
    "codes add up, and names of regions and departments are taken",
    arguments: [
      ["--area", "departement:01,02"], ["--area", "departement:01", "--area", "departement:02"],
      ["--area", "departement:ain,AISNE"], ["--area", "departement:1,2"],
      ["--area", "Région:Auvergne-Rhône-Alpes,hauts de france"], ["--area", "monde:1"],
    ])
  func spellings(area: [String]) throws {
    let scratch = try Scratch.world()
    try scratch.write("mondes.csv", "code,monde\n01001,1\n01002,1\n02001,1\n02002,1\n")
    let outcome = try Command.run(
      [
        "report", "--units", "units.geojson", "--cpts", "cpts.csv", "--attributes", "mondes.csv",
        "--at", "2026-01-01", "--output", "out",
      ] + area, in: scratch.folder)
    #expect(outcome.code == 0)
    let coverage = try scratch.table("out/couverture.csv")
    #expect(coverage[0, "niveau"] == "etude")
    #expect(coverage[0, "population_totale"] == "3340")
  }

  @Test(
    "a code that no unit has names those near it, a level that is none names those there are",
    arguments: [
      (
        "departement:03",
        "--area departement:03 : aucune unité n’a ce code — vouliez-vous dire 01 (Ain) ? "
          + "les codes sont : 01 (Ain), 02 (Aisne)"
      ),
      (
        "region:Haut de France",
        "--area region:Haut de France : aucune unité n’a ce code — vouliez-vous dire "
          + "32 (Hauts-de-France) ? les codes sont : 32 (Hauts-de-France), 84 (Auvergne-Rhône-Alpes)"
      ),
      (
        "canton:1",
        "--area canton:1 : aucun niveau « canton » — choisissez parmi : region, departement (les "
          + "colonnes de --attributes sont des niveaux)"
      ),
      (
        "93",
        "--area : valeur « 93 » — écrivez par exemple : region:93, departement:2A,2B, epci:200066637"
      ),
    ])
  func refused(area: String, message: String) throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.report("--area", area)
    #expect(outcome.code == 64)
    #expect(outcome.message == message)
    #expect(scratch.names(in: "out") == [])
  }

  @Test("two levels are refused")
  func twoLevels() throws {
    let outcome = try Scratch.world().report("--area", "region:84", "--area", "departement:01")
    #expect(outcome.code == 64)
    #expect(outcome.message.hasPrefix("--area : deux niveaux, region et departement : "))
  }

  @Test("the key of a study file takes a list; what is wrong is told at its line")
  func studyFile() throws {
    let scratch = try Scratch.world()
    let files = "units: units.geojson\ncpts: cpts.csv\nat: 2026-01-01\n"
    try scratch.write("etude.yml", files + "area: [departement:01, 'departement:02']\n")
    #expect(try scratch.run("report", "etude.yml", "--output", "out").code == 0)
    #expect(try scratch.resume().options.area == "departement:01,02")
    try scratch.write("etude.yml", files + "area: departement:99\n")
    let wrong = try scratch.run("report", "etude.yml", "--output", "out2")
    #expect(wrong.code == 65)
    #expect(wrong.message.hasPrefix("etude.yml:4: area departement:99 : aucune unité n’a ce code"))
  }

  // MARK: The hint

  @Test("a list of a small part of the units is told so, with the option and its value")
  func hint() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", "cpts_id,stade,code_commune\nN,aci_signe,02001\n")
    let outcome = try scratch.report()
    #expect(outcome.code == 0)
    let finding =
      "99 % au moins des habitants des CPTS sont dans : Hauts-de-France (340 habitants) ; les 3\u{202F}000 "
      + "autres habitants des unités sont comptés sans CPTS"
    let treatment =
      "rien n’est écarté ; pour une étude de ce seul territoire : --area region:32"
    #expect(outcome.output.contains("ATTENTION : \(finding) ; \(treatment)\n"))
    let row = try scratch.table("out/anomalies.csv").row("regle", "etude_plus_large_que_les_listes")
    #expect(row["gravite"] == "attention")
    #expect(row["fichier"] == "cpts.csv")
    #expect(row["objet"] == "region:32")
    #expect(row["constat"] == finding)
    #expect(row["traitement"] == treatment)
    #expect(try scratch.report("--area", "region:32").output.contains("ATTENTION") == false)
  }

  @Test("one commune of a neighbour across the border stops no hint")
  func hintAcross() throws {
    let scratch = try Scratch.world()
    // Ten CPTS would have one commune of 40 across: here the south is 0.4 % of the people listed.
    let squares = [
      World.aulnay.people("40"), World.brie.people("9000"), World.cere.people("8000"),
      World.doux.people("960"),
    ]
    try scratch.write("units.geojson", World.collection(squares.map(\.feature)))
    try scratch.write(
      "cpts.csv",
      "cpts_id,stade,code_commune\nN,aci_signe,02001\nN,aci_signe,02002\nN,aci_signe,01001\n")
    #expect(try scratch.report().code == 0)
    let row = try scratch.table("out/anomalies.csv").row("regle", "etude_plus_large_que_les_listes")
    #expect(row["objet"] == "region:32")
  }

  @Test("no hint where half of the people or more live in areas of the lists")
  func noHint() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report().code == 0)
    #expect(try scratch.text("out/anomalies.csv") == World.header)
  }

  // MARK: Other commands

  @Test("check counts the people of the study, and refuses a proposal that is elsewhere")
  func check() throws {
    let scratch = try Scratch.world()
    try scratch.write("p.csv", "cpts_id,code_commune\nP,02001\nP,01002\n")
    let common = ["check", "--units", "units.geojson", "--cpts", "cpts.csv", "--at", "2026-01-01"]
    let outcome = try Command.run(
      common + ["--territory", "p.csv", "--area", "departement:02", "--format", "json"],
      in: scratch.folder)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("\"population_nouvellement_couverte\": 300"))
    #expect(outcome.output.contains("\"population_deja_couverte\": 0"))
    #expect(outcome.output.contains("\"population_hors_etude\": 2000"))
    try scratch.write("p.csv", "cpts_id,code_commune\nP,01002\n")
    let elsewhere = try Command.run(
      common + ["--territory", "p.csv", "--area", "departement:02"], in: scratch.folder)
    #expect(elsewhere.code == 65)
    #expect(
      elsewhere.message
        == "p.csv:2: la proposition « P » est tout entière hors de l’étude (Aisne) — "
        + "donnez son territoire à --area, ou ôtez --area")
  }

  @Test("simulate gains the people of the study alone; what changes outside is set aside")
  func simulate() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "plan.csv",
      "zone,commune,action,cpts_id,stade\n,02001,creation,N,aci_signe\n,01002,retrait,B,\n"
        + ",,stade,B,aci_signe\n")
    let outcome = try scratch.run(
      "simulate", "--units", "units.geojson", "--cpts", "cpts.csv", "--at", "2026-01-01", "--area",
      "departement:02", "--plan", "plan.csv", "--output", "out")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("Territoire étudié : Aisne ; "))
    #expect(outcome.output.contains("Plan : 1 action appliquée, 0 sans effet, 2 hors du possible"))
    #expect(try scratch.resume().population_gagnee == 300)
    let told = try scratch.table("out/apres/anomalies.csv").rows.filter {
      $0["regle"] == "action_ecartee"
    }
    #expect(told.map { $0["ligne"] } == ["3", "4"])
    #expect(told.allSatisfy { $0["constat"]?.contains("est hors de l’étude") == true })
  }
}
