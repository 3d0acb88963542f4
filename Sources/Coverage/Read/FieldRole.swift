/// What a column is for. The raw value is the name to give to `--map-column ROLE=NAME`.
public enum FieldRole: String, CaseIterable, Sendable {
  /// Code of a unit.
  case unitCode = "code"
  /// Name of a unit.
  case unitName = "nom"
  /// Number of a commune within its department.
  case communeNumber = "numero_commune"
  /// Postal code of a commune, which stands for several as a rule.
  case postalCode = "code_postal"
  /// Territory of a CPTS: communes, or groups of them, by code or name.
  case territory = "territoire"
  /// Part of the people of a commune that a CPTS has.
  case share = "part"
  /// Inhabitants.
  case population
  /// Code of the department.
  case department = "dep"
  /// Code of the region.
  case region = "reg"
  /// SIREN of the EPCI.
  case intercommunality = "epci"
  /// Name of the EPCI.
  case intercommunalityName = "epci_nom"
  /// `COM`, `ARM`, `COMD` or `COMA`.
  case unitType = "type"
  /// Code of the commune that a unit is a part of.
  case parent
  /// Identifier of a CPTS.
  case cptsID = "cpts_id"
  /// Name of a CPTS.
  case cptsName = "cpts_nom"
  /// Stage without date.
  case stage = "stade"
  /// Day on which the initiative was known.
  case projectDate = "date_projet"
  /// Day on which the letter of intent was validated.
  case letterDate = "date_lettre_intention"
  /// Day on which the health project was validated, or deemed validated.
  case healthProjectDate = "date_projet_sante"
  /// Day on which the contract was signed.
  case contractDate = "date_aci"
  /// Day from which the CPTS no longer exists; in a list of pairs, that of `pairEnd`.
  case endDate = "date_fin"
  /// Day from which a commune, or a drawing, is of a CPTS.
  case pairStart = "date_debut"
  /// Day from which a commune, or a drawing, is no longer of a CPTS.
  case pairEnd = "date_fin_commune"
  /// Commune of the seat of a CPTS.
  case seat = "siege"
  /// Whether the CPTS is flagged as fragile.
  case fragile
  /// Professionals who adhere.
  case members = "adherents"
  /// Members who take part.
  case activeMembers = "actifs"
  /// Professionals of the territory.
  case professionals = "professionnels"
  /// Name of a cell of a gridded population.
  case cell = "carreau"
  /// Inhabitants of a cell, or at a point.
  case cellPopulation = "ind"
  /// Abscissa of a point, or its longitude.
  case easting = "x"
  /// Ordinate of a point, or its latitude.
  case northing = "y"

  /// Exact names recognised without asking, the most telling first. Case and accents do not matter. Others
  /// are told by their words: see `HeaderRules`.
  var recognisedNames: [String] {
    switch self {
    case .unitCode:
      ["code", "insee", "code_insee", "insee_com", "codgeo", "com", "code_commune", "depcom"]
    case .unitName:
      ["nom", "nom_officiel", "libelle", "libgeo", "nom_standard"] + Self.communeNames
    case .communeNumber: ["numero_commune", "codcom", "cod_com"]
    case .postalCode: ["code_postal", "codepostal", "cp", "code_post"]
    case .territory:
      [
        "territoire", "perimetre", "communes", "liste_communes", "liste_des_communes",
        "communes_du_territoire", "communes_couvertes", "codes_insee", "codes_communes",
        "codes_communes_insee", "codes_insee_des_communes", "composition",
      ]
    case .population: ["population", "population_municipale", "pmun", "pop"]
    case .department:
      [
        "dep", "insee_dep", "code_insee_du_departement", "dep_code", "codedep", "coddep",
        "code_departement", "departement",
      ]
    case .region: ["reg", "insee_reg", "code_insee_de_la_region", "reg_code"]
    case .intercommunality: ["epci", "siren_epci", "codes_siren_des_epci", "epci_code"]
    case .intercommunalityName:
      ["epci_nom", "nom_epci", "epci_libelle", "libelle_epci", "lib_epci", "libepci"]
    case .unitType: ["type", "typecom"]
    case .parent: ["parent", "comparent"]
    case .cptsID: ["cpts_id", "id_cpts", "finess", "cpts"]
    case .cptsName: ["cpts_nom", "nom_cpts", "nom"]
    case .stage: ["stade", "stage", "maturite"]
    case .pairStart: ["date_debut", "date_debut_commune", "date_debut_perimetre"]
    case .pairEnd: ["date_fin_commune", "date_fin_perimetre"]
    case .seat: ["code_siege", "commune_siege", "siege"]
    case .cell:
      // The finest first: INSEE's files name the larger cells too.
      [
        "carreau", "idinspire", "id_inspire", "idcar", "idcar_200m", "idcar_1km", "id_carr1km",
        "idcar_nat", "id_carr_n", "grd_id",
      ]
    case .cellPopulation:
      ["ind", "ind_c", "population", "population_municipale", "pmun", "pop"]
    case .easting: ["x", "lon", "longitude"]
    case .northing: ["y", "lat", "latitude"]
    default: [rawValue]
    }
  }

  /// Names of columns that can only be those of communes.
  static let communeNames = [
    "nom_commune", "nom_de_la_commune", "libelle_commune", "libcom", "nom_com", "commune",
  ]

  /// The date of the stage that a column holds, if it holds one.
  static let stageDates: [(role: FieldRole, stage: Stage)] = [
    (.projectDate, .project), (.letterDate, .letterOfIntent),
    (.healthProjectDate, .validatedProject), (.contractDate, .signedContract),
  ]

  /// Columns that count professionals.
  static let headcounts: [FieldRole] = [.professionals, .members, .activeMembers]
}
