import Testing

/// A study file: YAML whose keys are the options, its paths relative to it.
@Suite struct StudyFileTests {
  /// A folder `etude` with the four squares and a study file, run from the folder above.
  static func scratch(_ yaml: String) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("etude/units.geojson", World.units)
    try scratch.write("etude/cpts.csv", World.cpts)
    try scratch.write("etude/etude.yml", yaml)
    return scratch
  }

  static let whole = """
    # Étude d'essai
    title: Essai
    units: units.geojson
    population: pop.csv
    population-column: PTOT
    attributes: [bassins.csv]
    cpts:
      - cpts.csv
      - autres.csv
    at: 2020-06-30
    default-stage: PS
    map-column:
      code: maille
    white-below: aci_signe
    by: [bassin]
    output: sortie
    language: en
    csv: standard
    jobs: 1

    """

  @Test("the keys are the options, and paths start from the study file")
  func keys() throws {
    let scratch = try Self.scratch(Self.whole)
    try scratch.write("etude/units.geojson", World.units.replacing("\"code\"", with: "\"maille\""))
    try scratch.write("etude/cpts.csv", "cpts_id,maille\nA,01001\n")
    try scratch.write("etude/autres.csv", "cpts_id,date_aci,maille\nB,2020-07-01,01002\n")
    try scratch.write(
      "etude/pop.csv", "maille;PMUN;PTOT\n01001;1;5\n01002;2;6\n02001;3;7\n02002;4;8\n")
    try scratch.write("etude/bassins.csv", "maille;bassin\n01001;Nord\n01002;Sud\n")
    let outcome = try scratch.run("report", "etude/etude.yml")
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.hasPrefix("Essai\nPeople by stage on 2020-06-30, each person once\n"))
    let resume = try scratch.resume("etude/sortie")
    #expect(resume.titre == "Essai")
    #expect(resume.options.at == "2020-06-30")
    #expect(resume.options.default_stage == "projet_sante_valide")
    #expect(resume.options.white_below == "aci_signe")
    #expect(resume.options.map_column == ["code": "maille"])
    #expect(resume.options.by == ["bassin"])
    #expect(resume.options.language == "en")
    #expect(
      resume.entrees.items.map(\.chemin.text)
        == ["units.geojson", "pop.csv", "bassins.csv", "cpts.csv", "autres.csv"].map {
          "etude/" + $0
        })
    #expect(resume.totaux.population_totale == 26)
    #expect(resume.totaux.population_par_stade["projet_sante_valide"] == 5)
    #expect(resume.totaux.population_couverte == 0)
    let coverage = try scratch.table("etude/sortie/couverture.csv")
    #expect(coverage.rows.filter { $0["niveau"] == "bassin" }.count == 15)
  }

  @Test("a flag wins over the file; its path is relative to the folder of the call")
  func flags() throws {
    let scratch = try Self.scratch(
      "units: absent.gpkg\ncpts: cpts.csv\nat: 2020-01-01\noutput: sortie\nlanguage: en\n")
    let outcome = try scratch.run(
      "report", "etude/etude.yml", "--units", "etude/units.geojson", "--at", "2026-01-01",
      "--output", "ici", "--language", "fr")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("Population par stade au 2026-01-01"))
    #expect(scratch.names(in: "etude/sortie") == [])
    #expect(try scratch.resume("ici").input("units.geojson").chemin == "etude/units.geojson")
    #expect(try scratch.resume("ici").input("cpts.csv").chemin == "etude/cpts.csv")
  }

  @Test("an unknown key is 65 with its line, and the message names those known")
  func unknownKey() throws {
    let scratch = try Self.scratch("units: units.geojson\ncpts: cpts.csv\ncouleur: bleu\n")
    let outcome = try scratch.run("report", "etude/etude.yml", "--output", "out")
    #expect(outcome.code == 65)
    #expect(outcome.message.hasPrefix("etude/etude.yml:3: clé inconnue « couleur » — "))
    for key in ["title", "units", "cpts", "at", "default-stage", "map-column", "output", "jobs"] {
      #expect(outcome.message.contains(" \(key)"), "\(key)")
    }
  }

  @Test("a key with a slip of the pen is told which was meant, before those known")
  func nearKey() throws {
    let scratch = try Self.scratch("untis: units.geojson\ncpts: cpts.csv\n")
    let outcome = try scratch.run("report", "etude/etude.yml", "--output", "out")
    #expect(outcome.code == 65)
    #expect(
      outcome.message.hasPrefix(
        "etude/etude.yml:1: clé inconnue « untis » — vouliez-vous dire units ? "
          + "Les clés sont : title, fictitious, units, "))
  }

  @Test(
    "a value that cannot be is 65, with its line",
    arguments: [
      ("at: hier", "« hier »"), ("\tjobs: 2", "mal formé : une tabulation"),
      ("default-stage: presque", "« presque »"),
      ("csv: xlsx", "« xlsx »"),
      ("jobs: deux", "« deux »"), ("map-column: {couleur: x}", "« couleur »"),
      ("at:", "at : valeur absente — "), ("title: [a, b]", "title : plusieurs valeurs là où"),
      ("jobs: {a: 1}", "jobs : plusieurs valeurs là où"), ("by: [[a]]", "by : plusieurs valeurs"),
      ("csv: \"a\\0b\"", "csv : un caractère nul"),
      ("jobs: 0", ": jobs 0 : pas un nombre de tâches — "),
      ("sliver-width: -1", ": sliver-width -1.0 : pas une largeur — "),
      ("white-below: aucun", ": white-below aucun : tout le monde serait couvert — "),
      ("option-weights: {bassin: 0, taille: -1}", "« -1 »"),
      (
        "option-smallest: 400000",
        ": option-smallest, option-largest : 400000 et 350000 ne font pas"
      ),
      ("fragile-members: 200", ": fragile-members 200.0 : pas un pourcentage — "),
      ("rules: aci-1900", ": rules aci-1900 : aucun paquet de règles de ce nom — "),
      ("population-column: PMUN", ": population-column sans --population : "),
      ("by: [densite]", ": by densite : aucune colonne de ce nom — "),
      ("by: [region]", ": by region : ce niveau est dans toute étude — "),
      ("map-column: {nom: absent}", ": map-column nom=absent : aucun fichier n’a cette colonne — "),
      (
        "attributes: [cpts.csv, cpts.csv]",
        ": attributes etude/cpts.csv : fichier donné deux fois — "
      ),
    ])
  func badValue(line: String, named: String) throws {
    let scratch = try Self.scratch("units: units.geojson\ncpts: cpts.csv\n\(line)\n")
    let outcome = try scratch.run("report", "etude/etude.yml", "--output", "out")
    #expect(outcome.code == 65)
    #expect(outcome.message.hasPrefix("etude/etude.yml:3: "))
    #expect(outcome.message.contains(named))
  }

  @Test(
    "what is no YAML, or no mapping, is 65", arguments: ["units: [a\n", "- units\n", "\u{1}\n", ""])
  func noMapping(yaml: String) throws {
    let scratch = try Self.scratch(yaml)
    let outcome = try scratch.run("report", "etude/etude.yml", "--output", "out")
    #expect(outcome.code == 65)
    #expect(outcome.message.hasPrefix("etude/etude.yml:"))
  }

  @Test("a key given twice is 65, at its line")
  func twice() throws {
    let scratch = try Self.scratch("units: units.geojson\ncpts: cpts.csv\nunits: a.gpkg\n")
    let outcome = try scratch.run("report", "etude/etude.yml", "--output", "out")
    #expect(outcome.code == 65)
    #expect(
      outcome.message == "etude/etude.yml:3: clé « units » donnée deux fois — n’en gardez qu’une")
  }

  @Test("a flag in place of what the file sets wrongly is told as a flag")
  func flagOverFile() throws {
    let scratch = try Self.scratch("units: units.geojson\ncpts: cpts.csv\njobs: 0\n")
    let wrong = try scratch.run("report", "etude/etude.yml", "--output", "out", "--jobs", "-1")
    #expect(wrong.code == 64)
    #expect(wrong.message.hasPrefix("--jobs -1 : pas un nombre de tâches — "))
    let right = try scratch.run("report", "etude/etude.yml", "--output", "out", "--jobs", "1")
    #expect(right.code == 0)
  }

  @Test("the mark of byte order that some editors write is no part of the first key")
  func byteOrderMark() throws {
    let scratch = try Self.scratch("\u{FEFF}units: units.geojson\ncpts: cpts.csv\n")
    #expect(try scratch.run("report", "etude/etude.yml", "--output", "out").code == 0)
  }

  @Test("faults are told in the language of the study file")
  func language() throws {
    let scratch = try Self.scratch("units: absent.gpkg\ncpts: cpts.csv\nlanguage: en\n")
    let outcome = try scratch.run("report", "etude/etude.yml", "--output", "out")
    #expect(outcome.code == 66)
    #expect(outcome.message.hasPrefix("etude/absent.gpkg: no such file — "))
  }

  @Test(
    "--strict, --quiet and --progress are keys too",
    arguments: ["strict: true", "quiet: true", "progress: never"])
  func switches(line: String) throws {
    let scratch = try Self.scratch("units: units.geojson\ncpts: cpts.csv\n\(line)\n")
    let outcome = try scratch.run("report", "etude/etude.yml", "--output", "out")
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
  }
}
