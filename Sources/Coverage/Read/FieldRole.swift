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
  /// Day from which the CPTS no longer exists.
  case endDate = "date_fin"
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

  /// Names recognised without asking, the most telling first. Case and accents do not matter.
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

/// Which column of a file has which role.
struct FieldMap: Sendable {
  /// Asked for in every row of every file, so found without hashing.
  private var columns: [(role: FieldRole, column: Int)] = []

  subscript(role: FieldRole) -> Int? { columns.first { $0.role == role }?.column }

  /// - Parameters:
  ///   - roles: those that the file may have.
  ///   - named: names given by the user; in a file that has them they win over those recognised.
  /// - Throws: when two columns have the name that would decide.
  init(
    header: [String], path: String, roles: [FieldRole], named: [FieldRole: String]
  ) throws(InputFault) {
    let plain = header.map { folded($0) }
    for role in roles {
      let names = (named[role].map { [folded($0)] } ?? []) + role.recognisedNames
      for name in names {
        let matches = plain.indices.filter { plain[$0] == name }
        if matches.count > 1 {
          let choices = matches.map { "« \(header[$0]) » (\($0 + 1))" }.joined(separator: ", ")
          throw InputFault(
            path: path, line: 1,
            problem: Wording(
              fr: "plusieurs colonnes pour « \(role.rawValue) » : \(choices)",
              en: "several columns for “\(role.rawValue)”: \(choices)"),
            cure: Wording(
              fr: "renommez celles qui ne servent pas", en: "rename those that are not meant"))
        }
        if let match = matches.first {
          columns.append((role, match))
          break
        }
      }
    }
  }

  init(
    of rows: some AttributeRows, _ roles: [FieldRole], named: [FieldRole: String] = [:]
  ) throws(InputFault) {
    try self.init(header: rows.header, path: rows.path, roles: roles, named: named)
  }

  /// The column of a role that the file must have.
  @discardableResult
  func required(_ role: FieldRole, of rows: some AttributeRows) throws(InputFault) -> Int {
    try required(role, of: rows.header, path: rows.path)
  }

  func required(_ role: FieldRole, of header: [String], path: String) throws(InputFault) -> Int {
    if let column = self[role] { return column }
    let expected = role.recognisedNames.joined(separator: ", ")
    let present = ShownName.quoted(header)
    throw InputFault(
      path: path, line: 1,
      problem: Wording(
        fr: "aucune colonne « \(role.rawValue) » parmi : \(present)",
        en: "no column “\(role.rawValue)” among: \(present)"),
      cure: Wording(
        fr: "nommez-la \(expected), ou passez --map-column \(role.rawValue)=NOM",
        en: "name it \(expected), or pass --map-column \(role.rawValue)=NAME"))
  }

  /// Gives a role the first column of some names.
  mutating func use(_ role: FieldRole, _ names: [String], of header: [String]) {
    forget(role)
    let plain = header.map { folded($0) }
    if let column = names.lazy.compactMap({ plain.firstIndex(of: $0) }).first {
      columns.append((role, column))
    }
  }

  /// Gives a role a column.
  mutating func use(_ role: FieldRole, column: Int) {
    forget(role)
    columns.append((role, column))
  }

  /// Whether a column has a role.
  func uses(_ column: Int) -> Bool { columns.contains { $0.column == column } }

  mutating func forget(_ role: FieldRole) { columns.removeAll { $0.role == role } }
}
