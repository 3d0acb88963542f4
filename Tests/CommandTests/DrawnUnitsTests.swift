import Testing

/// Territories drawn along whole units give what lists of these units give.
@Suite struct DrawnUnitsTests {
  /// The CPTS of `World`, drawn: A is Aulnay; B is Aulnay and Brie, with the corner between them.
  private static let drawings = [
    Drawing("A", "aci_signe", Drawing.box(2, 46, 2.01, 46.01)),
    Drawing(
      "B", "lettre_intention",
      [(2, 46), (2.01, 46), (2.02, 46), (2.02, 46.01), (2.01, 46.01), (2, 46.01), (2, 46)]),
  ]

  /// The same corners in Lambert-93, to a hundredth of a millimetre, by PROJ.
  private static let inLambert = [
    Drawing("A", "aci_signe", [southWest, south, middle, west, southWest]),
    Drawing(
      "B", "lettre_intention",
      [southWest, south, southEast, east, middle, west, southWest]),
  ]
  private static let southWest = (x: 622_609.11999, y: 6_544_963.91058)
  private static let south = (x: 623_382.98804, y: 6_544_954.15862)
  private static let southEast = (x: 624_156.85731, y: 6_544_944.50465)
  private static let west = (x: 622_623.18331, y: 6_546_074.32538)
  private static let middle = (x: 623_396.91073, y: 6_546_064.57518)
  private static let east = (x: 624_170.63937, y: 6_546_054.92297)

  private static let methods = [
    "methode", "population_couverte_min", "population_couverte_max", "population_alignee",
  ]

  /// Holds the tables of a run to those of lists, in all that lists say.
  private func expectSame(
    _ folder: Scratch, as expected: [String: String]
  ) throws {
    for name in ["couverture", "zones_blanches", "zones_blanches_voisins"] {
      #expect(try folder.text("out/\(name).csv") == expected[name], "\(name)")
    }
    let (cpts, overlaps, communes) = try (
      CSVRows(expected["cpts"] ?? ""), CSVRows(expected["chevauchements"] ?? ""),
      CSVRows(expected["communes"] ?? "")
    )
    #expect(
      try folder.table("out/cpts.csv").without("cpts_nom") == cpts.without("cpts_nom"))
    #expect(
      try folder.table("out/chevauchements.csv").without("largeur_m")
        == overlaps.without("largeur_m"))
    let drawn = try folder.table("out/communes.csv")
    #expect(drawn.header == communes.header + Self.methods)
    #expect(
      drawn.without(
        "methode", "population_couverte_min", "population_couverte_max", "population_alignee")
        == communes.rows)
    #expect(drawn.rows.allSatisfy { $0["methode"] == "unite_entiere" })
    #expect(
      drawn.rows.allSatisfy {
        $0["population_couverte_min"] == $0["population_couverte"]
          && $0["population_couverte_max"] == $0["population_couverte"]
      })
  }

  private func expectNothingCut(_ scratch: Scratch) throws {
    let drawn = try scratch.drawn()
    #expect(drawn.unites_coupees == 0 && drawn.unites_par_methode == [:])
    let intervals = drawn.intervalles.members.values
    #expect(!intervals.isEmpty && intervals.allSatisfy { $0.min == $0.max })
    #expect(try scratch.table("out/liseres.csv").rows.isEmpty)
    #expect(try scratch.text("out/anomalies.csv") == World.header)
  }

  @Test("drawn as GeoJSON, the four squares have the figures of the list")
  func fourSquares() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report().code == 0)
    let listed = try scratch.texts(World.tables)
    let outcome = try scratch.report(drawing: Self.drawings)
    #expect(outcome.code == 0 && outcome.errors == "")
    try expectSame(scratch, as: listed)
    try expectNothingCut(scratch)
    // The overlap is Aulnay, a hundredth of a degree wide: N(46°) cos 46° π / 18000 = 774.6 m.
    let width = try #require(Double(scratch.table("out/chevauchements.csv")[0, "largeur_m"]))
    #expect(abs(width - 774.6) < 0.5)
  }

  @Test("drawn in Lambert-93, to a hundredth of a millimetre, as well")
  func lambert() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report(drawing: Self.drawings).code == 0)
    let inDegrees = try scratch.texts(World.drawnTables)
    try scratch.write(
      "lambert.gpkg",
      bytes: GeoPackage.bytes([.init(name: "cpts", drawings: Self.inLambert, system: 2154)]))
    let outcome = try scratch.report(cpts: "lambert.gpkg")
    #expect(outcome.code == 0 && outcome.errors == "")
    #expect(try scratch.texts(World.drawnTables) == inDegrees)
    try expectNothingCut(scratch)
  }

  @Test("a territory in two parts, in one row or in two, is one territory")
  func parts() throws {
    let (aulnay, doux) = (
      Drawing.box(2, 46, 2.01, 46.01), Drawing.box(2.01, 46.01, 2.02, 46.02)
    )
    let scratch = try Scratch.world()
    #expect(try scratch.report(drawing: [Drawing("A", "ACI", aulnay, doux)]).code == 0)
    let inOneRow = try scratch.texts(World.drawnTables)
    #expect(
      try scratch.report(drawing: [Drawing("A", "ACI", doux), Drawing("A", "ACI", aulnay)]).code
        == 0)
    #expect(try scratch.texts(World.drawnTables) == inOneRow)
    let cpts = try scratch.table("out/cpts.csv")
    // The two squares touch at a corner, which joins nothing.
    #expect(cpts[0, "population"] == "1040" && cpts[0, "nb_parties"] == "2")
    try scratch.write(
      "parties.gpkg",
      bytes: GeoPackage.bytes([
        .init(name: "cpts", drawings: [Drawing("A", "ACI", aulnay, doux)], system: 4326)
      ]))
    #expect(try scratch.report(cpts: "parties.gpkg").code == 0)
    #expect(try scratch.texts(World.drawnTables) == inOneRow)
  }

  @Test("the twelve units whose figures were computed apart from the project, drawn")
  func smallWorld() throws {
    let scratch = try Scratch()
    // X: Dune, Gué, Halle. Y: Bourg, Clos, Gué, and apart Étang. Z: Aval.
    try scratch.write(
      "dessins.geojson",
      Drawing.map([
        Drawing(
          "X", "aci_signe",
          [
            (2.02, 46.01), (2.03, 46.01), (2.03, 46), (2.04, 46), (2.04, 46.02), (2.02, 46.02),
            (2.02, 46.01),
          ]),
        Drawing(
          "Y", "lettre_intention",
          [
            (2.01, 46), (2.03, 46), (2.03, 46.02), (2.02, 46.02), (2.02, 46.01), (2.01, 46.01),
            (2.01, 46),
          ], Drawing.box(2, 46.01, 2.01, 46.02)),
        Drawing("Z", "projet", Drawing.box(2, 46, 2.01, 46.01)),
      ]))
    let outcome = try scratch.run(
      "report", "--units", Checkout.smallWorld + "/units.geojson", "--cpts", "dessins.geojson",
      "--at", "2026-01-01", "--output", "out")
    #expect(outcome.code == 0 && outcome.errors == "")
    let names = [
      "couverture", "communes", "cpts", "chevauchements", "zones_blanches",
      "zones_blanches_voisins",
    ]
    let expected = try Dictionary(
      uniqueKeysWithValues: names.map { name in
        let bytes = try Checkout.bytes(Checkout.smallWorld + "/expected/\(name).csv")
        return (name, String(decoding: bytes, as: UTF8.self))
      })
    try expectSame(scratch, as: expected)
    try expectNothingCut(scratch)
  }
}
