/// Columns that count people, but not all, or not one by one: `hommes`, `65 ans et plus`, `population (milliers)`.
/// None of them is the population of a commune, and the cure makes a column that is.
enum PopulationPart {
  private static let groups: Set<String> = [
    "homme", "hommes", "femme", "femmes", "masculin", "masculine", "feminin", "feminine", "ans",
    "age",
    "male", "female", "men", "women",
  ]
  private static let thousands: Set<String> = [
    "millier", "milliers", "thousand", "thousands", "khab",
  ]

  static func isPart(_ name: String) -> Bool {
    folded(name).split(separator: "_").contains { groups.contains(String($0)) }
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
        cure: Wording(
          fr:
            "donnez tous les habitants dans une colonne « population » ; si ces colonnes se complètent, "
            + "leur somme : \(list)",
          en:
            "give all the people in a column “population”; where these columns complete each other, their "
            + "sum: \(list)"))
    }
    return nil
  }
}
