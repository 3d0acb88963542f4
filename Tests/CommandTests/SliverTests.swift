import Testing

/// Strips that are noise of drawing, told from quarrels by width and people; what they move is said.
@Suite struct SliverTests {
  /// A is Aulnay and a strip of Brie beside it; B is Brie.
  private static func overlapping(by degrees: Double) -> [Drawing] {
    [
      Drawing("A", "aci_signe", Drawing.box(2, 46, 2.01 + degrees, 46.01)),
      Drawing("B", "projet_sante_valide", Drawing.box(2.01, 46, 2.02, 46.01)),
    ]
  }

  /// A is the west, B the east but for a strip along the middle.
  private static let apart = [
    Drawing("A", "aci_signe", Drawing.box(2, 46, 2.01, 46.02)),
    Drawing("B", "lettre_intention", Drawing.box(2.01013, 46, 2.02, 46.02)),
  ]

  private func overlap(_ drawings: [Drawing], _ more: String...) throws -> [String: String] {
    let scratch = try Scratch.world()
    let outcome = try scratch.report(drawing: drawings, more)
    #expect(outcome.code == 0 && outcome.errors == "")
    let overlaps = try scratch.table("out/chevauchements.csv")
    #expect(overlaps.rows.count == 1)
    return overlaps.rows.first ?? [:]
  }

  // 0.01° is 774.6 m at 46°: 0.00013° is 10.07 m, and 1.3 % of Brie's 2000 people are 26.

  @Test("ten metres where hardly anybody lives follow the commune, and are told")
  func narrow() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report(drawing: Self.overlapping(by: 0.000_13), ["--verify"]).code == 0)
    #expect(try scratch.table("out/chevauchements.csv").rows.isEmpty)
    let drawings = try scratch.table("out/dessins.csv")
    #expect(
      drawings.rows == [
        [
          "cpts_id": "A", "fichier": "dessins.geojson", "ligne": "2", "communes_entieres": "1",
          "communes_coupees": "0", "communes_alignees": "0", "ecart_max_m": "10.1",
          "ecart_median_m": "10.1", "population_deplacee": "26", "equivalent_liste": "oui",
        ],
        [
          "cpts_id": "B", "fichier": "dessins.geojson", "ligne": "3", "communes_entieres": "1",
          "communes_coupees": "0", "communes_alignees": "0", "ecart_max_m": "",
          "ecart_median_m": "", "population_deplacee": "0", "equivalent_liste": "oui",
        ],
      ])
    let aligned = try scratch.drawn().alignement
    #expect(aligned.morceaux == 1 && aligned.unites == 1 && aligned.population == 26)
    #expect(aligned.superficie_km2 == 0.011 && aligned.dessins_equivalents_listes == 2)
    #expect(try scratch.table("out/cpts.csv").rows.map { $0["population"] } == ["1000", "2000"])
  }

  @Test("two hundred metres are a quarrel")
  func wide() throws {
    let quarrel = try overlap(Self.overlapping(by: 0.0026))
    #expect(quarrel["qualification"] == "deux_projets_valides")
    #expect(quarrel["population"] == "520")
    let width = try #require(Double(quarrel["largeur_m"] ?? ""))
    #expect(abs(width - 201.4) <= 2)
    var earlier = Self.overlapping(by: 0.0026)
    earlier[1] = Drawing("B", "lettre_intention", earlier[1].shells[0])
    #expect(try overlap(earlier)["qualification"] == "a_concilier")
  }

  @Test("either threshold makes a quarrel of it: wide, or populous")
  func thresholds() throws {
    let drawings = Self.overlapping(by: 0.000_13)
    for more in [["--sliver-width", "5"], ["--sliver-people", "26"]] {
      let quarrel = try overlap(drawings, more[0], more[1])
      #expect(quarrel["qualification"] == "deux_projets_valides", "\(more)")
      #expect(quarrel["largeur_m"] == "10.1" && quarrel["population"] == "26")
    }
    for more in [["--sliver-people", "27"], ["--sliver-width", "10.5"]] {
      let scratch = try Scratch.world()
      #expect(try scratch.report(drawing: drawings, more).code == 0)
      #expect(try scratch.table("out/chevauchements.csv").rows.isEmpty, "\(more)")
    }
  }

  @Test("the sensitivity table has the thresholds halved and doubled, and only grows with them")
  func sensitivity() throws {
    // Overlaps of 10 m and 26 people, of 39 m and 100 people, and of 70 m and 1 of the 40 of Doux.
    let drawings =
      Self.overlapping(by: 0.000_13) + [
        Drawing("C", "projet", Drawing.box(2.0195, 46.005, 2.03, 46.01)),
        Drawing("D", "projet", Drawing.box(2.0191, 46.018, 2.03, 46.02)),
        Drawing("E", "projet", Drawing.box(2.01, 46.01, 2.02, 46.02)),
      ]
    let scratch = try Scratch.world()
    #expect(try scratch.report(drawing: drawings).code == 0)
    let slivers = try scratch.drawn().liseres
    let rows = slivers.sensibilite.items
    #expect(rows.map(\.largeur_m) == [25, 25, 25, 50, 50, 50, 100, 100, 100])
    #expect(rows.map(\.population) == [25, 50, 100, 25, 50, 100, 25, 50, 100])
    for row in rows {
      for other in rows
      where other.largeur_m.number >= row.largeur_m.number
        && other.population.whole >= row.population.whole
      {
        #expect(other.chevauchements_liseres.whole >= row.chevauchements_liseres.whole)
        #expect(
          other.morceaux_non_couverts_etroits.whole >= row.morceaux_non_couverts_etroits.whole)
      }
    }
    let overlaps = try scratch.table("out/chevauchements.csv")
    // The overlap of ten metres followed its commune.
    #expect(overlaps.rows.map { $0["cpts_b"] } == ["C", "E"])
    let measured = overlaps.rows.compactMap { row -> (width: Double, people: Int)? in
      guard let width = Double(row["largeur_m"] ?? ""), let people = Int(row["population"] ?? "")
      else { return nil }
      return (width, people)
    }
    #expect(measured.count == 2)
    for row in rows {
      let (width, people) = (row.largeur_m.number, row.population.whole)
      let count = measured.count { $0.width < width && $0.people < people }
      #expect(row.chevauchements_liseres.whole == count, "\(row)")
    }
    #expect(Set(rows.map(\.chevauchements_liseres.whole)).count > 1)
    #expect(rows[4].chevauchements_liseres == slivers.chevauchements)
  }

  @Test("a strip that nobody covers is no white zone: it follows its commune, whose people say so")
  func uncovered() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report(drawing: Self.apart, ["--verify"]).code == 0)
    #expect(try scratch.table("out/liseres.csv").rows.isEmpty)
    #expect(try scratch.table("out/zones_blanches.csv").rows.isEmpty)
    let resume = try scratch.resume()
    #expect(resume.totaux.population_non_couverte == 0)
    #expect(resume.totaux.population_couverte == 3340)
    // 26 of Brie's 2000 people, and 1 of Doux' 40: 0.52 has the larger remainder.
    let drawn = try scratch.drawn()
    #expect(drawn.alignement.population == 27 && drawn.alignement.superficie_km2 == 0.022)
    let communes = try scratch.table("out/communes.csv")
    let brie = communes.row("code", "01002")
    #expect(brie["population_couverte"] == "2000" && brie["population_alignee"] == "26")
    #expect(brie["methode"] == "alignee" && brie["population_couverte_min"] == "2000")
    #expect(communes.sum("population_alignee") == 27)
    let east = try scratch.table("out/dessins.csv").row("cpts_id", "B")
    #expect(east["communes_alignees"] == "2" && east["population_deplacee"] == "27")
  }

  @Test(
    "a quarrel that the border of another drawing runs through stays one",
    arguments: ["aucun", "projet"])
  func dividedQuarrel(stage: String) throws {
    // B goes 77 m into Brie, which C holds; A goes half as far: two strips of 38 m, of 40 people with 100 in all.
    let scratch = try Scratch.world()
    let outcome = try scratch.report(
      drawing: [
        Drawing("A", stage, Drawing.box(2, 46, 2.0105, 46.01)),
        Drawing("B", "aci_signe", Drawing.box(2, 46, 2.011, 46.01)),
        Drawing("C", "lettre_intention", Drawing.box(2.01, 46, 2.02, 46.01)),
      ], ["--sliver-people", "150"])
    #expect(outcome.code == 0)
    let quarrel = try scratch.table("out/chevauchements.csv").rows.first {
      $0["cpts_a"] == "B" && $0["cpts_b"] == "C"
    }
    #expect(quarrel?["population"] == "200")
    #expect(try scratch.table("out/dessins.csv").row("cpts_id", "B")["equivalent_liste"] == "non")
  }

  @Test("at their word, drawings cut communes by any strip")
  func atTheirWord() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report(drawing: Self.apart, ["--sliver-width", "0"]).code == 0)
    let zones = try scratch.table("out/zones_blanches.csv")
    #expect(zones[0, "population"] == "27")
    #expect(try scratch.drawn().alignement.morceaux == 0)
    let drawings = try scratch.table("out/dessins.csv")
    #expect(drawings.row("cpts_id", "B")["communes_coupees"] == "2")
    #expect(drawings.row("cpts_id", "B")["equivalent_liste"] == "non")
  }

  @Test("at five metres the same strip is a zone")
  func uncoveredZone() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report(drawing: Self.apart, ["--sliver-width", "5"]).code == 0)
    #expect(try scratch.table("out/liseres.csv").rows.isEmpty)
    let zones = try scratch.table("out/zones_blanches.csv")
    #expect(zones.rows.map { $0["zone"] } == ["ZB-01002"])
    #expect(zones[0, "population"] == "27" && zones[0, "voisins"] == "A|B")
  }

  @Test("a strip that runs from zone to zone is in none, and joins no two")
  func stripBetweenZones() throws {
    let scratch = try Scratch()
    // Aulnay in the south and Cère in the north are white; Brie between them has the strip.
    let column = [
      World.aulnay, Square("01002", "Brie", "2000", column: 0, row: 1),
      Square("02001", "Cère", "300", column: 0, row: 2),
    ]
    try scratch.write("units.geojson", World.collection(column.map(\.feature)))
    let outcome = try scratch.report(drawing: [
      Drawing("A", "aci_signe", Drawing.box(2, 46.01, 2.005, 46.02)),
      Drawing("B", "lettre_intention", Drawing.box(2.00513, 46.01, 2.01, 46.02)),
    ])
    #expect(outcome.code == 0)
    let zones = try scratch.table("out/zones_blanches.csv")
    #expect(zones.rows.map { $0["zone"] } == ["ZB-01001", "ZB-02001"])
    #expect(zones.sum("population") == 1000 + 300)
    #expect(try scratch.table("out/liseres.csv").rows.isEmpty)
    let totals = try scratch.resume().totaux
    #expect(totals.population_non_couverte == 1300 && totals.population_totale == 3300)
  }

  @Test("less than a hundredth of a commune names it nowhere, and its people still count")
  func slight() throws {
    let scratch = try Scratch.world()
    // 0.00009° is 7 m: 0.9 % of Brie, 18 people.
    let west = Drawing("A", "aci_signe", Drawing.box(2, 46, 2.010_09, 46.01))
    #expect(try scratch.report(drawing: [west], ["--sliver-width", "0"]).code == 0)
    let cpts = try scratch.table("out/cpts.csv")
    #expect(cpts[0, "population"] == "1018" && cpts[0, "nb_communes"] == "1")
    let brie = try scratch.table("out/communes.csv").row("code", "01002")
    #expect(brie["population_couverte"] == "18" && brie["cpts"] == "" && brie["stade"] == "aucun")
  }
}
