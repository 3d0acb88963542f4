extension CPTSFiles {
  /// What is wrong with CPTS of which no file says a stage or a date.
  ///
  /// `--default-stage` comes last: where a column has the stages under a name that is not recognised, it
  /// would put all CPTS at one.
  func withoutStage(_ undated: [CPTSID]) -> InputFault {
    if let id = undated.first(where: { records.unusedDates[$0] != nil }),
      let place = records.unusedDates[id]
    {
      return Self.onlyUnusedDate(id, place)
    }
    let names =
      undated.prefix(3).map { "« \(ShownName.shortened($0.text)) »" }.joined(separator: ", ")
      + (undated.count > 3 ? "…" : "")
    let origin = origins[undated[0]]
    let choice = Wording(
      fr: "passez --default-stage aci_signe (par exemple) si toutes en sont au même",
      en: "pass --default-stage aci_signe (for instance) if all are at one")
    let unused = unusedColumns.filter { $0.file == origin?.file }.map(\.name)
    let columns = ShownName.list(unused.map { "« \($0) »" }, most: 8)
    return InputFault(
      path: origin?.file ?? "", line: origin?.line,
      problem: Wording(
        fr: "\(undated.count) CPTS sans stade ni date : \(names)"
          + (unused.isEmpty ? "" : " ; colonnes non utilisées : \(columns)"),
        en: "\(undated.count) CPTS without stage or date: \(names)"
          + (unused.isEmpty ? "" : "; columns not used: \(columns)")),
      cure: unused.isEmpty
        ? Wording(
          fr: "ajoutez une colonne stade, ou \(choice.french)",
          en: "add a column stade, or \(choice.english)")
        : Wording(
          fr: "nommez la colonne des stades (--map-column stade=NOM) ou celle d’une date "
            + "(--map-column date_aci=NOM), ajoutez une colonne stade, ou \(choice.french)",
          en: "name the column of stages (--map-column stade=NAME) or that of a date "
            + "(--map-column date_aci=NAME), add a column stade, or \(choice.english)"))
  }

  private static func onlyUnusedDate(
    _ id: CPTSID, _ place: (file: String, line: Int, problem: Wording)
  ) -> InputFault {
    InputFault(
      path: place.file, line: place.line,
      problem: Wording(
        fr: "CPTS « \(id) » : \(place.problem.french) ; rien d’autre ne dit son stade",
        en: "CPTS “\(id)”: \(place.problem.english); nothing else says its stage"),
      cure: Wording(
        fr: "écrivez une date seule, ou donnez un stade",
        en: "write a date and nothing else, or give a stage"))
  }
}
