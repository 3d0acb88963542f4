/// Which columns of a gridded population matter.
struct GridColumns {
  let form: GridFile.Form
  /// What each column of the header holds.
  let columns: [GridRow.Column]
  /// Columns that could have been meant for the people.
  let rivals: [Anomaly]

  /// A column of names wins over coordinates, which are then those of its cells.
  init(
    _ header: [String], path: String, named: [FieldRole: String]
  ) throws(InputFault) {
    var named = named
    named[.cellPopulation] = named[.cellPopulation] ?? named[.population]
    let fields = try FieldMap(
      header: header, path: path, roles: [.cell, .easting, .northing, .cellPopulation],
      named: named)
    var columns = [GridRow.Column](repeating: .other, count: header.count)
    if let name = fields[.cell] {
      form = .cells
      columns[name] = .name
    } else if let x = fields[.easting], let y = fields[.northing] {
      form = .points
      columns[x] = .x
      columns[y] = .y
    } else {
      throw Self.noPlace(header, path)
    }
    let people = try fields.required(.cellPopulation, of: header, path: path)
    columns[people] = .people
    self.columns = columns
    rivals = Self.rivals(of: people, header, path, named[.cellPopulation])
  }

  /// Files of cells are too large to hold two columns to each other: the choice is said.
  private static func rivals(
    of people: Int, _ header: [String], _ path: String, _ named: String?
  ) -> [Anomaly] {
    if let named, folded(named) == folded(header[people]) { return [] }
    let names = FieldRole.cellPopulation.recognisedNames
    return header.indices.filter { $0 != people && names.contains(folded(header[$0])) }.map {
      column in
      Anomaly(
        .warning, .conflictingColumns, file: path, object: header[column],
        finding: Wording(
          fr: "« \(header[people]) » et « \(header[column]) » peuvent être les habitants",
          en: "“\(header[people])” and “\(header[column])” may be the people"),
        treatment: Wording(
          fr:
            "« \(header[people]) » sert ; sinon \(FieldRole.cellPopulation.option(header[column]).french)",
          en:
            "“\(header[people])” is used; else \(FieldRole.cellPopulation.option(header[column]).english)"
        ))
    }
  }

  private static func noPlace(_ header: [String], _ path: String) -> InputFault {
    let present = ShownName.quoted(header)
    let names = FieldRole.cell.recognisedNames.joined(separator: ", ")
    let role = FieldRole.cell.rawValue
    return InputFault(
      path: path, line: 1,
      problem: Wording(
        fr: "ni carreaux ni coordonnées parmi : \(present)",
        en: "neither cells nor coordinates among: \(present)"),
      cure: Wording(
        fr: "nommez la colonne des carreaux \(names), ou passez --map-column \(role)=NOM ; ou "
          + "donnez des colonnes x et y",
        en: "name the column of the cells \(names), or pass --map-column \(role)=NAME; or give "
          + "columns x and y"))
  }
}
