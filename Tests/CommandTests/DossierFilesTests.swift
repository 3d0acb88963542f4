import Testing

/// The pages of sectors as files: no name leads out of their folder, no text acts as Markdown.
@Suite struct DossierFilesTests {
  @Test("names of the data stay names: no table, link, or HTML comes of them")
  func escaped() throws {
    let scratch = try Scratch.world()
    let name = "a|b](http://x) <script> *c* # `d`"
    try scratch.write(
      "units.geojson", World.units.replacing("Cère", with: name).replacing("Doux", with: "D&amp;D"))
    try scratch.write("cpts.csv", World.cpts.replacing("CPTS Amont", with: "CPTS | <b>A"))
    #expect(try scratch.report().code == 0)
    let page = try scratch.text("out/dossiers/SB-02001.md")
    #expect(page.contains("a\\|b\\](http\\://x) \\<script\\> \\*c\\* \\# \\`d\\`"))
    #expect(page.contains("CPTS \\| \\<b\\>A (A)"))
    #expect(page.contains("D\\&amp;D"))
    #expect(!page.contains("<script>"))
  }

  @Test("a code that is a path makes a plain name in the folder")
  func paths() throws {
    let scratch = try Scratch.world()
    try scratch.write("units.geojson", World.units.replacing("02001", with: "../../02001"))
    #expect(try scratch.report().code == 0)
    let names = scratch.names(in: "out").filter { $0.hasSuffix(".md") }
    #expect(names == ["dossiers/SB-______02001.md"])
    #expect(scratch.names(in: "").filter { $0.hasSuffix(".md") } == ["out/" + names[0]])
  }

  @Test("a second run takes away the pages of sectors that are no more, and nothing else")
  func old() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report().code == 0)
    #expect(scratch.names(in: "out/dossiers") == ["SB-02001.md"])
    try scratch.write("out/dossiers/notes.md", "# À garder\n")
    try scratch.write("cpts.csv", World.cpts + "B,CPTS Bas,lettre_intention,02001\n")
    #expect(try scratch.report().code == 0)
    #expect(scratch.names(in: "out/dossiers") == ["SB-02002.md", "notes.md"])
  }

  @Test("the page is in French whatever the language of messages")
  func language() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report("--output", "fr").code == 0)
    #expect(try scratch.report("--output", "en", "--language", "en").code == 0)
    let french = try scratch.bytes("fr/dossiers/SB-02001.md")
    #expect(try french == scratch.bytes("en/dossiers/SB-02001.md"))
    let motives = try scratch.table("en/options.csv").rows.compactMap { $0["motif"] }
    #expect(motives.contains { $0.hasPrefix("With 340 people, the CPTS created would be below") })
  }
}
