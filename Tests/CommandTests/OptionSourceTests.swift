import Testing

/// Each option says which text it comes from, and no more than that text says.
@Suite struct OptionSourceTests {
  /// The four squares, whose north of 340 people is white beside A (1,000) and B (3,000).
  private func ran(_ more: String, language: String = "fr") throws -> Scratch {
    let scratch = try Scratch.world()
    try scratch.write(
      "etude.yml",
      "dossier-smallest: 0\nunits: units.geojson\ncpts: cpts.csv\nat: 2022-12-31\noutput: out\nlanguage: \(language)\n"
        + more)
    let outcome = try scratch.run("report", "etude.yml")
    #expect(outcome.code == 0, "\(outcome.message)")
    return scratch
  }

  private static let plan = "plan « 100 % CPTS » de 2023, 2.1"
  private static let report =
    "rapport « Tour de France des CPTS » de 2023, proposition 24 (« notamment » pour un territoire restreint)"
  private static let sources = [
    "creation": plan, "extension": plan, "extension_temporaire": plan, "partage": report,
    "rattachement_mixte": "aucun texte : mélange des précédentes, par l’outil",
  ]

  @Test("the plan names three answers, the report of 2023 one, and the tool makes the last")
  func sources() throws {
    let scratch = try ran("option-smallest: 100\nremnant-largest: 0\n")
    let options = try scratch.table("out/options.csv")
    #expect(options.header.last == "source")
    #expect(Set(options.rows.compactMap { $0["option"] }) == Set(Self.sources.keys))
    for row in options.rows { #expect(row["source"] == Self.sources[row["option"] ?? ""]) }
    let notes = try scratch.sheet("02-aisne/SB-02001").blocks.compactMap { block in
      block.firstRange(of: "Source : ").map { block[$0.upperBound...].dropLast() }
    }
    #expect(!notes.isEmpty)
    for note in notes { #expect(Self.sources.values.contains(String(note))) }
    let page = try scratch.text("out/rapport.html")
    #expect(!page.contains("plan national"))
    #expect(page.contains(Self.report))
  }

  @Test("how many CPTS it would take is said of a creation, never of an extension")
  func tooLarge() throws {
    let scratch = try ran("option-smallest: 100\noption-largest: 300\nremnant-largest: 0\n")
    let options = try scratch.table("out/options.csv")
    #expect(
      options.row("option", "creation")["motif"]
        == "340 habitants dépassent la plus grande taille cohérente (300) : il faudrait au moins "
        + "2 CPTS.")
    let extensions = options.rows.filter { ($0["option"] ?? "").hasPrefix("extension") }
    #expect(extensions.count == 3)
    for row in extensions {
      let people = row["cpts"] == "A" ? "1\u{202F}340" : "3\u{202F}340"
      #expect(
        row["motif"]
          == "Avec le secteur, la CPTS aurait \(people) habitants, au-dessus de la plus grande taille "
          + "cohérente (300).")
    }
  }

  @Test("the page counts by the same largest size as the dossier")
  func coherentSizes() throws {
    let scratch = try ran("option-smallest: 100\noption-largest: 300\nremnant-largest: 0\n")
    #expect(try scratch.text("out/rapport.html").contains("\"coherentSizes\":[100,300]"))
    let resume = try scratch.resume().options_zones_blanches
    #expect(resume.taille_coherente_min == 100 && resume.taille_coherente_max == 300)
  }

  @Test("a mentor with an ACI is a convention of the tool, and said to be one")
  func mentor() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", "cpts_id,stade,code\nB,LI,01001\nB,LI,01002\n")
    #expect(try scratch.report().code == 0)
    let row = try scratch.table("out/options.csv").row("option", "extension_temporaire")
    #expect(row["motif"]?.hasSuffix("(convention ; le plan ne le demande pas).") == true)
  }

  @Test("promoters of a project at work are to be accompanied first")
  func project() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", World.cpts + "P,Projet du Nord,projet,02001\n")
    #expect(try scratch.report(scratch.sheets()).code == 0)
    let dossier = try scratch.sheet("02-aisne/SB-02001")
    #expect(dossier.says("Un projet y est à l’œuvre : Projet du Nord (P), stade « Projet »"))
    #expect(dossier.says("À accompagner d’abord (instruction, I.1 et I.2)."))
    #expect(dossier.fact("Décision").hasPrefix("Accompagner Projet du Nord (P) jusqu’à la lettre"))
    let own = try scratch.table("out/options.csv").rows.filter { $0["secteur"] == "SB-02001" }
    #expect(own.map { $0["rang"] } == ["1", "2", "3", "4", ""])
    #expect(
      own.map { $0["option"] }
        == ["accompagnement", "extension", "extension", "extension_temporaire", "creation"])
    #expect(own[0]["cpts"] == "P" && own[0]["faisable"] == "oui")
    #expect(own[0]["population_gagnee"] == "300" && own[0]["population_apres"] == "300")
    #expect(
      own[0]["source"]
        == "instruction du 9 octobre 2019, I.1 à I.3 ; plan « 100 % CPTS » de 2023, 2.1")
    for row in own[1...3] {
      #expect(row["faisable"] == "a_examiner")
      #expect(row["motif"]?.contains("Un projet est à l’œuvre sur ces communes") == true)
    }
    #expect(own[4]["faisable"] == "non")
    #expect(own[4]["motif"]?.hasPrefix("Un projet est à l’œuvre sur ces communes") == true)
  }

  @Test("competing projects may become one, by the instruction of 2019")
  func uniting() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "cpts.csv", World.cpts + "P,P,projet,02001\nQ,Q,projet,02001\nQ,Q,projet,02002\n")
    #expect(try scratch.report().code == 0)
    let options = try scratch.table("out/options.csv")
    #expect(options.rows.prefix(3).map { $0["cpts"] } == ["P|Q", "Q", "P"])
    let united = options.row("option", "reunion")
    #expect(united["source"] == "instruction du 9 octobre 2019, I.6.1")
    #expect(united["population_gagnee"] == "340" && united["population_apres"] == "340")
    #expect(options.rows.prefix(3).map { $0["reliquat_blanc"] } == ["0", "0", "40"])
  }

  @Test("a health project is validated, or deemed validated", arguments: ["fr", "en"])
  func deemed(language: String) throws {
    let page = try ran("", language: language).text("out/rapport.html")
    #expect(!page.contains("\"projet de santé validé par l’ARS\""))
    #expect(page.contains("réputé validé deux mois après son dépôt sans opposition"))
    #expect(page.contains("deemed validated two months after its filing without opposition"))
    #expect(page.contains("CSP, art. L. 1434-12"))
  }
}
