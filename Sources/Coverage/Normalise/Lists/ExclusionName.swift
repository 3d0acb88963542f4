/// Names of columns that say what does not belong: `Communes exclues`, `Sauf`, `Hors territoire`.
enum ExclusionName {
  private static let beginnings = ["exclu", "except", "retire", "sorti", "ecarte", "enleve"]
  private static let words: Set<String> = ["sauf", "hors", "non"]

  static func isSaid(by name: String) -> Bool {
    folded(name).split(separator: "_").contains { word in
      words.contains(String(word)) || beginnings.contains { word.hasPrefix($0) }
    }
  }

  /// - Throws: where the user names such a column as that of territories.
  static func refuse(
    _ fields: FieldMap, _ rows: some AttributeRows, _ named: [FieldRole: String]
  ) throws(InputFault) {
    for role in [FieldRole.unitCode, .unitName, .territory] {
      guard let name = named[role], let column = fields[role], isSaid(by: name),
        folded(rows.header[column]) == folded(name)
      else { continue }
      throw InputFault(
        path: rows.path, line: 1,
        problem: Wording(
          fr:
            "\(role.option(name).french) : cette colonne dit, par son nom, ce qui n’est pas "
            + "du territoire",
          en:
            "\(role.option(name).english): by its name, this column says what is not of the "
            + "territory"),
        cure: Wording(
          fr: "donnez la colonne des communes couvertes ; si c’est bien elle, renommez-la",
          en: "give the column of the communes that are covered; if this is the one, rename it"))
    }
  }
}
