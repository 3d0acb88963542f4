/// What a column is for. The raw value is the name to give to `--map-column ROLE=NAME`.
public enum FieldRole: String, CaseIterable, Sendable {
  case unitCode = "code"
  case unitName = "nom"
  case population
  case department = "dep"
  case region = "reg"
  case intercommunality = "epci"
  case unitType = "type"
  case parent
  case cptsID = "cpts_id"
  case cptsName = "cpts_nom"
  case stage = "stade"
  case projectDate = "date_projet"
  case letterDate = "date_lettre_intention"
  case healthProjectDate = "date_projet_sante"
  case contractDate = "date_aci"
  case endDate = "date_fin"
  case fragile
  case members = "adherents"
  case activeMembers = "actifs"
  case professionals = "professionnels"

  /// Names recognised without asking, the most telling first. Case and accents do not matter.
  var recognisedNames: [String] {
    switch self {
    case .unitCode:
      ["code", "insee", "code_insee", "insee_com", "codgeo", "com", "code_commune", "depcom"]
    case .unitName: ["nom", "nom_officiel", "libelle", "libgeo", "nom_standard"]
    case .population: ["population", "population_municipale", "pmun", "pop"]
    case .department: ["dep", "insee_dep", "code_insee_du_departement", "dep_code"]
    case .region: ["reg", "insee_reg", "code_insee_de_la_region", "reg_code"]
    case .intercommunality: ["epci", "siren_epci", "codes_siren_des_epci", "epci_code"]
    case .unitType: ["type", "typecom"]
    case .parent: ["parent", "comparent"]
    case .cptsID: ["cpts_id", "id_cpts", "finess", "cpts"]
    case .cptsName: ["cpts_nom", "nom_cpts", "nom"]
    case .stage: ["stade", "stage", "maturite"]
    default: [rawValue]
    }
  }

  /// The date of the stage that a column holds, if it holds one.
  static let stageDates: [(role: FieldRole, stage: Stage)] = [
    (.projectDate, .project), (.letterDate, .letterOfIntent),
    (.healthProjectDate, .validatedProject), (.contractDate, .signedContract),
  ]
}

/// Which column of a file has which role.
struct FieldMap: Sendable {
  /// Asked for in every row of every file, so found without hashing.
  private var columns: [(role: FieldRole, column: Int)] = []

  subscript(role: FieldRole) -> Int? { columns.first { $0.role == role }?.column }

  /// - Parameters:
  ///   - roles: those that the file may have.
  ///   - named: names given by the user; they win over those recognised.
  /// - Throws: when two columns have the name that would decide.
  init(
    header: [String], path: String, roles: [FieldRole], named: [FieldRole: String]
  ) throws(InputFault) {
    let plain = header.map { folded($0) }
    for role in roles {
      let names = named[role].map { [folded($0)] } ?? role.recognisedNames
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

  /// The column of a role that the file must have.
  func required(_ role: FieldRole, of header: [String], path: String) throws(InputFault) -> Int {
    if let column = self[role] { return column }
    let expected = role.recognisedNames.joined(separator: ", ")
    let present = header.joined(separator: ", ")
    throw InputFault(
      path: path, line: 1,
      problem: Wording(
        fr: "aucune colonne « \(role.rawValue) » parmi : \(present)",
        en: "no column “\(role.rawValue)” among: \(present)"),
      cure: Wording(
        fr: "nommez-la \(expected), ou passez --map-column \(role.rawValue)=NOM",
        en: "name it \(expected), or pass --map-column \(role.rawValue)=NAME"))
  }

  mutating func forget(_ role: FieldRole) { columns.removeAll { $0.role == role } }
}
