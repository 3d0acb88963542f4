import Testing

// What was told, or counted, though nothing was wrong.

extension IdentityTests {
  @Test("identifiers that were put together are not told as two")
  func joined() throws {
    for (id, other) in [
      ("C001", "c001"), ("84-001", "84/001"), ("CPTS-001", "CPTS001"), ("A 1", "A1"), ("1", "1,0"),
    ] {
      let scratch = try world("id_cpts;stade\n\(id);ACI\n", "id_cpts;code\n\(other);01001\n")
      let outcome = try report(scratch, ["--cpts", "s.csv"])
      #expect(outcome.code == 0, "\(id): \(outcome.message)")
      #expect(try people(scratch, "aci_signe") == "1000")
      #expect(try told(scratch, "identifiants_proches").count == 1, "\(id)")
      #expect(try told(scratch, "cpts_similaires") == [], "\(id)")
      #expect(try told(scratch, "plusieurs_cpts") == [], "\(id)")
    }
  }

  @Test("counts and notes below a table are no CPTS")
  func notesBelow() throws {
    for row in [
      "Nombre de CPTS;2;", "Population couverte;32368;", "Moyenne;;", "Légende;;",
      "ACI = accord conventionnel;;", "(*) : 15267 retirée;;",
    ] {
      try expect(
        "cpts;code;stade\nX;01001;ACI\n\(row)\n", cpts: ["X aci_signe 1000"], "ligne_de_total",
        "information 3 ")
    }
  }

  @Test(
    "what a table says of its communes, or of itself, is for the record",
    arguments: [
      "lat|46.05|46.15|46.25", "Arrondissement|Aulnay|Aulnay|Aulnay",
      "Bassin de vie|Aulnay|Aulnay|Brie", "Date de mise à jour|01/12/2022|01/12/2022|01/12/2022",
      "ZRR|oui|oui|non", "Éligible IJ|oui|oui|non",
    ])
  func attributes(column: String) throws {
    let cells = column.split(separator: "|").map(String.init)
    let scratch = try world(
      "CPTS;code;Stade;\(cells[0])\nX;01001;ACI;\(cells[1])\nX;01002;ACI;\(cells[2])\n"
        + "Y;02001;LI;\(cells[3])\n")
    #expect(try report(scratch).code == 0)
    let lines = try told(scratch, "colonne_inutilisee").filter { $0.hasPrefix("attention") }
    #expect(lines == [])
  }

  @Test("a list of all communes: those without a CPTS are counted in one line")
  func freeCommunes() throws {
    let list = "code;CPTS;Stade\n01001;X;ACI\n01002;X;ACI\n02001;;\n02002;;"
    for stage in ["", "aucun"] {
      try expect(
        list.replacing(";;", with: ";;\(stage)") + "\n", cpts: ["X aci_signe 3000"], "sans_cpts",
        "information 4 2 communes sans CPTS")
    }
    // A stage without a CPTS, and merged cells, are still told for each row.
    for list in [
      "code;CPTS;Stade\n01001;X;ACI\n01002;X;ACI\n02001;;LI\n",
      "code;CPTS;Stade\n01001;X;ACI\n01002;;\n02001;Y;ACI\n",
    ] {
      let scratch = try world(list)
      #expect(try report(scratch).code == 0)
      #expect(try told(scratch, "ligne_incomplete").count == 1, "\(list)")
    }
  }

  @Test("the list of communes that a study writes can be given back")
  func ownCommunes() throws {
    let scratch = try world("code;CPTS;Stade\n01001;X;ACI\n01002;X;ACI\n")
    #expect(try report(scratch).code == 0)
    try scratch.write("l.csv", try scratch.text("out/communes.csv"))
    #expect(try report(scratch).code == 0)
    #expect(try people(scratch) == "3000")
    for rule in ["ligne_incomplete", "colonne_inutilisee", "sans_cpts"] {
      #expect(try told(scratch, rule).allSatisfy { $0.hasPrefix("information") }, "\(rule)")
    }
  }

  @Test("two drawings of one CPTS that overlap lie no further outside than one")
  func overlapping() throws {
    let scratch = try world("")
    let feature =
      "{\"type\":\"Feature\",\"properties\":{\"cpts\":\"X\",\"stade\":\"ACI\"},\"geometry\":"
      + World.aulnay.geometry + "}"
    try scratch.write("l.csv", World.collection([feature, feature]))
    #expect(try report(scratch).code == 0)
    #expect(try people(scratch) == "1000")
    #expect(try told(scratch, "dessin_deborde") == [])
  }
}
