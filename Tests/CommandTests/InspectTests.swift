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
