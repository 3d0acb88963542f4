import Testing

/// A file of another kind than the option wants ends the run with 65, whatever its name.
@Suite struct WrongKindTests {
  static let picture: [UInt8] =
    [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + [0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 0, 1]

  @Test("a picture is no map of units")
  func pictureAsUnits() throws {
    let scratch = try Scratch.world()
    try scratch.write("carte.gpkg", bytes: Self.picture)
    let outcome = try scratch.report(units: "carte.gpkg")
    #expect(outcome.code == 65)
    #expect(
      outcome.message == "carte.gpkg: c’est une image, qui ne se lit pas ici — "
        + "donnez la carte elle-même (GeoPackage, Shapefile, GeoJSON, KML)")
  }

  @Test("a CSV is no map of units")
  func listAsUnits() throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.report(units: "cpts.csv")
    #expect(outcome.code == 65)
    #expect(outcome.message.hasPrefix("cpts.csv: ni GeoPackage ni GeoJSON, "))
  }

  @Test("a picture is no list of CPTS")
  func pictureAsList() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", bytes: Self.picture)
    let outcome = try scratch.report()
    #expect(outcome.code == 65)
    #expect(outcome.message.hasPrefix("cpts.csv: c’est une image, qui ne se lit pas ici — "))
  }

  @Test("a GeoJSON that describes no CPTS is no list of CPTS")
  func mapAsList() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "carte.geojson",
      World.collection([
        "{\"type\":\"Feature\",\"properties\":{\"teinte\":\"bleu\"},\"geometry\":null}"
      ]))
    let outcome = try scratch.report(cpts: "carte.geojson")
    #expect(outcome.code == 65)
    #expect(outcome.message.hasPrefix("carte.geojson:"))
    #expect(scratch.names(in: "out") == [])
  }

  @Test("an empty file holds nothing to read", arguments: [true, false])
  func empty(isUnits: Bool) throws {
    let scratch = try Scratch.world()
    try scratch.write("vide", "")
    let outcome = try isUnits ? scratch.report(units: "vide") : scratch.report(cpts: "vide")
    #expect(outcome.code == 65)
    #expect(outcome.message.hasPrefix("vide: "))
  }

  @Test("a GeoJSON cut in the middle is 65, at the line where it ends")
  func cutMap() throws {
    let scratch = try Scratch.world()
    let lines = World.units.split(separator: "\n").prefix(3).joined(separator: "\n")
    try scratch.write("units.geojson", String(lines.dropLast(40)))
    let outcome = try scratch.report()
    #expect(outcome.code == 65)
    #expect(
      outcome.message == "units.geojson:3: le fichier s’arrête au milieu d’une valeur — "
        + "téléchargez ou exportez le fichier de nouveau")
  }

  @Test("a JSON that is no collection of features is 65")
  func otherJSON() throws {
    let scratch = try Scratch.world()
    try scratch.write("units.geojson", "{\"code\": \"01001\", \"noms\": []}")
    let outcome = try scratch.report()
    #expect(outcome.code == 65)
    #expect(
      outcome.message.hasPrefix("units.geojson:1: ce n’est pas une FeatureCollection GeoJSON, "))
  }

  @Test("a file of units without any unit is 65")
  func noUnit() throws {
    let scratch = try Scratch.world()
    let noCode = World.aulnay.feature.replacing("\"01001\"", with: "null")
    try scratch.write("units.geojson", World.collection([noCode]))
    let outcome = try scratch.report()
    #expect(outcome.code == 65)
    #expect(outcome.message.hasPrefix("units.geojson: aucune unité dans le fichier — "))
  }
}
