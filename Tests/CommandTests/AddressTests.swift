import Testing

/// An address in the place of a file: nothing is fetched, and the answer says what to do.
@Suite struct AddressTests {
  static let downloads = [
    "https://www.insee.fr/fr/statistiques/fichier/communes.csv", "http://exemple.fr/a.gpkg",
    "HTTPS://EXEMPLE.FR/A.CSV", "ftp://exemple.fr/a.zip", "s3://seau/a.csv", "www.insee.fr/a.csv",
    "https://exemple.fr/a.gpkg#communes",
  ]

  @Test(
    "a file of the net is to be downloaded first, whichever option names it", arguments: downloads)
  func download(address: String) throws {
    let scratch = try Scratch.world()
    for words in [
      ["inspect", address], ["report", address],
      ["report", "--units", address, "--cpts", "cpts.csv"],
      ["report", "--units", "units.geojson", "--cpts", address],
      ["report", "--units", "units.geojson", "--cpts", "cpts.csv", "--population", address],
      ["report", "--units", "units.geojson", "--cpts", "cpts.csv", "--cog", address],
    ] {
      let arguments = words[0] == "report" ? words + ["--output", "out"] : words
      let outcome = try Command.run(arguments, in: scratch.folder)
      #expect(outcome.code == 66)
      #expect(
        outcome.message.hasSuffix(
          ": c’est une adresse, pas un fichier — "
            + "téléchargez-le d’abord, puis donnez le fichier enregistré"), "\(outcome.message)")
      #expect(scratch.names(in: "out") == [])
    }
    let english = try scratch.run("inspect", address, language: HelpTests.english)
    #expect(english.message.hasSuffix("download it first, then give the file that you saved"))
  }

  @Test("an address in a study file is none of its folder, and is told in the same words")
  func study() throws {
    let scratch = try Scratch.world()
    try scratch.write("etude/etude.yml", "units: https://exemple.fr/u.gpkg\ncpts: ../cpts.csv\n")
    let outcome = try scratch.run("report", "etude/etude.yml", "--output", "out")
    #expect(outcome.code == 66)
    #expect(
      outcome.message.hasPrefix("https://exemple.fr/u.gpkg: c’est une adresse, pas un fichier"))
    try scratch.write(
      "etude/sortie.yml",
      "units: ../units.geojson\ncpts: ../cpts.csv\noutput: https://exemple.fr/o\n")
    let output = try scratch.run("report", "etude/sortie.yml")
    #expect(output.code == 65)
    #expect(
      output.message.hasPrefix("etude/sortie.yml:3: output : « https://exemple.fr/o » est une"))
  }

  @Test("of a file:// the path is told")
  func local() throws {
    let scratch = try Scratch.world()
    for address in ["file:///donn%C3%A9es/mes%20cpts.csv", "file://localhost/données/mes cpts.csv"]
    {
      let outcome = try scratch.run("inspect", address)
      #expect(outcome.code == 66)
      #expect(outcome.message.hasSuffix("— donnez le chemin seul : /données/mes cpts.csv"))
    }
  }

  @Test("what only looks like an address is a file, where it is there")
  func file() throws {
    let scratch = try Scratch.world()
    try scratch.write("www.cpts.csv", World.cpts)
    #expect(try scratch.run("inspect", "www.cpts.csv").code == 0)
    #expect(try scratch.run("inspect", "a:b.csv").message.contains("fichier introuvable"))
  }
}
