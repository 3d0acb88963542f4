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
          4 lignes : unités (polygones de communes)
          système de référence : WGS 84 ; 4 lignes avec polygone, 16 sommets
          lieu : France métropolitaine (4)
          4 unités dans 4 communes, 3340 habitants ; 0 unité de population inconnue
            code → code   (01001, 01002, 02001)
            nom → nom   (Aulnay, Brie, Cère)
            population → population   (1000, 2000, 300)
            dep → dep   (01, 02)
            reg → reg   (84, 32)
          pour l’utiliser : --units units.gpkg

        pour une étude, il manque encore : une liste de CPTS (--cpts)

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
        units.gpkg#cantons
          GeoPackage#cantons
          1 row: units (polygons of communes)
          reference system: not declared; 1 row with a polygon, 4 vertices
          place: metropolitan France (1)

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
          4 lignes : unités (polygones de communes)
          système de référence : WGS 84 ; 4 lignes avec polygone, 16 sommets
          lieu : France métropolitaine (4)
          4 unités dans 4 communes, 3340 habitants ; 0 unité de population inconnue
            code → code   (01001, 01002, 02001)
            nom → nom   (Aulnay, Brie, Cère)
            population → population   (1000, 2000, 300)
            dep → dep   (01, 02)
            couleur   (84, 32)
          pour l’utiliser : --units units.geojson

        pour une étude, il manque encore : une liste de CPTS (--cpts)

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
      outcome.output.hasPrefix(
        """
        territoires.geojson
          GeoJSON
          3 lignes : territoires de CPTS dessinés
          système de référence : WGS 84 ; 2 lignes avec polygone, 7 sommets
          lieu : France métropolitaine (2)
          avec --cpts : 2 dessins de territoires, 3 CPTS
          géométrie : 1 dessin(s) invalide(s), que l’étude répare pour son calcul
            nom → cpts_nom   (CPTS Amont, CPTS Bas, CPTS Haut)
            stade → stade   (ACI, LI)
          attention dessin_absent (1, ligne 4)
            CPTS Haut : pas de polygone → ce que la ligne dit de la CPTS est gardé, sans dessin
          pour l’utiliser : --cpts territoires.geojson

        """))
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
      outcome.output.hasPrefix(
        """
        pop.csv
          CSV, séparateur « ; », Windows-1252
          2 lignes : population par commune
          1000 habitants (PMUN) dans 1 codes
          2 codes de communes différents
            COM → code   (01001, 01002)
            PMUN → population   (1000)
            Libellé → nom   (Aulnay-lès-Forêt)
          attention ligne_incomplete (1, ligne 3)
            01002 : code ou population absents → ligne écartée
          pour l’utiliser : --population pop.csv

        """))
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
          3 rows: communes of the CPTS
          2 CPTS, of which 0 without stage or date here
          2 different codes of communes
            cpts_id → cpts_id   (A, B)
            cpts_nom → cpts_nom   (CPTS Amont, CPTS Bas)
            stade → stade   (aci_signe, lettre_intention)
            code_commune → code   (01001, 01002)
          to use it: --cpts cpts.csv

        units.geojson
          GeoJSON
          4 rows: units (polygons of communes)

        """))
    #expect(
      outcome.output.hasSuffix(
        """
          to use it: --units units.geojson

        to run:
          coverage-report report --units units.geojson --cpts cpts.csv --output out

        """))
  }

  @Test("what a study would mend, set aside, or refuse")
  func problems() throws {
    let scratch = try Scratch()
    try scratch.write(
      "cpts.csv",
      "cpts;stade;insee\nCPTS Val;LI;1001\nCPTS du Val;LI;20000\n;LI;01002\nCPTS Mont;LI;2a004\n")
    let list = try scratch.run("inspect", "cpts.csv")
    #expect(list.code == 0)
    for line in [
      "  erreur code_inconnu (1, ligne 3)\n    20000 : pas un code de commune (code postal ?) →",
      "  erreur ligne_incomplete (1, ligne 4)\n",
      "  attention cpts_similaires (1, ligne 3)\n",
      "  information code_repare (2, lignes 2, 5)\n    1001 : zéro de tête perdu → lu 01001\n",
    ] { #expect(list.output.contains(line), "\(line)") }
    try scratch.write("postal.csv", "code;pop\n01000;1\n01100;2\n01200;3\n01300;4\n")
    let postal = try scratch.run("inspect", "postal.csv")
    #expect(postal.output.contains("  arrêterait une étude : postal.csv: la colonne « code »"))
  }

  @Test("--json gives the same to machines, one entry a file, in order")
  func json() throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.run("inspect", "--json", "cpts.csv", "units.geojson")
    #expect(outcome.code == 0)
    let files = try JSONValue(Array(outcome.output.utf8))
    #expect(files.items.map(\.chemin) == ["cpts.csv", "units.geojson"])
    #expect(files.items.map(\.usage) == ["communes_des_cpts", "unites"])
    #expect(files.items.map(\.lignes) == [3, 4])
    #expect(files[0].colonnes[3].role == "code")
    #expect(files[0].colonnes[3].exemples == ["01001", "01002"])
    #expect(files.items.map(\.option) == ["--cpts", "--units"])
    for file in files.items {
      #expect(
        file.commande == "coverage-report report --units units.geojson --cpts cpts.csv --output out"
      )
    }
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

  @Test(
    "a file that cannot be read keeps no other from its result; the first decides the exit code")
  func goesOn() throws {
    let scratch = try Scratch.world()
    try scratch.write("carte.png", bytes: WrongKindTests.picture)
    let names = ["cpts.csv", "absent.csv", "units.geojson", "carte.png"]
    let outcome = try Command.run(["inspect"] + names, in: scratch.folder)
    #expect(outcome.code == 66)
    let messages = outcome.message.split(separator: "\n")
    #expect(messages.count == 2)
    #expect(messages[0].hasPrefix("absent.csv: fichier introuvable — "))
    #expect(messages[1].hasPrefix("carte.png: "))
    #expect(outcome.output.hasPrefix("cpts.csv\n"))
    #expect(outcome.output.contains("\n\nunits.geojson\n"))
    #expect(
      outcome.output.hasSuffix(
        "\n  coverage-report report --units units.geojson --cpts cpts.csv --output out\n"))
    let other = try scratch.run("inspect", "carte.png", "absent.csv", "cpts.csv")
    #expect(other.code == 65)
    let json = try Command.run(["inspect", "--json"] + names, in: scratch.folder)
    #expect(json.code == 66)
    let entries = try JSONValue(Array(json.output.utf8))
    #expect(entries.items.map(\.chemin.text) == names)
    #expect(entries[1].erreur.text.contains("fichier introuvable"))
    #expect(entries[0].usage == "communes_des_cpts")
  }
}
