import Testing

/// `inspect` knows the files that the tool itself reads, or will.
@Suite struct InspectOwnFilesTests {
  static let study = "title: Essai\nunits: units.geojson\ncpts: cpts.csv\nat: 2026-01-01\n"
  static let plan =
    "zone,action,cpts_id,stade,cpts_nom\nZB-02001,extension,A,,\n,stade,B,aci_signe,\n"
  static let proposal =
    "cpts_id,cpts_nom,code_commune\nP,CPTS du Nord,02001\nP,CPTS du Nord,02002\n"
  static let pack = "data/rules/aci-2019.yml"

  private func scratch() throws -> Scratch {
    let scratch = try Scratch.world()
    try scratch.write("etude.yml", Self.study)
    try scratch.write("plan.csv", Self.plan)
    try scratch.write("proposition.csv", Self.proposal)
    try scratch.write("regles.yml", try Checkout.text(Self.pack))
    return scratch
  }

  @Test(
    "each kind is named, with what is recognised and where it is used",
    arguments: [
      (
        "etude.yml", study,
        [
          "\n  YAML\n  4 clés : fichier d’étude\n  titre : Essai\n  clés : title, units, cpts, at\n",
          "\n  pour l’utiliser : premier mot de report, check ou simulate\n",
        ]
      ),
      (
        "plan.csv", plan,
        [
          "\n  2 lignes : plan d’actions, pour simulate\n  actions : extension 1, stade 1\n",
          "\n  pour l’utiliser : --plan plan.csv\n",
        ]
      ),
      (
        "proposition.csv", proposal,
        [
          "\n  2 lignes : territoire proposé, pour check : les communes d’une CPTS à venir\n",
          "« P », sans stade ni date, 2 lignes de communes",
          "    code_commune → code   (02001, 02002)\n",
          "\n  pour l’utiliser : --territory proposition.csv\n",
        ]
      ),
      (
        "nouvelle.csv", "code_insee,commune\n02001,Cère\n02002,Doux\n",
        [
          "\n  2 lignes : territoire proposé, pour check", "« nouvelle », sans stade ni date",
          "--territory nouvelle.csv",
        ]
      ),
      (
        "arbitrages.csv", "arbitrage,nature,choix,communes,decision\nk,n,a|b,01001,\n",
        [
          "\n  1 ligne : arbitrages : à remplir, puis à donner à consolidate par --decisions\n"
        ]
      ),
      (
        "choix.csv", "code,code_retenu,cpts_id,cpts_id_retenu\n01003,01001,,\n,,A,B\n",
        [
          "\n  2 lignes : décisions : vos choix là où les fichiers en laissent un\n",
          "  décidés : codes de communes 1, CPTS 1\n",
          "\n  pour l’utiliser : --decisions choix.csv\n",
        ]
      ),
      (
        "trajectoire.csv",
        "rang,decision,secteur,cpts_id,population_gagnee\n1,creation,SB-02001,N,340\n",
        ["\n  1 ligne : décisions par secteur, que cette version ne lit pas\n"]
      ),
      (
        "suivi.csv",
        "secteur,etat,responsable,echeance\nSB-02001,plan_etabli,DD01,2026-06-01\n"
          + "SB-02002,fini,,\nSB-01001,Investiguée,,\n",
        [
          "\n  3 lignes : suivi des secteurs, que cette version ne lit pas\n",
          "  investiguee 1, plan_etabli 1\n",
          "  états inconnus : 1, le premier ligne 3, « fini » ; il y a ",
        ]
      ),
    ])
  func kinds(name: String, text: String, lines: [String]) throws {
    let scratch = try Scratch.world()
    try scratch.write(name, text)
    let outcome = try scratch.run("inspect", name)
    #expect(outcome.code == 0)
    for line in lines { #expect(outcome.output.contains(line), "\(line)\n\(outcome.output)") }
    #expect(!outcome.output.contains("arrêterait"))
    let english = try scratch.run("inspect", name, language: HelpTests.english)
    #expect(!english.output.contains("lignes") && !english.output.contains("pour l’utiliser"))
  }

  @Test("a rule pack, and a proposal of a rule that nothing takes")
  func rules() throws {
    let scratch = try scratch()
    let pack = try scratch.run("inspect", "regles.yml").output
    #expect(
      pack.contains(" clés : paquet de règles\n  « ACI 2019 », à partir du 2019-08-25, source : "))
    #expect(pack.contains("\n  4 tailles, bornes : 40000, 80000, 175000 habitants ; "))
    #expect(pack.contains("\n  pour l’utiliser : --rules regles.yml\n"))
    try scratch.write("p.yml", try Checkout.text("data/rules/proposition-16-2023.yml"))
    let proposal = try scratch.run("inspect", "p.yml").output
    #expect(proposal.contains(" clés : proposition de règle, qui n’est jamais en vigueur"))
    #expect(!proposal.contains("pour l’utiliser"))
  }

  @Test(
    "what is wrong in one is told with its line",
    arguments: [
      (
        "e.yml", "units: units.geojson\ncptss: a.csv\n",
        "e.yml:2: clé inconnue « cptss » — vouliez-vous dire cpts ?"
      ),
      (
        "e.yml", "units: units.geojson\ncpts: cpts.csv\nat: 2026-02-30\n",
        "e.yml:3: at : le jour « 2026-02-30 » n’existe pas"
      ),
      ("e.yml", "units: absent.gpkg\ncpts: cpts.csv\n", "absent.gpkg: fichier introuvable"),
      ("e.yml", "units: [\n", "e.yml:"),
      ("r.yml", "kind: pack\nname: x\n", "r.yml:1: il manque « valid_from: »"),
      ("plan.csv", "zone,action\nZB-1,creation\n", "plan.csv:1: aucune colonne « cpts_id »"),
      ("choix.csv", "code,code_retenu\n01001,\n", "choix.csv:2: "),
    ])
  func wrong(name: String, text: String, message: String) throws {
    let scratch = try Scratch.world()
    try scratch.write(name, text)
    let outcome = try scratch.run("inspect", name)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("\n  arrêterait une étude : \(message)"), "\(outcome.output)")
    #expect(outcome.output.contains("corrigez d’abord") || !name.hasPrefix("e"))
  }

  @Test("rows of a plan that no study could apply are told as simulate tells them")
  func planRows() throws {
    let scratch = try scratch()
    try scratch.write(
      "plan.csv",
      "zone,action,cpts_id,stade\nZB-02001,agrandir,A,\nZB-02001,extension,,\nZB-02001,extension,A,presque\n"
    )
    let outcome = try scratch.run("inspect", "plan.csv").output
    #expect(outcome.contains("\n  erreur action_ecartee (3, lignes 2, 3, 4)\n"))
    #expect(outcome.contains("A : action « agrandir » inconnue : écrivez l’une de creation, "))
    let run = try scratch.run("simulate", "etude.yml", "--plan", "plan.csv", "--output", "out")
    #expect(run.code == 0)
    let rows = try scratch.table("out/apres/anomalies.csv").rows.filter {
      $0["regle"] == "action_ecartee"
    }
    #expect(rows.map { $0["ligne"] } == ["2", "3", "4"])
  }

  @Test("files of one folder give the calls of report, check and simulate, and each runs")
  func calls() throws {
    let scratch = try scratch()
    let suggestions = try Suggestions(
      ["etude.yml", "plan.csv", "proposition.csv", "regles.yml"], in: scratch)
    #expect(
      suggestions.calls == [
        "  coverage-report report etude.yml --rules regles.yml --output out\n",
        "  coverage-report check etude.yml --rules regles.yml --territory proposition.csv\n",
        "  coverage-report simulate etude.yml --rules regles.yml --plan plan.csv --output out\n",
      ])
    for call in suggestions.calls {
      let run = try suggestions.run(call.replacing("--output out", with: "--output \(call.count)"))
      #expect(run.code == 0, "\(call)\(run.errors)")
    }
    let json = try scratch.run("inspect", "--json", "etude.yml", "plan.csv", "proposition.csv")
    let files = try JSONValue(Array(json.output.utf8))
    #expect(files.items.map(\.usage) == ["etude", "plan", "proposition"])
    #expect(files[1].commande == "coverage-report simulate etude.yml --plan plan.csv --output out")
    #expect(files[2].commande == "coverage-report check etude.yml --territory proposition.csv")
  }

  @Test("what a study file sets stays: an option would replace it")
  func studyFirst() throws {
    let scratch = try scratch()
    try scratch.write("etude.yml", Self.study + "output: resultats\n")
    let suggestions = try Suggestions(["etude.yml", "cpts.csv", "units.geojson"], in: scratch)
    #expect(suggestions.calls == ["  coverage-report report etude.yml\n"])
    try scratch.write("autre.yml", Self.study)
    let both = try Suggestions(["etude.yml", "autre.yml"], in: scratch)
    #expect(both.calls.count == 2)
  }

  @Test("the communes of a CPTS that a list beside names are its perimeter, and no proposal")
  func perimeter() throws {
    let scratch = try scratch()
    try scratch.write("liste.csv", "cpts_id,stade\nP,LI\n")
    let suggestions = try Suggestions(
      ["units.geojson", "liste.csv", "proposition.csv"], in: scratch)
    #expect(suggestions.outcome.output.contains("\n  2 lignes : communes des CPTS\n"))
    #expect(suggestions.calls.count == 1)
    let call = try #require(suggestions.calls.first)
    #expect(try suggestions.run(call).code == 0)
  }

  @Test("the demonstration's own files are known", .enabled(if: Checkout.hasDemo))
  func demonstration() throws {
    let scratch = try Scratch()
    for (name, use) in [("plan.csv", "plan d’actions"), ("proposition.csv", "territoire proposé")] {
      let outcome = try scratch.run("inspect", "\(Checkout.demoFolder)/\(name)")
      #expect(outcome.output.contains(" lignes : \(use)"))
    }
  }
}
