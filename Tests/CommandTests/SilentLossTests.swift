import Testing

/// What a study used to lose in silence: each is told in `anomalies.csv`, or stops the run.
@Suite struct SilentLossTests {
  private static let units = World.collection(World.squares.map(\.feature))

  private func anomalies(_ scratch: Scratch) throws -> [String] {
    try scratch.table("out/anomalies.csv").rows.map {
      "\($0["gravite"] ?? "") \($0["regle"] ?? "")"
    }
  }

  /// Cells of 200 m, one in Brie, the other a hundred kilometres north.
  private static let inside = "CRS3035RES200mN2576600E3702800"
  private static let outside = "CRS3035RES200mN2676600E3702800"

  @Test("a grid of which nobody is in a unit stops the run and names its reference system")
  func elsewhere() throws {
    let scratch = try Scratch.world()
    try scratch.write("g.csv", "IdINSPIRE,Ind\n\(Self.outside),5\n")
    let outcome = try scratch.report("--grid", "g.csv")
    #expect(outcome.code == 65)
    #expect(outcome.message.hasPrefix("g.csv: ") && outcome.message.contains("EPSG:3035"))
    try scratch.write("p.csv", "x,y,population\n2.005,46.005,10\n")
    #expect(try scratch.report("--grid", "p.csv#EPSG:4326").code == 0)
    #expect(try scratch.report("--grid", "p.csv#EPSG:2154").code == 65)
    #expect(try scratch.report("--grid", "p.csv#EPSG:4978").message.contains("géocentrique"))
    #expect(try scratch.report("--grid", "p.csv#EPSG:5720").message.contains("vertical"))
  }

  @Test("a grid elsewhere beside one that is here is an attention; two elsewhere stop the run")
  func elsewhereBeside() throws {
    let scratch = try Scratch.world()
    try scratch.write("g.csv", "IdINSPIRE,Ind\n\(Self.outside),5\n")
    try scratch.write("p.csv", "x,y,population\n2.005,46.005,10\n")
    #expect(
      try scratch.report("--grid", "g.csv", "--grid", "p.csv#EPSG:4326", "--output", "out").code
        == 0)
    #expect(try anomalies(scratch).contains("attention carreaux_hors_unites"))
    #expect(try scratch.report("--grid", "g.csv", "--grid", "p.csv#EPSG:2154").code == 65)
  }

  @Test(
    "people of a grid outside of the units are counted and told; most of them are a warning",
    arguments: [(2000, 5, nil), (2000, 400, "information"), (400, 2000, "attention")])
  func reach(inside: Int, outside: Int, severity: String?) throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "g.csv", "IdINSPIRE,Ind\n\(Self.inside),\(inside)\n\(Self.outside),\(outside)\n")
    #expect(try scratch.report("--grid", "g.csv").code == 0)
    let told = try anomalies(scratch).filter { $0.hasSuffix("carreaux_hors_unites") }
    #expect(told == (severity.map { ["\($0) carreaux_hors_unites"] } ?? []))
  }

  @Test(
    "a part of a drawing beside the units is told, be it a thousandth; a border drawn freely is not"
  )
  func beyond() throws {
    let scratch = try Scratch.world()
    func drawing(_ parts: String) -> String {
      World.collection([
        "{\"type\":\"Feature\",\"properties\":{\"cpts_id\":\"A\",\"stade\":\"LI\"},\"geometry\":"
          + "{\"type\":\"MultiPolygon\",\"coordinates\":[\(parts)]}}"
      ])
    }
    let near = "[[[2,46],[2.0105,46],[2.0105,46.01],[2,46.01],[2,46]]]"
    for (parts, isTold) in [
      (near, false), (near + ",[[[3,47],[3.0001,47],[3,47.0001],[3,47]]]", true),
      ("[[[1.99,46],[2.01,46],[2.01,46.01],[1.99,46.01],[1.99,46]]]", true),
    ] {
      try scratch.write("d.geojson", drawing(parts))
      #expect(try scratch.report(cpts: "d.geojson").code == 0)
      #expect(try anomalies(scratch).contains("attention dessin_deborde") == isTold, "\(parts)")
    }
  }

  @Test("rows read are told of what stands after a sharp too, and of the only file of an archive")
  func ledgers() throws {
    let scratch = try Scratch.world()
    try scratch.write("g.csv", "x,y,population\n2.005,46.005,10\n2.005,46.005,10\n")
    #expect(try scratch.report("--grid", "g.csv#EPSG:4326").code == 0)
    let entries = try scratch.resume().entrees.items
    #expect(entries.last?.chemin == "g.csv#EPSG:4326" && entries.last?.lignes_lues == 2)
    #expect(entries.allSatisfy { $0.lignes_lues.whole > 0 })
  }

  @Test("names of signs that nobody sees are empty, and no file has such a sign")
  func invisible() throws {
    let scratch = try Scratch.world()
    try scratch.write("units.geojson", Self.units.replacing("Brie", with: "\\u0000\\u202e\\u200b"))
    try scratch.write("cpts.csv", World.cpts.replacing("CPTS Bas", with: "Ba\u{202E}s\u{1B}[31m"))
    #expect(try scratch.report().code == 0)
    #expect(try anomalies(scratch).filter { $0.contains("texte_nettoye") }.count == 2)
    #expect(try scratch.table("out/communes.csv").row("code", "01002")["nom"] == "")
    #expect(try scratch.table("out/cpts.csv").row("cpts_id", "B")["cpts_nom"] == "Bas[31m")
    for name in scratch.names(in: "out") {
      let text = try scratch.text("out/\(name)")
      #expect(
        !text.unicodeScalars.contains { ["\u{202E}", "\u{200B}", "\u{1B}", "\0"].contains($0) },
        "\(name)")
    }
  }

  @Test("a code of a unit with the sign between codes stops the run")
  func separator() throws {
    let scratch = try Scratch.world()
    try scratch.write("units.geojson", World.units.replacing("\"01002\"", with: "\"01|02\""))
    let outcome = try scratch.report()
    #expect(outcome.code == 65 && outcome.message.hasPrefix("units.geojson:3: "))
  }

  @Test("attributes of one name: empty values are filled up, others that differ are told")
  func attributes() throws {
    let scratch = try Scratch.world()
    try scratch.write("a.csv", "code,bassin\n01001,Nord\n01002,Sud\n")
    try scratch.write("b.csv", "code,bassin\n02001,Est\n")
    #expect(
      try scratch.report("--attributes", "a.csv", "--attributes", "b.csv", "--by", "bassin").code
        == 0)
    let names = try scratch.table("out/couverture.csv").rows.filter { $0["niveau"] == "bassin" }
    #expect(Set(names.map { $0["nom"] ?? "" }).isSuperset(of: ["Nord", "Sud", "Est"]))
    #expect(try !anomalies(scratch).contains("erreur colonnes_contraires"))
    try scratch.write("b.csv", "code,bassin\n01001,Est\n")
    #expect(try scratch.report("--attributes", "a.csv", "--attributes", "b.csv").code == 0)
    #expect(try anomalies(scratch).contains("erreur colonnes_contraires"))
  }
}
