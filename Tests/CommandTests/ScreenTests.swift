import Testing

/// What files and arguments hold reaches the screen as text, never as something that a terminal obeys,
/// and never without end.
@Suite struct ScreenTests {
  /// Sets the title of a window, colours, turns the direction of what follows.
  static let hostile = "A\u{1B}]0;OWNED\u{7}\u{1B}[31m\u{9B}2J\u{202E}\u{200B}Z"
  static let json = #"A\u001b]0;OWNED\u0007\u001b[31m\u009b2J\u202e\u200bZ"#

  private func expectPlain(_ outcome: Outcome, _ what: String) {
    for text in [outcome.output, outcome.errors] {
      let obeyed = text.unicodeScalars.first { scalar in
        scalar != "\n"
          && (scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
            || (0x200B...0x200F).contains(scalar.value)
            || (0x2028...0x202E).contains(scalar.value))
      }
      #expect(obeyed == nil, "\(what): \(text)")
    }
    for line in outcome.errors.split(separator: "\n") { #expect(line.utf8.count <= 2_000) }
  }

  private func scratch() throws -> Scratch {
    let scratch = try Scratch.world()
    try scratch.write(
      "units.geojson",
      World.units.replacing("Aulnay", with: Self.json).replacing("Cère", with: Self.json))
    try scratch.write(
      "cpts.csv", "cpts_id,cpts_nom,stade,code\nI\(Self.hostile),N\(Self.hostile),aci_signe,01002\n"
    )
    try scratch.write("new.csv", "cpts_id,cpts_nom,code\nP\(Self.hostile),Q\(Self.hostile),02001\n")
    return scratch
  }

  @Test("names and titles, in each form of each command")
  func names() throws {
    let scratch = try scratch()
    try scratch.write(
      "etude.yml", "title: \"\(Self.json)\"\nunits: units.geojson\ncpts: cpts.csv\noutput: out\n")
    for call in [
      ["report", "etude.yml"], ["simulate", "etude.yml", "--greedy", "2"],
      ["inspect", "units.geojson", "cpts.csv"], ["inspect", "--json", "units.geojson", "cpts.csv"],
      ["check", "etude.yml", "--territory", "new.csv"],
      ["check", "etude.yml", "--territory", "new.csv", "--output", "opinion"],
      ["check", "etude.yml", "--territory", "new.csv", "--format", "text"],
      ["check", "etude.yml", "--territory", "new.csv", "--format", "markdown"],
      ["check", "etude.yml", "--territory", "new.csv", "--format", "json"],
    ] {
      let outcome = try Command.run(call, in: scratch.folder)
      #expect(outcome.code == 0, "\(call): \(outcome.errors)")
      expectPlain(outcome, "\(call)")
      // Names lose what nobody sees where they are read; a title is what its author wrote.
      if call.contains("json") {
        #expect(outcome.output.contains(Self.json))
      }
    }
  }

  @Test("faults that repeat what they met, of whatever length")
  func faults() throws {
    let scratch = try scratch()
    let long = Self.hostile + String(repeating: "x", count: 100_000)
    try scratch.write("stage.csv", "cpts_id,stade,code\nA,\(long),01001\n")
    try scratch.write("columns.csv", "\(long),\(Self.hostile)\n1,2\n")
    try scratch.write("key.yml", "\"\(Self.json)\": 1\n")
    try scratch.write("value.yml", "units: a\ncpts: b\nat: \"\(Self.json)\"\n")
    try scratch.write(
      "crs.geojson",
      World.units.replacing(
        "\"features\"",
        with: "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"\(Self.json)\(long)\"}},"
          + "\"features\""
      ).replacing(Self.hostile, with: Self.json))
    let base = ["report", "--units", "units.geojson", "--cpts", "cpts.csv", "--output", "out"]
    let cases = [
      [Self.hostile], ["report", "--" + Self.hostile], ["report", "--at", Self.hostile],
      ["inspect", Self.hostile], ["inspect", String(long.prefix(3_000))],
      ["inspect", "cpts.csv#" + Self.hostile], base + ["--by", Self.hostile],
      base + ["--map-column", "code=" + Self.hostile], base + ["--rules", Self.hostile],
      base + ["--population", "columns.csv"], base + ["--cpts", "stage.csv"],
      base + ["--cpts", "columns.csv"], ["report", "key.yml"], ["report", "value.yml"],
      ["report", "--units", "crs.geojson", "--cpts", "cpts.csv", "--output", "out"],
      ["inspect", "columns.csv", "stage.csv", "crs.geojson"],
    ]
    for call in cases {
      let outcome = try Command.run(call, in: scratch.folder)
      #expect([0, 64, 65, 66].contains(outcome.code), "\(call[0]): \(outcome.code)")
      expectPlain(outcome, "\(call.map { $0.prefix(40) })")
    }
  }
}
