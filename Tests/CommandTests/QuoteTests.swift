import Testing

/// Whatever a file holds, what is said of it quotes no more than 200 characters of it.
@Suite("Quotes") struct QuoteTests {
  private static let long = String(repeating: "abcdefghi", count: 100)

  /// What stands in the place of `@` is 900 letters long.
  private static let lists: [String] = [
    "cpts;code;stade\n@;01001;ACI\n@;01002;LI\n", "cpts;code;stade;@\nX;01001;ACI;ACI signé\n",
    "cpts;code;stade;Code @\nX;01002;ACI;01001\n", "cpts;code;@\nX;01001;LI validée\n",
    "cpts;code;stade\nVal @;01001;ACI\nVAL @;01002;ACI\n",
    "cpts;code;stade\nX;@;ACI\nX;01001;ACI\n",
    "cpts;code;stade\nX;01001;@\n", "cpts;code;nom;stade\nX;01001;@;ACI\n",
    "cpts;nom_commune;stade\nX;@;ACI\nX;Aulnay;ACI\n", "cpts;code;stade;siege\nX;01001;ACI;@\n",
    "cpts;code;date_aci\nX;01001;@\n", "cpts;code;stade;date_fin\nX;01001;ACI;@\n",
    "cpts;cpts_nom;code;stade\nX;@;01001;ACI\nX;autre @;01002;ACI\n",
    "cpts;dep;code;stade\nX;@;01001;ACI\n", "cpts;epci;stade\nX;@;ACI\n", "cpts;stade\n@;ACI\n",
    "@;@;@\nX;01001;ACI\n", "cpts;code\n@;01001\n",
    "cpts;code;stade;Observations\nX;01001;ACI;sauf @\n",
    "cpts;code;stade;Stade @\nX;01001;ACI;LI\n", "cpts;code;stade;adherents\nX;01001;ACI;@\n",
    "cpts;code;stade;N°\nX;01001;ACI;@\nX;01002;ACI;b\n", "cpts;stade;communes\nX;ACI;01001 (@)\n",
    "code;@ cpts;b cpts\n01001;x;\n01002;;@\n",
  ]
  private static let files: [(option: String, text: String)] = [
    ("--population", "code;population\n01001;@\n01002;5\n02001;6\n02002;7\n"),
    ("--population", "code;@\n01001;1\n"), ("--population", "@;population\n01001;1\n"),
    ("--population", "code;population @;population b\n01001;1;2\n"),
    ("--attributes", "code;bassin\n01001;@\n01002;b\n"), ("--attributes", "code;@\n01001;x\n"),
    ("--decisions", "code;code_retenu\n@;01001\n"), ("--decisions", "@;code_retenu\n01001;01001\n"),
  ]
  private static let studies: [String] = [
    "@: 1\n", "title: @\nat: @\n", "units: @\n", "cpts: @\n", "at: @\n", "default-stage: @\n",
    "map-column:\n  stade: @\n", "map-column:\n  @: stade\n", "by: [@]\n", "area: bassin:@\n",
    "area: @\n", "language: @\n", "jobs: @\n", "white-below: @\n", "rules: @\n", "population: @\n",
    "population-column: @\n", "sliver-width: @\n",
  ]
  private static let plans: [String] = [
    "zone;action;cpts_id;stade\n@;creation;X;projet\n", "zone;action;cpts_id;stade\nZ;@;X;projet\n",
    "code_commune;action;cpts_id\n@;ajout;A\n", "code_commune;action;cpts_id\n02001;ajout;@\n",
    "zone;action;cpts_id;stade\nZ;creation;X;@\n", "zone;action;cpts_id;@\nZ;creation;X;a\n",
  ]

  private func check(
    _ arguments: [String], _ files: [String: String], _ what: String
  ) throws {
    let scratch = try Scratch.world()
    for (name, text) in files {
      try scratch.write(name, text.replacing("@", with: Self.long))
    }
    for call in [arguments, ["inspect"] + files.keys.sorted()] {
      let outcome = try Command.run(call, in: scratch.folder, language: "fr_FR.UTF-8")
      #expect([0, 64, 65, 66].contains(outcome.code), "\(what): \(outcome.message)")
      for text in [outcome.output, outcome.errors] {
        #expect(longest(text) <= 200, "\(what): \(call[0]) \(text.prefix(3_000))")
      }
    }
    for name in ["anomalies.csv", "simulation_actions.csv"] {
      guard let text = try? scratch.text("out/\(name)") else { continue }
      #expect(longest(text) <= 200, "\(what): \(name)")
    }
  }

  /// The longest run of letters.
  private func longest(_ text: String) -> Int {
    text.utf8.split { !(0x61...0x7A).contains($0) && !(0x41...0x5A).contains($0) }.map(\.count)
      .max()
      ?? 0
  }

  private func options(_ more: [String]) -> [String] {
    ["report", "--units", "units.geojson", "--at", "2026-01-01", "--output", "out"] + more
  }

  @Test("a list of CPTS", arguments: lists)
  func list(text: String) throws {
    try check(options(["--cpts", "l.csv"]), ["l.csv": text], text)
  }

  @Test("a file beside the list", arguments: files)
  func file(option: String, text: String) throws {
    for more in [[], ["--area", "bassin:z"], ["--by", "z"], ["--population-column", "z"]] {
      try check(
        options(["--cpts", "cpts.csv", option, "f.csv"] + more), ["f.csv": text], text)
    }
  }

  @Test("a study file", arguments: studies)
  func study(text: String) throws {
    let rest = ["units: units.geojson\n", "cpts: cpts.csv\n", "output: out\n"].filter { line in
      !text.hasPrefix(line.prefix(5))
    }
    try check(["report", "s.yml"], ["s.yml": text + rest.joined()], text)
  }

  @Test("a plan", arguments: plans)
  func plan(text: String) throws {
    var call = options(["--cpts", "cpts.csv", "--plan", "p.csv"])
    call[0] = "simulate"
    try check(call, ["p.csv": text], text)
  }
}
