import Testing

/// Options that matter where territories are drawn: `--grid`, `--verify`, and what a sliver is.
@Suite struct DrawingOptionsTests {
  private static let call = [
    "report", "--units", "units.geojson", "--cpts", "cpts.csv", "--at", "2026-01-01",
    "--output", "out",
  ]

  private func options(_ arguments: [String]) throws -> JSONValue {
    let scratch = try Scratch.world()
    let outcome = try Command.run(arguments, in: scratch.folder)
    #expect(outcome.code == 0, "\(arguments): \(outcome.errors)")
    return try scratch.resume().options
  }

  @Test("without them nothing is verified, and slivers are below 50 m and 50 people")
  func defaults() throws {
    let options = try options(Self.call)
    #expect(options.verify == nil)
    #expect(options.sliver_width == 50 && options.sliver_people == 50)
  }

  @Test(
    "--verify has a number, or none",
    arguments: [
      (["--verify"], "all"), (["--verify", "--quiet"], "all"), (["--verify", "12"], "12"),
      (["--verify=12"], "12"), (["--verify", "all"], "all"), (["--verify", "3", "--quiet"], "3"),
    ])
  func verify(arguments: [String], expected: String) throws {
    #expect(try options(Self.call + arguments).verify.text == expected)
    let first = Self.call.prefix(1) + arguments + Self.call.dropFirst()
    #expect(try options(Array(first)).verify.text == expected)
  }

  @Test("--verify does not take a study file for its number")
  func verifyBeforeStudy() throws {
    let scratch = try Scratch.world()
    try scratch.write("etude.yml", "units: units.geojson\ncpts: cpts.csv\n")
    let outcome = try scratch.run("report", "--verify", "etude.yml", "--output", "out")
    #expect(outcome.code == 0)
    #expect(try scratch.resume().options.verify == "all")
  }

  @Test(
    "a value that cannot be is 64, and named",
    arguments: [
      ["--verify", "0"], ["--verify", "-3"], ["--verify", "1.5"], ["--verify", "1,5"],
      ["--verify=some"], ["--verify="], ["--verify=9999999999999999999999"],
      ["--sliver-width=-1"], ["--sliver-width", "nan"],
      ["--sliver-width", "inf"], ["--sliver-width", "1e300"], ["--sliver-width", "large"],
      ["--sliver-people", "0"], ["--sliver-people=-1"], ["--sliver-people", "1.5"],
      ["--sliver-people", "9223372036854775807"], ["--grid"],
    ])
  func refused(arguments: [String]) throws {
    let scratch = try Scratch.world()
    let outcome = try Command.run(Self.call + arguments, in: scratch.folder)
    #expect(outcome.code == 64)
    let option = arguments[0].split(separator: "=")[0]
    #expect(outcome.errors.contains(option))
    #expect(scratch.names(in: "out") == [])
  }

  @Test("the message of a threshold that cannot be gives the cure")
  func message() throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.report("--sliver-width=-0.0")
    #expect(outcome.errors.contains("--sliver-width"))
    let width = try scratch.report("--sliver-width=-1")
    #expect(
      width.message == "--sliver-width -1.0 : pas une largeur — donnez des mètres, par exemple 50")
    let people = try scratch.report("--sliver-people", "0", language: "en_GB.UTF-8")
    #expect(
      people.message
        == "--sliver-people 0: no threshold — give a number of people, for instance 50")
  }

  @Test("each is a key of the study file, and a flag wins")
  func studyFile() throws {
    let scratch = try StudyFileTests.scratch(
      "units: units.geojson\ncpts: cpts.csv\nverify: 7\nsliver-width: 12.5\nsliver-people: 9\n")
    #expect(try scratch.run("report", "etude/etude.yml", "--output", "out").code == 0)
    let options = try scratch.resume().options
    #expect(options.verify == "7" && options.sliver_width == 12.5 && options.sliver_people == 9)
    let outcome = try scratch.run(
      "report", "etude/etude.yml", "--output", "out", "--sliver-people", "10", "--verify")
    #expect(outcome.code == 0)
    let over = try scratch.resume().options
    #expect(over.verify == "all" && over.sliver_width == 12.5 && over.sliver_people == 10)
  }

  @Test(
    "a value of the study file that cannot be is 65, with its line",
    arguments: [
      "verify: 0", "verify: true", "sliver-width: large", "sliver-people: 1.5",
    ])
  func badKey(line: String) throws {
    let scratch = try StudyFileTests.scratch("units: units.geojson\ncpts: cpts.csv\n\(line)\n")
    let outcome = try scratch.run("report", "etude/etude.yml", "--output", "out")
    #expect(outcome.code == 65)
    let key = line.prefix { $0 != ":" }
    #expect(outcome.message.hasPrefix("etude/etude.yml:3: \(key) : valeur « "))
  }

  @Test("a grid that is absent is 66; its reference system is no part of the file's name")
  func missingGrid() throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.report("--grid", "carreaux.csv#EPSG:3035")
    #expect(outcome.code == 66)
    #expect(outcome.message.hasPrefix("carreaux.csv: fichier introuvable — "))
  }

  @Test("a layer is named with its file in resume.json")
  func layer() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "t.gpkg",
      bytes: GeoPackage.bytes([
        .init(name: "communes", squares: World.squares),
        .init(name: "est", squares: [World.brie]),
      ]))
    #expect(try scratch.report(units: "t.gpkg#communes").code == 0)
    #expect(try scratch.resume().input("t.gpkg#communes").lignes_lues == 4)
  }
}
