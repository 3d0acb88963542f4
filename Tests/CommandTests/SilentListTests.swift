import Testing

/// Lists that once gave wrong figures without a word, over the four squares (Aulnay 1000, Brie 2000, Cère 300,
/// Doux 40 people). Where a message names a cure, it is followed.
@Suite("Lists read wrong in silence") struct SilentListTests {
  let lists = IdentityTests()

  // MARK: Departments

  @Test(
    "the numbers of communes beside their department are told by their values",
    arguments: ["N° commune", "CODE_COMM", "Num commune", "Numéro", "lieu"])
  func communeNumbers(header: String) throws {
    try lists.expect(
      "CPTS;Département;\(header);Stade\nX;01;001;ACI\nX;01;002;ACI\nY;02;1;LI\n",
      cpts: ["X aci_signe 3000", "Y lettre_intention 300"], "code_repare",
      "« 01 » et « 001 » lus 01001")
  }

  @Test("numbers that make few known codes stop the study, and each cure works")
  func unknownNumbers() throws {
    let list = "CPTS;Département;N° commune;Stade\nX;01;001;ACI\nX;01;777;ACI\nX;01;778;ACI\n"
    try lists.refuse(
      list, nil, [], "l.csv:3: ", "1 sur 3", "--map-column 'numero_commune=N° commune'",
      "--map-column territoire=Département")
    try lists.expect(
      list, nil, ["--map-column", "numero_commune=N° commune"], cpts: ["X aci_signe 1000"],
      "code_inconnu", "erreur 3")
    try lists.expect(
      list, nil, ["--map-column", "territoire=Département"], cpts: ["X aci_signe 3000"])
  }

  /// Lists of which the department, or a group, may only be the place of CPTS.
  private static let placed = [
    "CPTS;Département;Stade\nX;01;ACI\nY;02;LI\n",
    "Département;CPTS;Stade;Nb communes\n01;X;ACI;1\n02;Y;LI;2\n",
    "CPTS;Département;Canton;Stade\nX;01;Aulnay-1;ACI\nY;02;Cère-1;LI\n",
    "CPTS;Département;Siège;Stade\nX;01;01001;ACI\nY;02;02001;LI\n",
    "CPTS;Département;Code postal;Stade\nX;01;01150;ACI\nY;02;02150;LI\n",
    "CPTS;Département;Médecins;Stade\nX;01;2;ACI\nY;02;1;LI\n",
  ]

  @Test("a department that may only be where CPTS are stops the study", arguments: placed)
  func places(list: String) throws {
    try lists.refuse(
      list, nil, [], "l.csv:2: « Département »", "une colonne code, ici ou dans une autre liste",
      "--map-column territoire=Département")
    try lists.expect(
      list, nil, ["--map-column", "territoire=Département"],
      cpts: ["X aci_signe 3000", "Y lettre_intention 340"])
    try lists.expect(
      list, "cpts;code\nX;01001\nY;02001\n", cpts: ["X aci_signe 1000", "Y lettre_intention 300"])
  }

  @Test("numbers that may be of communes are among the choices")
  func choices() throws {
    try lists.refuse(
      "CPTS;Département;Médecins;Stade\nX;01;2;ACI\nY;02;1;LI\n", nil, [],
      "--map-column numero_commune=Médecins")
  }

  @Test("the region of each CPTS is no territory, and has a name with spaces in its cure")
  func region() throws {
    let list = "CPTS;Code région;Stade\nX;84;ACI\nY;32;LI\n"
    try lists.refuse(list, nil, [], "--map-column 'territoire=Code région'")
    try lists.expect(
      list, nil, ["--map-column", "territoire=Code région"],
      cpts: ["X aci_signe 3000", "Y lettre_intention 340"])
  }

  @Test("the department of one CPTS is read, with an attention that the option takes away")
  func onlyOne() throws {
    let list = "cpts;stade;departement\nX;ACI;01\n"
    try lists.expect(list, cpts: ["X aci_signe 3000"], "territoire_par_groupe", "attention 2")
    let scratch = try lists.world(list)
    #expect(try lists.report(scratch, ["--map-column", "territoire=departement"]).code == 0)
    #expect(try lists.told(scratch, "territoire_par_groupe").allSatisfy { $0.hasPrefix("info") })
  }

  @Test("a number of communes that agrees lets groups be read")
  func agreeing() throws {
    let list = "cpts;departement;nombre de communes;stade\nX;01;2;ACI\nY;02;2;LI\n"
    try lists.expect(list, cpts: ["X aci_signe 3000", "Y lettre_intention 340"])
  }

  // MARK: Names beside codes

  @Test("names and departments that are not those of the codes are told")
  func sortedApart() throws {
    for (list, words) in [
      ("cpts;code;commune;stade\nX;01001;Cère;ACI\nX;01002;Doux;ACI\n", "« Cère » est 02001"),
      ("cpts;code;dep;stade\nX;01001;01;ACI\nX;01002;02;ACI\n", "attention 3 « 02 »"),
      ("cpts;code;Département;stade\nX;01001;Aisne;ACI\nX;01002;Aisne;ACI\n", "attention 2 "),
      ("cpts;code;Région;stade\nX;01001;Hauts-de-France;ACI\nX;01002;Hauts-de-France;ACI\n", "2 «"),
      ("cpts;code;commune;stade\nX;01001;Aulnay;ACI\nX;01002;Xyz;ACI\n", "information 3 aucune"),
    ] {
      try lists.expect(list, cpts: ["X aci_signe 3000"], "nom_contraire_au_code", words)
    }
  }

  @Test("many of them are one line")
  func many() throws {
    let rows = ["01001;Cère", "01002;Doux", "02001;Aulnay", "02002;Brie"]
    let scratch = try lists.world(
      "cpts;code;commune;stade\n" + rows.map { "X;\($0);ACI\n" }.joined())
    #expect(try lists.report(scratch).code == 0)
    let told = try lists.told(scratch, "nom_contraire_au_code")
    #expect(told.count == 1 && told[0].hasPrefix("attention 2 4 lignes : « Cère » est 02001"))
  }

  @Test("the one department of a CPTS that straddles two is no contradiction")
  func straddling() throws {
    let scratch = try lists.world(
      "cpts;code;departement;commune;stade\nX;01001;01;AULNAY;ACI\nX;02001;01;Cere;ACI\n")
    #expect(try lists.report(scratch).code == 0)
    #expect(try lists.told(scratch, "nom_contraire_au_code") == [])
  }

  // MARK: Marks

  @Test(
    "a mark that repeats the cell above stops the study, in any column that is read",
    arguments: [
      "\"", "〃", "″", "”", "//", "''", "-\"-", "↓", "↳", "idem", "id.", "Idem ci-dessus",
    ])
  func marks(mark: String) throws {
    let cell = "\"\(mark.replacing("\"", with: "\"\""))\""
    for list in [
      "cpts;code;stade\nVal;01001;ACI\n\(cell);01002;\nMont;02001;LI\n",
      "cpts;code;stade\nVal;01001;ACI\nVal;01002;\(cell)\nMont;02001;LI\n",
      "cpts;code;date_aci\nVal;01001;1/2/2021\nVal;01002;\(cell)\n",
    ] {
      try lists.refuse(list, nil, [], "l.csv:3: ", "renvoie à une autre ligne")
    }
    try lists.refuse(
      "cpts;code;stade\nVal;01001;ACI\n\(cell);01002;\n", nil, [], "écrivez « Val »")
    try lists.expect(
      "cpts;code;stade\nVal;01001;ACI\nVal;01002;\n", cpts: ["Val aci_signe 3000"])
  }

  // MARK: Two rows of header

  @Test(
    "the parts of a stage in a second row of header: what is foreseen or deposited is not reached",
    arguments: [
      ("Date prévue", "Date réelle"), ("Prévu", "Réel"), ("Prévision", "Réalisé"),
      ("Prévisionnelle", "Effective"), ("Dépôt", "Date de validation"),
    ])
  func parts(first: String, second: String) throws {
    let dates = "01/01/2020;01/02/2020;01/03/2020;01/04/2020"
    let signature = second == "Date de validation" ? "Signature" : second
    let list =
      "CPTS;code;LI;;PS;;ACI;\n;;\(first);\(second);\(first);\(second);\(first);\(signature)\n"
      + "Val;01001;\(dates);01/01/2021;12/03/2021\nMont;02001;01/01/2020;01/02/2020;;;01/09/2022;\n"
    try lists.expect(
      list, cpts: ["Mont lettre_intention 300", "Val aci_signe 1000"], "colonne_inutilisee",
      "des dates")
  }
}
