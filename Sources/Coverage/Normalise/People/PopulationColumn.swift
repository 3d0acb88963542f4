/// The column of a file that holds people: INSEE names it by year (`PMUN`, `PMUN21`, `P20_POP`).
enum PopulationColumn {
  /// - Parameter asked: the column that the user names, with or without its year.
  /// - Throws: where no column, or several, may be meant: one kind or year of population never stands in
  ///   for another.
  static func find(_ asked: String?, in header: [String], path: String) throws(InputFault) -> Int {
    let column = try search(asked, in: header, path: path)
    try PopulationPart.refuse(column, in: header, path: path)
    return column
  }

  private static func search(
    _ asked: String?, in header: [String], path: String
  ) throws(InputFault) -> Int {
    let plain = header.map { folded($0) }
    let names = asked.map { [folded($0)] } ?? FieldRole.population.recognisedNames
    for name in names {
      let matches = plain.indices.filter { plain[$0] == name }
      if matches.count > 1 { throw several(matches, in: header, path: path) }
      if let match = matches.first { return match }
    }
    let found = ofYears(asked, in: header)
    let whole = found.filter { !PopulationPart.isPart(header[$0]) }
    if whole.count > 1 || whole.isEmpty && found.count > 1 {
      throw several(found, in: header, path: path)
    }
    if let column = whole.first ?? found.first
      ?? (asked == nil ? plain.firstIndex(of: "obs_value") : nil)
    {
      return column
    }
    if asked == nil, let fault = PopulationPart.fault(header.indices, in: header, path: path) {
      throw fault
    }
    throw absent(asked, in: header, path: path)
  }

  /// Whether several columns may be meant, and none is named exactly: people of several years.
  static func areSeveral(in header: [String]) -> Bool {
    let plain = header.map { folded($0) }
    return !plain.contains(where: FieldRole.population.recognisedNames.contains)
      && ofYears(nil, in: header).count { !PopulationPart.isPart(header[$0]) } > 1
  }

  /// Columns whose name is one of people with its year, or else has the words of one.
  private static func ofYears(_ asked: String?, in header: [String]) -> [Int] {
    let plain = header.map { folded($0) }
    let names = asked.map { [folded($0)] } ?? FieldRole.population.recognisedNames
    let ofYears = plain.indices.filter { column in
      names.contains { isOfYear(plain[column], $0) }
        || (asked == nil && isWritten(plain[column], like: "p00_pop"))
    }
    return
      ofYears.isEmpty && asked == nil
      ? header.indices.filter { HeaderRules.role(of: HeaderName(header[$0])) == .population }
      : ofYears
  }

  /// - Throws: where another column with a name of people says something else than the one found.
  static func refuseRivals(of column: Int, in text: DelimitedText) throws(InputFault) {
    let names = FieldRole.population.recognisedNames
    for rival in text.header.indices
    where rival != column && names.contains(folded(text.header[rival])) {
      let differ = (0..<text.rowCount).contains { row in
        let other = text.text(row: row, column: rival)
        let own = text.text(row: row, column: column)
        return !other.isEmpty && own != other && decimalNumber(own) != decimalNumber(other)
      }
      if differ {
        throw several([column, rival].sorted(), in: text.header, path: text.path)
      }
    }
  }

  /// `pmun21`, `pmun_2021`, `population_municipale_2021`.
  private static func isOfYear(_ column: String, _ name: String) -> Bool {
    guard column.hasPrefix(name) else { return false }
    let year = column.dropFirst(name.count)
    return ["00", "_00", "0000", "_0000"].contains { isWritten(year, like: $0) }
  }

  private static func several(_ columns: [Int], in header: [String], path: String) -> InputFault {
    let shown = columns.prefix(8).map { "« \(ShownName.shortened(header[$0])) » (\($0 + 1))" }
    let choices = shown.joined(separator: ", ") + (columns.count > 8 ? "…" : "")
    // Of names that differ by their year, the latest.
    let last = columns.map { header[$0] }.max().map { ShellWord.quoted($0) } ?? "NOM"
    return InputFault(
      path: path, line: 1,
      problem: Wording(
        fr: "plusieurs colonnes de population : \(choices)",
        en: "several columns of population: \(choices)"),
      cure: Wording(
        fr:
          "choisissez-en une, par exemple --population-column \(last), ou renommez celles qui ne servent pas",
        en:
          "choose one, for instance --population-column \(last), or rename those that are not meant"
      ))
  }

  private static func absent(_ asked: String?, in header: [String], path: String) -> InputFault {
    let present = ShownName.quoted(header)
    let name = asked.map { ShownName.shortened($0) } ?? FieldRole.population.rawValue
    return InputFault(
      path: path, line: 1,
      problem: Wording(
        fr: "aucune colonne « \(name) » parmi : \(present)",
        en: "no column “\(name)” among: \(present)"),
      cure: Wording(
        fr: "donnez à --population-column celle qui compte tous les habitants de chaque commune",
        en: "give --population-column the one that counts all the people of each commune"))
  }
}
