extension StudyUnits {
  /// A study of nobody has no figure: the population was not given, or not found.
  ///
  /// - Parameter given: files that replace the units' own population.
  func refuseNobody(_ table: FeatureTable, _ given: [InputPath]) throws(InputFault) {
    guard units.allSatisfy({ $0.population == nil }) else { return }
    if let file = given.first {
      throw InputFault(
        path: file.name,
        problem: Wording(
          fr: "aucune population pour les unités : aucun de leurs codes n’y a de nombre",
          en: "no population for the units: none of their codes has a number in it"),
        cure: Wording(
          fr: "donnez à --population la population des mêmes communes, par leur code INSEE",
          en: "give --population the population of the same communes, by their INSEE code"))
    }
    let columns = ShownName.list(table.columns.map { "« \($0) »" }, most: 12)
    throw InputFault(
      path: table.path,
      problem: Wording(
        fr: "aucune unité n’a de population (colonnes : \(columns))",
        en: "no unit has a population (columns: \(columns))"),
      cure: Wording(
        fr: "donnez la population des communes avec --population FICHIER (populations légales de "
          + "l’INSEE), ou nommez sa colonne : --map-column population=NOM",
        en: "give the population of the communes with --population FILE (INSEE's populations "
          + "légales), or name its column: --map-column population=NAME"))
  }
}
