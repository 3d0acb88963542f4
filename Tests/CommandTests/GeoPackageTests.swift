import Testing

/// GeoPackages as units, made byte by byte here (`GeoPackage`).
@Suite struct GeoPackageTests {
  static func scratch(_ layers: GeoPackage.Layer...) throws -> Scratch {
    let scratch = try Scratch.world()
    try scratch.write("units.gpkg", bytes: GeoPackage.bytes(layers))
    return scratch
  }

  @Test("the same units as GeoPackage and as GeoJSON give the same tables")
  func sameAsGeoJSON() throws {
    let scratch = try Self.scratch(.init(name: "communes", squares: World.squares))
    #expect(try scratch.report(units: "units.gpkg").code == 0)
    let fromPackage = try World.tables.map { try scratch.bytes("out/\($0).csv") }
    #expect(try scratch.report().code == 0)
    let fromGeoJSON = try World.tables.map { try scratch.bytes("out/\($0).csv") }
    #expect(fromPackage == fromGeoJSON)
    #expect(try scratch.table("out/communes.csv").rows.count == 4)
  }

  @Test("several layers and none named is 65, and the message names them")
  func severalLayers() throws {
    let scratch = try Self.scratch(
      .init(name: "communes", squares: World.squares),
      .init(name: "cantons", squares: [World.aulnay]))
    let outcome = try scratch.report(units: "units.gpkg")
    #expect(outcome.code == 65)
    #expect(
      outcome.message == "units.gpkg: plusieurs couches : cantons, communes — "
        + "nommez la couche : units.gpkg#communes")
  }

  @Test("a layer named after # is the one that is read")
  func namedLayer() throws {
    let scratch = try Self.scratch(
      .init(name: "communes", squares: World.squares),
      .init(name: "cantons", squares: [World.aulnay]))
    #expect(try scratch.report(units: "units.gpkg#cantons").code == 0)
    #expect(try scratch.table("out/communes.csv").rows.map { $0["code"] } == ["01001"])
  }

  @Test("a layer that is not there is 65, and the message names those that are")
  func absentLayer() throws {
    let scratch = try Self.scratch(.init(name: "communes", squares: World.squares))
    let outcome = try scratch.report(units: "units.gpkg#iris")
    #expect(outcome.code == 65)
    #expect(
      outcome.message == "units.gpkg: pas de couche « iris » — couches présentes : communes")
  }

  @Test("a GeoPackage without layers is 65")
  func noLayer() throws {
    let scratch = try Self.scratch()
    let outcome = try scratch.report(units: "units.gpkg")
    #expect(outcome.code == 65)
    #expect(outcome.message.hasPrefix("units.gpkg: aucune couche de polygones — "))
  }

  @Test("a GeoPackage cut in half is 65, and said to be truncated")
  func cut() throws {
    let scratch = try Scratch.world()
    let whole = GeoPackage.bytes([.init(name: "communes", squares: World.squares)])
    try scratch.write("units.gpkg", bytes: Array(whole.prefix(whole.count / 2)))
    try Self.expectTruncated(try scratch.report(units: "units.gpkg"))
  }

  @Test(
    "the units of France cut in half are 65",
    .enabled(if: Checkout.hasFrance, "needs data/france/units-france.gpkg"))
  func cutFrance() throws {
    let scratch = try Scratch.world()
    let whole = try Checkout.bytes(Checkout.france)
    try scratch.write("units.gpkg", bytes: Array(whole.prefix(whole.count / 2)))
    try Self.expectTruncated(try scratch.report(units: "units.gpkg"))
    #expect(scratch.names(in: "out") == [])
  }

  @Test("a GeoPackage that another program has open is 65, and the file is not touched")
  func openElsewhere() throws {
    let scratch = try Self.scratch(.init(name: "communes", squares: World.squares))
    try scratch.write("units.gpkg-wal", "pages not yet in the file")
    let outcome = try scratch.report(units: "units.gpkg")
    #expect(outcome.code == 65)
    #expect(outcome.message.hasPrefix("units.gpkg: un autre logiciel a ce GeoPackage ouvert"))
    #expect(try scratch.text("units.gpkg-wal") == "pages not yet in the file")
  }

  private static func expectTruncated(_ outcome: Outcome) throws {
    #expect(outcome.code == 65)
    #expect(outcome.message.hasPrefix("units.gpkg: GeoPackage illisible ou tronqué ("))
    #expect(
      outcome.message.hasSuffix(" — téléchargez ou exportez le fichier de nouveau"))
  }
}
