import Testing

/// Populations: never taken as zero in silence.
@Suite struct PopulationTests {
  static func scratch(_ squares: Square...) throws -> Scratch {
    let scratch = try Scratch.world()
    try scratch.write("units.geojson", World.collection(squares.map(\.feature)))
    return scratch
  }

  @Test(
    "a population that is none is an error with its line, and out of the totals",
    arguments: [("-5", "-5"), ("\"beaucoup\"", "beaucoup"), ("1e300", "1e300")])
  func impossible(json: String, text: String) throws {
    let scratch = try Self.scratch(World.aulnay, World.brie.people(json), World.cere)
    #expect(try scratch.report().code == 0)
    let anomalies = try scratch.table("out/anomalies.csv")
    let error = anomalies.row("gravite", "erreur")
    #expect(error["regle"] == "unite_sans_population")
    #expect(error["fichier"] == "units.geojson")
    #expect(error["ligne"] == "3")
    #expect(error["objet"] == "01002")
    #expect(error["constat"] == "« \(text) » n’est pas une population")
    let commune = try scratch.table("out/communes.csv").row("code", "01002")
    #expect(commune["population"] == "")
    #expect(commune["population_couverte"] == "")
    #expect(try scratch.resume().totaux.population_totale == 1300)
    #expect(try scratch.report("--strict").code == 65)
  }

  @Test("an absent population is listed, and out of the totals", arguments: ["null", "\"\""])
  func absent(json: String) throws {
    let scratch = try Self.scratch(World.aulnay, World.brie.people(json), World.cere)
    let outcome = try scratch.report()
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("Sans compter 1 unité de population inconnue"))
    let anomalies = try scratch.table("out/anomalies.csv")
    #expect(anomalies.rows.map { $0["regle"] } == ["unite_sans_population"])
    #expect(anomalies[0, "gravite"] == "attention")
    #expect(anomalies[0, "objet"] == "01002")
    #expect(anomalies[0, "fichier"] == "units.geojson")
    #expect(anomalies[0, "ligne"] == "3")
    #expect(try scratch.resume().totaux.population_totale == 1300)
  }

  @Test("zero people are people counted, not an unknown population")
  func zero() throws {
    let scratch = try Self.scratch(World.aulnay, World.brie.people("0"))
    #expect(try scratch.report().code == 0)
    #expect(try scratch.text("out/anomalies.csv") == World.header)
    #expect(try scratch.table("out/communes.csv").row("code", "01002")["population"] == "0")
  }

  @Test(
    "a population that is not whole is rounded, and said",
    arguments: [("776.5", "776.5", 777), ("\"12,4\"", "12,4", 12)])
  func fractional(json: String, text: String, people: Int) throws {
    let scratch = try Self.scratch(World.aulnay, World.brie.people(json))
    #expect(try scratch.report("--strict").code == 0)
    let anomaly = try scratch.table("out/anomalies.csv").row("regle", "population_non_entiere")
    #expect(anomaly["gravite"] == "information")
    #expect(anomaly["ligne"] == "3")
    #expect(anomaly["constat"] == "\(text) habitants")
    #expect(anomaly["traitement"] == "arrondi à \(people)")
    #expect(try scratch.resume().totaux.population_totale.whole == 1000 + people)
  }

  @Test(
    "a whole number as spreadsheets write it is a whole number", arguments: ["776.0", "\"2 776\""])
  func spreadsheet(json: String) throws {
    let scratch = try Self.scratch(World.aulnay, World.brie.people(json))
    #expect(try scratch.report().code == 0)
    #expect(try scratch.text("out/anomalies.csv") == World.header)
    let people = try scratch.resume().totaux.population_totale.whole - 1000
    #expect(people == (json == "776.0" ? 776 : 2776))
  }

  @Test("a population file replaces every population; what it lacks is unknown, not old")
  func replaced() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "pop.csv", "COM;PMUN;PTOT\n01001;1100;1\n01002;-3;1\n02001;;1\n99999;7;1\n01001;1100;1\n")
    #expect(try scratch.report("--population", "pop.csv").code == 0)
    let communes = try scratch.table("out/communes.csv")
    #expect(communes.rows.map { $0["population"] } == ["1100", "", "", ""])
    let anomalies = try scratch.table("out/anomalies.csv").rows
      .filter {
        $0["fichier"] == "pop.csv" && $0["ligne"] != "" && $0["regle"] != "colonne_inutilisee"
      }
      .map { [$0["gravite"], $0["regle"], $0["ligne"], $0["objet"]] }
    #expect(
      anomalies == [
        ["erreur", "unite_en_double", "6", "01001"],
        ["erreur", "unite_sans_population", "3", "01002"],
        ["attention", "ligne_incomplete", "4", "02001"],
        ["attention", "population_non_utilisee", "5", "99999"],
      ])
    let input = try scratch.resume().input("pop.csv")
    #expect(input.lignes_lues == 5)
    #expect(input.lignes_ecartees == 4)
  }

  @Test("--population-column chooses the column, and the output says which")
  func column() throws {
    let scratch = try Scratch.world()
    try scratch.write("pop.csv", "COM;PMUN;PTOT\n01001;1;5\n01002;2;6\n02001;3;7\n02002;4;8\n")
    let outcome = try scratch.report("--population", "pop.csv", "--population-column", "PTOT")
    #expect(outcome.code == 0)
    #expect(
      outcome.output.contains(
        "Dénominateur : 26 habitants (PTOT, pop.csv)\nPopulation totale, année inconnue\n"))
    #expect(try scratch.resume().totaux.population_totale == 26)
    let absent = try scratch.report("--population", "pop.csv", "--population-column", "DGF")
    #expect(absent.code == 65)
    #expect(absent.message.hasPrefix("pop.csv:1: "))
    #expect(absent.message.contains("COM, PMUN, PTOT"))
  }
}
