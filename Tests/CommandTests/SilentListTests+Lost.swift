import Testing

extension SilentListTests {
  // MARK: What a spreadsheet or a format took away

  @Test("identifiers without their last digits stop where rows share them; whole ones are read")
  func roundedIdentifiers() throws {
    try lists.refuse(
      "FINESS;code;stade\n1,50E+08;01001;ACI\n1,50E+08;02001;LI\n", nil, [], "l.csv:3: ",
      "comme du texte")
    try lists.expect(
      "FINESS;code;stade\n150000011;01001;ACI\n150000029;02001;LI\n",
      cpts: ["150000011 aci_signe 1000", "150000029 lettre_intention 300"])
  }

  @Test("a list that ends where formats cut is told", arguments: [253, 254, 255, 256])
  func cutCells(length: Int) throws {
    let cell = "01001;" + String(repeating: " ", count: length - 11) + "01002"
    let scratch = try lists.world("cpts;stade;communes\nX;ACI;\"\(cell)\"\n")
    #expect(try lists.report(scratch).code == 0)
    let told = try lists.told(scratch, "communes_par_cellule").filter { $0.hasPrefix("attention") }
    #expect(told.count == ((254...255).contains(length) ? 1 : 0), "\(told)")
    #expect(told.allSatisfy { $0.contains("01002 »") && $0.contains("une ligne par commune") })
  }

  @Test("stages of another year than the study are told, and the day that is named is theirs")
  func stagesOfAnotherYear() throws {
    for (header, day) in [
      ("Stade au 31/12/2019", "2019-12-31"), ("Stade 2019", "2019-12-31"),
      ("Stade (30-06-2030)", "2030-06-30"),
    ] {
      let list = "cpts;code;\(header)\nX;01001;ACI\n"
      try lists.expect(list, cpts: ["X aci_signe 1000"], "stade_contraire_aux_dates", "--at \(day)")
      let scratch = try lists.world(list)
      let outcome = try Command.run(
        [
          "report", "--units", "units.geojson", "--cpts", "l.csv", "--at", day, "--output", "out",
        ], in: scratch.folder)
      #expect(outcome.code == 0, "\(outcome.message)")
      #expect(try lists.told(scratch, "stade_contraire_aux_dates") == [])
      #expect(try lists.cpts(scratch) == ["X aci_signe 1000"])
    }
  }

  @Test("abbreviations with points and the word association make no second CPTS in silence")
  func names() throws {
    for (name, other) in [
      ("C.P.T.S. Val", "CPTS Val"), ("Association CPTS du Val", "CPTS du Val"),
      ("CPTS du Val (01)", "CPTS Val"),
    ] {
      let scratch = try lists.world("cpts;code;stade\n\(name);01001;ACI\n\(other);01002;ACI\n")
      #expect(try lists.report(scratch).code == 0)
      #expect(try lists.told(scratch, "cpts_similaires").count == 1)
      #expect(try lists.report(scratch, ["--merge-similar"]).code == 0)
      #expect(try lists.cpts(scratch).map { $0.hasSuffix("aci_signe 3000") } == [true])
    }
  }

  @Test("units whose people look like thousands are told; multiplied, they are not")
  func thousands() throws {
    let scratch = try Scratch.world()
    let people = ["20.0", "6.0", "0.7", "3.0"]
    try scratch.write(
      "units.geojson",
      World.collection(zip(World.squares, people).map { $0.people($1).feature }))
    #expect(try scratch.report().code == 0)
    #expect(
      try lists.told(scratch, "population_non_entiere").contains {
        $0.hasPrefix("attention") && $0.contains("multipliez par 1000")
      })
    let whole = ["20000", "6000", "700", "3000"]
    try scratch.write(
      "units.geojson",
      World.collection(zip(World.squares, whole).map { $0.people($1).feature }))
    #expect(try scratch.report().code == 0)
    #expect(try lists.told(scratch, "population_non_entiere") == [])
  }
}
