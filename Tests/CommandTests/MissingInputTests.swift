import Testing

/// An input that is not there, or cannot be read, ends the run with 66 and names its path.
@Suite struct MissingInputTests {
  static let cure = " — vérifiez le chemin et les droits de lecture"

  @Test("a missing file of units is 66, and named")
  func units() throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.report(units: "absent.gpkg")
    #expect(outcome.code == 66)
    #expect(outcome.message == "absent.gpkg: fichier introuvable" + Self.cure)
    #expect(scratch.names(in: "out") == [])
  }

  @Test("a missing layer's file is named without its layer")
  func layer() throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.report(units: "absent.gpkg#communes")
    #expect(outcome.code == 66)
    #expect(outcome.message == "absent.gpkg: fichier introuvable" + Self.cure)
  }

  @Test(
    "a missing CSV is 66, and named", arguments: ["--cpts", "--population", "--attributes"])
  func list(option: String) throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.report(option, "absent.csv")
    #expect(outcome.code == 66)
    #expect(outcome.message == "absent.csv: fichier introuvable" + Self.cure)
  }

  @Test("a missing study file is 66, and named")
  func study() throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.run("report", "absente.yml", "--output", "out")
    #expect(outcome.code == 66)
    #expect(outcome.message == "absente.yml: fichier introuvable" + Self.cure)
  }

  @Test("a path below a regular file is a missing file")
  func belowFile() throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.report(units: "cpts.csv/units.gpkg")
    #expect(outcome.code == 66)
    #expect(outcome.message == "cpts.csv/units.gpkg: fichier introuvable" + Self.cure)
  }

  @Test("a folder in place of a file is 66, and said to be one", arguments: [true, false])
  func folder(isUnits: Bool) throws {
    let scratch = try Scratch.world()
    try scratch.write("dossier/inside.txt", "")
    let outcome =
      try isUnits ? scratch.report(units: "dossier") : scratch.report(cpts: "dossier")
    #expect(outcome.code == 66)
    #expect(outcome.message == "dossier: c’est un dossier — donnez un fichier de ce dossier")
  }

  @Test("the messages are English for a reader who is not French")
  func english() throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.report(units: "absent.gpkg", language: "en_GB.UTF-8")
    #expect(outcome.code == 66)
    #expect(outcome.message == "absent.gpkg: no such file — check the path and its rights")
    let asked = try scratch.report(units: "absent.gpkg", "--language", "en")
    #expect(asked.message == outcome.message)
  }
}
