import Testing

/// Drawings and grids that are wrong: what is said, what is done, and that inputs are left alone.
@Suite struct DrawnFaultTests {
  /// Two triangles of Brie that meet in its middle: a half of it. Their areas cancel as drawn.
  private static let bowTie = Drawing(
    "A", "aci_signe", [(2.01, 46), (2.02, 46.01), (2.02, 46), (2.01, 46.01), (2.01, 46)])

  private func anomalies(_ scratch: Scratch) throws -> [[String?]] {
    try scratch.table("out/anomalies.csv").rows.map { row in
      ["gravite", "regle", "fichier", "ligne", "objet"].map { row[$0] }
    }
  }

  @Test("a bow tie is repaired for the computation, said with its areas, and left in its file")
  func repaired() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report(drawing: [Self.bowTie], ["--verify"]).code == 0)
    #expect(
      try anomalies(scratch) == [["attention", "territoire_repare", "dessins.geojson", "2", "A"]])
    let row = try scratch.table("out/anomalies.csv").rows[0]
    let areas = try #require(
      (row["traitement"] ?? "").firstMatch(
        of: /: 0\.0 m² avant, (\d+) m² après ; donnée intacte$/))
    // A half of 0.861 km².
    let after = try #require(Double(areas.1))
    #expect(abs(after - 430_500) < 500)
    #expect(try scratch.text("dessins.geojson") == Drawing.map([Self.bowTie]))
    let cpts = try scratch.table("out/cpts.csv")
    #expect(cpts[0, "population"] == "1000" && cpts[0, "superficie_km2"] == "0.430")
    #expect(try scratch.drawn().verification.ecarts == [])
  }

  @Test("a drawing in the sea covers nobody; one with latitude first is told what it is")
  func outside() throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.report(drawing: [
      Drawing("A", "ACI", Drawing.box(-10, 46, -9.9, 46.1)),
      Drawing("B", "ACI", [(46, 2), (46.01, 2), (46.01, 2.01), (46, 2.01), (46, 2)]),
      Drawing("C", "LI", Drawing.box(2, 46, 2.01, 46.01)),
    ])
    #expect(outcome.code == 0)
    #expect(
      try anomalies(scratch) == [
        ["erreur", "territoire_hors_unites", "dessins.geojson", "2", "A"],
        ["erreur", "territoire_hors_unites", "dessins.geojson", "3", "B"],
      ])
    let findings = try scratch.table("out/anomalies.csv").rows.map { $0["constat"] ?? "" }
    #expect(findings.map { $0.contains("coordonnées échangées") } == [false, true])
    #expect(try scratch.table("out/cpts.csv").rows.map { $0["population"] } == ["0", "0", "1000"])
    let strict = try scratch.report(cpts: "dessins.geojson", "--strict")
    #expect(strict.code == 65)
  }

  @Test("rows of a grid that cannot be used are named one by one, and the others count")
  func gridRows() throws {
    let scratch = try Scratch.world()
    let west = "CRS3035RES200mN2576600E3702800"
    try scratch.write(
      "carreaux.csv",
      """
      IdINSPIRE,Ind
      \(west),600
      CRS3035RES200mN2576600E3703200,1400
      carreau,5
      CRS3035RES200mN2576800E3703200,-3
      CRS3035RES200mN2576800E3702800,
      \(west),600
      \(west),601
      CRS3035RES200mN2576850E3703200,7
      CRS3035RES200mN2576800E3703200,1,2

      """)
    let drawing = Drawing("A", "ACI", World.westOfBrie)
    #expect(try scratch.report(drawing: [drawing], ["--grid", "carreaux.csv"]).code == 0)
    let rows = try anomalies(scratch).map { $0.prefix(4).map { $0 ?? "" }.joined(separator: " ") }
    #expect(
      Set(rows) == [
        "erreur carreau_ecarte carreaux.csv 4", "erreur carreau_ecarte carreaux.csv 5",
        "erreur carreau_ecarte carreaux.csv 6", "information carreau_en_double carreaux.csv 7",
        "erreur carreau_en_double carreaux.csv 8", "erreur carreau_ecarte carreaux.csv 9",
        "erreur ligne_irreguliere carreaux.csv 10",
      ])
    #expect(rows.count == 7)
    let input = try scratch.resume().input("carreaux.csv")
    #expect(input.lignes_lues == 9 && input.lignes_retenues == 2 && input.lignes_ecartees == 7)
    #expect(try scratch.table("out/cpts.csv")[0, "population"] == "600")
  }

  @Test("a grid without any usable row, or in no known place, is 65")
  func gridRefused() throws {
    let scratch = try Scratch.world()
    let drawing = Drawing("A", "ACI", World.westOfBrie)
    for (text, message) in [
      ("IdINSPIRE,Ind\nA,1\n", "carreaux.csv:2: aucune ligne utilisable"),
      ("x,y,ind\n623544,6545507,1\n", "carreaux.csv:2: cette position n’est pas en degrés"),
      ("code,ind\n01001,1\n", "carreaux.csv:1: ni carreaux ni coordonnées parmi : code, ind"),
      ("IdINSPIRE,Men\nA,1\n", "carreaux.csv:1: aucune colonne « ind » parmi : IdINSPIRE, Men"),
    ] {
      try scratch.write("carreaux.csv", text)
      let outcome = try scratch.report(drawing: [drawing], ["--grid", "carreaux.csv"])
      #expect(outcome.code == 65)
      #expect(outcome.message.hasPrefix(message), "\(outcome.message)")
    }
    #expect(scratch.names(in: "out") == [])
  }

  @Test("a GeoTIFF that breaks off is refused, and the message says what to do")
  func geoTIFF() throws {
    let scratch = try Scratch.world()
    try scratch.write("grille.tif", bytes: [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0])
    let drawing = Drawing("A", "ACI", World.westOfBrie)
    let outcome = try scratch.report(drawing: [drawing], ["--grid", "grille.tif"])
    #expect(outcome.code == 65)
    #expect(
      outcome.message.hasPrefix(
        "grille.tif: image GeoTIFF incomplète, abîmée ou d’une compression inconnue — "))
  }
}
