import Testing

/// What `inspect` tells to run can be copied, and runs.
@Suite struct SuggestedCallTests {
  @Test(
    "whatever the names of files are, for the shell too",
    arguments: [
      "", "données de l’année/", "l'étude/", "a b/c d/", "-tiret/", "#dièse/", "a#b/",
      "$(touch piege)/", "`touch piege`/", "a;touch piege;/", "\"guillemets\"/", "a\\b/", "~/",
      "a*b?/", "deux\nlignes/", "tab\tulation/", "a&b|c>d/", "é\u{200B}/", "!histoire!/", "a=b/",
    ])
  func names(folder: String) throws {
    let scratch = try Scratch()
    try scratch.write(folder + "units.geojson", World.units)
    try scratch.write(folder + "mes cpts.csv", World.cpts)
    try scratch.write(folder + "pop.csv", "code,pmun\n01001,1\n01002,2\n02001,3\n02002,4\n")
    let names = ["units.geojson", "mes cpts.csv", "pop.csv"].map { folder + $0 }
    let suggestions = try Suggestions(names, in: scratch)
    #expect(suggestions.outcome.code == 0)
    let call = try #require(suggestions.calls.first)
    #expect(suggestions.calls.count == 1)
    let run = try suggestions.run(call)
    #expect(run.code == 0, "\(call)\(run.errors)")
    let total = try scratch.table("out/couverture.csv").rows.first?["population_totale"]
    #expect(total == "10")
    #expect(!scratch.names().contains("piege"))
  }

  @Test("a folder of results that is there is not suggested again")
  func freeFolder() throws {
    let scratch = try Scratch.world()
    let names = ["units.geojson", "cpts.csv"]
    for folder in ["out", "out-2"] {
      let suggestions = try Suggestions(names, in: scratch)
      let call = try #require(suggestions.calls.first)
      #expect(call.hasSuffix(" --output \(folder)\n"))
      #expect(try suggestions.run(call).code == 0)
      #expect(scratch.names(in: folder).contains("couverture.csv"))
    }
    try scratch.write("out-3", "un fichier")
    #expect(try Suggestions(names, in: scratch).calls.first?.hasSuffix("--output out-4\n") == true)
  }

  @Test("CPTS of no stage: the call has a stage, and says that it is but an example")
  func missingStage() throws {
    let scratch = try Scratch.world()
    try scratch.write("communes.csv", "cpts,insee\nA,01001\nB,02001\n")
    let suggestions = try Suggestions(["communes.csv", "units.geojson"], in: scratch)
    let call = try #require(suggestions.calls.first)
    #expect(call.contains(" --default-stage aci_signe "))
    #expect(suggestions.outcome.output.contains("\ndes CPTS n’ont ni stade ni date : choisissez"))
    #expect(try suggestions.run(call).code == 0)
    try scratch.write("stades.csv", "cpts,stade\nA,LI\nB,ACI\n")
    let told = try Suggestions(["communes.csv", "units.geojson", "stades.csv"], in: scratch)
    #expect(told.calls.first?.contains("--default-stage") == false)
    #expect(!told.outcome.output.contains("des CPTS n’ont ni stade ni date"))
  }

  @Test("columns that their values tell are named in the call")
  func columns() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "liste.csv",
      "Secteur CPTS;Où en est-on;Code local\nAmont;ACI signé;01001\nAval;Lettre d'intention;01002\n"
    )
    let suggestions = try Suggestions(["liste.csv", "units.geojson"], in: scratch)
    let call = try #require(suggestions.calls.first)
    for option in ["'cpts_id=Secteur CPTS'", "'stade=Où en est-on'", "'code=Code local'"] {
      #expect(call.replacing("\\\n", with: "").contains("--map-column \(option)"), "\(call)")
    }
    #expect(
      suggestions.outcome.output.contains(
        "  la colonne « Code local » tient sans doute les codes des communes : "))
    #expect(try suggestions.run(call).code == 0)
    let rows = try scratch.table("out/couverture.csv").rows
    #expect(rows.first { $0["stade"] == "aci_signe" }?["population_stade"] == "1000")
    #expect(rows.first { $0["stade"] == "lettre_intention" }?["population_stade"] == "2000")
  }

  @Test("what together would stop the study is told, and no call")
  func contradiction() throws {
    let scratch = try Scratch.world()
    try scratch.write("autre.csv", "cpts_id,stade\nA,projet\n")
    let suggestions = try Suggestions(["units.geojson", "cpts.csv", "autre.csv"], in: scratch)
    #expect(suggestions.outcome.code == 0)
    #expect(suggestions.calls == [])
    let report = try scratch.report("--cpts", "autre.csv")
    #expect(report.code == 65)
    #expect(
      suggestions.outcome.output.contains("ensemble, ils arrêteraient l’étude : \(report.message)"))
  }

  @Test("what would stop a study in one file is told there, and no call is made with it")
  func obstacles() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "postal.csv", "cpts;stade;code\nA;LI;01000\nA;LI;01100\nA;LI;01200\nA;LI;01300\n")
    try scratch.write(
      "lambert.geojson", World.units.replacing("[2.0,46.0]", with: "[652000,6862000]"))
    try scratch.write(
      "epsg.geojson",
      World.collection(
        World.squares.map(\.feature),
        members: #""crs":{"type":"name","properties":{"name":"EPSG:999999"}},"#))
    for (file, option) in [
      ("postal.csv", "--cpts"), ("lambert.geojson", "--units"), ("epsg.geojson", "--units"),
    ] {
      let outcome = try scratch.run("inspect", file)
      let report =
        try option == "--cpts" ? scratch.report(cpts: file) : scratch.report(units: file)
      #expect(report.code == 65)
      #expect(
        outcome.output.contains("  arrêterait une étude : \(report.message)\n"), "\(outcome.output)"
      )
      let beside = option == "--cpts" ? "units.geojson" : "cpts.csv"
      let both = try Suggestions([file, beside], in: scratch)
      #expect(both.calls == [])
      #expect(
        both.outcome.output.contains("\ncorrigez d’abord ce qui arrêterait l’étude dans \(file)\n"))
    }
  }

  @Test("a list that says where no CPTS is wants the communes too")
  func noCommunes() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", "cpts,stade\nA,LI\n")
    let suggestions = try Suggestions(["units.geojson", "cpts.csv"], in: scratch)
    #expect(suggestions.calls == [])
    #expect(suggestions.outcome.output.contains("  aucune colonne de communes reconnue : "))
    #expect(suggestions.outcome.output.contains("les communes des CPTS, ou leur dessin (--cpts)"))
  }

  /// Files in the shapes that people have; of stages and dates a few.
  static let cases: [String] = {
    let folder = Checkout.shared + "/cases"
    guard Checkout.existing(folder) != nil else { return [] }
    let all = try? Command.shell("find . -type f -not -path './hostile*' | sort", in: folder)
    return (all?.output ?? "").split(separator: "\n").map { String($0.dropFirst(2)) }.filter {
      $0.wholeMatch(of: /1(1|2|2b)-.*[3-9]\.csv|.*\.md/) == nil
    }
  }()

  @Test("of each file in the shapes that people have: the call runs", arguments: cases)
  func shapes(name: String) throws {
    let scratch = try Scratch()
    let folder = Checkout.shared + "/cases/"
    let units = folder + "61-admin-express/ADE-v3.gpkg"
    let file = folder + name
    let suggestions = try Suggestions(
      name.hasSuffix("ADE-v3.gpkg") ? [file] : [units, file], in: scratch)
    #expect([0, 65, 66].contains(suggestions.outcome.code))
    for call in suggestions.calls {
      let run = try suggestions.run(call)
      #expect(run.code == 0, "\(call)\(run.errors)")
    }
  }
}
