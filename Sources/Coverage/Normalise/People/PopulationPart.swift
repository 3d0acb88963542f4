/// Columns that count people, but not all, or not one by one, or something else: `hommes`, `65 ans et plus`,
/// `pop65+`, `population (milliers)`, `densité de population`. None of them is the population of a commune, and
/// the cure makes a column that is.
enum PopulationPart {
  private static let groups: Set<String> = [
    "homme", "hommes", "femme", "femmes", "masculin", "masculine", "feminin", "feminine", "ans",
    "age", "ages", "agee", "agees", "jeune", "jeunes", "senior", "seniors", "enfant", "enfants",
    "male", "female", "men", "women", "poph", "popf", "active", "actif", "actifs", "chomeur",
    "chomeurs", "salarie", "salaries", "etudiant", "etudiants", "retraite", "retraites",
    "scolarise",
    "scolarises", "menage", "menages", "logement", "logements", "naissance", "naissances", "deces",
    "densite", "part", "taux", "pct", "pourcentage", "variation", "evolution", "projection",
  ]
  private static let thousands: Set<String> = [
    "millier", "milliers", "thousand", "thousands", "khab", "k", "kh", "1000", "x1000", "x_1000",
  ]
  private static let totals: Set<String> = [
    "total", "ensemble", "tous", "toutes", "population_totale", "pop_totale", "total_population",
  ]

  static func isPart(_ name: String) -> Bool {
    let words = folded(name).split(separator: "_").map(String.init)
    return words.contains { groups.contains($0) } || name.contains("%")
      || name.contains("+") || !isInThousands(name) && hasNumberOfNoYear(words)
  }

  /// Whether a name has a number of two digits or more that is no year, nor the day that one goes on with:
  /// `pop65`, `POP1564`, `population_2050`.
  private static func hasNumberOfNoYear(_ words: [String]) -> Bool {
    let numbers = words.flatMap { word in
      word.split(whereSeparator: { !$0.isNumber }).map(String.init)
    }
    guard let first = numbers.first(where: { $0.count > 1 }) else { return false }
    let year = Int(first) ?? 0
    let isYear = first.count == 4 ? (1900...2035).contains(year) : first.count == 2 && year <= 35
    let rest = numbers.drop { $0 != first }.dropFirst()
    let isDay = rest.isEmpty || rest.count == 2 && rest.allSatisfy { $0.count == 2 }
    return !isYear || !isDay
  }

  static func isInThousands(_ name: String) -> Bool {
    folded(name).split(separator: "_").contains { thousands.contains(String($0)) }
  }

  /// - Throws: where a column that the user names is such a one.
  static func refuse(_ column: Int, in header: [String], path: String) throws(InputFault) {
    if let fault = fault([column], in: header, path: path) { throw fault }
  }

  /// What is wrong with the first of some columns that is such a one; nil where none is.
  static func fault(
    _ columns: some Sequence<Int>, in header: [String], path: String
  ) -> InputFault? {
    for column in columns {
      let shown = ShownName.shortened(header[column])
      if isInThousands(header[column]) {
        return InputFault(
          path: path, line: 1,
          problem: Wording(
            fr: "« \(shown) » compte en milliers, pas en habitants",
            en: "“\(shown)” counts in thousands, not people"),
          cure: Wording(
            fr: "multipliez par 1000, dans une colonne « population »",
            en: "multiply by 1000, in a column “population”"))
      }
      guard isPart(header[column]) else { continue }
      let parts = header.indices.filter { isPart(header[$0]) }.map {
        "« \(ShownName.shortened(header[$0])) »"
      }
      let list = ShownName.list(parts, most: 4)
      return InputFault(
        path: path, line: 1,
        problem: Wording(
          fr: "« \(shown) » ne compte qu’une partie des habitants",
          en: "“\(shown)” counts a part of the people alone"),
        cure: total(in: header)
          ?? Wording(
            fr:
              "donnez tous les habitants dans une colonne « population » ; si ces colonnes se complètent, "
              + "leur somme : \(list)",
            en:
              "give all the people in a column “population”; where these columns complete each other, their "
              + "sum: \(list)"))
    }
    return nil
  }

  /// The column that counts all, where one says so.
  private static func total(in header: [String]) -> Wording? {
    let found = header.filter { totals.contains(folded($0)) }
    guard let name = found.first, found.count == 1 else { return nil }
    let shown = ShownName.shortened(name)
    return Wording(
      fr:
        "si « \(shown) » compte tous les habitants : --population-column \(ShellWord.quoted(name))",
      en: "where “\(shown)” counts all the people: --population-column \(ShellWord.quoted(name))")
  }
}
