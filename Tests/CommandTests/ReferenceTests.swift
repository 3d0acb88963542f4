import Testing

/// What texts and reports say stands beside figures and definitions that depend on it.
@Suite struct ReferenceTests {
  private static let plan =
    "Cette ligne est celle du plan de 2023 (2.1). L’instruction du 9 octobre 2019 (6.1) dit « zones "
    + "sans projet de CPTS » : --white-below projet."
  private static let instruction =
    "Cette ligne est celle de l’instruction du 9 octobre 2019 (6.1) : « zones sans projet de CPTS »."

  @Test(
    "a white zone says whose line it is, on the page and in its dossier",
    arguments: [
      ("lettre_intention", plan), ("projet", instruction),
      ("aci_signe", "Cette ligne est celle de l’étude (--white-below aci_signe)"),
    ])
  func whiteZone(stage: String, words: String) throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report("--white-below", stage, scratch.sheets()).code == 0)
    #expect(try scratch.text("out/rapport.html").contains(words))
    let page = try #require(
      scratch.names(in: "out/dossiers").first { $0.contains("/SB-") })
    #expect(try scratch.sheet(String(page.dropLast(5))).says(words))
  }

  @Test("published figures stand below those of members, and only there")
  func vitality() throws {
    let references =
      "Repères publiés (plan de 2023) : 20 à 25 % des professionnels adhèrent, 25 % des adhérents "
      + "sont actifs ; 4 % des CPTS interrogées se disent essoufflées"
    let scratch = try Scratch.world()
    #expect(try !scratch.report().output.contains("Repères publiés"))
    try scratch.write(
      "cpts.csv",
      "cpts_id,stade,code,professionnels,adherents,actifs\nA,aci_signe,01001,100,25,6\n")
    #expect(try scratch.report().output.contains(references))
  }

  @Test("the thresholds of the documented example are below the published means")
  func example() throws {
    for page in ["Sources/Coverage/Coverage.docc/Options.md", "docs/fr/options.md"] {
      let text = try Checkout.text(page)
      for (key, mean) in [("fragile-members", 20), ("fragile-active", 25)] {
        let values = text.matches(of: /(?m)^(fragile-[a-z]+): +([0-9]+)/)
          .filter { $0.1 == key }.compactMap { Int($0.2) }
        #expect(values.count == 1 && values.allSatisfy { $0 < mean }, "\(page) \(key)")
      }
    }
  }
}
