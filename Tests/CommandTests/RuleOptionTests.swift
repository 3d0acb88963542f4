import Testing

/// `--rules`, and the keys of a study file that weigh options.
@Suite struct RuleOptionTests {
  static let pack = """
    kind: pack
    name: Essai
    valid_from: 2030-01-01
    source: Texte d'essai
    sizes:
      near_percent: 2
      convention: aucune
      bounds:
        - {people: 1500, class_on_bound: 2, source: essai}
    amounts:
      - {name: Tout, euros: [7, 11], counts: total, source: essai}
    totals: {euros: [7, 11], source: essai}

    """

  @Test("a user's own pack gives sizes and euros everywhere, and is said not to be in force")
  func own() throws {
    let scratch = try Scratch.world()
    try scratch.write("regles.yml", Self.pack)
    #expect(try scratch.report("--rules", "regles.yml", scratch.sheets()).code == 0)
    #expect(try scratch.table("out/cpts.csv").rows.map { $0["taille"] } == ["1", "2"])
    let extending = try scratch.table("out/options.csv").row("cpts", "A")
    #expect(extending["montant_avant"] == "7")
    #expect(extending["montant_si_aci_avant"] == "7" && extending["regles"] == "Essai")
    #expect(extending["reference_regles"] == "" && extending["reference_si_aci_avant"] == "")
    #expect(
      extending["avertissement"] == "« Essai » : en vigueur à partir du 2030-01-01 seulement")
    let rules = try scratch.resume().options_zones_blanches.regles
    #expect(rules.nom == "Essai")
    #expect(rules.en_vigueur == false)
    #expect(try scratch.resume().input("regles.yml").octets.whole == Self.pack.utf8.count)
    #expect(
      try scratch.sheet("02-aisne/SB-02001")
        .says("« Essai ». « Essai » : en vigueur à partir du 2030-01-01 seulement."))
  }

  @Test("without it, the pack in force on the day")
  func inForce() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report().code == 0)
    #expect(try scratch.resume().options_zones_blanches.regles.nom == "ACI 2021 (avenant 2)")
    #expect(try scratch.resume().options_zones_blanches.regles.reference == "ACI 2019")
    #expect(try scratch.resume().options_zones_blanches.regles.en_vigueur == true)
  }

  @Test("a wrong pack stops the run at its line, an unknown name at once")
  func faults() throws {
    let scratch = try Scratch.world()
    try scratch.write("regles.yml", Self.pack.replacing("[7, 11], counts", with: "[7, -1], counts"))
    let wrong = try scratch.report("--rules", "regles.yml")
    #expect(wrong.code == 65)
    #expect(wrong.message.hasPrefix("regles.yml:11: « -1 » n’est pas un nombre entier"))
    let unknown = try scratch.report("--rules", "aci-1999")
    #expect(unknown.code == 64)
    #expect(
      unknown.message
        == "--rules aci-1999 : aucun paquet de règles de ce nom — choisissez aci-2019, "
        + "aci-avenant-2-2021, "
        + "ou le chemin d’un fichier .yml")
    let proposal = try scratch.report("--rules", "proposition-16-2023")
    #expect(proposal.code == 64)
    #expect(scratch.names(in: "out") == [])
  }

  @Test("the study file sets weights and bounds; its rules are seen from it")
  func studyFile() throws {
    let yaml = """
      units: units.geojson
      cpts: cpts.csv
      at: 2026-01-01
      rules: ./regles.yml
      option-weights: {couverture: 0, maturite: 7}
      option-smallest: 100
      option-largest: 3000
      remnant-largest: 0
      output: sortie

      """
    let scratch = try StudyFileTests.scratch(yaml)
    try scratch.write("etude/regles.yml", Self.pack)
    #expect(try scratch.run("report", "etude/etude.yml").code == 0)
    let options = try scratch.resume("etude/sortie").options_zones_blanches
    #expect(options.poids.maturite == 7 && options.poids.couverture == 0)
    #expect(options.taille_coherente_min == 100 && options.taille_coherente_max == 3000)
    #expect(options.regles.nom == "Essai")
    let table = try scratch.table("etude/sortie/options.csv")
    #expect(table.row("cpts", "B")["faisable"] == "non")
    #expect(table.row("option", "creation")["faisable"] == "oui")
  }

  @Test(
    "weights and bounds that cannot be are refused",
    arguments: [
      (
        "option-weights: {basin: 3}",
        "etude/etude.yml:4: option-weights : critère inconnu « basin »"
      ),
      ("option-weights: {bassin: 101}", "etude/etude.yml:4: option-weights : valeur « 101 »"),
      ("option-weights: 3", "etude/etude.yml:4: option-weights : pas des poids"),
      ("option-largest: 10", "etude/etude.yml:4: option-smallest, option-largest : 20000 et 10"),
    ])
  func refused(line: String, message: String) throws {
    let scratch = try StudyFileTests.scratch(
      "units: units.geojson\ncpts: cpts.csv\nat: 2026-01-01\n\(line)\noutput: sortie\n")
    let outcome = try scratch.run("report", "etude/etude.yml")
    #expect(outcome.code == 65)
    #expect(outcome.message.hasPrefix(message), "\(outcome.message)")
  }
}
