import Testing

/// The pages of sectors as files: no name leads out of their folder, no text acts as markup.
@Suite struct DossierFilesTests {
  /// Every sector has a page of its own.
  private func ran(_ units: String = World.units, _ cpts: String = World.cpts) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("units.geojson", units)
    try scratch.write("cpts.csv", cpts)
    try scratch.write(
      "etude.yml", "dossier-smallest: 0\nunits: units.geojson\ncpts: [cpts.csv]\n")
    try again(scratch)
    return scratch
  }

  private func again(_ scratch: Scratch, _ more: String...) throws {
    let arguments = ["report", "etude.yml", "--at", "2026-01-01", "--output", "out"]
    let outcome = try Command.run(arguments + more, in: scratch.folder)
    #expect(outcome.code == 0, "\(outcome.message)")
  }

  @Test("names of the data stay names: no element, attribute or picture comes of them")
  func escaped() throws {
    let name = "a\\\"x onload=y <script> <img src=z> &amp;"
    let scratch = try ran(
      World.units.replacing("Cère", with: name),
      World.cpts.replacing("CPTS Amont", with: "<b>A</b>"))
    for page in scratch.names(in: "out").filter({ $0.hasPrefix("dossiers/") }) {
      let html = try scratch.text("out/" + page)
      #expect(!html.contains("<script") && !html.contains("<img src=z") && !html.contains("<b>"))
      let pictures = html.matches(of: /<img [^>]*>/)
      #expect(
        pictures.allSatisfy { $0.0.hasPrefix("<img width=\"390\" height=\"307\" alt=\"Carte d") })
    }
    let page = PrintedText(try scratch.text("out/dossiers/02-aisne/SB-02001.html"))
    #expect(page.blocks[0] == "Secteur SB-02001 — a\"x onload=y <script> <img src=z> &amp;")
    #expect(page.pictureTexts.contains { $0.hasPrefix("a\"x onload=y <script>") })
  }

  @Test("a code that is a path makes a plain name in the folder of its department")
  func paths() throws {
    let scratch = try ran(World.units.replacing("02001", with: "../../02001"))
    let pages = scratch.names(in: "out/dossiers")
    #expect(pages == ["02-aisne/SB-______02001.html", "conciliation/A--B.html", "index.html"])
    #expect(
      scratch.names(in: "").filter { $0.hasSuffix("02001.html") } == ["out/dossiers/" + pages[0]])
  }

  @Test("a department whose code is a path, or a folder of ours, gets a plain folder of its own")
  func folders() throws {
    for code in ["../..", "conciliation", "sans-departement"] {
      let scratch = try ran(World.units.replacing("\"dep\":\"02\"", with: "\"dep\":\"\(code)\""))
      let pages = scratch.names(in: "out/dossiers").filter { $0.hasSuffix("SB-02001.html") }
      #expect(pages.count == 1)
      #expect(pages[0].wholeMatch(of: /[a-z0-9~_-]+\/SB-02001\.html/) != nil, "\(pages)")
      #expect(!pages[0].hasPrefix("\(code)/"))
    }
  }

  @Test("a second run takes away the pages of sectors that are no more, and nothing else")
  func old() throws {
    let scratch = try ran()
    #expect(
      scratch.names(in: "out/dossiers")
        == ["02-aisne/SB-02001.html", "conciliation/A--B.html", "index.html"])
    try scratch.write("out/dossiers/notes.md", "# À garder\n")
    try scratch.write("cpts.csv", World.cpts + "B,CPTS Bas,lettre_intention,02001\n")
    try again(scratch)
    #expect(
      scratch.names(in: "out/dossiers") == [
        "02-aisne/SB-02002.html", "conciliation/A--B.html", "index.html", "notes.md",
      ])
  }

  @Test(
    "pages are in French whatever the language of messages, and the same with any number of jobs")
  func language() throws {
    let scratch = try ran()
    let pages = scratch.names(in: "out").filter { $0.hasPrefix("dossiers/") }
    let french = try pages.map { try scratch.bytes("out/" + $0) }
    try again(scratch, "--language", "en", "--jobs", "3")
    #expect(try pages.map { try scratch.bytes("out/" + $0) } == french)
    let motives = try scratch.table("out/options.csv").rows.compactMap { $0["motif"] }
    #expect(motives.contains { $0.hasPrefix("With 340 people, the CPTS created would be below") })
  }
}
