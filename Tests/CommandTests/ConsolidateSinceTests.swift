import Testing

/// What changed since the last consolidation, and files that were cut short.
@Suite struct ConsolidateSinceTests {
  private static let files = ["ara.csv", "bfc.csv"]

  @Test("nothing changed since itself, in both dialects", arguments: ["standard", "excel-fr"])
  func same(dialect: String) throws {
    let scratch = try Scratch.twoSenders()
    try scratch.write(
      "bfc.csv",
      "cpts_id,cpts_nom,date_aci,date_fin,code,part\n"
        + "B1,=CPTS,2021-01-01,2030-01-01,21001,0.5\n0012,Bas,,2025-01-01,21002,1\n")
    #expect(try scratch.consolidate(Self.files, "--csv", dialect, output: "mars").code == 0)
    let outcome = try scratch.consolidate(Self.files, "--csv", dialect, "--since", "mars")
    #expect(outcome.code == 0)
    let separator = dialect == "standard" ? "," : ";"
    let header = ["expediteur", "nature", "cpts_id", "cpts_nom", "avant", "apres"]
    let text = try scratch.text("out/changements.csv")
    #expect(
      text.split(whereSeparator: \.isNewline).map { $0.drop { $0 == "\u{FEFF}" } }
        == [header.joined(separator: separator)[...]])
    #expect(try !scratch.text("out/anomalies.csv").contains("envoi_reduit"))
    #expect(outcome.output.contains("0 changement depuis la dernière fois"))
    // Nor by way of our own folder, whose identifiers Excel keeps as text.
    #expect(try scratch.consolidate(["mars"], "--csv", dialect, output: "encore").code == 0)
    let ids = try ["mars", "encore"].map {
      try scratch.text("\($0)/cpts.csv").split(whereSeparator: \.isNewline).map { line in
        line.prefix { $0 != separator.first }
      }
    }
    #expect(ids[0] == ids[1])
  }

  @Test("each kind of change is a row with its sender, before and after")
  func kinds() throws {
    let scratch = try Scratch.twoSenders()
    #expect(try scratch.consolidate(Self.files, output: "mars").code == 0)
    try scratch.write(
      "ara.csv",
      "cpts_id,cpts_nom,stade,date_fin,code_commune\n"
        + "A1,CPTS de l'Amont,LI,2026-03-01,01001\nA1,CPTS de l'Amont,LI,2026-03-01,01004\n"
        + "A3,CPTS Neuve,projet,,01003\n")
    #expect(try scratch.consolidate(Self.files, "--since", "mars").code == 0)
    #expect(
      try scratch.text("out/changements.csv") == """
        expediteur,nature,cpts_id,cpts_nom,avant,apres
        ara.csv,stade,A1,CPTS de l'Amont,aci_signe,lettre_intention
        ara.csv,dates,A1,CPTS de l'Amont,,date_fin 2026-03-01
        ara.csv,nom,A1,CPTS de l'Amont,CPTS Amont,CPTS de l'Amont
        ara.csv,communes,A1,CPTS de l'Amont,01002,01004
        ara.csv,cpts_retiree,A2,CPTS Aval,lettre_intention,
        ara.csv,cpts_nouvelle,A3,CPTS Neuve,,projet

        """)
  }

  /// A list of so many CPTS, of a commune each.
  private static func list(_ count: Int) -> String {
    "cpts_id,stade,code_commune\n"
      + (1...count).map { "N\(100 + $0),projet,01001\n" }.joined()
  }

  @Test(
    "a list that lost more than a tenth is an alarm, which --strict turns into 65",
    arguments: [(89, true), (90, false), (91, false)])
  func shrunk(count: Int, isAlarm: Bool) throws {
    let scratch = try Scratch.twoSenders()
    try scratch.write("ara.csv", Self.list(100))
    #expect(try scratch.consolidate(Self.files, output: "mars").code == 0)
    try scratch.write("ara.csv", Self.list(count))
    let outcome = try scratch.consolidate(Self.files, "--since", "mars")
    #expect(outcome.code == 0)
    let row = try scratch.table("out/anomalies.csv").row("regle", "envoi_reduit")
    #expect((row["gravite"] == "erreur") == isAlarm)
    if isAlarm {
      #expect(
        row["objet"] == "ara.csv"
          && row["constat"]?.hasSuffix(
            "100 CPTS → 89, 100 communes → 89") == true
      )
    }
    #expect(outcome.output.contains("! ara.csv") == isAlarm)
    let strict = try scratch.consolidate(Self.files, "--since", "mars", "--strict")
    #expect(strict.code == (isAlarm ? 65 : 0))
  }

  @Test("a sender of last month who is missing is an alarm; one of another file name is not")
  func missing() throws {
    let scratch = try Scratch.twoSenders()
    #expect(try scratch.consolidate(Self.files, output: "mars").code == 0)
    #expect(try scratch.consolidate(["ara.csv"], "--since", "mars").code == 0)
    let row = try scratch.table("out/anomalies.csv").row("regle", "expediteur_absent")
    #expect(row["gravite"] == "erreur" && row["objet"] == "bfc.csv" && row["ligne"] == "3")
    #expect(
      try scratch.table("out/changements.csv").rows.map { $0["expediteur"] } == ["bfc.csv"])
    try scratch.write("bfc-avril.csv", try scratch.text("bfc.csv"))
    #expect(try scratch.consolidate(["ara.csv", "bfc-avril.csv"], "--since", "mars").code == 0)
    #expect(try !scratch.text("out/anomalies.csv").contains("expediteur_absent"))
    #expect(try scratch.table("out/changements.csv").rows.isEmpty)
  }

  @Test("a folder of something else is refused, and so is the one that is written to")
  func refused() throws {
    let scratch = try Scratch.twoSenders()
    #expect(try scratch.consolidate(Self.files, "--since", "nulle-part").code == 66)
    #expect(try scratch.consolidate(Self.files, output: "mars").code == 0)
    let own = try scratch.consolidate(Self.files, "--since", "mars", output: "mars")
    #expect(own.code == 73 && own.message.contains("remplacerait une entrée"))
    try scratch.write("mars/expediteurs.csv", "a,b\n1,2\n")
    let other = try scratch.consolidate(Self.files, "--since", "mars")
    #expect(other.code == 65)
    #expect(
      other.message.contains("mars/expediteurs.csv:1: --since : pas de colonne « expediteur »"))
  }
}
