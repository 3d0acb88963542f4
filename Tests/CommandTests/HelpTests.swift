import Testing

/// Help in the language of the user, with examples that can be copied.
@Suite struct HelpTests {
  static let french = "fr_FR.UTF-8"
  static let english = "en_GB.UTF-8"

  @Test(
    "help shows examples, in the language of the locale",
    arguments: [
      (["--help"], "coverage-report report data/demo/etude.yml --output out"),
      (["report", "--help"], "coverage-report report data/demo/etude.yml --output out"),
      (
        ["check", "--help"],
        "coverage-report check data/demo/etude.yml \\\n    --territory data/demo/proposition.csv"
      ),
      (
        ["trend", "--help"],
        "coverage-report trend data/demo/etude.yml \\\n    --from 2019-12-31 --to 2022-12-31 "
          + "--output out/trend"
      ),
      (["inspect", "--help"], "coverage-report inspect communes.gpkg cpts.xlsx"),
      (["help", "report"], "coverage-report report data/demo/etude.yml --output out"),
    ])
  func examples(arguments: [String], example: String) throws {
    let scratch = try Scratch()
    for (language, heading, other) in [
      (Self.french, "EXEMPLE", "EXAMPLE"), (Self.english, "EXAMPLE", "EXEMPLE"),
    ] {
      let outcome = try Command.run(arguments, in: scratch.folder, language: language)
      #expect(outcome.code == 0)
      #expect(outcome.errors == "")
      #expect(outcome.output.contains("\n" + heading))
      #expect(!outcome.output.contains(other))
      #expect(outcome.output.contains("  \(example)\n"))
    }
  }

  @Test("without a command, the help is shown")
  func noCommand() throws {
    let scratch = try Scratch()
    let bare = try scratch.run()
    #expect(bare.code == 0)
    #expect(try bare.output == scratch.run("--help").output)
  }

  @Test("the frame of help is in the language of the user, which --language chooses too")
  func frame() throws {
    let scratch = try Scratch()
    let french = ["UTILISATION", "ARGUMENTS", "OPTIONS", "EXEMPLES"]
    let english = ["USAGE", "ARGUMENTS", "OPTIONS", "EXAMPLES"]
    for (arguments, language, titles) in [
      ([], Self.french, french), ([], Self.english, english),
      (["--language", "fr"], Self.english, french), (["--language=en"], Self.french, english),
    ] {
      let arguments = ["check", "--help"] + arguments
      let help = try Command.run(arguments, in: scratch.folder, language: language).output
      let found = help.split(separator: "\n").filter { $0 == $0.uppercased() && !$0.contains(" ") }
      #expect(found.map(String.init).sorted() == titles.sorted())
    }
  }

  @Test(
    "help is asked for in several ways",
    arguments: [
      ["inspect", "-h"], ["--help", "inspect"], ["help", "inspect"],
      ["inspect", "--faux", "a", "--help"],
    ])
  func ways(arguments: [String]) throws {
    let scratch = try Scratch()
    let outcome = try Command.run(arguments, in: scratch.folder)
    #expect(outcome.code == 0)
    #expect(try outcome.output == scratch.run("inspect", "--help").output)
    #expect(try scratch.run("help").output == scratch.run("--help").output)
    #expect(try scratch.run("inspect", "--", "--help").code == 66)
  }

  @Test("the help says what it does, and the exit codes")
  func overview() throws {
    let scratch = try Scratch()
    let french = try scratch.run("--help")
    #expect(
      french.output.contains("Population couverte par les CPTS, chevauchements et zones blanches."))
    #expect(french.output.contains("66 fichier absent"))
    let english = try scratch.run("--help", language: Self.english)
    #expect(english.output.contains("Population covered by the CPTS, overlaps and white zones."))
    #expect(english.output.contains("66 an input is missing"))
  }

  @Test("only commands that exist are shown")
  func commands() throws {
    let scratch = try Scratch()
    let help = try scratch.run("--help").output
    let sections = help.components(separatedBy: "\n\n")
    let list = try #require(sections.first { $0.hasPrefix("COMMANDES\n") })
    let names = list.split(separator: "\n")
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first }
    #expect(
      names == ["report", "check", "simulate", "compare", "trend", "consolidate", "inspect"])
    for name in ["forecast"] {
      #expect(!names.contains(name[...]))
      #expect(try scratch.run(name).code == 64)
    }
  }

  @Test("the help of report names every option that the contract gives it today")
  func options() throws {
    let scratch = try Scratch()
    let help = try scratch.run("report", "--help").output
    for option in [
      "--units", "--population", "--population-column", "--attributes", "--cpts", "--at",
      "--default-stage", "--map-column", "--white-below", "--output", "--language", "--csv",
      "--jobs", "--quiet", "--progress", "--strict", "--by", "--grid", "--verify", "--sliver-width",
      "--sliver-people", "--rules",
    ] {
      #expect(help.contains("\n  \(option) "), "\(option)")
    }
  }

  @Test(
    "the language is French where no locale says otherwise",
    arguments: ["", "C", "C.UTF-8", "POSIX"])
  func noLocale(language: String) throws {
    let scratch = try Scratch()
    let outcome = try scratch.run("report", "--help", language: language)
    #expect(outcome.output.contains("EXEMPLES"))
  }

  @Test(
    "--version is one line, the same as in resume.json",
    arguments: [["--version"], ["report", "--version"], ["help", "--version"]])
  func version(arguments: [String]) throws {
    let scratch = try Scratch.world()
    let outcome = try Command.run(arguments, in: scratch.folder)
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    #expect(try scratch.report().code == 0)
    #expect(try outcome.output == scratch.resume().version.text + "\n")
    #expect(outcome.output.split(separator: ".").count == 3)
  }

  @Test("an example of several lines is shown as it must be typed")
  func exampleOfSeveralLines() throws {
    let scratch = try Scratch()
    let help = try scratch.run("report", "--help").output
    #expect(
      help.contains(
        """
          coverage-report report --units communes.gpkg --population pop.csv \\
            --cpts cpts.csv --cpts perimetres.csv --at 2022-12-31 --output out
        """))
    #expect(
      help.contains(
        """
          coverage-report report --units communes.gpkg --cpts territoires.gpkg \\
            --grid carreaux_200m.csv --verify --at 2022-12-31 --output out
        """))
  }
}
