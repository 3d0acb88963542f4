extension StudyUnits {
  /// Units of unknown population: listed, never taken as zero in silence. Many are one line.
  ///
  /// - Parameters:
  ///   - said: anomalies known so far; a population that could not be read is said already.
  ///   - unreadable: codes of which it is said in one line for several.
  ///   - given: files that replace the units' own population.
  func withoutPopulation(
    file: String, butSaid said: [Anomaly], _ unreadable: Set<String>, given: [InputPath]
  ) -> [Anomaly] {
    let known = Set(said.lazy.filter { $0.rule == .unitWithoutPopulation }.map(\.object))
      .union(unreadable)
    let without = units.filter { $0.population == nil && !known.contains($0.code.text) }
    guard without.count > [Anomaly].mostPeopleNamed else {
      return without.map { unit in
        Anomaly(
          .warning, .unitWithoutPopulation, file: file, line: unit.line, object: unit.code.text,
          finding: Wording(
            fr: "\(unit.name.isEmpty ? "unité" : unit.name) : population inconnue",
            en: "\(unit.name.isEmpty ? "unit" : unit.name): unknown population"),
          treatment: Wording(
            fr: "l’unité est dessinée, mais n’est pas dans les totaux",
            en: "the unit is drawn, but is not in the totals"))
      }
    }
    let count = without.count
    let some = without.prefix([Anomaly].mostPeopleNamed).map { "\($0.code) \($0.name)" }
      .joined(separator: ", ")
    let files = given.map { ShownName.shortened($0.name) }.joined(separator: ", ")
    let isGiven = !given.isEmpty
    return [
      Anomaly(
        .warning, .unitWithoutPopulation, file: given.first?.name ?? file,
        line: isGiven ? nil : without[0].line, object: "",
        finding: Wording(
          fr: "\(NumberText.whole(count)) unités de population inconnue (\(some)…)"
            + (isGiven ? " : \(files) n’a pas de nombre pour elles" : ""),
          en: "\(NumberText.whole(count)) units of unknown population (\(some)…)"
            + (isGiven ? ": \(files) has no number for them" : "")),
        treatment: Wording(
          fr: "elles sont dessinées, mais ne sont pas dans les totaux",
          en: "they are drawn, but are not in the totals"))
    ]
  }

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
