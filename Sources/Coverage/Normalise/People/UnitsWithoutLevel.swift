extension StudyUnits {
  /// Units with people of which a column that the study counts by says nothing: they make an area without a
  /// name.
  ///
  /// - Complexity: O(units) for each column.
  func withoutLevel(_ columns: [String], file: String) -> [Anomaly] {
    columns.compactMap { column in
      guard let values = attributes[folded(column)] else { return nil }
      let empty = units.indices.filter {
        values[$0].isEmpty && area.contains(Index($0)) && units[$0].population ?? 0 > 0
      }
      guard let first = empty.first, empty.count < units.count else { return nil }
      let people = empty.reduce(0) { $0 + (units[$1].population ?? 0) }
      let shown = ShownName.shortened(column)
      let unit = units[first]
      return Anomaly(
        .warning, .attributeNotUsed, file: file, object: column,
        finding: Wording(
          fr:
            "« \(shown) » ne dit rien de \(empty.count.inFrench("unité", "unités")) "
            + "(\(NumberText.count(people, "habitant", "habitants"))), dont \(unit.code) \(unit.name)",
          en:
            "“\(shown)” says nothing of \(empty.count.inEnglish("unit", "units")) "
            + "(\(NumberText.count(people, "person", "people", .english))), such as \(unit.code) \(unit.name)"
        ),
        treatment: Wording(
          fr: "comptées ensemble, sous un code vide ; complétez la colonne pour les répartir",
          en: "counted together, under an empty code; fill the column to share them out"))
    }
  }
}
