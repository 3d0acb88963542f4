import Testing

/// `inspect` says in a few lines what a file holds.
@Suite struct InspectTests {
  @Test("a GeoPackage: rows, reference system, columns with their roles and an example")
  func geoPackage() throws {
    let scratch = try Scratch()
    try scratch.write(
      "units.gpkg", bytes: GeoPackage.bytes([.init(name: "communes", squares: World.squares)]))
    let outcome = try scratch.run("inspect", "units.gpkg")
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    #expect(
      outcome.output == """
        units.gpkg
          GeoPackage
          4 lignes
          système de référence : WGS 84 ; 4 lignes avec polygone, 16 sommets
            code → code   (01001)
            nom → nom   (Aulnay)
            population → population   (1000)
            dep → dep   (01)
            reg → reg   (84)

        """)
  }

  @Test("a layer of a GeoPackage is named, and an undeclared system is said")
  func layer() throws {
    let scratch = try Scratch()
    try scratch.write(
      "units.gpkg",
      bytes: GeoPackage.bytes([
        .init(name: "communes", squares: World.squares),
        .init(name: "cantons", squares: [World.aulnay], system: 0),
      ]))
    let outcome = try scratch.run("inspect", "units.gpkg#cantons", "--language", "en")
    #expect(outcome.code == 0)
    #expect(
      outcome.output.hasPrefix(
        """
        units.gpkg
          GeoPackage#cantons
          1 rows
          reference system: not declared; 1 rows with a polygon, 4 vertices

        """))
  }

  @Test("a GeoJSON: columns that nobody knows have no role")
  func geoJSON() throws {
    let scratch = try Scratch()
    try scratch.write(
      "units.geojson", World.units.replacing("\"reg\":", with: "\"couleur\":"))
    let outcome = try scratch.run("inspect", "units.geojson")
    #expect(outcome.code == 0)
    #expect(
      outcome.output == """
        units.geojson
          GeoJSON
          4 lignes
          système de référence : WGS 84 ; 4 lignes avec polygone, 16 sommets
            code → code   (01001)
            nom → nom   (Aulnay)
            population → population   (1000)
            dep → dep   (01)
            couleur   (84)

        """)
  }

  /// A map of territories: one drawing is a bow tie, and a row has none.
  static let territories = World.collection([
    """
    {"type":"Feature","properties":{"nom":"CPTS Amont","stade":"ACI"},"geometry":{"type":\
    "Polygon","coordinates":[[[2,46],[2.01,46],[2.01,46.01],[2,46]]]}}
    """,
    """
    {"type":"Feature","properties":{"nom":"CPTS Bas","stade":"LI"},"geometry":{"type":\
    "Polygon","coordinates":[[[2,46],[2.01,46],[2,46.01],[2.01,46.01],[2,46]]]}}
    """,
    #"{"type":"Feature","properties":{"nom":"CPTS Haut","stade":"LI"},"geometry":null}"#,
  ])

  @Test("a map of territories: whose drawings, and how many are invalid")
  func territories() throws {
    let scratch = try Scratch()
    try scratch.write("territoires.geojson", Self.territories)
    let outcome = try scratch.run("inspect", "territoires.geojson")
    #expect(outcome.code == 0)
    #expect(
      outcome.output == """
        territoires.geojson
          GeoJSON
          3 lignes
          système de référence : WGS 84 ; 2 lignes avec polygone, 7 sommets
          avec --cpts : 2 dessins de territoires, 3 CPTS
          géométrie : 1 dessin(s) invalide(s), que l’étude répare pour son calcul
            nom → cpts_nom   (CPTS Amont)
            stade → stade   (ACI)

        """)
    try scratch.write("sains.geojson", Self.territories.replacing("[2,46.01],", with: ""))
    let sound = try scratch.run("inspect", "sains.geojson", "--language", "en")
    #expect(
      sound.output.contains(
        """
          with --cpts: 2 drawings of territories, 3 CPTS
          geometry: all drawings are valid

        """))
  }

  @Test("the validity of very many drawings is not checked, and this is said")
  func manyTerritories() throws {
    let scratch = try Scratch()
    let feature = Self.territories.split(separator: "\n")[2].dropLast()
    try scratch.write(
      "territoires.geojson",
      World.collection(Array(repeating: String(feature), count: 5_001)))
    let outcome = try scratch.run("inspect", "territoires.geojson")
    #expect(outcome.output.contains("  géométrie : non vérifiée au-delà de 5000 dessins\n"))
  }

  @Test("a CSV of a French spreadsheet: separator, encoding, first values")
  func list() throws {
    let scratch = try Scratch()
    let latin1 = "COM;PMUN;Libellé\r\n01001;1000;Aulnay-lès-Forêt\r\n01002;;\r\n".unicodeScalars
    try scratch.write("pop.csv", bytes: latin1.map { UInt8($0.value) })
    let outcome = try scratch.run("inspect", "pop.csv")
    #expect(outcome.code == 0)
    #expect(
      outcome.output == """
        pop.csv
          CSV, séparateur « ; », Windows-1252
          2 lignes
            COM → code   (01001)
            PMUN → population   (1000)
            Libellé → nom   (Aulnay-lès-Forêt)

        """)
  }

  @Test("several files are described in turn, in the language asked for")
  func several() throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.run("inspect", "cpts.csv", "units.geojson", "--language", "en")
    #expect(outcome.code == 0)
    #expect(
      outcome.output.hasPrefix(
        """
        cpts.csv
          CSV, separator “,”, UTF-8
          3 rows
            cpts_id → cpts_id   (A)
            cpts_nom → cpts_nom   (CPTS Amont)
            stade → stade   (aci_signe)
            code_commune → code   (01001)
        units.geojson
          GeoJSON
          4 rows

        """))
  }

  @Test("a missing file is 66, one that is neither map nor CSV is 65, none at all is 64")
  func faults() throws {
    let scratch = try Scratch.world()
    let missing = try scratch.run("inspect", "absent.gpkg")
    #expect(missing.code == 66)
    #expect(missing.message.hasPrefix("absent.gpkg: fichier introuvable — "))
    try scratch.write("carte.png", bytes: WrongKindTests.picture)
    let picture = try scratch.run("inspect", "carte.png")
    #expect(picture.code == 65)
    #expect(picture.message.hasPrefix("carte.png: "))
    #expect(try scratch.run("inspect").code == 64)
  }
}
