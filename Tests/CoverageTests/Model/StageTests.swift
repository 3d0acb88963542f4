import Testing

@testable import Coverage

@Suite("Stages")
struct StageTests {
  @Test(
    "a stage is known in its usual spellings",
    arguments: [
      ("aucun", .none), ("Néant", .none), ("0", .none), ("sans", .none),
      ("projet", .project), ("PROJET", .project), ("En projet", .project),
      ("émergence", .project), ("Projet en émergence", .project),
      ("lettre_intention", .letterOfIntent), ("Lettre d'intention", .letterOfIntent),
      ("LETTRE D’INTENTION", .letterOfIntent), ("lettre d'intention validée", .letterOfIntent),
      ("LI", .letterOfIntent), (" li ", .letterOfIntent), ("LI validée", .letterOfIntent),
      ("projet_sante_valide", .validatedProject),
      ("Projet de santé validé", .validatedProject), ("projet de santé", .validatedProject),
      ("PS", .validatedProject), ("PS validé", .validatedProject),
      ("ACI signé", .signedContract), ("ACI", .signedContract), ("aci_signe", .signedContract),
      ("Signataire ACI", .signedContract), ("adhérent ACI", .signedContract),
      ("ACI SIGNE\u{301}", .signedContract),
    ] as [(String, Stage)])
  func spellings(spelling: String, stage: Stage) {
    #expect(Stage(spelling: spelling) == stage)
  }

  @Test(
    "a word that could mean two stages, or none, is not guessed",
    arguments: [
      "", "validé", "signé", "1", "2", "3", "4", "5", "projet validé", "LI ou PS", "inconnu",
      "n.c.",
    ])
  func unknown(spelling: String) {
    #expect(Stage(spelling: spelling) == nil)
  }

  @Test("keys are those of the contract, in their order, and are read back")
  func keys() {
    #expect(
      Stage.allCases.map(\.key) == [
        "aucun", "projet", "lettre_intention", "projet_sante_valide", "aci_signe",
      ])
    #expect(Stage.allCases == Stage.allCases.sorted())
    for stage in Stage.allCases { #expect(Stage(spelling: stage.key) == stage) }
  }
}
