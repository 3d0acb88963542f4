import Testing

/// Nothing read is dropped in silence: each row set aside is in `anomalies.csv` with file and line.
@Suite struct LedgerTests {
  /// Rows to set aside in every input.
  static func untidy() throws -> Scratch {
    let scratch = try Scratch.world()
    let noCode = World.doux.feature.replacing("\"02002\"", with: "null")
    try scratch.write(
      "units.geojson",
      World.collection(
        [World.aulnay, World.brie, World.aulnay, World.cere].map(\.feature) + [noCode]))
    try scratch.write(
      "cpts.csv", World.cpts + ",CPTS sans id,projet,01001\nB,,,99999\nB,,,01002,de trop\n")
    try scratch.write("pop.csv", "COM;PMUN\n01001;10\n01002;20\n02001;30\n99999;7\n;3\n01001;10\n")
    try scratch.write("bassins.csv", "code,bassin\n01001,Nord\n88888,Sud\n01002,Est\n")
    return scratch
  }

  @Test("rows read are rows kept and rows set aside, and each of these has its line")
  func everyRow() throws {
    let scratch = try Self.untidy()
    let outcome = try scratch.report("--population", "pop.csv", "--attributes", "bassins.csv")
    #expect(outcome.code == 0)
    let anomalies = try scratch.table("out/anomalies.csv").rows
    let aside: Set = ["ligne écartée", "la première ligne est gardée"]
    let expected = [
      "units.geojson": ["4", "6"], "pop.csv": ["5", "6", "7"], "bassins.csv": ["3"],
      "cpts.csv": ["5", "6", "7"],
    ]
    let entries = try scratch.resume().entrees.items
    #expect(entries.map(\.lignes_lues) == [5, 6, 3, 6])
    for entry in entries {
      let rows = entry.lignes_retenues.whole + entry.lignes_ecartees.whole
      #expect(entry.lignes_lues.whole == rows)
      let lines =
        anomalies
        .filter { $0["fichier"] == entry.chemin.text && aside.contains($0["traitement"] ?? "") }
        .compactMap { $0["ligne"] }.sorted()
      #expect(lines == expected[entry.chemin.text])
      #expect(entry.lignes_ecartees.whole == lines.count, "\(entry.chemin)")
    }
  }

  @Test("anomalies are sorted by severity, and resume.json counts them")
  func order() throws {
    let scratch = try Self.untidy()
    #expect(
      try scratch.report("--population", "pop.csv", "--attributes", "bassins.csv").code == 0)
    let severities = try scratch.table("out/anomalies.csv").rows.compactMap { $0["gravite"] }
    let rank = ["erreur": 0, "attention": 1, "information": 2]
    let ranks = try severities.map { try #require(rank[$0]) }
    #expect(ranks == ranks.sorted())
    #expect(Set(ranks).count == 3)
    let counts = try scratch.resume().totaux.anomalies.members.mapValues(\.whole)
    #expect(counts == Dictionary(grouping: severities) { $0 }.mapValues(\.count))
  }

  @Test("a second value of an attribute for one unit is not dropped in silence")
  func attributeTwice() throws {
    let scratch = try Scratch.world()
    try scratch.write("bassins.csv", "code,bassin\n01001,Nord\n01001,Sud\n")
    #expect(try scratch.report("--attributes", "bassins.csv").code == 0)
    let lines = try scratch.table("out/anomalies.csv").rows.map { $0["ligne"] }
    #expect(lines == ["3"])
  }

  @Test("a row of attributes or populations that is too long is not cut in silence")
  func longRow() throws {
    let scratch = try Scratch.world()
    try scratch.write("bassins.csv", "code,bassin\n01001,Nord,de trop\n")
    try scratch.write(
      "pop.csv", "COM;PMUN\n01001;1;000\n01002;2000\n02001;300\n02002;40\n")
    #expect(
      try scratch.report("--attributes", "bassins.csv", "--population", "pop.csv").code == 0)
    let files = try scratch.table("out/anomalies.csv").rows.map { $0["fichier"] ?? "" }
    #expect(Set(files) == ["bassins.csv", "pop.csv", "units.geojson"])
  }

  @Test("a second collection after the first in a GeoJSON is not dropped in silence")
  func twoCollections() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "units.geojson",
      World.collection([World.aulnay.feature]) + World.collection([World.brie.feature]))
    let outcome = try scratch.report()
    #expect(outcome.code == 65)
  }

  @Test("a layer asked of a file that has none is not ignored")
  func layerOfGeoJSON() throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.report(units: "units.geojson#communes")
    #expect(outcome.code == 65)
  }

  @Test("inputs are not written to")
  func inputs() throws {
    let scratch = try Self.untidy()
    let names = ["units.geojson", "cpts.csv", "pop.csv", "bassins.csv"]
    let before = try names.map { try scratch.bytes($0) }
    let outcome = try scratch.report("--population", "pop.csv", "--attributes", "bassins.csv")
    #expect(outcome.code == 0)
    #expect(try names.map { try scratch.bytes($0) } == before)
    #expect(scratch.names(in: "").filter { !$0.hasPrefix("out/") } == names.sorted())
  }
}
