import Testing

@testable import Coverage

@Suite("Which column has which role")
struct FieldMapTests {
  private func map(
    _ header: [String], _ named: [FieldRole: String] = [:],
    roles: [FieldRole] = FieldRole.allCases
  ) throws -> FieldMap {
    try FieldMap(header: header, path: "x.csv", roles: roles, named: named)
  }

  /// The table of the contract, word for word.
  private static let contract: [(FieldRole, String)] = [
    (.unitCode, "code, insee, code_insee, insee_com, codgeo, com, code_commune, depcom"),
    (.unitName, "nom, nom_officiel, libelle, libgeo, nom_standard"),
    (.population, "population, population_municipale, pmun, pop"),
    (.department, "dep, insee_dep, code_insee_du_departement, dep_code"),
    (.region, "reg, insee_reg, code_insee_de_la_region, reg_code"),
    (.communeNumber, "numero_commune, codcom, cod_com"),
    (.postalCode, "code_postal, codepostal, cp, code_post"),
    (
      .territory,
      "territoire, perimetre, communes, liste_communes, liste_des_communes, "
        + "communes_du_territoire, communes_couvertes, codes_insee, codes_communes, "
        + "codes_communes_insee, codes_insee_des_communes, composition"
    ),
    (.share, "part"),
    (.intercommunality, "epci, siren_epci, codes_siren_des_epci, epci_code"),
    (
      .intercommunalityName,
      "epci_nom, nom_epci, epci_libelle, libelle_epci, lib_epci, libepci"
    ),
    (.unitType, "type, typecom"), (.parent, "parent, comparent"),
    (.cptsID, "cpts_id, id_cpts, finess, cpts"), (.cptsName, "cpts_nom, nom_cpts, nom"),
    (.stage, "stade, stage, maturite"),
    (.projectDate, "date_projet"), (.letterDate, "date_lettre_intention"),
    (.healthProjectDate, "date_projet_sante"), (.contractDate, "date_aci"),
    (.endDate, "date_fin"),
    (.pairStart, "date_debut, date_debut_commune, date_debut_perimetre"),
    (.pairEnd, "date_fin_commune, date_fin_perimetre"), (.seat, "siege, code_siege, commune_siege"),
    (.fragile, "fragile"), (.members, "adherents"),
    (.activeMembers, "actifs"), (.professionals, "professionnels"),
    (
      .cell,
      "carreau, idinspire, id_inspire, idcar, idcar_200m, idcar_1km, id_carr1km, idcar_nat, "
        + "id_carr_n, grd_id"
    ),
    (.cellPopulation, "ind, ind_c, population, population_municipale, pmun, pop"),
    (.easting, "x, lon, longitude"), (.northing, "y, lat, latitude"),
  ]

  @Test("every name of the contract is recognised, whatever its case", arguments: contract)
  func recognised(role: FieldRole, names: String) throws {
    for name in names.split(separator: ", ").map(String.init) {
      for spelling in [
        name, name.uppercased(), " \(name) ", name.split(separator: "_").joined(separator: " "),
      ] {
        #expect(try map(["a", spelling, "b"])[role] == 1, "\(spelling)")
      }
    }
  }

  @Test("the contract's table leaves out no role")
  func complete() {
    #expect(Set(Self.contract.map(\.0)) == Set(FieldRole.allCases))
  }

  @Test("accents do not matter")
  func accents() throws {
    #expect(try map(["Libellé"])[.unitName] == 0)
    #expect(try map(["Maturité"])[.stage] == 0)
    #expect(try map(["Adhérents"])[.members] == 0)
    #expect(try map(["Code INSEE du département"])[.department] == 0)
  }

  @Test("the most telling of several recognised names is taken, wherever it stands")
  func precedence() throws {
    #expect(try map(["com", "insee", "code"])[.unitCode] == 2)
    #expect(try map(["pop", "PMUN"])[.population] == 1)
    #expect(try map(["nom", "nom_cpts"])[.cptsName] == 1)
  }

  @Test("a name given by the user wins over those recognised")
  func named() throws {
    let columns = try map(["code", "Mon Code"], [.unitCode: "mon code"])
    #expect(columns[.unitCode] == 1)
    // The name may be that of a column of another file.
    #expect(try map(["x", "code"], [.unitCode: "absent"])[.unitCode] == 1)
  }

  @Test("two columns of the deciding name are a fault that names both with their place")
  func ambiguous() throws {
    let fault = try #require(fault { _ = try map(["Code INSEE", "nom", "code_insee"]) })
    #expect(fault.line == 1 && fault.path == "x.csv")
    for part in ["“code”", "« Code INSEE » (1)", "« code_insee » (3)"] {
      #expect(fault.problem.english.contains(part), "\(fault.problem.english)")
    }
  }

  @Test("two columns of a name that decides nothing are no fault")
  func harmlessDuplicates() throws {
    #expect(try map(["code", "insee", "INSEE"])[.unitCode] == 0)
    #expect(try map(["a", "a", "code"])[.unitCode] == 2)
    #expect(try map(["nom", "nom", "code"], roles: [.unitCode])[.unitCode] == 2)
  }

  @Test("a required role says what is present, what is expected, and the option")
  func required() throws {
    let header = ["alpha", "beta"]
    let columns = try map(header)
    let fault = try #require(
      fault { _ = try columns.required(.unitCode, of: header, path: "x.csv") })
    let message = fault.message(in: .english)
    for part in ["x.csv:1: ", "alpha, beta", "insee_com", "--map-column code=NAME"] {
      #expect(message.contains(part), "\(message)")
    }
    #expect(try map(["code"]).required(.unitCode, of: ["code"], path: "") == 0)
  }
}
