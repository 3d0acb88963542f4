import Coverage
import Testing

@testable import coverage_report

/// How words after a command become options and files.
@Suite struct ArgumentTests {
  private func read(_ words: [String], of command: Subcommand = .report) throws -> Arguments {
    try Arguments(words, of: command)
  }

  private func message(
    _ words: [String], of command: Subcommand = .report, _ language: Language = .french
  ) -> String? {
    do {
      _ = try read(words, of: command)
      return nil
    } catch {
      #expect((error as? InputFault)?.kind == .usage)
      return (error as? InputFault)?.message(in: language)
    }
  }

  @Test("options stand anywhere among files, with their value after = or a space")
  func places() throws {
    let arguments = try read([
      "--units=a=b.gpkg", "etude.yml", "--cpts", "a.csv", "--quiet", "--cpts=b.csv", "--at",
      "31/12/2022", "--map-column", "code=INSEE", "--map-column=nom=a=b",
    ])
    #expect(arguments.files == ["etude.yml"])
    #expect(arguments.settings.units == "a=b.gpkg")
    #expect(arguments.settings.cpts == ["a.csv", "b.csv"])
    #expect(arguments.settings.quiet == true && arguments.settings.strict == nil)
    #expect(arguments.settings.at == CivilDate("2022-12-31"))
    #expect(arguments.settings.columns == [.unitCode: "INSEE", .unitName: "a=b"])
  }

  @Test("what follows -- is a file, whatever it looks like; so is a dash alone")
  func separator() throws {
    #expect(try read(["--quiet", "--", "--units"]).files == ["--units"])
    #expect(
      try read(["a", "--", "--json", "-h", "--"], of: .inspect).files == [
        "a", "--json", "-h", "--",
      ])
    #expect(try read(["-"]).files == ["-"])
    #expect(try read(["--units", "-"]).settings.units == "-")
  }

  @Test("a number may begin with a dash, a text after = only")
  func dashes() throws {
    #expect(try read(["--sliver-width", "-5.2"]).settings.sliverWidth == -5.2)
    #expect(try read(["--jobs", "-1", "--quiet"]).settings.jobs == -1)
    #expect(try read(["--units=-a.gpkg"]).settings.units == "-a.gpkg")
    #expect(
      message(["--units", "-a.gpkg"])
        == "--units : valeur absente — écrivez --units FICHIER[#couche], "
        + "ou --units=… si la valeur commence par un tiret")
  }

  @Test(
    "--verify alone is all, before a file too; all and any number are its value",
    arguments: [
      (["--verify"], "all", []), (["--verify", "etude.yml"], "all", ["etude.yml"]),
      (["--verify", "100"], "100", []), (["--verify", "all", "a"], "all", ["a"]),
      (["--verify=7", "8"], "7", ["8"]), (["--verify", "--", "8"], "all", ["8"]),
      (["--verify", "2022.yml"], "all", ["2022.yml"]),
    ])
  func verify(words: [String], expected: String, files: [String]) throws {
    let arguments = try read(words)
    #expect(arguments.settings.verify?.description == expected)
    #expect(arguments.files == files)
  }

  @Test(
    "what is wrong is named, with its cure",
    arguments: [
      (["--unit", "a"], "--unit : option inconnue — vouliez-vous dire --units ?"),
      (["--untis=a"], "--untis : option inconnue — vouliez-vous dire --units ?"),
      (["--couleur"], "--couleur : option inconnue — voyez coverage-report report --help"),
      (["-u", "a"], "-u : option inconnue — voyez coverage-report report --help"),
      (
        ["--at", "31/12/2022x"],
        "--at : « 31/12/2022x » n’est pas une date — "
          + "écrivez AAAA-MM-JJ ou JJ/MM/AAAA, par exemple 2022-12-31 ou 31/12/2022"
      ),
      (
        ["--at=31/02/2022"],
        "--at : le jour « 31/02/2022 » n’existe pas — "
          + "écrivez AAAA-MM-JJ ou JJ/MM/AAAA, par exemple 2022-12-31 ou 31/12/2022"
      ),
      (["--csv=xlsx"], "--csv : valeur « xlsx » — choisissez parmi : standard, excel-fr"),
      (
        ["--csv", "Excel_FR"],
        "--csv : valeur « Excel_FR » — vouliez-vous dire excel-fr ? "
          + "Choisissez parmi : standard, excel-fr"
      ),
      (["--OUTPUT=a"], "--OUTPUT : option inconnue — vouliez-vous dire --output ?"),
      (["--ouptut", "a"], "--ouptut : option inconnue — vouliez-vous dire --output ?"),
      (
        ["--output", "https://exemple.fr/out"],
        "--output : « https://exemple.fr/out » est une adresse, pas un dossier — "
          + "nommez un dossier de cette machine, par exemple out"
      ),
      (
        ["--title=a"],
        "--title : option inconnue — écrivez « title: … » dans le fichier d’étude"
      ),
      (
        ["--greedy", "3"],
        "--greedy : option inconnue — elle est de simulate ; "
          + "coverage-report report --help donne celles de report"
      ),
      (
        ["--map-column", "code"],
        "--map-column : rôle sans colonne — écrivez par exemple : code=INSEE"
      ),
      (["--quiet=1"], "--quiet : valeur « 1 » de trop — écrivez --quiet seul"),
      (
        ["--at", "2022-01-01", "--at=2023-01-01"],
        "--at : donné deux fois : « 2022-01-01 », puis « 2023-01-01 » — n’en gardez qu’un"
      ),
      (
        ["--map-column", "code=A", "--map-column", "code=B"],
        "--map-column : code donné deux fois : « A », puis « B » — écrivez par exemple : code=INSEE"
      ),
      (
        [""],
        "« » : nom de fichier vide — écrivez coverage-report report [ETUDE.yml|LISTE] [OPTIONS]"
      ),
      (
        ["a.yml", "b.yml"],
        "b.yml : argument en trop — un seul fichier vient sans option : nommez le vôtre par la sienne, "
          + "--cpts pour une liste de plus (voyez « coverage-report report --help »)"
      ),
    ])
  func wrong(words: [String], expected: String) {
    #expect(message(words) == expected)
  }

  @Test("the same in English")
  func english() {
    #expect(
      message(["--unit", "a"], of: .check, .english)
        == "--unit: unknown option — did you mean --units?")
    #expect(
      message([], of: .inspect, .english)
        == "FILE[#layer] is missing — write coverage-report inspect FILE[#layer]… [OPTIONS]")
    #expect(
      message(["--greedy", "dix"], of: .simulate, .english)
        == "--greedy: value “dix” — write for instance: 10")
  }

  @Test("an option of another command is none of this one")
  func otherCommand() {
    #expect(message(["--territory", "a.csv"], of: .check) == nil)
    for (words, command) in [
      (["--territory", "a.csv"], Subcommand.report), (["--plan", "a.csv"], .check),
      (["a", "--output", "out"], .inspect), (["--title", "a"], .report),
    ] {
      #expect(message(words, of: command)?.contains("option inconnue") == true)
    }
  }
}
