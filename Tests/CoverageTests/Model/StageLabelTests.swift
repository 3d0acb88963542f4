import Testing

@testable import Coverage

@Suite("What people write for a stage")
struct StageLabelTests {
  @Test(
    "labels that name a stage",
    arguments: [
      ("LI validée", Stage.letterOfIntent),
      ("Lettre d’intention validée par l’ARS", .letterOfIntent),
      ("2 - LI", .letterOfIntent), ("PdS validé", .validatedProject),
      ("Projet de santé validé", .validatedProject), ("ACI signée", .signedContract),
      ("4 - ACI signé", .signedContract), ("Signature ACI", .signedContract),
      ("Accord conventionnel interprofessionnel signé", .signedContract),
      ("Contrat tripartite signé", .signedContract), ("Conventionnée", .signedContract),
      ("ADHESION ACI", .signedContract), ("En fonctionnement", .signedContract),
      ("En réflexion", .project), ("Pré-projet", .project), ("Projet de CPTS", .project),
      ("Abandonné", .none), ("CPTS dissoute", .none), ("Hors CPTS", .none), ("Pas de CPTS", .none),
      ("-", .none), ("Zone blanche", .none),
    ])
  func named(label: String, stage: Stage) { #expect(Stage(spelling: label) == stage) }

  @Test(
    "labels that may mean several stages, or take one back, name none",
    arguments: [
      "Lettre d’intention reçue", "Opérationnelle", "Active", "En cours de constitution",
      "Projet de santé en cours de rédaction", "Projet de santé déposé",
      "ACI en cours de négociation", "Labellisée", "Lettre d'intention non validée",
      "ACI non signé", "Projet de santé refusé", "LI et ACI", "ACI suspendu", "ACI résilié", "",
      " ",
    ])
  func unknown(label: String) { #expect(Stage(spelling: label) == nil) }

  @Test("a day in a label dates the stage")
  func dated() {
    let stated = StatedStage("ACI signé le 12/03/2021")
    #expect(stated?.stage == .signedContract && stated?.day?.description == "2021-03-12")
    #expect(StatedStage("LI validée (01/02/2020)")?.day?.description == "2020-02-01")
    #expect(StatedStage("ACI prévu le 12/03/2021") == nil)
  }
}
