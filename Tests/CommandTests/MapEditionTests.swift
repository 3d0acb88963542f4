import Testing

/// Drawings that follow the borders of communes as another map has them.
@Suite struct MapEditionTests {
  /// Six by six communes of 0.01°, and three territories of two columns each, whose borders are off.
  private static func world(offBy degrees: Double) throws -> Scratch {
    let scratch = try Scratch()
    let squares = (0..<36).map { index in
      Square("01\(100 + index)", "C\(index)", "500", column: index % 6, row: index / 6)
    }
    try scratch.write("units.geojson", World.collection(squares.map(\.feature)))
    let drawings = (0..<3).map { index in
      let west = 2 + 0.02 * Double(index) + (index > 0 ? degrees : 0)
      let east = 2.02 + 0.02 * Double(index) + (index < 2 ? degrees : 0)
      return Drawing("D\(index)", "aci_signe", Drawing.box(west, 46, east, 46.06))
    }
    try scratch.write("dessins.geojson", Drawing.map(drawings))
    return scratch
  }

  private func report(_ scratch: Scratch, _ more: String...) throws -> [[String: String]] {
    let arguments = [
      "report", "--units", "units.geojson", "--cpts", "dessins.geojson", "--at", "2026-01-01",
      "--output", "out",
    ]
    #expect(try Command.run(arguments + more, in: scratch.folder).code == 0)
    return try scratch.table("out/anomalies.csv").rows.filter { $0["regle"] == "autre_edition" }
  }

  // 0.0015° is 116 m at 46°, 15 % of a commune: 75 people of 500.

  @Test("what is cut follows borders: thresholds are named, and with them all is whole")
  func named() throws {
    let scratch = try Self.world(offBy: 0.0015)
    let told = try report(scratch)
    #expect(told.count == 1)
    let words = (told.first?["constat"] ?? "") + (told.first?["traitement"] ?? "")
    #expect(words.contains("3 dessins suivent les limites des communes à moins de 117 m près"))
    #expect(words.contains("et en coupent 12"))
    #expect(words.contains("--sliver-width 150 --sliver-people 100"))
    let inspected = try scratch.run("inspect", "units.geojson", "dessins.geojson")
    #expect(inspected.output.contains("--sliver-width 150 --sliver-people 100"))
    let call = try #require(inspected.output.split(separator: "coverage-report report").last)
    #expect(call.contains("--sliver-width 150") && call.contains("--sliver-people 100"))
    let again = try report(scratch, "--sliver-width", "150", "--sliver-people", "100")
    #expect(again.isEmpty)
    let drawings = try scratch.table("out/dessins.csv").rows
    #expect(drawings.allSatisfy { $0["equivalent_liste"] == "oui" })
    #expect(drawings.allSatisfy { $0["communes_coupees"] == "0" })
    #expect(
      try scratch.table("out/cpts.csv").rows.map { $0["population"] } == ["6000", "6000", "6000"])
  }

  @Test("a few claims on communes of drawings that are exact elsewhere are no edition")
  func claims() throws {
    let scratch = try Scratch()
    let squares = (0..<144).map { index in
      Square("01\(100 + index)", "C\(index)", "500", column: index % 12, row: index / 12)
    }
    try scratch.write("units.geojson", World.collection(squares.map(\.feature)))
    // Six territories of two columns; the second claims a strip along six communes of the third.
    let drawings = (0..<6).map { index in
      let (west, east) = (2 + 0.02 * Double(index), 2.02 + 0.02 * Double(index))
      let claim = index == 1 ? 0.0015 : 0
      return Drawing(
        "D\(index)", "aci_signe",
        [
          (west, 46), (east + claim, 46), (east + claim, 46.06), (east, 46.06), (east, 46.12),
          (west, 46.12), (west, 46),
        ])
    }
    try scratch.write("dessins.geojson", Drawing.map(drawings))
    #expect(try report(scratch).isEmpty)
    #expect(try scratch.table("out/chevauchements.csv").rows.count == 1)
  }

  @Test("borders that run through the middle of communes are cuts, and no edition")
  func realCuts() throws {
    #expect(try report(try Self.world(offBy: 0.005)).isEmpty)
    #expect(try report(try Self.world(offBy: 0.0015), "--sliver-width", "0").isEmpty)
  }

  @Test("a drawing that is a sliver everywhere covers nobody, and is told")
  func narrow() throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.report(drawing: [
      Drawing("A", "aci_signe", Drawing.box(2, 46, 2.01, 46.01)),
      Drawing("B", "aci_signe", Drawing.box(2.015, 46.003, 2.0152, 46.006)),
    ])
    #expect(outcome.code == 0)
    let told = try scratch.table("out/anomalies.csv").rows.filter { $0["regle"] == "dessin_etroit" }
    #expect(told.count == 1 && told[0]["objet"] == "B" && told[0]["gravite"] == "attention")
    #expect(try scratch.table("out/dessins.csv").row("cpts_id", "B")["equivalent_liste"] == "non")
  }
}
