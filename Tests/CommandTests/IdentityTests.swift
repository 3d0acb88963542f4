import Testing

/// Who a CPTS is, at which stage and where, in lists as people have them, over the four squares (Aulnay
/// 1000, Brie 2000, Cère 300, Doux 40 people). Where a message names a cure, it is followed.
@Suite("Who a CPTS is") struct IdentityTests {
  func people(_ scratch: Scratch, _ stage: String = "lettre_intention") throws -> String? {
    try scratch.table("out/couverture.csv").rows
      .first { $0["niveau"] == "national" && $0["stade"] == stage }?["population_cumulee"]
  }

  func told(_ scratch: Scratch, _ rule: String) throws -> [String] {
    try scratch.table("out/anomalies.csv").rows.filter { $0["regle"] == rule }.map {
      "\($0["gravite"] ?? "") \($0["ligne"] ?? "") \($0["constat"] ?? "") — \($0["traitement"] ?? "")"
    }
  }

  func cpts(_ scratch: Scratch) throws -> [String] {
    try scratch.table("out/cpts.csv").rows.map {
      "\($0["cpts_id"] ?? "") \($0["stade"] ?? "") \($0["population"] ?? "")"
    }
  }

  func report(_ scratch: Scratch, _ more: [String] = []) throws -> Outcome {
    try Command.run(
      ["report", "--units", "units.geojson", "--cpts", "l.csv", "--at", "2026-01-01"] + more
        + ["--output", "out"],
      in: scratch.folder, language: "fr_FR.UTF-8")
  }

  func world(_ list: String, _ other: String? = nil) throws -> Scratch {
    let scratch = try Scratch.world()
    try scratch.write("l.csv", list)
    if let other { try scratch.write("s.csv", other) }
    return scratch
  }

  /// A list that is read, with the CPTS that it gives, and what is told of it by a rule.
  func expect(
    _ list: String, _ other: String? = nil, _ more: [String] = [], cpts expected: [String],
    _ rule: String = "", _ words: String = ""
  ) throws {
    let scratch = try world(list, other)
    let outcome = try report(scratch, (other == nil ? [] : ["--cpts", "s.csv"]) + more)
    #expect(outcome.code == 0, "\(list): \(outcome.message)")
    guard outcome.code == 0 else { return }
    #expect(try cpts(scratch) == expected, "\(list)")
    guard !rule.isEmpty else { return }
    let lines = try told(scratch, rule)
    #expect(lines.contains { $0.contains(words) }, "\(list): \(lines)")
  }

  func refuse(
    _ list: String, _ other: String? = nil, _ more: [String] = [], _ words: String...
  ) throws {
    let scratch = try world(list, other)
    let outcome = try report(scratch, (other == nil ? [] : ["--cpts", "s.csv"]) + more)
    #expect(outcome.code == 65, "\(list)")
    for word in words { #expect(outcome.message.contains(word), "\(list): \(outcome.message)") }
  }

  // MARK: Several CPTS in a cell

  private static let known = "Val;ACI;01001\nMont;ACI;02001\n"

  @Test(
    "a cell with two CPTS that are elsewhere belongs to both, where the sign is in no name",
    arguments: ["Val / Mont", "\"Val;Mont\"", "\"Val\nMont\"", "CPTS du Val / CPTS Mont"])
  func shared(cell: String) throws {
    try expect(
      "cpts;stade;code\n\(Self.known)\(cell);ACI;01002\n",
      cpts: ["Mont aci_signe 2300", "Val aci_signe 3000"], "plusieurs_cpts", "attention 4 ")
  }

  @Test(
    "a comma or “et” may be of a name: the choices are named, and each cure is right",
    arguments: ["Val, Mont", "Val et Mont", "Val/Mont", "Val & Mont"])
  func doubtful(cell: String) throws {
    let list = "cpts;stade;code\n\(Self.known)\(cell);ACI;01002\n"
    try refuse(list, nil, [], "l.csv:4: ", "« Val »", "« Mont »", "« / »")
    try expect(
      list.replacing(cell, with: "Val / Mont"),
      cpts: ["Mont aci_signe 2300", "Val aci_signe 3000"])
    try expect(
      list.replacing(cell, with: "Val-Mont"),
      cpts: ["Mont aci_signe 300", "Val aci_signe 1000", "Val-Mont aci_signe 2000"])
  }

  @Test("a row of two CPTS at two stages stops, and says none once its own is taken out")
  func sharedStage() throws {
    let list = "cpts;stade;code\nVal;ACI;01001\nMont;LI;02001\nVal / Mont;ACI;01002\n"
    try refuse(list, nil, [], "l.csv:4: ", "« LI »", "laissez ce champ vide")
    try expect(
      list.replacing("Mont;ACI", with: "Mont;"),
      cpts: ["Mont lettre_intention 2300", "Val aci_signe 3000"])
    try refuse(
      "cpts;stade;code\n\(Self.known)Lac;ACI;02002\n\"Val, Mont et Lac\";ACI;01002\n", nil, [],
      "« Lac »")
  }

  @Test("a name that holds signs of its own is one, unless a part of it is elsewhere")
  func names() throws {
    for name in ["Val et Mont", "Val, Mont", "Val / Mont", "Val - Mont"] {
      let scratch = try world("cpts;stade;code\n\(name);ACI;01001\nLac;ACI;01002\n")
      #expect(try report(scratch).code == 0)
      #expect(try told(scratch, "plusieurs_cpts") == [], "\(name)")
      #expect(try people(scratch) == "3000")
    }
    try expect(
      "cpts;stade;code\n\"Val, Mont\";ACI;01001\nVal;ACI;01002\n",
      cpts: ["Val aci_signe 2000", "Val, Mont aci_signe 1000"], "plusieurs_cpts", "« Val »")
    try expect(
      "cpts;stade;code\nCPTS Val et CPTS Mont;ACI;01001\n",
      cpts: ["CPTS Val et CPTS Mont aci_signe 1000"], "plusieurs_cpts", "plusieurs CPTS")
  }

  // MARK: Homonyms

  @Test("two identifiers of one name stop, or are told, and the options that are named are right")
  func homonyms() throws {
    let list = "N°;CPTS;code;Stade\n1;Monts;01001;ACI\n2;Monts;02001;LI\n"
    try refuse(list, nil, [], "l.csv:3: ", "« 1 »", "« 2 »", "--map-column 'cpts_id=N°'")
    try expect(
      list, nil, ["--map-column", "cpts_id=N°"],
      cpts: ["1 aci_signe 1000", "2 lettre_intention 300"])
    let agreeing = list.replacing("LI", with: "ACI")
    try expect(agreeing, cpts: ["Monts aci_signe 1300"], "cpts_homonymes", "attention 3 ")
    let scratch = try world(agreeing)
    #expect(try report(scratch, ["--map-column", "cpts_id=CPTS"]).code == 0)
    #expect(try told(scratch, "cpts_homonymes") == [])
    try refuse(
      "id;CPTS;code;Stade\n7;Monts;01001;ACI\n7;Monts;01002;ACI\n8;Lac;02001;ACI\n8;Lac;02001;ACI\n"
        + "9;Monts;02002;ACI\n", nil, [], "« 7 »", "« 9 »")
  }

  @Test("numbers of rows are no identifiers")
  func numbered() throws {
    let scratch = try world(
      "N°;CPTS;code;Stade\n1;Val;01001;ACI\n2;Val;01002;\n3;Mont;02001;LI\n4;Mont;02002;LI\n")
    #expect(try report(scratch).code == 0)
    #expect(try told(scratch, "cpts_homonymes") == [])
  }

  // MARK: Names beside a code

  @Test("several names beside one code: all count where each is sure, else it is said")
  func namesBesideCode() throws {
    try expect(
      "code;commune;cpts;stade\n01001;\"Aulnay, Brie\";X;ACI\n", cpts: ["X aci_signe 3000"],
      "communes_par_cellule", "01002 en plus")
    try expect(
      "code;commune;cpts;stade\n01001;\"Aulnay, Brye\";X;ACI\n", cpts: ["X aci_signe 1000"],
      "communes_par_cellule", "le code seul compte")
    let scratch = try world(
      "code;commune;cpts;stade\n01001;\"Aulnay, Ain\";X;ACI\n01002;Brie / Bria;X;ACI\n")
    #expect(try report(scratch).code == 0)
    #expect(try told(scratch, "communes_par_cellule") == [])
  }

  // MARK: Stages

  @Test("a stage to come is told with its day and the day of the study")
  func toCome() throws {
    let list = "cpts;date_aci;code\nX;2030-05-01;01001\nY;2020-01-01;01002\n"
    try expect(
      list, cpts: ["X aucun 1000", "Y aci_signe 2000"], "stade_a_venir", "2026-01-01 : « X »")
    let scratch = try world(list)
    #expect(try report(scratch).code == 0)
    #expect(try told(scratch, "stade_a_venir")[0].contains("--at 2030-05-01"))
    let later = try Command.run(
      ["report", "--units", "units.geojson", "--cpts", "l.csv", "--at", "2030-05-01"]
        + ["--output", "later"], in: scratch.folder, language: "fr_FR.UTF-8")
    #expect(later.code == 0)
    #expect(try scratch.text("later/cpts.csv").contains("aci_signe"))
    #expect(try !scratch.text("later/anomalies.csv").contains("stade_a_venir"))
  }

  @Test("crosses under stages say the furthest")
  func crossedStages() throws {
    try expect(
      "CPTS;code;LI;PS;ACI\nX;01001;x;x;x\nX;01002;x;x;x\nY;02001;x;;\n",
      cpts: ["X aci_signe 3000", "Y lettre_intention 300"], "tableau_croise", "« ACI » (aci_signe)")
    try expect(
      "CPTS;code;Lettre d'intention;ACI signé\nX;01001;oui;non\nY;02001;oui;oui\n",
      cpts: ["X lettre_intention 1000", "Y aci_signe 300"])
    // Stages are no CPTS.
    try refuse("code;commune;LI;ACI\n01001;Aulnay;x;x\n", nil, [], "cpts_id")
    try refuse("CPTS;code;LI;ACI\nX;01001;x;x\nX;01002;x;\n", nil, [], "l.csv:3: ", "aci_signe")
  }

  @Test("stages in the cells of a matrix are those of its CPTS, numbers are refused")
  func stagedMatrix() throws {
    try expect(
      "code;commune;CPTS X;CPTS Y\n01001;Aulnay;ACI;\n01002;Brie;ACI;\n02001;Cère;;LI\n",
      cpts: ["CPTS X aci_signe 3000", "CPTS Y lettre_intention 300"])
    try refuse(
      "code;commune;CPTS X;CPTS Y\n01001;Aulnay;ACI;\n01002;Brie;LI;\n02001;Cère;;LI\n", nil, [],
      "l.csv:3: ", "« LI »", "« ACI »")
    let numbers = "code;commune;CPTS X;CPTS Y\n01001;Aulnay;1000;\n02001;Cère;;300\n"
    try refuse(numbers, nil, [], "l.csv:2: ", "« 1000 »", "« CPTS X »")
    try expect(
      numbers.replacing(";1000", with: ";ACI").replacing(";300", with: ";LI"),
      cpts: ["CPTS X aci_signe 1000", "CPTS Y lettre_intention 300"])
    try refuse(
      "code;commune;CPTS X;CPTS Y\n01001;Aulnay;x;\n02001;Cère;;300\n", nil, [], "« 300 »")
    try refuse(
      "code;commune;CPTS X;CPTS Y\n01001;Aulnay;x ?;\n02001;Cère;;x\n", nil, [], "l.csv:2: ",
      "« x ? »")
  }

  @Test("two spellings of one CPTS in two lists are told before a stage is supposed")
  func nearIdentifiers() throws {
    let list = "cpts;code\nVal;01001\nMont;01002\n"
    for stages in ["cpts;stade\nCPTS Val;ACI\nMont;LI\n", "cpts;stade\nVÂL;ACI\nMont;LI\n"] {
      let scratch = try world(list, stages)
      let outcome = try report(scratch, ["--cpts", "s.csv"])
      #expect(outcome.code == 65 && outcome.message.contains("--merge-similar"))
      #expect(outcome.message.contains("s.csv:2") && !outcome.message.contains("--default-stage"))
      #expect(try report(scratch, ["--cpts", "s.csv", "--merge-similar"]).code == 0)
      #expect(try cpts(scratch) == ["Mont lettre_intention 2000", "Val aci_signe 1000"])
    }
    for (id, other) in [
      ("1", "1.0"), ("010001234", "10001234"), ("007", "7,00"), ("C01", "c1"),
    ] {
      let (whole, stages) = (id, "cpts;stade\n\"\(other)\";ACI\n")
      try expect(
        "cpts;code\n\(id);01001\n", stages, cpts: ["\(whole) aci_signe 1000"],
        "identifiants_proches",
        "réunies sous « \(whole) »")
    }
    try refuse("cpts;code\nX;01001\n", nil, [], "sous les mêmes identifiants ; en dernier recours")
  }

  // MARK: No CPTS

  @Test("words of no CPTS, zero, comments and titles amid the rows are no CPTS")
  func noCPTS() throws {
    for word in ["Hors territoire", "Pas de CPTS à ce jour", "Rien", "Commune non couverte"] {
      try expect(
        "cpts;stade;code\n\(word);;01002\nX;ACI;01001\n", cpts: ["X aci_signe 1000"], "sans_cpts",
        "information 2 ")
    }
    for word in ["à définir", "en attente", "NC", "?", "#N/A", "0", "Aucune"] {
      try expect(
        "cpts;stade;code\n\(word);LI;01002\nX;ACI;01001\n", cpts: ["X aci_signe 1000"], "sans_cpts",
        "attention 2 ")
    }
    try expect(
      "cpts;stade;code\n0;LI;01002\n1;ACI;01001\n",
      cpts: ["0 lettre_intention 2000", "1 aci_signe 1000"])
    for row in ["# commentaire;;", "Ensemble;;", "Liste des CPTS de l’Ain;;", "CPTS;Stade;Code"] {
      try expect(
        "cpts;stade;code\nX;ACI;01001\n\(row)\nX;ACI;01002\n", cpts: ["X aci_signe 3000"])
    }
    try expect(
      "cpts;stade;code\nX;ACI;01001\nNom CPTS;Statut;INSEE\nX;ACI;01002\n".replacing(
        "Nom CPTS", with: "CPTS"), cpts: ["X aci_signe 3000"], "ligne_irreguliere", "3 ")
    try refuse(
      "cpts;stade;code\nX;ACI;01001\nCommune;CPTS;Stade\n01002;X;ACI\n", nil, [], "l.csv:3: ")
  }

  // MARK: Seats

  @Test("a seat has a code or a name, that of a commune of its territory first")
  func seats() throws {
    for seat in ["Aulnay", "01001", "AULNAY (01001)", "Aulnay Cedex 2"] {
      let scratch = try world(
        "cpts;stade;code;Commune siège\nX;ACI;01001;\(seat)\nX;ACI;01002;Aulnay\n"
          .replacing("01002;Aulnay", with: "01002;\(seat)"))
      #expect(try report(scratch).code == 0)
      #expect(try told(scratch, "siege_inconnu") == [], "\(seat)")
    }
    try expect(
      "cpts;stade;code;Siège\nX;ACI;01001;Nulle-Part\n", cpts: ["X aci_signe 1000"],
      "siege_inconnu", "Nulle-Part")
  }

  // MARK: Columns in which a territory goes on

  @Test(
    "numbered columns, and columns without a name after the communes, are all read",
    arguments: [
      "CPTS;Stade;Commune 1;Commune 2\nX;ACI;01001;01002\nY;LI;02001;\n",
      "CPTS;Stade;Commune 1;Commune 2\nX;ACI;Aulnay;Brie\nY;LI;Cère;\n",
      "CPTS;Stade;commune_n°1;commune_n°2\nX;ACI;Aulnay;01002\nY;LI;Cère;\n",
      "CPTS;Stade;Commune;Commune 2\nX;ACI;Aulnay;Brie\nY;LI;Cère;\n",
      "CPTS;Stade;INSEE1;Commune1;INSEE2;Commune2\nX;ACI;01001;Aulnay;01002;Brie\nY;LI;02001;Cère;;\n",
      "CPTS;Stade;Communes;;\nX;ACI;01001;01002;\nY;LI;02001;;\n",
      "CPTS;Stade;Communes;;\nX;ACI;Aulnay;Brie;\nY;LI;Cère;;\n",
    ])
  func continued(list: String) throws {
    try expect(
      list, cpts: ["X aci_signe 3000", "Y lettre_intention 300"], "communes_par_cellule",
      "le territoire continue")
    let scratch = try world(list)
    #expect(try report(scratch).code == 0)
    #expect(try told(scratch, "colonne_inutilisee").allSatisfy { !$0.contains("attention") })
  }

  @Test("a column without a name can be asked for by its place")
  func nameless() throws {
    try expect(
      "CPTS;Stade;Communes;;\nX;ACI;01001;01002;\nX;ACI;02001;;\n", nil,
      ["--map-column", "code=colonne 4"], cpts: ["X aci_signe 3300"])
  }

  // MARK: Drawings

  @Test("drawings without any column are a CPTS each, and it is said")
  func drawings() throws {
    let scratch = try Scratch.world()
    func feature(_ square: Square) -> String {
      "{\"type\":\"Feature\",\"properties\":{},\"geometry\":\(square.geometry)}"
    }
    try scratch.write("m.geojson", World.collection([World.aulnay, World.cere].map(feature)))
    let outcome = try Command.run(
      ["report", "--units", "units.geojson", "--cpts", "m.geojson", "--at", "2026-01-01"]
        + ["--default-stage", "aci_signe", "--output", "out"], in: scratch.folder,
      language: "fr_FR.UTF-8")
    #expect(outcome.code == 0, "\(outcome.message)")
    #expect(try cpts(scratch) == ["m 1 aci_signe 1000", "m 2 aci_signe 300"])
    #expect(try told(scratch, "ligne_incomplete")[0].contains("attention"))
  }

  @Test("cells of several places are counted, with some of them")
  func examples() throws {
    try expect(
      "cpts;stade;communes\nX;ACI;Aulnay (01001)\nX;ACI;01002 Brie\nX;ACI;Cère (02001)\nX;ACI;02002 Doux\n",
      cpts: ["X aci_signe 3340"], "communes_par_cellule",
      "4 cellules tiennent plusieurs lieux, ou un code et un nom : « Aulnay (01001) », « 01002 Brie »"
    )
  }
}
