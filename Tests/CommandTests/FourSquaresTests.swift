import Testing

/// The four squares of `World`, worked out by hand: a golden that needs no other folder.
@Suite struct FourSquaresTests {
  @Test("each inhabitant counts once, at the highest stage, at every level")
  func coverage() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report().code == 0)
    let expected = """
      niveau,code,nom,population_totale,stade,population_stade,pct_stade,population_cumulee,pct_cumule
      national,FR,France,3340,aucun,340,10.18,3340,100.00
      national,FR,France,3340,projet,0,0.00,3000,89.82
      national,FR,France,3340,lettre_intention,2000,59.88,3000,89.82
      national,FR,France,3340,projet_sante_valide,0,0.00,1000,29.94
      national,FR,France,3340,aci_signe,1000,29.94,1000,29.94
      region,32,Hauts-de-France,340,aucun,340,100.00,340,100.00
      region,32,Hauts-de-France,340,projet,0,0.00,0,0.00
      region,32,Hauts-de-France,340,lettre_intention,0,0.00,0,0.00
      region,32,Hauts-de-France,340,projet_sante_valide,0,0.00,0,0.00
      region,32,Hauts-de-France,340,aci_signe,0,0.00,0,0.00
      region,84,Auvergne-Rhône-Alpes,3000,aucun,0,0.00,3000,100.00
      region,84,Auvergne-Rhône-Alpes,3000,projet,0,0.00,3000,100.00
      region,84,Auvergne-Rhône-Alpes,3000,lettre_intention,2000,66.67,3000,100.00
      region,84,Auvergne-Rhône-Alpes,3000,projet_sante_valide,0,0.00,1000,33.33
      region,84,Auvergne-Rhône-Alpes,3000,aci_signe,1000,33.33,1000,33.33
      departement,01,Ain,3000,aucun,0,0.00,3000,100.00
      departement,01,Ain,3000,projet,0,0.00,3000,100.00
      departement,01,Ain,3000,lettre_intention,2000,66.67,3000,100.00
      departement,01,Ain,3000,projet_sante_valide,0,0.00,1000,33.33
      departement,01,Ain,3000,aci_signe,1000,33.33,1000,33.33
      departement,02,Aisne,340,aucun,340,100.00,340,100.00
      departement,02,Aisne,340,projet,0,0.00,0,0.00
      departement,02,Aisne,340,lettre_intention,0,0.00,0,0.00
      departement,02,Aisne,340,projet_sante_valide,0,0.00,0,0.00
      departement,02,Aisne,340,aci_signe,0,0.00,0,0.00

      """
    #expect(try scratch.text("out/couverture.csv") == expected)
  }

  @Test("a commune names its CPTS, or its white zone")
  func communes() throws {
    let scratch = try Scratch.world()
    _ = try scratch.report()
    let expected = """
      code,nom,dep,reg,population,stade,population_couverte,pct_couvert,cpts,zone_blanche
      01001,Aulnay,01,84,1000,aci_signe,1000,100.00,A|B,
      01002,Brie,01,84,2000,lettre_intention,2000,100.00,B,
      02001,Cère,02,32,300,aucun,0,0.00,,ZB-02001
      02002,Doux,02,32,40,aucun,0,0.00,,ZB-02001

      """
    #expect(try scratch.text("out/communes.csv") == expected)
  }

  @Test("people of two CPTS are shared population of each, and one overlap")
  func shared() throws {
    let scratch = try Scratch.world()
    _ = try scratch.report()
    let cpts = try scratch.table("out/cpts.csv")
    #expect(cpts.rows.map { $0["population"] } == ["1000", "3000"])
    #expect(cpts.rows.map { $0["population_partagee"] } == ["1000", "1000"])
    let overlaps = try scratch.table("out/chevauchements.csv")
    #expect(overlaps.rows.count == 1)
    #expect(overlaps[0, "qualification"] == "a_concilier")
    #expect(overlaps[0, "communes"] == "01001")
    #expect(overlaps[0, "pct_population_a"] == "100.00")
    #expect(overlaps[0, "pct_population_b"] == "33.33")
    #expect(overlaps[0, "largeur_m"] == "")
  }

  @Test(
    "a zone bears the code of its most populous unit, and says what each neighbour would become")
  func zone() throws {
    let scratch = try Scratch.world()
    _ = try scratch.report()
    let zones = try scratch.table("out/zones_blanches.csv")
    #expect(zones.rows.map { $0["zone"] } == ["ZB-02001"])
    #expect(zones[0, "statut"] == "atone")
    #expect(zones[0, "population"] == "340")
    #expect(zones[0, "voisins"] == "A|B")
    let neighbours = try scratch.table("out/zones_blanches_voisins.csv")
    #expect(neighbours.rows.map { $0["cpts_id"] } == ["A", "B"])
    #expect(neighbours.rows.map { $0["pct_frontiere"] } == ["50.00", "100.00"])
    #expect(neighbours.rows.map { $0["population_apres"] } == ["1340", "3340"])
  }

  @Test("every file of the contract is written, and no partial one stays")
  func files() throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.report()
    let names = scratch.names(in: "out")
    let promised =
      World.tables.map { $0 + ".csv" } + World.maps.map { $0 + ".geojson" }
      + ["carte.svg", "rapport.html", "resume.json"]
    #expect(Set(promised).isSubset(of: Set(names)))
    #expect(names.filter { $0.hasSuffix(".partial") } == [])
    for name in promised { #expect(outcome.output.contains("  out/\(name)\n")) }
  }

  @Test("nobody is told as covered by the last row: everybody is at `aucun` or above")
  func lastRow() throws {
    let lines = try Scratch.world().report().output.split(separator: "\n")
    let row = try #require(lines.first { $0.hasPrefix("aucun ") })
    #expect(row.hasSuffix("10,18 %  340"))
    let upper = try #require(lines.first { $0.hasPrefix("projet ") })
    #expect(upper.hasSuffix("89,82 %"))
  }

  @Test("the terminal shows the indicator and the zones; --quiet shows nothing")
  func terminal() throws {
    let scratch = try Scratch.world()
    let shown = try scratch.report()
    #expect(shown.output.contains("Population par stade au 2026-01-01, chaque personne une fois"))
    #expect(shown.output.contains("ZB-02001"))
    #expect(shown.errors == "")
    let quiet = try scratch.report("--quiet")
    #expect(quiet.code == 0)
    #expect(quiet.output == "")
    #expect(quiet.errors == "")
  }
}
