import Testing

/// A drawing cuts Brie, of 2000 people: who is covered, by which method, and how sure that is.
@Suite struct CutUnitTests {
  private static let west = Drawing("A", "aci_signe", World.westOfBrie)

  /// Cells of 200 m in EPSG:3035 wholly in Brie, by PROJ: west of 2.015° E, east of it, and one
  /// that the meridian cuts.
  private static let westCell = "CRS3035RES200mN2576600E3702800"
  private static let eastCell = "CRS3035RES200mN2576600E3703200"
  private static let cutCell = "CRS3035RES200mN2576600E3703000"

  private func brie(_ scratch: Scratch) throws -> [String?] {
    let row = try scratch.table("out/communes.csv").row("code", "01002")
    return [
      "population_couverte", "population_couverte_min", "population_couverte_max", "methode",
    ].map { row[$0] }
  }

  private func scratch(_ drawings: [Drawing] = [west], cells: String? = nil) throws -> Scratch {
    let scratch = try Scratch.world()
    if let cells { try scratch.write("carreaux.csv", "IdINSPIRE,Ind\n" + cells) }
    let outcome = try scratch.report(
      drawing: drawings, cells == nil ? [] : ["--grid", "carreaux.csv"])
    #expect(outcome.code == 0 && outcome.errors == "")
    return scratch
  }

  @Test("without a grid, half of the area has half of the people, and nothing is sure")
  func area() throws {
    let scratch = try scratch()
    #expect(try brie(scratch) == ["1000", "0", "2000", "surface"])
    let drawn = try scratch.drawn()
    #expect(drawn.unites_coupees == 1 && drawn.unites_par_methode == ["surface": 1])
    let signed = drawn.intervalles.aci_signe
    #expect(signed.population == 1000 && signed.min == 0 && signed.max == 2000)
    let cpts = try scratch.table("out/cpts.csv")
    #expect(cpts[0, "population"] == "1000")
    // Half of 0.861 km².
    #expect(cpts[0, "superficie_km2"] == "0.430")
    #expect(!cpts.header.contains("population_grille"))
  }

  @Test(
    "people count where the cells say; the commune keeps its own population",
    arguments: [
      // West and east; covered, raw sum.
      (600.0, 1400.0, "600", "600.000"), (0, 2000, "0", "0.000"), (2000, 0, "2000", "2000.000"),
      (1000, 3000, "500", "1000.000"), (250.5, 751.5, "500", "250.500"),
    ])
  func cells(west: Double, east: Double, covered: String, raw: String) throws {
    let scratch = try scratch(cells: "\(Self.westCell),\(west)\n\(Self.eastCell),\(east)\n")
    // No cell lies on both sides, so that nothing is left to guess.
    #expect(try brie(scratch) == [covered, covered, covered, "carreaux"])
    #expect(try scratch.table("out/cpts.csv")[0, "population_grille"] == raw)
    #expect(try scratch.table("out/communes.csv").sum("population") == 3340)
    #expect(try scratch.text("out/anomalies.csv") == World.header)
  }

  @Test("where in a cell people live is not known: the interval has them on either side")
  func cutCell() throws {
    let scratch = try scratch(
      cells: "\(Self.westCell),300\n\(Self.cutCell),1000\n\(Self.eastCell),700\n")
    let row = try brie(scratch)
    #expect(row.suffix(3) == ["300", "1300", "carreaux"])
    // The grid has as many people as Brie, so that the figure is the raw sum.
    let raw = try #require(Double(scratch.table("out/cpts.csv")[0, "population_grille"]))
    let covered = try #require(Double(row[0] ?? ""))
    #expect(raw > 300 && raw < 1300 && abs(covered - raw) <= 0.5)
  }

  @Test("points serve as well, and need no reference system where they are degrees")
  func points() throws {
    let scratch = try Scratch.world()
    try scratch.write("points.csv", "lon;lat;population\n2,012;46,005;600\n2,018;46,005;1400\n")
    let outcome = try scratch.report(drawing: [Self.west], ["--grid", "points.csv"])
    #expect(outcome.code == 0)
    #expect(try brie(scratch) == ["600", "600", "600", "carreaux"])
    #expect(try scratch.text("out/anomalies.csv").contains("attention,systeme_suppose,points.csv"))
    // The same points in Lambert-93.
    try scratch.write(
      "metres.csv", "x,y,ind\n623544.7,6545507.4,600\n624009.0,6545501.6,1400\n")
    let named = try scratch.report(drawing: [Self.west], ["--grid", "metres.csv#EPSG:2154"])
    #expect(named.code == 0)
    #expect(try brie(scratch) == ["600", "600", "600", "carreaux"])
    #expect(try scratch.text("out/anomalies.csv") == World.header)
  }

  @Test("cells with less than half of the people of a commune do not decide, and that is said")
  func fewCells() throws {
    let scratch = try scratch(cells: "\(Self.westCell),10\n\(Self.eastCell),989\n")
    #expect(try brie(scratch) == ["1000", "0", "2000", "surface"])
    let anomalies = try scratch.table("out/anomalies.csv")
    #expect(anomalies.rows.count == 1)
    #expect(anomalies[0, "regle"] == "carreaux_incomplets")
    #expect(anomalies[0, "objet"] == "01002" && anomalies[0, "ligne"] == "3")
    #expect(anomalies[0, "constat"] == "999 habitants dans les carreaux, sur 2000")
    let enough = try self.scratch(cells: "\(Self.westCell),10\n\(Self.eastCell),990\n")
    #expect(try brie(enough) == ["20", "20", "20", "carreaux"])
    #expect(try enough.text("out/anomalies.csv") == World.header)
  }

  @Test("listed communes and a drawn part make one territory")
  func mixed() throws {
    let scratch = try Scratch.world()
    try scratch.write("liste.csv", "cpts_id,stade,code\nA,ACI,01001\n")
    #expect(try scratch.report(drawing: [Self.west], ["--cpts", "liste.csv"]).code == 0)
    let cpts = try scratch.table("out/cpts.csv")
    #expect(cpts[0, "population"] == "2000" && cpts[0, "nb_communes"] == "2")
    #expect(cpts[0, "nb_parties"] == "1" && cpts[0, "superficie_km2"] == "1.291")
    let communes = try scratch.table("out/communes.csv")
    #expect(communes.rows.prefix(2).map { $0["methode"] } == ["unite_entiere", "surface"])
    // The interval is that of Brie alone.
    let signed = try scratch.drawn().intervalles.aci_signe
    #expect(signed.population == 2000 && signed.min == 1000 && signed.max == 3000)
  }

  @Test("zones are made of pieces too, along the drawing; two of one commune have their own names")
  func zones() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "liste.csv", "cpts_id,stade,code\nA,ACI,01001\nB,LI,02001\nB,LI,02002\n")
    let middle = Drawing("A", "ACI", Drawing.box(2.013, 46, 2.016, 46.01))
    #expect(try scratch.report(drawing: [middle], ["--cpts", "liste.csv"]).code == 0)
    let zones = try scratch.table("out/zones_blanches.csv")
    // Four tenths of Brie east of the drawing, three tenths west of it.
    #expect(zones.rows.map { $0["zone"] } == ["ZB-01002", "ZB-01002-2"])
    #expect(zones.rows.map { $0["population"] } == ["800", "600"])
    #expect(zones.rows.map { $0["communes"] } == ["01002", "01002"])
    let brie = try scratch.table("out/communes.csv").row("code", "01002")
    #expect(brie["zone_blanche"] == "ZB-01002|ZB-01002-2" && brie["population_couverte"] == "600")
    let map = try GeoJSONText(scratch.bytes("out/zones_blanches.geojson"))
    let longitudes = map.features.map { zone in
      Set(zone.polygons.flatMap { $0 }.flatMap { $0 }.map { $0[0] })
    }
    #expect(longitudes == [[2.016, 2.02], [2.01, 2.013]])
    let totals = try scratch.resume().totaux
    let people = totals.population_couverte.whole + zones.sum("population")
    #expect(people == totals.population_totale.whole)
  }

  @Test("the order of drawings, and how many tasks there are, change no byte")
  func order() throws {
    let drawings = [
      Self.west, Drawing("B", "LI", Drawing.box(2.004, 46.003, 2.017, 46.013)),
      Drawing("C", "projet", Drawing.box(2.012, 46.006, 2.0202, 46.0202)),
    ]
    let cells = "\(Self.westCell),300\n\(Self.cutCell),1000\n\(Self.eastCell),700\n"
    let first = try scratch(drawings, cells: cells)
    let names = World.drawnTables.map { $0 + ".csv" } + World.drawnMaps.map { $0 + ".geojson" }
    let bytes = try names.map { try first.bytes("out/" + $0) }
    for jobs in ["1", "2"] {
      let outcome = try first.report(
        drawing: drawings.reversed(), ["--grid", "carreaux.csv", "--jobs", jobs])
      #expect(outcome.code == 0)
      #expect(try names.map { try first.bytes("out/" + $0) } == bytes, "\(jobs)")
    }
  }
}
