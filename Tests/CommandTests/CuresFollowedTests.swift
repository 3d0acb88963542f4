import Testing

/// Lists over the four squares (Aulnay 1000, Brie 2000, Cère 300, Doux 40 people) of which something is told:
/// who is covered meanwhile, what the record or the refusal says, and who is covered once its cure is
/// followed.
@Suite("Cures of lists, followed") struct CuresFollowedTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let list: String
    /// People covered at the letter of intent or above; nil for a refusal.
    var before: String?
    let told: [String]
    /// The list as the cure has it; the same where an option is the cure.
    var mended: String?
    var options: [String] = []
    var after: String?

    var testDescription: String { name }
  }

  private static let codes: [Case] = [
    Case(
      name: "a minus before a code", list: "cpts;stade;code\nX;ACI;-01001\nX;ACI;01002\n",
      before: "2000", told: ["erreur,lieu_ambigu", "écrivez 01001 sans ce signe"],
      mended: "cpts;stade;code\nX;ACI;01001\nX;ACI;01002\n", after: "3000"),
    Case(
      name: "a code with decimals", list: "cpts;stade;code\nX;ACI;01001.5\nX;ACI;01002\n",
      before: "2000", told: ["erreur,lieu_ambigu", "décimales", "écrivez 01001"],
      mended: "cpts;stade;code\nX;ACI;01001\nX;ACI;01002\n", after: "3000"),
    Case(
      name: "a range of codes",
      list: "cpts;stade;communes\nX;ACI;01001-01002\nX;ACI;02001\n", before: "300",
      told: ["toutes de 01001 à 01002", "par une virgule : 01001, 01002"],
      mended: "cpts;stade;communes\nX;ACI;\"01001, 01002\"\nX;ACI;02001\n", after: "3300"),
    Case(
      name: "a range in words",
      list: "cpts;stade;communes\nX;ACI;de 01001 à 01002\nX;ACI;02001\n", before: "300",
      told: ["toutes de 01001 à 01002"],
      mended: "cpts;stade;communes\nX;ACI;\"01001, 01002\"\nX;ACI;02001\n", after: "3300"),
    Case(
      name: "a number beside a code",
      list: "cpts;stade;communes\nX;ACI;01001 (50)\nX;ACI;02001\n", before: "300",
      told: ["un nombre à côté de 01001", "écrivez 01001 seul"],
      mended: "cpts;stade;communes\nX;ACI;01001\nX;ACI;02001\n", after: "1300"),
    Case(
      name: "a share", list: "cpts;stade;communes\nX;ACI;Aulnay 50%\nX;ACI;Cère\n", before: "300",
      told: ["« Aulnay 50% » laisse un doute", "chacune en entier"],
      mended: "cpts;stade;communes\nX;ACI;Aulnay\nX;ACI;Cère\n", after: "1300"),
    Case(
      name: "a mark of a note", list: "cpts;stade;code\nX;ACI;01001*\nX;ACI;02001\n", before: "300",
      told: ["écrivez 01001 sans ce signe"], mended: "cpts;stade;code\nX;ACI;01001\nX;ACI;02001\n",
      after: "1300"),
    Case(
      name: "a department among communes", list: "cpts;stade;communes\nX;ACI;Ain\nX;ACI;02001\n",
      before: "300", told: ["« Ain » n’est pas une commune, mais « département Ain »"],
      mended: "cpts;stade;communes\nX;ACI;département Ain\nX;ACI;02001\n", after: "3300"),
    Case(
      name: "the code of a department among communes",
      list: "cpts;stade;communes\nX;ACI;01\nX;ACI;02001\n", before: "300",
      told: ["« 01 » n’est pas une commune, mais « département Ain »"],
      mended: "cpts;stade;communes\nX;ACI;département Ain\nX;ACI;02001\n", after: "3300"),
    Case(
      name: "a region among names of communes",
      list: "cpts;stade;commune\nX;ACI;Hauts-de-France\nY;ACI;Aulnay\nY;ACI;Brie\n",
      before: "3000", told: ["mais « région Hauts-de-France »"],
      mended: "cpts;stade;commune\nX;ACI;région Hauts-de-France\nY;ACI;Aulnay\nY;ACI;Brie\n",
      after: "3340"),
  ]

  /// A list of two CPTS, the second of Cère.
  private static func list(_ cell: String) -> String {
    "cpts;stade;communes\nX;ACI;\"\(cell)\"\nY;ACI;02001\n"
  }

  /// What stands beside the code or the name of Brie in a cell, and may change what is meant.
  private static let notes: [Case] =
    [
      "01001; 01002 (retirée)", "01001; retrait 01002", "01001; 01002 : non", "01001; ex 01002",
      "01001; 01002 non couverte", "01001; 01002 en attente", "01001; futur 01002",
      "01001; 01002 en 2025", "01001; 01002 (CPTS Mont)", "01001; 01002 - non adhérente",
      "01001; 01002 IRIS 0101", "01001; 01002-Nord", "01001; 01002 (quartier du Bex)",
      "01001; 01002 et suivants", "01001; (01002)", "01001; 01002 Brie (à compter de 2027)",
      "01001; non retenues : Brie (01002)", "01001, non 01002", "01001; 01002 Brie (Aisne)",
      "Aulnay, Brie ✗", "Aulnay, ~~Brie~~", "Aulnay, (Brie)", "Aulnay, Brie †", "Aulnay, Brie...",
      "Aulnay, Brie *", "Aulnay ; - Brie",
    ].map { cell in
      Case(
        name: cell, list: list(cell), before: "1300", told: ["erreur,lieu_ambigu", "non couvert"],
        mended: list("01001; 01002"), after: "3300")
    }
    + [
      "01001 +01002 -02002", "01001 01002 -02002", "01001 & 01002 ≠ 02002", "01001; hormis 01002",
      "01001:01002", "Aulnay + Brie - Doux", "non retenues : 01001, Brie",
    ].map { cell in
      Case(
        name: cell, list: list(cell), before: "300", told: ["erreur,lieu_ambigu", "non couvert"],
        mended: list("01001, 01002"), after: "3300")
    }
    + [
      "Brie (01002)", "01002 - Brie", "Brie (code postal : 01000 / code insee : 01002)",
      "01002 Brie (Ain)", "commune de Brie (01002)", "01002 Brie cedex", "01002 (Ain)",
      "1. Brie (01002)",
      "01002 Brie (CC du Pays)", "01002 Brie (2 000 hab.)",
      "mairie de Brie 01002", "- Aulnay\n- 01002 Brie",
    ].map { cell in
      Case(
        name: cell, list: list(cell), before: cell.contains("Aulnay") ? "3300" : "2300", told: [])
    }

  /// The same in a column of names beside one of codes.
  private static let named: [Case] =
    [
      "Brie (exclue)", "Brie (partie sud)", "hors Brie", "Brie (retirée)", "quartier du Bex",
      "Brie (IRIS Centre)", "non couverte", "Brie ✗",
    ].map { name in
      Case(
        name: "named \(name)",
        list: "cpts;stade;code;commune\nX;ACI;01001;Aulnay\nX;ACI;01002;\(name)\n", before: "1000",
        told: ["erreur,lieu_ambigu", "non couvert"],
        mended: "cpts;stade;code;commune\nX;ACI;01001;Aulnay\nX;ACI;01002;Brie\n", after: "3000")
    }
    + [
      ("% de la commune", "50"), ("Part", "partie"), ("Périmètre", "partiel"),
      ("Couverture", "partielle"), ("Quartiers", "Nord"), ("IRIS", "0101"),
      ("Rattachement", "partiel"),
    ].map { header, value in
      Case(
        name: "a part in \(header)",
        list: "cpts;stade;code;\(header)\nX;ACI;01001;\(value)\nX;ACI;01002;\n", before: "3000",
        told: ["attention,colonne_inutilisee,cpts.csv,2,\(header)", "ôtez du fichier"],
        mended: "cpts;stade;code\nX;ACI;01002\n", after: "2000")
    }

  /// One column of codes beside one of territories that says more.
  private static let territories: [Case] =
    ["Communes", "Communes couvertes", "Liste des communes", "Territoire", "Périmètre"].flatMap {
      header in
      let list = "cpts;Code INSEE;\(header);stade\nX;01001;\"Aulnay, Brie\";ACI\nY;02001;Cère;ACI\n"
      return ["code", "territoire"].map { role in
        Case(
          name: "\(header) beside a code, \(role)", list: list,
          told: [
            "cpts.csv:2: ",
            "--map-column \(header.contains(" ") ? "'code=\(header)'" : "code=\(header)")",
          ],
          options: ["--map-column", "\(role)=\(header)"], after: "3300")
      } + [
        Case(
          name: "the code beside \(header)", list: list,
          told: ["--map-column 'code=Code INSEE'"],
          options: ["--map-column", "code=Code INSEE"], after: "1300")
      ]
    }
    + ["ACI signé ?", "≠ ACI signé", "ACI ✗", "ACI ❌", "~~ACI signé~~", "< ACI", "¬ACI"].map {
      stage in
      Case(
        name: "stage \(stage)", list: "cpts;stade;code\nX;\(stage);01001\n",
        told: ["cpts.csv:2: stade inconnu"], mended: "cpts;stade;code\nX;ACI;01001\n", after: "1000"
      )
    }

  private static let columns: [Case] = [
    Case(
      name: "rows that may not count",
      list: "cpts;stade;code;Inclus\nX;ACI;01001;oui\nX;ACI;01002;non\n", before: "3000",
      told: ["attention,colonne_inutilisee", "des oui et des non", "ôtez du fichier"],
      mended: "cpts;stade;code;Inclus\nX;ACI;01001;oui\n", after: "1000"),
    Case(
      name: "zeros and ones", list: "cpts;stade;code;Retenue\nX;ACI;01001;1\nX;ACI;01002;0\n",
      before: "3000", told: ["attention,colonne_inutilisee", "des oui et des non"],
      mended: "cpts;stade;code\nX;ACI;01001\n", after: "1000"),
    Case(
      name: "several places in a column",
      list: "cpts;stade;code;Autres lieux\nX;ACI;01001;\"Aulnay, Brie\"\n", before: "1000",
      told: ["plusieurs communes par cellule", "--map-column 'code=Autres lieux'"],
      options: ["--map-column", "code=Autres lieux"], after: "3000"),
    Case(
      name: "communes that are left out",
      list: "cpts;stade;code;Exclues\nX;ACI;01001;01002\nX;ACI;01002;\n", before: "3000",
      told: ["codes de communes", "n’écrivez que celles que la CPTS couvre"],
      mended: "cpts;stade;code\nX;ACI;01001\n", after: "1000"),
    Case(
      name: "a day of closing",
      list: "cpts;stade;code;Jour de clôture\nX;ACI;01001;01/01/2023\nY;ACI;01002;\n",
      before: "3000", told: ["--map-column 'date_fin=Jour de clôture'"],
      options: ["--map-column", "date_fin=Jour de clôture"], after: "2000"),
    Case(
      name: "a day of whatever",
      list: "cpts;stade;code;Jour J\nX;ACI;01001;01/01/2023\nY;ACI;01002;\n",
      before: "3000", told: ["--map-column 'ROLE=Jour J'", "date_fin, date_aci"],
      options: ["--map-column", "date_fin=Jour J"], after: "2000"),
    Case(
      name: "a commune that left",
      list: "cpts;stade;code;Sortie le\nX;ACI;01001;01/01/2023\nX;ACI;01002;\n",
      before: "3000", told: ["--map-column 'date_fin_commune=Sortie le'"],
      options: ["--map-column", "date_fin_commune=Sortie le"], after: "2000"),
    Case(
      name: "points", list: "cpts;stade;code;geo_point_2d\nX;ACI;01001;\"46.1, 2.3\"\n",
      before: "1000", told: ["attention,colonne_inutilisee", "un point ne dit pas un territoire"]),
    Case(
      name: "latitudes and longitudes",
      list: "cpts;stade;code;latitude;longitude\nX;ACI;01001;46.1;2.3\n", before: "1000",
      told: ["latitude,des coordonnées de points", "longitude,des coordonnées de points"]),
    Case(
      name: "numbers of establishments",
      list: "cpts;stade;code;SIRET\nX;ACI;01001;73282932000074\n", before: "1000",
      told: ["attention,colonne_inutilisee", "SIRET"]),
    Case(
      name: "postal codes beside codes",
      list: "cpts;stade;code;Code postal\nX;ACI;01001;01150\n", before: "1000",
      told: ["information,colonne_inutilisee,cpts.csv,2,Code postal", "les codes INSEE servent"]),
    Case(
      name: "a title with commas of its own",
      list: "Liste des CPTS, ARS Bretagne, 2024\ncode;cpts;stade\n01001;X;ACI\n", before: "1000",
      told: []),
    Case(
      name: "a title that names what follows",
      list: "CPTS, ARS Bretagne, 2024\ncode,cpts,stade\n01001,X,ACI\n", before: "1000", told: []),
    Case(
      name: "a code among signs and words",
      list: "cpts;stade;code\nX;ACI;(01001)\nX;ACI;INSEE 01002\nX;ACI;« 02001 »\n", before: "3300",
      told: [
        "code_repare,cpts.csv,2,(01001)", "code_repare,cpts.csv,3,INSEE 01002",
        "code_repare,cpts.csv,4,« 02001 »",
      ]),
  ]

  private static let spoiled: [Case] = [
    Case(
      name: "a stage crossed beyond dates",
      list: "cpts;code;Date LI;ACI\nX;01001;01/02/2019;x\nY;02001;01/03/2019;\n",
      told: ["cpts.csv:2: ", "« ACI » est coché sans jour", "dans la colonne « ACI »"],
      mended: "cpts;code;Date LI;ACI\nX;01001;01/02/2019;2021\nY;02001;01/03/2019;\n",
      after: "1300"),
    Case(
      name: "crosses in the place of dates",
      list: "cpts;code;LI;PS;Date ACI\nX;01001;12/2018;x;\nY;02001;;x;02/2019\n",
      told: ["« PS » est coché sans jour", "ou une croix sous chaque stade atteint"],
      mended: "cpts;code;LI;PS;ACI\nX;01001;x;x;\nY;02001;;x;x\n", after: "1300"),
    Case(
      name: "a remark that ends a CPTS",
      list: "cpts;stade;code;Observations\nX;ACI;01001;réunion le 3\nY;ACI;02001;CPTS dissoute\n",
      before: "1300",
      told: ["attention,colonne_inutilisee", "« CPTS dissoute »", "ôtez du fichier les lignes"],
      mended: "cpts;stade;code;Observations\nX;ACI;01001;réunion le 3\n", after: "1000"),
    Case(
      name: "rows in quotes", list: "\"cpts,stade,code\"\n\"X,ACI,01001\"\n",
      told: ["cpts.csv:1: chaque ligne tient dans une seule cellule", "ôtez les guillemets"],
      mended: "cpts,stade,code\nX,ACI,01001\n", after: "1000"),
    Case(
      name: "accents decoded twice", list: "cpts;stade;code\nX;ACI signÃ©;01001\n",
      told: ["cpts.csv:2: ", "accents abîmés", "CSV UTF-8"],
      mended: "cpts;stade;code\nX;ACI signé;01001\n", after: "1000"),
    Case(
      name: "accents of another system", list: "cpts;stade;code\nX;ACI signŽ;01001\n",
      told: ["cpts.csv:2: ", "Mac OS Roman"],
      mended: "cpts;stade;code\nX;ACI signé;01001\n", after: "1000"),
    Case(
      name: "a formula that failed", list: "cpts;stade;code\nX;ACI;#N/A\nX;ACI;02001\n",
      before: "300", told: ["erreur,lieu_inconnu", "l’erreur d’une formule"],
      mended: "cpts;stade;code\nX;ACI;01001\nX;ACI;02001\n", after: "1300"),
    Case(
      name: "a CPTS that is an error", list: "cpts;stade;code\n#REF!;ACI;01001\nX;ACI;02001\n",
      before: "300", told: ["erreur,ligne_incomplete", "l’erreur d’une formule"],
      mended: "cpts;stade;code\nY;ACI;01001\nX;ACI;02001\n", after: "1300"),
    Case(
      name: "names in the first row of each alone", list: "cpts;code;stade\nX;;ACI\n;01001;\n",
      told: ["(ligne 3), comme en cellules fusionnées", "répétez le nom de la CPTS"],
      mended: "cpts;code;stade\nX;;ACI\nX;01001;\n", after: "1000"),
    Case(
      name: "drawings in binary form",
      list: "cpts;stade;geom\nX;ACI;0106000020E6100000010000000103000000\n",
      told: ["WKB", "ST_AsText"],
      mended:
        "cpts;stade;wkt\nX;ACI;\"POLYGON((2 46,2.01 46,2.01 46.01,2 46.01,2 46))\"\n",
      after: "1000"),
    Case(
      name: "latitudes first",
      list: "cpts;stade;wkt\nX;ACI;\"POLYGON((46 2,46 2.01,46.01 2.01,46.01 2,46 2))\"\n",
      told: ["coordonnées échangées", "la longitude (ou l’est) d’abord"],
      mended:
        "cpts;stade;wkt\nX;ACI;\"POLYGON((2 46,2.01 46,2.01 46.01,2 46.01,2 46))\"\n",
      after: "1000"),
  ]

  private func covered(
    _ list: String, _ options: [String]
  ) throws -> (outcome: Outcome, people: String?, record: String) {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", list)
    let outcome = try Command.run(
      [
        "report", "--units", "units.geojson", "--cpts", "cpts.csv", "--at", "2026-01-01",
        "--output", "out",
      ] + options, in: scratch.folder)
    guard outcome.code == 0 else { return (outcome, nil, outcome.message) }
    let rows = try scratch.table("out/couverture.csv").rows
    let people = rows.first { $0["stade"] == "lettre_intention" }?["population_cumulee"]
    return (outcome, people, try scratch.text("out/anomalies.csv"))
  }

  @Test(
    "what is told covers nobody by guess, and its cure covers whom it says",
    arguments: codes + notes + named + territories + columns + spoiled)
  func followed(_ study: Case) throws {
    let first = try covered(study.list, [])
    #expect(first.people == study.before, "\(first.outcome.message)")
    for word in study.told {
      #expect(first.record.contains(word), "\(word): \(first.record)")
    }
    guard let after = study.after else { return }
    let second = try covered(study.mended ?? study.list, study.options)
    #expect(second.people == after, "\(second.outcome.message)")
  }

  /// People of the four squares in other words, all of them or what is said.
  private static let files: [(file: String, options: [String], told: String, isRead: Bool)] = [
    (
      "commune;population\nAulnay;1000\nBrie;2000\nCère;300\nDoux;40\n", [],
      "4 noms sans code", true
    ),
    (
      "commune;population\nAulnay;1000\nBrie;2000\nCère;300\nDoux;40\n",
      ["--map-column", "code=commune"], "4 noms sans code", true
    ),
    (
      "commune;population\nAulnay;1000\nBrie;2000\nCère;300\nDoux;40\nDoux;7\n", [],
      "p.csv:6: deux lignes nomment « Doux »", false
    ),
    (
      "commune;dep;population\nAulnay;01;1000\nBrie;01;2000\nCère;02;300\nDoux;02;40\nDoux;39;7\n",
      [], "« Doux »", true
    ),
    ("code;hommes;femmes\n01001;500;500\n", [], "leur somme : « hommes », « femmes »", false),
    (
      "code;hommes;femmes\n01001;500;500\n", ["--population-column", "hommes"],
      "ne compte qu’une partie des habitants", false
    ),
    (
      "code;hommes;femmes;population\n01001;500;500;1000\n01002;1;1999;2000\n02001;1;299;300\n"
        + "02002;1;39;40\n", [], "hommes", true
    ),
    ("code;population (milliers)\n01001;1,5\n", [], "multipliez par 1000", false),
    (
      "code;population (milliers)\n01001;1,5\n",
      ["--population-column", "population (milliers)"], "multipliez par 1000", false
    ),
    (
      "code;population\n01 001;1000\n01 002;2000\n02 001;300\n02 002;40\n", [],
      "code_repare,p.csv,2,01 001", true
    ),
    ("code;pop65+\n01001;100\n", [], "ne compte qu’une partie des habitants", false),
    ("code;POP1564\n01001;100\n", [], "ne compte qu’une partie des habitants", false),
    ("code;population_2050\n01001;100\n", [], "ne compte qu’une partie des habitants", false),
    (
      "code;population municipale 65+\n01001;100\n", [], "ne compte qu’une partie des habitants",
      false
    ),
    (
      "code;Densité de population\n01001;100\n", ["--population-column", "Densité de population"],
      "ne compte qu’une partie des habitants", false
    ),
    (
      "code;ménages\n01001;100\n", ["--population-column", "ménages"],
      "ne compte qu’une partie des habitants", false
    ),
    ("code;population (x1000)\n01001;1\n", [], "multipliez par 1000", false),
    (
      "code;Population (k)\n01001;1\n", ["--population-column", "Population (k)"], "en milliers",
      false
    ),
    (
      "code;Total;Hommes;Femmes\n01001;1000;500;500\n", [], "--population-column Total", false
    ),
    (
      "code;Total;Hommes;Femmes\n01001;1000;500;500\n01002;2000;1;1999\n02001;300;1;299\n"
        + "02002;40;1;39\n", ["--population-column", "Total"], "Hommes", true
    ),
    (
      "code;population 2021;population 65+\n01001;1000;1\n01002;2000;1\n02001;300;1\n02002;40;1\n",
      [], "population 65+", true
    ),
    (
      "code;population\n01001;1,000\n01002;2,100\n02001;0,300\n02002;0,04\n", [], "en milliers",
      false
    ),
    (
      "code;population\n01001;29,9\n01002;59,8\n02001;8,98\n02002;1,2\n", [],
      "presque aucune n’est entière", false
    ),
    (
      "code;population\n01001;\"1,000.00\"\n01002;\"2,000.00\"\n02001;300.00\n02002;40.00\n", [],
      "gravite", true
    ),
    (
      "code;population\n01001;1.000,00\n01002;2.000,00\n02001;300,00\n02002;40,00\n", [],
      "gravite", true
    ),
    (
      "code;PMUN21\n01001;1000\n01002;2000\n02001;300\n02002;40\n", [], "gravite", true
    ),
    (
      "code;P20_POP\n01001;1000.0000001\n01002;2000\n02001;300\n02002;40\n", [], "gravite", true
    ),
  ]

  @Test("people by name, in parts or in thousands", arguments: files.indices)
  func counted(index: Int) throws {
    let (file, options, told, isRead) = Self.files[index]
    let scratch = try Scratch.world()
    try scratch.write("p.csv", file)
    let outcome = try Command.run(
      [
        "report", "--units", "units.geojson", "--cpts", "cpts.csv", "--population", "p.csv",
        "--output", "out",
      ] + options, in: scratch.folder)
    #expect(outcome.code == (isRead ? 0 : 65), "\(outcome.message)")
    let record = isRead ? try scratch.text("out/anomalies.csv") : outcome.message
    #expect(record.contains(told), "\(record)")
    guard isRead else { return }
    #expect(try scratch.resume().totaux.population_totale == 3340)
  }

  @Test("people that cannot be read are one line, and units without any another")
  func manyUnknown() throws {
    let scratch = try Scratch.world()
    let squares = (0..<12).map { column in
      Square("030\(column + 10)", "Carré \(column)", "1", column: column, row: 3)
    }
    try scratch.write("units.geojson", World.collection((World.squares + squares).map(\.feature)))
    try scratch.write(
      "p.csv",
      "code;population\n01001;1000\n01002;2000\n"
        + squares.prefix(6).map { "\($0.code);secret\n" }.joined())
    let outcome = try scratch.report("--population", "p.csv")
    #expect(outcome.code == 0, "\(outcome.message)")
    let told = try scratch.table("out/anomalies.csv").rows.filter {
      $0["regle"] == "unite_sans_population"
    }
    #expect(told.count == 2)
    #expect(told[0]["constat"]?.hasPrefix("6 lignes, dont 03010 : « secret »") ?? false)
    #expect(told[1]["constat"]?.hasPrefix("8 unités de population inconnue (02001 Cère") ?? false)
  }

  @Test("a map that only refers to another says how to have that one")
  func links() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "carte.kml",
      "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><NetworkLink><Link><href>x</href></Link></NetworkLink></kml>"
    )
    let outcome = try scratch.report(cpts: "carte.kml")
    #expect(outcome.code == 65 && outcome.message.contains("NetworkLink"))
    #expect(outcome.message.contains("exportez la carte elle-même"))
  }

  @Test("a column of what is left out is no column of communes")
  func exclusions() throws {
    let list = "cpts;stade;code;Exclues\nX;ACI;01001;01002\n"
    let refused = try covered(list, ["--map-column", "code=Exclues"])
    #expect(refused.outcome.code == 65 && refused.record.hasPrefix("cpts.csv:1: "))
    #expect(refused.record.contains("renommez-la"))
    let renamed = list.replacing("Exclues", with: "Autres")
    #expect(try covered(renamed, ["--map-column", "code=Autres"]).people == "2000")
  }
}
