import Testing

/// Columns recognised by their names, or named by the user.
@Suite struct ColumnTests {
  @Test("columns that nobody knows are 65; the message names those present and --map-column")
  func unknown() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", "groupe,maille\nA,01001\n")
    let outcome = try scratch.report()
    #expect(outcome.code == 65)
    #expect(
      outcome.message == "cpts.csv:1: aucune colonne « cpts_id » parmi : groupe, maille — "
        + "nommez-la cpts_id, id_cpts, finess, cpts, ou passez --map-column cpts_id=NOM")
  }

  @Test("units without a column of codes are 65, likewise")
  func unknownInUnits() throws {
    let scratch = try Scratch.world()
    try scratch.write("units.geojson", World.units.replacing("\"code\"", with: "\"maille\""))
    let outcome = try scratch.report()
    #expect(outcome.code == 65)
    #expect(
      outcome.message.hasPrefix(
        "units.geojson:1: aucune colonne « code » parmi : maille, nom, population, dep, reg — "))
    #expect(outcome.message.hasSuffix("ou passez --map-column code=NOM"))
  }

  @Test("--map-column names the columns that are not recognised")
  func mapped() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", "groupe,etat,code\nA,ACI,01001\n")
    let outcome = try scratch.report(
      "--map-column", "cpts_id=groupe", "--map-column", "stade=etat")
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    #expect(try scratch.table("out/cpts.csv")[0, "cpts_id"] == "A")
    #expect(try scratch.table("out/cpts.csv")[0, "population"] == "1000")
    #expect(try scratch.resume().options.map_column == ["cpts_id": "groupe", "stade": "etat"])
  }

  @Test("a column mapped for one file leaves the names that other files have")
  func mappedInOneFile() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", "cpts_id,stade,maille\nA,ACI,01001\n")
    let outcome = try scratch.report("--map-column", "code=maille")
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    #expect(try scratch.table("out/cpts.csv")[0, "population"] == "1000")
  }

  @Test("a mapped column that no file has is a wrong call, and named")
  func mappedNowhere() throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.report("--map-column", "stade=etat")
    #expect(outcome.code == 64)
    #expect(
      outcome.message.hasPrefix("--map-column stade=etat : aucun fichier n’a cette colonne — "))
    #expect(scratch.names(in: "out") == [])
  }

  @Test("a role that does not exist is a wrong call, and the message names those that do")
  func unknownRole() throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.report("--map-column", "couleur=maille")
    #expect(outcome.code == 64)
    #expect(
      outcome.message.hasPrefix(
        "--map-column : rôle inconnu « couleur » — choisissez parmi : code, nom, "))
    #expect(outcome.message.contains(", cpts_id, "))
    #expect(outcome.output == "")
  }

  @Test("two columns of the same name are 65, and both are named")
  func ambiguous() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", "cpts_id,stade,code,Code\nA,ACI,01001,01002\n")
    let outcome = try scratch.report()
    #expect(outcome.code == 65)
    #expect(
      outcome.message == "cpts.csv:1: plusieurs colonnes pour « code » : « code » (3), « Code » (4)"
        + " — renommez celles qui ne servent pas")
  }

  @Test("case and accents of column names do not matter")
  func spelling() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", "CPTS_ID,Maturité,Code Commune\nA,Contrat signé,01001\n")
    #expect(try scratch.report().code == 0)
    #expect(try scratch.table("out/cpts.csv")[0, "stade"] == "aci_signe")
    #expect(try scratch.table("out/cpts.csv")[0, "population"] == "1000")
  }

  @Test("a file that knows CPTS by name alone uses the name as id")
  func nameAsID() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", "cpts_nom,stade,code\nCPTS du Lac,ACI,01001\n")
    #expect(try scratch.report().code == 0)
    let cpts = try scratch.table("out/cpts.csv")
    #expect(cpts[0, "cpts_id"] == "CPTS du Lac")
    #expect(cpts[0, "cpts_nom"] == "CPTS du Lac")
  }
}
