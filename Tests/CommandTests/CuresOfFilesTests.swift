import Testing

/// What is told of files that hold something else than what is looked for, and its cure, followed.
@Suite("Cures of files, followed") struct CuresOfFilesTests {
  private func covered(_ scratch: Scratch) throws -> String? {
    try scratch.table("out/couverture.csv").rows.first { $0["stade"] == "aci_signe" }?[
      "population_cumulee"]
  }

  @Test("the backup of a uMap map: its layers, as GeoJSON, are read")
  func umap() throws {
    let scratch = try Scratch.world()
    let feature = """
      {"type":"Feature","properties":{"cpts":"X","stade":"ACI"},"geometry":\
      \(World.aulnay.geometry)}
      """
    let layer = World.collection([feature])
    try scratch.write(
      "carte.umap", "{\"type\":\"umap\",\"properties\":{\"name\":\"CPTS\"},\"layers\":[\(layer)]}")
    let outcome = try scratch.report(cpts: "carte.umap")
    #expect(outcome.code == 65)
    #expect(outcome.message.contains("téléchargez les données en GeoJSON"), "\(outcome.message)")
    try scratch.write("carte.geojson", layer)
    #expect(try scratch.report(cpts: "carte.geojson").code == 0)
    #expect(try covered(scratch) == "1000")
  }

  @Test("a line below a list is taken away, or gets its stage")
  func lineBelow() throws {
    let scratch = try Scratch.world()
    let list = "CPTS;code;Stade\nX;01001;ACI\n"
    try scratch.write("cpts.csv", list + "Filtres appliqués : Région est AURA;;\n")
    let outcome = try scratch.report()
    #expect(outcome.code == 65)
    #expect(outcome.message.contains("n’est pas celle d’une CPTS, ôtez-la"), "\(outcome.message)")
    try scratch.write("cpts.csv", list)
    #expect(try scratch.report().code == 0)
    #expect(try covered(scratch) == "1000")
  }

  @Test("an option with blanks can be copied from a message, for a column and for a sheet")
  func quoted() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "cpts.csv", "CPTS;code;Stade 2021;Stade 2022\nX;01001;LI validée;ACI signé\n")
    let outcome = try scratch.report()
    #expect(outcome.code == 65)
    let option = "--map-column 'stade=Stade 2022'"
    #expect(outcome.message.contains(option), "\(outcome.message)")
    let run = try Command.shell(
      "\"$COVERAGE_REPORT\" report --units units.geojson --cpts cpts.csv --at 2026-01-01 "
        + "--output out \(option)", in: scratch.folder)
    #expect(run.code == 0, "\(run.errors)")
    #expect(try covered(scratch) == "1000")
  }
}
