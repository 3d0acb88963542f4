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
    let headers = header.map { HeaderName($0) }
    let ruled = headers.map { HeaderRules.role(of: $0) }
    for role in roles {
      let names = (named[role].map { [folded($0)] } ?? []) + role.recognisedNames
      var matches =
        names.lazy.map { name in
          headers.indices.filter { Self.plainName($0, headers[$0].plain) == name }
        }
        .first { !$0.isEmpty } ?? []
      if matches.isEmpty, let first = ruled.firstIndex(of: role) {
        matches = headers.indices.filter { headers[$0].plain == headers[first].plain }
      }
      if matches.count > 1 { throw Self.several(matches, for: role, of: header, path) }
      if let match = matches.first { columns.append((role, match)) }
    }
  }

  /// A column without a name has that of its place, for those who ask for it: `colonne_4`.
  static func plainName(_ column: Int, _ plain: String) -> String {
    plain.isEmpty ? "colonne_\(column + 1)" : plain
  }

  private static func several(
    _ matches: [Int], for role: FieldRole, of header: [String], _ path: String
  ) -> InputFault {
    let choices = matches.map { "« \(ShownName.shortened(header[$0])) » (\($0 + 1))" }.joined(
      separator: ", ")
    return InputFault(
      path: path, line: 1,
      problem: Wording(
        fr: "plusieurs colonnes pour « \(role.rawValue) » : \(choices)",
        en: "several columns for “\(role.rawValue)”: \(choices)"),
      cure: Wording(
        fr: "renommez celles qui ne servent pas", en: "rename those that are not meant"))
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
    if let value = header.first(where: { UnitCode($0).isOfCommune }) {
      throw Self.noHeader(value, path: path)
    }
    if header.count == 1, let only = header.first, only.contains(where: { ";,\t|".contains($0) }) {
      throw Self.rowsInQuotes(only, path: path)
    }
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

  /// Each row is one cell: quotation marks around all of it keep its separators from being ones.
  private static func rowsInQuotes(_ name: String, path: String) -> InputFault {
    let shown = ShownName.shortened(name)
    return InputFault(
      path: path, line: 1,
      problem: Wording(
        fr: "chaque ligne tient dans une seule cellule : « \(shown) »",
        en: "each row is one single cell: “\(shown)”"),
      cure: Wording(
        fr:
          "ôtez les guillemets qui entourent les lignes entières, ou divisez la colonne dans un tableur "
          + "(Données, Convertir) et enregistrez en CSV (UTF-8)",
        en:
          "take away the quotes around whole rows, or split the column in a spreadsheet (Data, Text to "
          + "columns) and save as CSV (UTF-8)"))
  }

  /// A first row with the code of a commune is no row of names.
  private static func noHeader(_ value: String, path: String) -> InputFault {
    InputFault(
      path: path, line: 1,
      problem: Wording(
        fr: "la première ligne ne nomme pas les colonnes : « \(value) » est une valeur",
        en: "the first row does not name the columns: “\(value)” is a value"),
      cure: Wording(
        fr: "ajoutez au-dessus une ligne de noms, par exemple : code;cpts",
        en: "add a row of names above, for instance: code;cpts"))
  }

  /// Gives a role the first column of some names, or else one whose words tell it.
  mutating func use(_ role: FieldRole, _ names: [String], of header: [String]) {
    forget(role)
    let headers = header.map { HeaderName($0) }
    if let column = names.lazy.compactMap({ name in headers.firstIndex { $0.plain == name } })
      .first ?? headers.firstIndex(where: { HeaderRules.role(of: $0) == role })
    {
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
