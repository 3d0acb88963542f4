/// Names of columns that hold the communes of a territory, in whatever words: `Communes (codes INSEE)`,
/// `Liste des communes membres`, `Périmètre géographique`.
enum TerritoryColumnName {
  /// Of these words one at least is there.
  private static let telling: Set<String> = [
    "communes", "territoire", "territoires", "perimetre", "perimetres", "insee",
  ]
  /// No other words are.
  private static let allowed: Set<String> = telling.union([
    "commune", "code", "codes", "cog", "nom", "noms", "libelle", "libelles", "liste",
    "geographique",
    "geographiques", "membres", "couvertes", "concernees", "composant", "composition", "action",
    "intervention", "de", "des", "du", "d", "la", "le", "les", "l", "et", "ou",
  ])

  /// The column of territories, of several the first that speaks of codes; nil where there is none.
  static func column(of header: [String], butUsed fields: FieldMap) -> Int? {
    let found = header.indices.filter { column in
      let words = folded(header[column]).split(separator: "_").map { String($0) }
      return !fields.uses(column) && words.allSatisfy(allowed.contains)
        && words.contains(where: telling.contains)
    }
    return found.first { folded(header[$0]).contains("code") } ?? found.first
  }
}

extension InputFault {
  /// The first line of a list is a row like the others.
  static func noHeader(of rows: some AttributeRows) -> InputFault {
    let shown = rows.header.prefix(6).map { ShownName.shortened($0, to: 40) }.joined(
      separator: ", ")
    return InputFault(
      path: rows.path, line: 1,
      problem: Wording(
        fr: "pas de ligne d’en-tête : la première ligne a le code d’une commune (\(shown))",
        en: "no header: the first line has the code of a commune (\(shown))"),
      cure: Wording(
        fr: "ajoutez une première ligne qui nomme les colonnes, par exemple code_commune,cpts_id",
        en: "add a first line that names the columns, for instance code_commune,cpts_id"))
  }
}
