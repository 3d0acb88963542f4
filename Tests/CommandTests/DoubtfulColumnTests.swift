import Testing

/// Columns whose names or values speak against what they could be taken for: `inspect` does not advise them,
/// and a user who names one is told.
@Suite("Columns of another sense") struct DoubtfulColumnTests {
  private func suggestions(_ list: String) throws -> Suggestions {
    let scratch = try Scratch.world()
    try scratch.write("liste.csv", list)
    return try Suggestions(["liste.csv", "units.geojson"], in: scratch)
  }

  @Test(
    "an aim, a former stage, yes and no, or nothing is no stage, and none is supposed in its place",
    arguments: [
      "Stade visé|ACI signé|LI validée", "Objectif 2025|ACI signé|LI validée",
      "Ancien stade|LI validée|projet", "Prochaine étape|ACI signé|LI validée",
      "Stade souhaité|ACI|LI", "ZRR|Non|Non", "QPV|non|non", "Remarque|néant|néant",
      "Observations|aucune|aucune", "Reprise|Non|ACI signé", "ACI|signé|en cours",
      "Avancement ACI|100%|50%", "date_lettr|01/02/2020|01/03/2020",
      "Date de dépôt LI|01/01/2020|01/02/2020", "Date prévue ACI|01/01/2020|01/02/2020",
      "Date de fin ACI|01/01/2026|01/02/2026", "Étape|en instruction|à faire",
    ])
  func stages(column: String) throws {
    let cells = column.split(separator: "|").map(String.init)
    let told = try suggestions(
      "CPTS;code;\(cells[0])\nX;01001;\(cells[1])\nX;02001;\(cells[1])\nY;01002;\(cells[2])\n")
    #expect(told.outcome.code == 0)
    #expect(told.calls == [], "\(told.outcome.output)")
    #expect(told.outcome.output.contains("sans stade ni date"))
  }

  @Test(
    "no stage is supposed where other CPTS have one, or the list says in crosses how far they are",
    arguments: [
      "CPTS;code;Stade\nX;01001;ACI\nY;01002;\n",
      "CPTS;code;LI;PS;ACI\nX;01001;validée;validé;signé\nY;01002;validée;en cours;\n",
    ])
  func someStages(list: String) throws {
    #expect(try suggestions(list).calls == [])
  }

  @Test(
    "a seat, an address or a postal code is no territory",
    arguments: [
      "Code commune siège|01001|01002", "Code INSEE du siège social|01001|01002",
      "Code postal|01150|01160", "Code commune (coord. structure)|01001|01002",
      "Anciens codes communes|01001|01002", "Codes communes visées|01001|01002",
    ])
  func territories(column: String) throws {
    let cells = column.split(separator: "|").map(String.init)
    let told = try suggestions(
      "CPTS;Stade;\(cells[0])\nX;ACI;\(cells[1])\nY;LI;\(cells[2])\n")
    #expect(told.calls == [], "\(told.outcome.output)")
  }

  @Test("what is of the upkeep of a list, or of contacts, does not keep a call from being told")
  func otherColumns() throws {
    let told = try suggestions(
      "CPTS;code;Courriel;Date de mise à jour;SIRET\nX;01001;x@y.fr;01/12/2022;73282932000074\n"
        + "Y;01002;z@y.fr;01/12/2022;73282932000074\n")
    #expect(told.calls.first?.contains(" --default-stage ") == true, "\(told.outcome.output)")
  }

  @Test("people of two years are a population, of which one is to be chosen")
  func populations() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "pop.csv", "code;Population 2011;Population 2021\n01001;1;10\n01002;2;20\n02001;3;30\n")
    let told = try Suggestions(["units.geojson", "cpts.csv", "pop.csv"], in: scratch)
    #expect(told.calls == [])
    #expect(told.outcome.output.contains("--population-column 'Population 2021'"))
    let outcome = try scratch.report(
      "--population", "pop.csv", "--population-column", "Population 2021")
    #expect(outcome.code == 0, "\(outcome.message)")
    #expect(
      try scratch.table("out/couverture.csv").rows.first?["population_totale"] == "60")
  }

  /// A column that the user names, the list, and what is told.
  private static let named: [(option: String, list: String, told: String)] = [
    ("stade=Stade visé", "CPTS;code;Stade visé\nX;01001;ACI signé\n", "un but ou une prévision"),
    ("stade=Objectif 2025", "CPTS;code;Objectif 2025\nX;01001;ACI\n", "un but ou une prévision"),
    ("stade=Ancien stade", "CPTS;code;Ancien stade\nX;01001;ACI\n", "un état d’avant"),
    (
      "code=Code commune siège", "CPTS;Stade;Code commune siège\nX;ACI;01001\n",
      "un siège ou une adresse"
    ),
    (
      "date_aci=Date de dépôt ACI", "CPTS;code;Date de dépôt ACI\nX;01001;01/01/2021\n",
      "un dépôt, une demande ou un avis"
    ),
    (
      "date_aci=Date prévisionnelle ACI",
      "CPTS;code;Date prévisionnelle ACI\nX;01001;01/01/2021\n", "un but ou une prévision"
    ),
  ]

  @Test("a user who names such a column decides, and is told", arguments: named)
  func decided(option: String, list: String, told: String) throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", list)
    let outcome = try scratch.report("--map-column", option)
    #expect(outcome.code == 0, "\(outcome.message)")
    let rows = try scratch.table("out/anomalies.csv").rows.filter {
      $0["regle"] == "colonne_douteuse"
    }
    #expect(rows.map { $0["gravite"] } == ["attention"])
    #expect(rows.first?["constat"]?.contains(told) == true, "\(rows)")
    let people = try scratch.table("out/couverture.csv").rows.first { $0["stade"] == "aci_signe" }
    #expect(people?["population_cumulee"] == "1000")
  }

  @Test("a column that says of each CPTS that it has no stage is told")
  func noStage() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", "CPTS;code;ZRR;Où\nX;01001;Non;ACI\nY;01002;Non;LI\n")
    func told(_ option: String) throws -> [String?] {
      #expect(try scratch.report("--map-column", option).code == 0)
      return try scratch.table("out/anomalies.csv").rows.filter {
        $0["regle"] == "colonne_douteuse"
      }.map { $0["constat"] }
    }
    #expect(try told("stade=ZRR").first??.contains("« ZRR »") == true)
    #expect(try told("stade=Où") == [])
    let people = try scratch.table("out/couverture.csv").rows.first {
      $0["stade"] == "lettre_intention"
    }
    #expect(people?["population_cumulee"] == "3000")
  }

  @Test("a map with drawings: a column of communes is used in its table alone, and it is said")
  func drawn() throws {
    let scratch = try Scratch.world()
    let feature = """
      {"type":"Feature","properties":{"cpts":"X","stade":"ACI","lieux":"01001,01002"},"geometry":\
      \(World.aulnay.geometry)}
      """
    try scratch.write("m.geojson", World.collection([feature]))
    func record(_ more: String...) throws -> String {
      let outcome = try Command.run(
        ["report", "--units", "units.geojson", "--cpts", "m.geojson", "--at", "2026-01-01"]
          + more + ["--output", "out"], in: scratch.folder, language: "fr_FR.UTF-8")
      #expect(outcome.code == 0, "\(outcome.message)")
      return try scratch.text("out/anomalies.csv")
    }
    #expect(try record().contains("exportez la table en CSV, sans les dessins"))
    let named = try record("--map-column", "code=lieux")
    #expect(named.contains("attention,colonne_douteuse,m.geojson,1,lieux"))
    #expect(named.contains("exportez la table en CSV, sans les dessins"))
    // The cure, followed.
    try scratch.write("cpts.csv", "cpts;stade;territoire\nX;ACI;\"01001,01002\"\n")
    #expect(try scratch.report().code == 0)
    let people = try scratch.table("out/couverture.csv").rows.first { $0["stade"] == "aci_signe" }
    #expect(people?["population_cumulee"] == "3000")
  }
}

// MARK: Beside dates and codes

extension DoubtfulColumnTests {
  private func people(_ list: String, _ more: [String] = []) throws -> (
    aci: String?, record: [[String: String]]
  ) {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", list)
    let outcome = try Command.run(
      ["report", "--units", "units.geojson", "--cpts", "cpts.csv", "--at", "2026-01-01"]
        + more + ["--output", "out"], in: scratch.folder, language: "fr_FR.UTF-8")
    #expect(outcome.code == 0, "\(list)\(outcome.message)")
    let rows = try scratch.table("out/couverture.csv").rows
    return (
      rows.first { $0["stade"] == "aci_signe" }?["population_cumulee"],
      try scratch.table("out/anomalies.csv").rows
    )
  }

  @Test(
    "yes and no under the name of a stage beside its date: the date is what to delete",
    arguments: ["ACI signé", "ACI signé (O/N)", "Validation ACI", "ACI ?"])
  func answers(header: String) throws {
    func list(_ date: String) -> String {
      "cpts;code;\(header);Date ACI;Date LI\nX;01001;oui;12/03/2021;01/02/2020\n"
        + "Y;02001;non;\(date);01/02/2020\n"
    }
    let first = try people(list("01/09/2022"))
    #expect(first.aci == "1300")
    let told = first.record.filter { $0["regle"] == "colonne_inutilisee" && $0["objet"] == header }
    #expect(told.first?["gravite"] == "attention")
    #expect(told.first?["traitement"]?.contains("effacez la date") == true)
    #expect(try people(list("")).aci == "1000")
  }

  @Test("of days of unknown names, the options that are told are those of their names")
  func cutNames() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", "cpts_id;cpts_nom;date_lettr\nA;X;01/02/2020\nB;Y;01/02/2020\n")
    try scratch.write("pairs.csv", "cpts_id;code\nA;01001\nB;02001\n")
    let stopped = try scratch.report("--cpts", "pairs.csv")
    #expect(stopped.code == 65)
    #expect(
      stopped.message.contains("--map-column date_lettre_intention=date_lettr"),
      "\(stopped.message)")
    let named = try scratch.report(
      "--cpts", "pairs.csv", "--map-column", "date_lettre_intention=date_lettr")
    #expect(named.code == 0, "\(named.message)")
    let people = try scratch.table("out/couverture.csv").rows.first {
      $0["stade"] == "lettre_intention"
    }
    #expect(people?["population_cumulee"] == "1300")
    // `date_proje` may be of two stages.
    try scratch.write(
      "cpts.csv", "cpts_id;code;date_proje;date_pro_1\nA;01001;01/02/2020;01/03/2020\n")
    let doubtful = try scratch.report()
    #expect(doubtful.code == 65)
    #expect(
      doubtful.message.contains("--map-column ROLE=date_proje --map-column ROLE=date_pro_1"),
      "\(doubtful.message)")
  }

  @Test(
    "numbers of communes beside their department, under the name of communes",
    arguments: [[], ["--map-column", "code=commune"], ["--map-column", "numero_commune=commune"]])
  func numbers(options: [String]) throws {
    let list = "CPTS;dep;commune;Stade\nX;01;001;ACI\nY;02;001;ACI\n"
    #expect(try people(list, options).aci == "1300")
  }
}
