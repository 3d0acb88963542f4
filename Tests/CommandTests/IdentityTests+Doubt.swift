import Testing

// Texts and columns that may name another CPTS, or none.

extension IdentityTests {
  @Test(
    "words of no CPTS and words of one to come are none",
    arguments: [
      "n.c.", "N/C", "SO", "NSP", "ZB", "Autres", "A pourvoir", "en projet", "CPTS en projet",
      "CPTS à créer", "En cours de création", "Zone sans CPTS", "Territoire non couvert",
      "Pas encore",
    ])
  func moreWords(word: String) throws {
    let isDenial = ["Zone sans CPTS", "Territoire non couvert", "Pas encore"].contains(word)
    try expect(
      "cpts;code\nX;01001\n\(word);01002\n", nil, ["--default-stage", "aci_signe"],
      cpts: ["X aci_signe 1000"], "sans_cpts", isDenial ? "information 3 " : "attention 3 ")
  }

  @Test("a date of end on some rows of a CPTS is said to end all of it")
  func partlyEnded() throws {
    let list =
      "CPTS;code;Stade;Date de fin\nX;01001;ACI;\nX;01002;ACI;01/01/2022\nY;02001;LI;\n"
    try expect(
      list, cpts: ["X aucun 3000", "Y lettre_intention 300"], "date_douteuse",
      "attention 3 date_fin sur 1 des 2 lignes")
    try expect(
      list.replacing("X;01002;ACI;01/01/2022\n", with: ""),
      cpts: ["X aci_signe 1000", "Y lettre_intention 300"])
    // A list that says all of a CPTS in its first row.
    let scratch = try world(
      "CPTS;code;Stade;Date de fin\nX;01001;ACI;01/01/2022\nX;01002;;\nY;02001;LI;\n")
    #expect(try report(scratch).code == 0)
    #expect(try told(scratch, "date_douteuse") == [])
  }

  @Test("the commune of a seat before numbered communes is told, and counts under its number")
  func seatBeforeCommunes() throws {
    let list =
      "CPTS;Stade;Commune siège;Commune 2;Commune 3\nX;ACI;01001;01002;\nY;LI;02001;02002;\n"
    try expect(
      list, cpts: ["X aci_signe 2000", "Y lettre_intention 40"], "communes_par_cellule",
      "attention 1 « Commune siège »")
    try expect(
      list.replacing("Commune siège", with: "Commune 1"),
      cpts: ["X aci_signe 3000", "Y lettre_intention 340"])
  }

  @Test(
    "signs that may stand between CPTS are told",
    arguments: [
      "Val ou Mont", "Val (et Mont)", "Val 60% / Mont 40%", "Val 60 % / Mont 40 %", "Val\\Mont",
      "Val (ex Mont)",
    ])
  func looseSigns(cell: String) throws {
    try expect(
      "cpts;stade;code\nVal;ACI;01001\nMont;ACI;02001\n\(cell);ACI;01002\n",
      cpts: ["Mont aci_signe 300", "Val aci_signe 1000", "\(cell) aci_signe 2000"],
      "plusieurs_cpts",
      "attention 4 ")
  }

  @Test("a second column of CPTS stops, or is told; a row for each is right")
  func secondColumns() throws {
    try refuse(
      "code;CPTS;CPTS 2;Stade\n01001;Val;Mont;ACI\n01002;Val;;ACI\n02001;;Mont;ACI\n", nil, [],
      "l.csv:2: ", "« CPTS »", "« CPTS 2 »", "une ligne à chaque CPTS")
    try expect(
      "code;CPTS;Stade\n01001;Val;ACI\n01001;Mont;ACI\n01002;Val;ACI\n02001;Mont;ACI\n",
      cpts: ["Mont aci_signe 1300", "Val aci_signe 3000"])
    try expect(
      "code;CPTS;CPTS secondaire;Stade\n01001;Val;Mont;ACI\n02001;Mont;;LI\n",
      cpts: ["Mont lettre_intention 300", "Val aci_signe 1000"], "colonne_inutilisee",
      "d’autres CPTS que celle de leur ligne (« Mont »…)")
  }
}
