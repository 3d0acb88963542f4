import Testing

// Tables of crosses of which a cell is none, and columns of no CPTS.

extension IdentityTests {
  @Test(
    "a cell beside crosses under stages stops, and x or nothing is right",
    arguments: ["en cours", "?", "signé", "prévu"])
  func oddStageCross(cell: String) throws {
    let list = "CPTS;code;LI;PS;ACI\nX;01001;x;x;x\nX;01002;x;x;x\nY;02001;x;;\(cell)\n"
    try refuse(list, nil, [], "l.csv:4: ", "« \(cell) »", "« ACI »", "écrivez x")
    try expect(
      list.replacing(";\(cell)", with: ";x"), cpts: ["X aci_signe 3000", "Y aci_signe 300"])
    try expect(
      list.replacing(";\(cell)", with: ";"), cpts: ["X aci_signe 3000", "Y lettre_intention 300"])
  }

  @Test("words and numbers under stages stop where a stage beside them has crosses")
  func otherStageColumns() throws {
    try refuse(
      "CPTS;code;LI;PS;ACI\nX;01001;1;1;1\nX;01002;1;1;1\nY;02001;1;0;2\n", nil, [], "l.csv:4: ",
      "« 2 »")
    try refuse(
      "CPTS;code;LI;PS;ACI\nX;01001;x;x;signé\nY;02001;x;;\n", nil, [], "l.csv:2: ", "« signé »")
    // A column of “non” says that nobody is there: it is used, and no option for it is named.
    let scratch = try world("CPTS;code;LI;PS;ACI\nX;01001;oui;oui;non\nY;02001;oui;non;non\n")
    #expect(try report(scratch).code == 0)
    #expect(try cpts(scratch) == ["X projet_sante_valide 1000", "Y lettre_intention 300"])
    #expect(try told(scratch, "colonne_inutilisee") == [])
    let answers = try world("CPTS;code;ACI\nX;01001;non\nY;02001;non\n")
    #expect(try report(answers, ["--default-stage", "lettre_intention"]).code == 0)
    #expect(try !told(answers, "colonne_inutilisee").contains { $0.contains("stade=ACI") })
  }

  @Test(
    "a column of a CPTS of which a cell is no cross stops, and is named",
    arguments: [
      ("code;commune;Val;Mont\n01001;Aulnay;1;\n01002;Brie;2;\n02001;Cère;;1\n", 3, "2", "Val"),
      (
        "code;commune;Val;Mont;Lac\n01001;Aulnay;x;;\n02001;Cère;;x;\n02002;Doux;;;2\n", 4, "2",
        "Lac"
      ),
      (
        "code;commune;Val;Mont;Lac\n01001;Aulnay;x;;\n02001;Cère;;x;\n02002;Doux;;;en cours\n", 4,
        "en cours", "Lac"
      ),
      (
        "code;commune;CPTS Val;CPTS Mont;CPTS Lac\n01001;Aulnay;x;;\n02001;Cère;;x;\n"
          + "02002;Doux;;;en cours\n", 4, "en cours", "CPTS Lac"
      ),
    ])
  func lostColumn(list: String, line: Int, cell: String, name: String) throws {
    let all = ["--default-stage", "aci_signe"]
    try refuse(list, nil, all, "l.csv:\(line): ", "« \(cell) »", "« \(name) »", "écrivez x")
    let scratch = try world(
      list.split(separator: "\n").map {
        $0.hasSuffix(";\(cell)") ? $0.dropLast(cell.count) + "x" : $0
      }
      .joined(separator: "\n").replacing(";2;", with: ";x;") + "\n")
    #expect(try report(scratch, all).code == 0)
    #expect(try scratch.table("out/cpts.csv").rows.contains { $0["cpts_id"] == name })
  }

  @Test("columns beside crosses that tell of all communes, or are remarks, are left")
  func otherColumns() throws {
    for (name, values) in [
      ("Population", ["1000", "2000", "1"]), ("Observations", ["", "", "refus"]),
      ("Secteur", ["A", "A", "B"]), ("MSP", ["2", "0", "1"]),
    ] {
      try expect(
        "code;CPTS Val;CPTS Mont;\(name)\n01001;x;;\(values[0])\n01002;;x;\(values[1])\n"
          + "02001;;;\(values[2])\n", nil, ["--default-stage", "aci_signe"],
        cpts: ["CPTS Mont aci_signe 2000", "CPTS Val aci_signe 1000"])
    }
  }

  @Test(
    "other marks than crosses, and titles of CPTS, are refused with what to write",
    arguments: ["membre", "V", "1000"])
  func otherMarks(mark: String) throws {
    let all = ["--default-stage", "aci_signe"]
    for prefix in ["", "CPTS "] {
      let list =
        "code;commune;\(prefix)Val;\(prefix)Mont\n01001;Aulnay;\(mark);\n02001;Cère;;\(mark)\n"
      try refuse(list, nil, all, "l.csv:2: ", "« \(mark) »", "écrivez x")
      try expect(
        list.replacing("\(mark);\n", with: "x;\n").replacing(";;\(mark)", with: ";;x"), nil, all,
        cpts: ["\(prefix)Mont aci_signe 300", "\(prefix)Val aci_signe 1000"])
    }
    try refuse(
      "code;commune\nCPTS du Val;\n01001;Aulnay\nCPTS Mont;\n02001;Cère\n", nil, all, "l.csv:2: ",
      "répétez-y la CPTS")
    try expect(
      "code;commune;cpts_id\n01001;Aulnay;CPTS du Val\n02001;Cère;CPTS Mont\n", nil, all,
      cpts: ["CPTS Mont aci_signe 300", "CPTS du Val aci_signe 1000"])
  }

  @Test(
    "a column of no CPTS is none",
    arguments: ["Hors CPTS", "Aucune CPTS", "Sans CPTS", "Hors territoire"])
  func columnWithoutCPTS(name: String) throws {
    let all = ["--default-stage", "aci_signe"]
    for list in [
      "code;commune;CPTS Val;CPTS Mont;\(name)\n01001;Aulnay;x;;\n02001;Cère;;x;\n02002;Doux;;;x\n",
      "CPTS Val;CPTS Mont;\(name)\n01001;02001;02002\n",
    ] {
      try expect(
        list, nil, all, cpts: ["CPTS Mont aci_signe 300", "CPTS Val aci_signe 1000"], "sans_cpts",
        "la colonne « \(name) »")
    }
    try expect(
      "code;commune;Val;Mont;\(name)\n01001;Aulnay;x;;\n02001;Cère;;x;\n02002;Doux;;;x\n", nil, all,
      cpts: ["Mont aci_signe 300", "Val aci_signe 1000"], "sans_cpts", "la colonne « \(name) »")
    try refuse(
      "code;commune;CPTS Val;CPTS Mont;\(name)\n01001;Aulnay;x;;x\n02001;Cère;;x;\n", nil, all,
      "l.csv:2: ", "« \(name) »", "« CPTS Val »")
  }

  @Test("a drawing of no CPTS is none, by its name or that of its file")
  func drawingWithoutCPTS() throws {
    let scratch = try Scratch.world()
    func feature(_ square: Square, _ properties: String) -> String {
      "{\"type\":\"Feature\",\"properties\":{\(properties)},\"geometry\":\(square.geometry)}"
    }
    try scratch.write(
      "m.geojson",
      World.collection([
        feature(World.aulnay, "\"cpts\":\"Val\""), feature(World.cere, "\"cpts\":\"Hors CPTS\""),
      ]))
    try scratch.write("Hors CPTS.geojson", World.collection([feature(World.brie, "")]))
    let outcome = try Command.run(
      ["report", "--units", "units.geojson", "--cpts", "m.geojson", "--cpts", "Hors CPTS.geojson"]
        + ["--at", "2026-01-01", "--default-stage", "aci_signe", "--output", "out"],
      in: scratch.folder, language: "fr_FR.UTF-8")
    #expect(outcome.code == 0, "\(outcome.message)")
    #expect(try cpts(scratch) == ["Val aci_signe 1000"])
    #expect(try told(scratch, "sans_cpts").count == 2)
  }
}
