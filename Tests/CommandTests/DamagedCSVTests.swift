import Testing

/// A CSV that cannot be read ends the run with 65, at its line.
@Suite struct DamagedCSVTests {
  @Test("a NUL byte is 65, at its line")
  func zeroByte() throws {
    let scratch = try Scratch.world()
    let rows = String(repeating: "A,aci_signe,01001\n", count: 100)
    try scratch.write("cpts.csv", "cpts_id,stade,code\n" + rows + "B,projet,01\0002\n")
    let outcome = try scratch.report()
    #expect(outcome.code == 65)
    #expect(outcome.message.hasPrefix("cpts.csv:102: contenu binaire : ce n’est pas un CSV — "))
  }

  @Test("a NUL byte among the first is 65, at its line")
  func earlyZeroByte() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", "cpts_id,stade,code\nA,aci_signe,01\0001\n")
    let outcome = try scratch.report()
    #expect(outcome.code == 65)
    #expect(outcome.message.hasPrefix("cpts.csv:2: contenu binaire : ce n’est pas un CSV — "))
  }

  @Test("UTF-16 is 65, by name, and the cure is to save as UTF-8", arguments: [true, false])
  func wideText(isLittleEndian: Bool) throws {
    let scratch = try Scratch.world()
    let units = Array(("\u{FEFF}" + World.cpts).utf16)
    let bytes = units.flatMap { unit in
      let pair = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
      return isLittleEndian ? pair : pair.reversed()
    }
    try scratch.write("cpts.csv", bytes: bytes)
    let outcome = try scratch.report()
    #expect(outcome.code == 65)
    #expect(outcome.message.contains("UTF-8"))
    #expect(
      outcome.message == "cpts.csv:1: texte en UTF-16 — enregistrez-le en « CSV UTF-8 »")
  }

  @Test("a quote that never closes is 65, at the line where it opens")
  func openQuote() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "cpts.csv", "cpts_id,stade,code\nA,aci_signe,01001\n\"B,projet,01002\nC,projet,02001\n")
    let outcome = try scratch.report()
    #expect(outcome.code == 65)
    #expect(
      outcome.message == "cpts.csv:3: un guillemet ouvert n’est jamais fermé — "
        + "fermez ou doublez le guillemet de cette ligne")
  }

  @Test("lines are counted through quoted line breaks and CRLF")
  func countedLines() throws {
    let scratch = try Scratch.world()
    try scratch.write(
      "cpts.csv",
      "cpts_id,cpts_nom,stade,code\r\nA,\"CPTS\r\nAmont\",aci_signe,01001\r\nB,Bas,presque,01002\r\n"
    )
    let outcome = try scratch.report()
    #expect(outcome.code == 65)
    #expect(outcome.message.hasPrefix("cpts.csv:4: stade inconnu « presque » — "))
  }

  @Test("a row with more fields than the header is set aside, with its line")
  func longRow() throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", World.cpts + "B,CPTS Bas,lettre_intention,02001,de trop\n")
    #expect(try scratch.report().code == 0)
    #expect(
      try scratch.text("out/anomalies.csv") == World.header
        + "erreur,ligne_irreguliere,cpts.csv,5,B,5 champs pour 4 colonnes,ligne écartée\n")
    #expect(try scratch.resume().input("cpts.csv").lignes_ecartees == 1)
  }

  @Test(
    "separator and encoding change nothing",
    arguments: [";", ",", "\t"], ["", "\u{FEFF}"])
  func dialects(separator: String, mark: String) throws {
    let scratch = try Scratch.world()
    _ = try scratch.report()
    let expected = try scratch.bytes("out/couverture.csv")
    let text = World.cpts.replacing(",", with: separator).replacing("\n", with: "\r\n")
    try scratch.write("cpts.csv", mark + text)
    #expect(try scratch.report().code == 0)
    #expect(try scratch.bytes("out/couverture.csv") == expected)
    #expect(try scratch.text("out/anomalies.csv") == World.header)
  }
}
