import Testing

@testable import Coverage

@Suite("Names of columns in real use")
struct HeaderRulesTests {
  private static let names: [(FieldRole, [String])] = [
    (
      .unitCode,
      [
        "Code commune INSEE", "codeInsee", "N° INSEE", "Nº Insee", "No INSEE", "COG", "GEO",
        "#Code_commune_INSEE", "Code INSEE (2024)", "Code géographique",
        "CODGEO_2021", "insee commune", "Commune (INSEE)", "code_ville", "idCommune",
      ]
    ),
    (
      .unitName,
      [
        "Nom de la commune ", "Communes membres", "Ville",
        "Commune concernée", "Libellé géographique", "nomCommune",
      ]
    ),
    (.territory, ["Communes", "Liste des communes", "Codes communes"]),
    (.department, ["codeDepartement", "N° département", "dpt", "Dépt", "Code dép.", "num_dep"]),
    (.region, ["codeRegion", "Région", "Code région"]),
    (.intercommunality, ["codeEpci", "Code EPCI", "SIREN de l’EPCI", "N° SIREN EPCI"]),
    (.intercommunalityName, ["Libellé EPCI", "Nom de l'intercommunalité", "nomEpci"]),
    (.cptsID, ["Code CPTS", "N° FINESS", "Identifiant de la CPTS", "N° CPTS"]),
    (
      .cptsName,
      [
        "Nom de la CPTS", "Dénomination CPTS", "CPTS (nom)", "CPTS de rattachement",
        "Communauté professionnelle territoriale de santé",
      ]
    ),
    (.stage, ["Stade d’avancement", "Stade au 31/12/2022", "Niveau de maturité", "Stades"]),
    (.seat, ["Commune du siège", "Code INSEE siège", "Siège social"]),
    (.population, ["Nombre d’habitants", "Population légale 2021", "pop_mun", "Nb hab."]),
  ]

  @Test(
    "each is told by its words, whatever their case, order, accents and signs", arguments: names)
  func told(role: FieldRole, names: [String]) throws {
    for name in names {
      let columns = try FieldMap(
        header: ["a", name, "b"], path: "x.csv", roles: [role], named: [:])
      #expect(columns[role] == 1, "\(name)")
    }
  }

  @Test(
    "a word more makes another name",
    arguments: [
      "Code postal", "codes_postaux", "INSEE_ARR", "code_insee_du_canton", "Nom du département",
      "GEO_OBJECT", "siren", "Statut juridique", "Commune 1", "Date de mise à jour", "Contact CPTS",
      "Population totale", "Président de la CPTS",
    ])
  func others(name: String) throws {
    #expect(HeaderRules.role(of: HeaderName(name)) == nil, "\(name)")
  }

  @Test("an exact name comes before one that is told by its words")
  func order() throws {
    let columns = try FieldMap(
      header: ["Code commune INSEE", "insee"], path: "x.csv", roles: [.unitCode], named: [:])
    #expect(columns[.unitCode] == 1)
  }

  @Test("a first row of values is no row of names, and the message says so")
  func noHeader() {
    let text = Result { () throws(InputFault) in
      try FieldMap(header: ["15014", "1"], path: "x.csv", roles: [.cptsID], named: [:])
        .required(.cptsID, of: ["15014", "1"], path: "x.csv")
    }
    guard case .failure(let fault) = text else {
      Issue.record("no fault")
      return
    }
    #expect(fault.problem.french.contains("« 15014 » est une valeur"))
  }
}
