import Testing

/// What checks drawings: a list of the same CPTS, and overlays by GEOS.
@Suite struct ReconcileTests {
  @Test("a CPTS listed and drawn is compared: people, area and communes of either, and of both")
  func compared() throws {
    let scratch = try Scratch.world()
    try scratch.write("liste.csv", "cpts_id,stade,code\nA,ACI,01001\nA,ACI,02002\nB,LI,02001\n")
    // East of Aulnay and west of Brie: half of each.
    let outcome = try scratch.report(
      drawing: [Drawing("A", "ACI", Drawing.box(2.005, 46, 2.015, 46.01))],
      ["--cpts", "liste.csv"])
    #expect(outcome.code == 0)
    let comparisons = try scratch.resume().reconcile.items
    #expect(comparisons.map(\.cpts_id) == ["A"])
    let comparison = try #require(comparisons.first)
    // Aulnay 1000 and Doux 40; half of Aulnay and of Brie's 2000; half of Aulnay.
    #expect(comparison.population_liste == 1040)
    #expect(comparison.population_dessin == 1500)
    #expect(comparison.population_commune == 500)
    #expect(comparison.communes_liste_seule == ["02002"])
    #expect(comparison.communes_dessin_seul == ["01002"])
    // A square has 0.861 km².
    #expect(abs(comparison.superficie_liste_km2.number - 1.722) < 0.001)
    #expect(abs(comparison.superficie_dessin_km2.number - 0.861) < 0.001)
    #expect(abs(comparison.superficie_commune_km2.number - 0.4305) < 0.001)
    // The territory is what either says.
    #expect(try scratch.table("out/cpts.csv")[0, "population"] == "2040")
  }

  @Test("without a drawing there is nothing to say of drawings")
  func lists() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report("--verify").code == 0)
    let resume = try scratch.resume()
    #expect(resume.reconcile == nil && resume.territoires_dessines == nil)
    #expect(!scratch.names(in: "out").contains("liseres.csv"))
  }

  @Test("--verify finds no difference in crooked drawings, even where one CPTS overlaps itself")
  func verified() throws {
    let scratch = try Scratch.world()
    let drawings = [
      Drawing("A", "ACI", [(2.001, 46.001), (2.018, 46.003), (2.007, 46.017), (2.001, 46.001)]),
      Drawing("B", "LI", [(2.003, 46.012), (2.019, 46.002), (2.016, 46.019), (2.003, 46.012)]),
      Drawing(
        "B", "LI", [(2.015, 45.99), (2.03, 46.015), (2.012, 46.011), (2.015, 45.99)]),
    ]
    #expect(try scratch.report(drawing: drawings, ["--verify"]).code == 0)
    let drawn = try scratch.drawn()
    let check = drawn.verification
    #expect(drawn.unites_coupees == 4 && check.unites == 4)
    // Each unit with each drawing in it, and with both stages.
    #expect(check.comparaisons.whole > 8)
    #expect(check.ecarts == [] && check.plus_grand_ecart_m2.number < 1)
    #expect(drawn.unites_douteuses == [])
    #expect(try scratch.report(drawing: drawings, ["--verify", "2"]).code == 0)
    #expect(try scratch.drawn().verification.unites == 2)
    #expect(try scratch.report(drawing: drawings).code == 0)
    #expect(try scratch.drawn().verification == nil)
  }

  @Test("covered people, those of zones and those of strips are everybody, within the interval")
  func everybody() throws {
    let scratch = try Scratch.world()
    let drawings = [
      Drawing("A", "ACI", [(2.001, 46.001), (2.018, 46.003), (2.007, 46.017), (2.001, 46.001)]),
      Drawing(
        "B", "LI", [(2.0072, 46.0172), (2.0181, 46.0031), (2.016, 46.019), (2.0072, 46.0172)]),
      Drawing("C", "projet", Drawing.box(2.009, 45.99, 2.03, 46.004)),
    ]
    #expect(try scratch.report(drawing: drawings).code == 0)
    let totals = try scratch.resume().totaux
    let zones = try scratch.table("out/zones_blanches.csv").sum("population")
    let strips = try scratch.table("out/liseres.csv").sum("population")
    let covered = totals.population_couverte.whole
    #expect(covered > 0 && zones > 0)
    #expect(covered + zones + strips == totals.population_totale.whole)
    for row in try scratch.table("out/communes.csv").rows {
      let bounds = [
        "population_couverte_min", "population_couverte", "population_couverte_max", "population",
      ].compactMap { Int(row[$0] ?? "") }
      #expect(bounds.count == 4 && bounds == bounds.sorted(), "\(row)")
    }
  }
}
