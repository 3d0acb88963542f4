import Testing

/// People that no file gives are unknown in every output, and never nought.
@Suite struct UnknownPeopleTests {
  /// The four squares: A and B cover the south; Cère and Doux, in the north, are one white zone.
  private func ran(
    cere: String, doux: String, aulnay: String = "1000", keys: String = ""
  ) throws -> Scratch {
    let scratch = try PopulationTests.scratch(
      World.aulnay.people(aulnay), World.brie, World.cere.people(cere), World.doux.people(doux))
    try scratch.write(
      "etude.yml",
      "dossier-smallest: 0\nunits: units.geojson\ncpts: cpts.csv\nat: 2019-12-31\noutput: out\n"
        + keys)
    let outcome = try scratch.run("report", "etude.yml")
    #expect(outcome.code == 0, "\(outcome.message)")
    return scratch
  }

  @Test("a zone whose people nobody knows has no figure of people, size or euros")
  func unknown() throws {
    let scratch = try ran(cere: "null", doux: "null")
    let zones = try scratch.table("out/zones_blanches.csv")
    #expect(zones.rows.map { $0["population"] } == [""])
    #expect(zones.rows.map { $0["unites_sans_population"] } == ["2"])
    #expect(zones.header.dropLast(3).last == "unites_sans_population")
    let neighbours = try scratch.table("out/zones_blanches_voisins.csv").rows
    #expect(neighbours.map { $0["population_cpts"] } == ["1000", "3000"])
    for column in ["population_apres", "taille_apres"] {
      #expect(neighbours.map { $0[column] } == ["", ""])
    }
    let options = try scratch.table("out/options.csv").rows
    #expect(options.count > 4)
    for row in options {
      #expect(row["faisable"] == "a_examiner", "\(row)")
      #expect(row["motif"]?.hasPrefix("La population du secteur est inconnue") == true)
      for column in [
        "rang", "score", "population_gagnee", "population_apres", "taille_apres",
        "montant_si_aci_apres", "montant_si_aci_ecart",
      ] { #expect(row[column] == "", "\(column) \(row)") }
    }
  }

  @Test("its page says unknown, and what cannot be said")
  func dossier() throws {
    let scratch = try ran(cere: "null", doux: "null")
    let dossier = try scratch.sheet("02-aisne/SB-02001")
    #expect(dossier.fact("Habitants sans CPTS") == "inconnu")
    #expect(!dossier.fact("Superficie").contains("hab."))
    #expect(dossier.fact("Communes") == "2 : 02001 Cère (inconnu), 02002 Doux (inconnu)")
    #expect(
      dossier.fact("Décision") == "Aucune option ne peut être notée : une population est inconnue.")
    #expect(dossier.says("Ne peut être dit : extension de CPTS Amont (A)"))
    #expect(!dossier.says("Avec 0 habitant"))
  }

  @Test("what is known in part is at least so many")
  func atLeast() throws {
    let scratch = try ran(cere: "300", doux: "null", keys: "option-smallest: 400\n")
    let zones = try scratch.table("out/zones_blanches.csv")
    #expect(zones[0, "population"] == "300")
    #expect(zones[0, "unites_sans_population"] == "1")
    let dossier = try scratch.sheet("02-aisne/SB-02001")
    #expect(dossier.fact("Habitants sans CPTS") == "au moins 300")
    #expect(dossier.fact("Communes").hasSuffix("02002 Doux (inconnu)"))
    #expect(try scratch.table("out/secteurs.csv")[0, "unites_sans_population"] == "1")
    let creation = try scratch.table("out/options.csv").row("option", "creation")
    #expect(creation["faisable"] == "a_examiner")
    let reason = "Au moins 300 habitants, la population de 1 commune étant inconnue"
    #expect(creation["motif"]?.hasPrefix(reason) == true)
    let screen = try scratch.run("report", "etude.yml").output
    #expect(screen.contains("au moins 300"))
  }

  @Test(
    "an option of people known in part says neither size nor euros, and that somebody must look")
  func options() throws {
    let scratch = try ran(cere: "300", doux: "null", keys: "option-smallest: 100\n")
    let options = try scratch.table("out/options.csv").rows.filter { $0["faisable"] != "non" }
    #expect(options.count > 2)
    for row in options where row["unites_sans_population"] != "0" {
      #expect(row["faisable"] == "a_examiner", "\(row)")
      #expect(row["motif"]?.contains("La population de 1 commune du secteur est inconnue") == true)
      // What a CPTS takes that is known whole is told.
      guard row["unites_sans_population"] == "1" else { continue }
      for column in [
        "taille_apres", "seuil_proche", "montant_si_aci_apres", "montant_si_aci_ecart",
        "note_taille",
      ] { #expect(row[column] == "", "\(column) \(row)") }
    }
    let extended = try #require(options.first { $0["option"] == "extension" && $0["cpts"] == "A" })
    #expect(extended["population_avant"] == "1000" && extended["population_apres"] == "1300")
    #expect(extended["taille_avant"] == "1" && extended["rang"] != "")
    let neighbour = try scratch.table("out/zones_blanches_voisins.csv").row("cpts_id", "A")
    #expect(neighbour["population_apres"] == "1300" && neighbour["taille_apres"] == "")
    let dossier = try scratch.sheet("02-aisne/SB-02001")
    #expect(dossier.says("au moins 1 300") || dossier.says("au moins 1\u{202F}300"))
    #expect(dossier.says("1 → inconnue"))
  }

  @Test("a plan and an opinion say no size of people known in part")
  func planInPart() throws {
    let scratch = try ran(cere: "300", doux: "null")
    try scratch.write("plan.csv", "zone,action,cpts_id\nZB-02001,extension,A\n")
    let outcome = try scratch.run(
      "simulate", "etude.yml", "--plan", "plan.csv", "--output", "simulation")
    #expect(outcome.code == 0, "\(outcome.message)")
    let cpts = try scratch.table("simulation/simulation_cpts.csv").row("cpts_id", "A")
    #expect(cpts["population_avant"] == "1000" && cpts["population_apres"] == "1300")
    #expect(cpts["taille_avant"] == "1" && cpts["montant_avant"] != "")
    for column in ["taille_apres", "montant_apres", "montant_ecart"] {
      #expect(cpts[column] == "", "\(column)")
    }
    try scratch.write("p.csv", "code\n02001\n02002\n")
    let text = try scratch.run(
      "check", "etude.yml", "--territory", "p.csv", "--format", "text"
    ).output
    #expect(text.contains("Taille                inconnue"))
    #expect(
      text.contains(
        "Au moins 300 habitants ; la population de 1 commune est inconnue : ni la taille ni les euros"
      ))
  }

  @Test("a CPTS whose people nobody knows has no size, and no share of it is said")
  func cpts() throws {
    let scratch = try ran(cere: "300", doux: "40", aulnay: "null")
    let cpts = try scratch.table("out/cpts.csv")
    #expect(cpts.rows.map { $0["population"] } == ["", "2000"])
    #expect(cpts.rows.map { $0["taille"] } == ["", ""])
    #expect(cpts.rows.map { $0["population_partagee"] } == ["", "0"])
    #expect(cpts.rows.map { $0["unites_sans_population"] } == ["1", "1"])
    let overlap = try scratch.table("out/chevauchements.csv").rows[0]
    for column in ["population", "pct_population_a", "pct_population_b"] {
      #expect(overlap[column] == "", "\(column)")
    }
    let options = try scratch.table("out/options.csv").rows
    for row in options where row["cpts"] == "A" && row["option"] == "extension" {
      #expect(row["faisable"] == "a_examiner")
      #expect(row["motif"]?.hasPrefix("La population de la CPTS est inconnue") == true)
      #expect(row["population_avant"] == "" && row["population_apres"] == "")
    }
  }

  @Test("where every population is known, no column is more and nothing is at least")
  func known() throws {
    let scratch = try ran(cere: "300", doux: "0")
    #expect(try scratch.table("out/zones_blanches.csv").header.dropLast(3).last == "voisins")
    #expect(try scratch.table("out/cpts.csv").header.last == "population_partagee")
    #expect(try scratch.table("out/secteurs.csv").header.last == "noms_voisins")
    let dossier = try scratch.sheet("02-aisne/SB-02001")
    #expect(!dossier.says("au moins"))
    #expect(dossier.fact("Communes").hasSuffix("02002 Doux (0)"))
  }

  @Test("a plan about people whom nobody knows gains nobody knows how many")
  func plan() throws {
    let scratch = try ran(cere: "null", doux: "null")
    try scratch.write("plan.csv", "zone,action,cpts_id,stade,cpts_nom\nZB-02001,extension,A,,\n")
    let outcome = try scratch.run(
      "simulate", "etude.yml", "--plan", "plan.csv", "--output", "simulation")
    #expect(outcome.code == 0, "\(outcome.message)")
    let action = try scratch.table("simulation/simulation_actions.csv").rows[0]
    #expect(action["sort"] == "appliquee")
    #expect(action["population"] == "" && action["population_gagnee"] == "")
    let zone = try scratch.table("simulation/simulation_zones.csv").rows[0]
    #expect(zone["sort"] == "fermee" && zone["population_avant"] == "")
  }

  @Test("an opinion on a place whose people nobody knows says nothing of its size")
  func opinion() throws {
    let scratch = try ran(cere: "null", doux: "null")
    try scratch.write("p.csv", "code\n02001\n02002\n")
    let text = try scratch.run(
      "check", "etude.yml", "--territory", "p.csv", "--format", "text"
    ).output
    #expect(text.contains("Habitants             inconnu"))
    #expect(text.contains("Taille                inconnue"))
    #expect(text.contains("Population inconnue : ni la taille ni les euros ne peuvent être dits."))
    #expect(!text.contains("0 habitant nouvellement"))
  }
}
