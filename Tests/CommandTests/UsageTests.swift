import Testing

/// A call that is wrong ends with 64, before anything is read or written.
@Suite struct UsageTests {
  @Test("no output is 64, and the message names --output")
  func noOutput() throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.run("report", "--units", "units.geojson", "--cpts", "cpts.csv")
    #expect(outcome.code == 64)
    #expect(
      outcome.message == "il manque --output — nommez le dossier des résultats : --output out")
  }

  @Test("no CPTS is 64, and the message names --cpts")
  func noCPTS() throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.run("report", "--units", "units.geojson", "--output", "out")
    #expect(outcome.code == 64)
    #expect(outcome.message.hasPrefix("il manque --cpts (liste des CPTS) — "))
  }

  @Test(
    "an option or a value that does not exist is 64, and named",
    arguments: [
      ["--couleur"], ["--at", "2022-02-30"], ["--csv", "excel-de"], ["--language", "de"],
      ["--jobs", "0"], ["--jobs", "deux"], ["--default-stage", "presque"],
      ["--white-below", "presque"], ["--map-column", "code"], ["--progress", "parfois"],
    ])
  func unknownOption(option: [String]) throws {
    let scratch = try Scratch.world()
    let arguments = [
      "report", "--units", "units.geojson", "--cpts", "cpts.csv", "--output", "out",
    ]
    let outcome = try Command.run(arguments + option, in: scratch.folder)
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains(option[0]))
    #expect(outcome.output == "")
    #expect(scratch.names(in: "out") == [])
  }

  @Test("a command that does not exist is 64")
  func unknownCommand() throws {
    let scratch = try Scratch()
    let outcome = try scratch.run("rapport")
    #expect(outcome.code == 64)
    #expect(outcome.output == "")
    #expect(outcome.message == "rapport : commande inconnue — vouliez-vous dire report ?")
    #expect(
      try scratch.run("help", "forecast", language: HelpTests.english).message
        == "forecast: unknown command — choose among: report, check, simulate, compare, trend, "
        + "consolidate, inspect")
    #expect(try scratch.run("help", "forecast").code == 64)
    #expect(
      try scratch.run("--verify").message
        == "--verify : une option avant la commande — écrivez coverage-report COMMANDE --verify …")
    #expect(
      try scratch.run("--verifie").message
        == "--verifie : option inconnue — vouliez-vous dire --verify ?")
    #expect(
      try scratch.run("--couleur", language: HelpTests.english).message
        == "--couleur: unknown option — see coverage-report --help")
  }

  @Test("an argument is told to be wrong in the language that another asks for")
  func language() throws {
    let scratch = try Scratch()
    for words in [["--language", "en", "--unit", "a"], ["--unit", "a", "--language=en"]] {
      let outcome = try Command.run(["report"] + words, in: scratch.folder)
      #expect(outcome.code == 64)
      #expect(outcome.message == "--unit: unknown option — did you mean --units?")
    }
    let file = try scratch.run("inspect", "en", "--unit")
    #expect(file.message == "--unit : option inconnue — vouliez-vous dire --units ?")
    let wrong = try scratch.run("report", "--language", "de")
    #expect(wrong.message == "--language : valeur « de » — choisissez parmi : fr, en")
  }

  @Test("--by a column that does not exist is 64, and the message names those that do")
  func unknownLevel() throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.report("--by", "densite")
    #expect(outcome.code == 64)
    #expect(
      outcome.message == "--by densite : aucune colonne de ce nom — "
        + "choisissez parmi : code, nom, population, dep, reg")
  }

  @Test("a level that every study has, and one asked for twice, are 64: no row comes twice")
  func repeatedLevel() throws {
    let scratch = try Scratch.world()
    try scratch.write("niveaux.csv", "code,region,bassin\n01001,a,b\n")
    for name in ["region", "Région", "national", "departement"] {
      let outcome = try scratch.report("--attributes", "niveaux.csv", "--by", name)
      #expect(outcome.code == 64)
      #expect(outcome.message.hasPrefix("--by \(name) : ce niveau est dans toute étude — "))
    }
    let twice = try scratch.report(
      "--attributes", "niveaux.csv", "--by", "bassin", "--by", "BASSIN")
    #expect(twice.code == 64)
    #expect(twice.message.hasPrefix("--by BASSIN : donné deux fois — "))
  }

  @Test("a file given twice in one option is 64, and named")
  func repeatedFile() throws {
    let scratch = try Scratch.world()
    for option in ["--cpts", "--population", "--attributes", "--grid"] {
      let outcome = try scratch.report(option, "cpts.csv", option, "./cpts.csv")
      #expect(outcome.code == 64, "\(option)")
      let again = option == "--cpts" ? "cpts.csv" : "./cpts.csv"
      #expect(outcome.message.hasPrefix("\(option) \(again) : fichier donné deux fois — "))
    }
  }

  @Test("a column of a population that is not given is 64")
  func populationColumn() throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.report("--population-column", "PMUN")
    #expect(outcome.code == 64)
    #expect(outcome.message.hasPrefix("--population-column sans --population : "))
  }

  @Test("an argument that is not UTF-8 is 64, with what to do")
  func notUTF8() throws {
    let scratch = try Scratch.world()
    let outcome = try Command.shell(
      #"cp cpts.csv $'caf\xe9.csv'; "$COVERAGE_REPORT" inspect $'caf\xe9.csv'"#, in: scratch.folder)
    #expect(outcome.code == 64)
    #expect(outcome.message.hasPrefix("caf\u{FFFD}.csv : ce nom n’est pas en UTF-8 — "))
    #expect(outcome.output == "")
  }
}
