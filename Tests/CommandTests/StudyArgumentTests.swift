import Foundation
import Testing

/// The first argument, and the units that the tool carries.
@Suite struct StudyArgumentTests {
  @Test("a list of CPTS may be the first argument, alone or with others")
  func list() throws {
    let scratch = try Scratch.world()
    let first = try scratch.run(
      "report", "cpts.csv", "--units", "units.geojson", "--at", "2026-01-01", "--output", "out")
    #expect(first.code == 0)
    #expect(try scratch.table("out/cpts.csv").rows.count == 2)
    try scratch.write("autres.csv", "cpts_id,stade,code_commune\nC,aci_signe,02001\n")
    let both = try scratch.run(
      "report", "cpts.csv", "--cpts", "autres.csv", "--units", "units.geojson", "--at",
      "2026-01-01", "--output", "out2")
    #expect(both.code == 0)
    #expect(try scratch.table("out2/cpts.csv").rows.map { $0["cpts_id"] } == ["A", "B", "C"])
  }

  @Test("without a telling name the first line tells")
  func firstLine() throws {
    let scratch = try Scratch.world()
    try scratch.write("liste", World.cpts)
    let list = try scratch.run(
      "report", "liste", "--units", "units.geojson", "--at", "2026-01-01", "--output", "out")
    #expect(list.code == 0)
    try scratch.write("etude", "# une étude\nunits: units.geojson\ncpts: cpts.csv\n")
    #expect(
      try scratch.run("report", "etude", "--at", "2026-01-01", "--output", "out2").code == 0)
  }

  @Test(
    "what could be either, or neither, is refused with both named",
    arguments: [("liste.yml", "cpts_id;stade\nA;aci_signe\n"), ("bizarre", "bonjour\n")])
  func unclear(name: String, text: String) throws {
    let scratch = try Scratch.world()
    try scratch.write(name, text)
    let outcome = try scratch.run("report", name, "--units", "units.geojson", "--output", "out")
    #expect(outcome.code == 65)
    #expect(
      outcome.message
        == "\(name): fichier d’étude ou liste de CPTS ? ni le nom ni la première ligne ne le disent — "
        + "nommez un fichier d’étude .yml, avec des lignes « clé: valeur » ; donnez une liste par "
        + "--cpts \(name)")
    #expect(scratch.names(in: "out") == [])
  }

  @Test("a file that is not there is 66")
  func absent() throws {
    let outcome = try Scratch.world().run("report", "absente", "--output", "out")
    #expect(outcome.code == 66)
    #expect(outcome.message.hasPrefix("absente: "))
  }

  /// The command in a folder of its own, as an installed one is.
  private func installed(_ scratch: Scratch) throws -> String {
    let bin = scratch.folder + "/usr/bin"
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Command.binary, toPath: bin + "/coverage-report")
    return bin + "/coverage-report"
  }

  @Test(
    "without --units those beside the program are taken, and said",
    arguments: ["usr/share/coverage-report/data/france", "usr/data/france"])
  func carried(folder: String) throws {
    let scratch = try Scratch.world()
    let command = try installed(scratch)
    try FileManager.default.createDirectory(
      atPath: scratch.folder + "/" + folder, withIntermediateDirectories: true)
    try scratch.write(folder + "/units-france.gpkg", World.units)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.folder + "/lien", withDestinationPath: command)
    let outcome = try Run(
      scratch.folder + "/lien", ["report", "cpts.csv", "--at", "2026-01-01", "--output", "out"],
      in: scratch.folder, language: "fr_FR.UTF-8"
    ).outcome()
    #expect(outcome.code == 0, "\(outcome.message)")
    #expect(outcome.output.contains("Unités de l’outil : France entière, codes d’environ "))
    let resume = try scratch.resume()
    #expect(resume.totaux.population_totale == 3340)
    #expect(resume.unites.fichier.text.hasSuffix(folder + "/units-france.gpkg"))
    #expect(resume.unites.origine.text.hasPrefix("France entière, codes d’environ "))
  }

  @Test("where there are none it is 66, with the places and --units named")
  func carriedNowhere() throws {
    let scratch = try Scratch.world()
    let outcome = try Run(
      try installed(scratch), ["report", "cpts.csv", "--output", "out"], in: scratch.folder,
      language: "fr_FR.UTF-8"
    ).outcome()
    #expect(outcome.code == 66)
    #expect(
      outcome.message.hasPrefix(
        "il manque --units, et les unités de France que porte l’outil sont introuvables"))
    #expect(outcome.message.contains("/usr/share/coverage-report/data/france/units-france.gpkg"))
    #expect(outcome.message.contains("ajoutez --units FICHIER"))
    #expect(scratch.names(in: "out") == [])
  }
}
