import Testing

/// What people decide of what senders say differently.
@Suite struct ConsolidateDecisionTests {
  /// One of each nature: `A1` with two stages and other communes, `A2` and `B2` on one commune, `1` twice.
  private static func contradictions() throws -> Scratch {
    let scratch = try Scratch.regions()
    try scratch.write(
      "ara.csv",
      ThreeRegions.list([
        ("A1", "Amont", "aci_signe", ["01001", "01002"]), ("A2", "Aval", "LI", ["01003", "21003"]),
        ("1", "Nord", "projet", ["01005"]), ("C1", "Cime", "LI", ["01007", "01008"]),
      ]))
    try scratch.write(
      "bfc.csv",
      ThreeRegions.list([
        ("A1", "Amont", "projet", ["01001"]), ("B2", "Bois", "LI", ["21003", "21004"]),
        ("1", "Sud", "projet", ["21005"]), ("Z1", "Cime", "LI", ["01007", "01008"]),
        ("B3", "Bas", "LI", ["21006", "21007", "21008"]),
      ]))
    #expect(try scratch.consolidate(["ara.csv", "bfc.csv"]).code == 0)
    return scratch
  }

  private static let files = ["ara.csv", "bfc.csv"]

  @Test("each decision holds, is told, and its row goes")
  func all() throws {
    let scratch = try Self.contradictions()
    let keys = [
      ("cpts_en_double:A1:stade", "bfc.csv:2"), ("cpts_en_double:A1:communes", "bfc.csv"),
      ("commune_revendiquee:A2:B2", "bfc.csv:99"), ("identifiant_partage:1", "ara.csv:6"),
      ("cpts_en_double:C1:identifiant", "distinctes"), ("cpts_a_cheval:A2:27", "ara.csv:4"),
    ]
    #expect(Set(try scratch.arbitrations().keys) == Set(keys.map(\.0)))
    for count in 1...4 {
      try scratch.write(
        "decisions.csv",
        "arbitrage,choix\n" + keys.prefix(count).map { "\($0),\($1)\n" }.joined())
      #expect(try scratch.consolidate(Self.files, "--decisions", "decisions.csv").code == 0)
      let rest = try scratch.arbitrations()
      // `A2` no longer reaches into region 27 once its commune there is gone.
      let left = keys.dropFirst(count).filter { count < 3 || $0.0 != "cpts_a_cheval:A2:27" }
      #expect(Set(rest.keys) == Set(left.map(\.0)))
    }
    let cpts = try scratch.table("out/cpts.csv")
    #expect(cpts.row("cpts_id", "A1")["stade"] == "projet")
    let territories = try scratch.territories()
    #expect(territories["A1"] == ["01001"] && territories["A2"] == ["01003"])
    #expect(territories["B2"] == ["21003", "21004"])
    #expect(territories["1"] == ["01005"] && territories["1@bfc"] == ["21005"])
    let told = try scratch.table("out/anomalies.csv").rows.filter {
      $0["regle"] == "decision_appliquee"
    }
    #expect(told.map { $0["ligne"] }.sorted { $0 ?? "" < $1 ?? "" } == ["2", "3", "4", "5"])
  }

  @Test("two CPTS that share name and people stay two where somebody says so")
  func twoCPTS() throws {
    let scratch = try Self.contradictions()
    try scratch.write(
      "d.csv", "arbitrage,decision\ncpts_en_double:C1:identifiant,distinctes\n")
    #expect(try scratch.consolidate(Self.files, "--decisions", "d.csv").code == 0)
    let territories = try scratch.territories()
    #expect(territories["C1"] == ["01007", "01008"] && territories["Z1"] == ["01007", "01008"])
    // They overlap from then on.
    #expect(try scratch.arbitrations()["commune_revendiquee:C1:Z1"]?["population"] == "215")
  }

  @Test("one identifier may be of one CPTS after all")
  func oneCPTS() throws {
    let scratch = try Self.contradictions()
    try scratch.write("d.csv", "arbitrage,decision\nidentifiant_partage:1,une_seule\n")
    #expect(try scratch.consolidate(Self.files, "--decisions", "d.csv").code == 0)
    let rows = try scratch.arbitrations()
    #expect(rows["cpts_en_double:1:nom"] != nil && rows["cpts_en_double:1:communes"] != nil)
    #expect(rows["cpts_en_double:1:communes"]?["retenu"] == "reunion")
    #expect(try scratch.territories()["1"] == ["01005", "21005"])
  }

  @Test(
    "our own file is a file of decisions, as it is and as Excel saves it",
    arguments: ["standard", "excel-fr"])
  func ownFile(dialect: String) throws {
    let scratch = try Self.contradictions()
    #expect(try scratch.consolidate(Self.files, "--csv", dialect).code == 0)
    let before = try scratch.text("out/arbitrages.csv")
    try scratch.write("rempli.csv", before)
    #expect(
      try scratch.consolidate(Self.files, "--csv", dialect, "--decisions", "rempli.csv").code == 0)
    #expect(try scratch.text("out/arbitrages.csv") == before)
    let separator = dialect == "standard" ? "," : ";"
    let end = dialect == "standard" ? "\n" : "\r\n"
    let filled = before.split(whereSeparator: \.isNewline).map { line in
      line.hasPrefix("cpts_en_double:A1:stade") ? line + "bfc.csv:2" : line
    }.joined(separator: end)
    #expect(filled.contains("\(separator)bfc.csv:2"))
    try scratch.write("rempli.csv", filled + end)
    #expect(
      try scratch.consolidate(Self.files, "--csv", dialect, "--decisions", "rempli.csv").code == 0)
    #expect(try !scratch.text("out/arbitrages.csv").contains("cpts_en_double:A1:stade"))
  }

  @Test(
    "a decision about nothing, or for no choice, is an error with its place and its cure",
    arguments: [
      (
        "arbitrage,decision\ncpts_en_double:XX:stade,ara.csv\n",
        "d.csv:2: aucun arbitrage « cpts_en_double:XX:stade » — recopiez"
      ),
      (
        "arbitrage,decision\n\ncpts_en_double:A1:stade,corse.csv\n",
        "d.csv:3: « corse.csv » n’est pas un choix de « cpts_en_double:A1:stade » — écrivez l’un de : "
          + "ara.csv:2, bfc.csv:2"
      ),
      (
        "arbitrage,decision\ncpts_en_double:A1:stade,ara.csv\ncpts_en_double:A1:stade,bfc.csv\n",
        "d.csv:3: « cpts_en_double:A1:stade » : « bfc.csv » ici, « ara.csv » à la ligne 2 — gardez"
      ),
      ("arbitrage\nx\n", "d.csv:1: une colonne « arbitrage », mais ni « decision » ni « choix »"),
      ("a,b\n1,2\n", "d.csv:1: colonnes attendues absentes — "),
      ("arbitrage,decision\n,ara.csv\n", "d.csv:2: « ara.csv » : une décision sans arbitrage"),
    ])
  func wrong(decisions: String, message: String) throws {
    let scratch = try Self.contradictions()
    try scratch.write("d.csv", decisions)
    let outcome = try scratch.consolidate(Self.files, "--decisions", "d.csv", output: "autre")
    #expect(outcome.code == 65)
    #expect(outcome.message.contains(message), "\(outcome.message)")
    #expect(scratch.names(in: "autre").isEmpty)
  }

  @Test("a decision that has done its work is no error")
  func past() throws {
    let scratch = try Self.contradictions()
    try scratch.write("d.csv", "arbitrage,decision\ncpts_en_double:B2:stade,ara.csv\n")
    #expect(try scratch.consolidate(Self.files, "--decisions", "d.csv").code == 0)
    let row = try scratch.table("out/anomalies.csv").row("regle", "decision_sans_effet")
    #expect(row["gravite"] == "attention" && row["ligne"] == "2")
  }
}
