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
    let unused = unusedColumns.filter { $0.file == origin?.file }.map(\.name)
    let columns = ShownName.list(unused.map { "« \($0) »" }, most: 8)
    let near = staged(near: undated)
    return InputFault(
      path: origin?.file ?? "", line: origin?.line,
      problem: Wording(
        fr: "\(undated.count) CPTS sans stade ni date : \(names)"
          + (unused.isEmpty ? "" : " ; colonnes non utilisées : \(columns)")
          + (near.map { " ; \($0.french)" } ?? ""),
        en: "\(undated.count) CPTS without stage or date: \(names)"
          + (unused.isEmpty ? "" : "; columns not used: \(columns)")
          + (near.map { "; \($0.english)" } ?? "")),
      cure: near == nil ? Self.cure(unused.isEmpty) : Self.cureOfNear)
  }

  private static let cureOfNear = Wording(
    fr:
      "si ce sont les mêmes CPTS, --merge-similar les réunit, ou écrivez leur identifiant d’une seule "
      + "façon dans les deux fichiers ; sinon ajoutez une colonne stade",
    en:
      "if they are the same CPTS, --merge-similar puts them together, or write their identifier in one "
      + "way in both files; else add a column stade")

  private static func cure(_ isComplete: Bool) -> Wording {
    let choice = Wording(
      fr:
        "donnez aussi, par --cpts, la liste de leurs stades sous les mêmes identifiants ; en dernier "
        + "recours, --default-stage STADE les suppose toutes au même",
      en:
        "give, by --cpts, the list of their stages too, under the same identifiers; as a last resort "
        + "--default-stage STAGE supposes all at one")
    return isComplete
      ? Wording(
        fr: "ajoutez une colonne stade, ou \(choice.french)",
        en: "add a column stade, or \(choice.english)")
      : Wording(
        fr: "nommez la colonne des stades (--map-column stade=NOM) ou celle du jour où "
          + "un stade est atteint (--map-column date_aci=NOM, jamais celle d’une fin, d’un dépôt ou "
          + "d’une prévision), ajoutez une colonne stade, ou \(choice.french)",
        en: "name the column of stages (--map-column stade=NAME) or that of the day "
          + "when a stage is reached (--map-column date_aci=NAME, never that of an end, a request or a "
          + "forecast), add a column stade, or \(choice.english)")
  }

  /// CPTS with a stage whose names are near to those of some that have none; nil where there are none.
  private func staged(near undated: [CPTSID]) -> Wording? {
    let without = Set(undated)
    let ids = cpts.keys.filter { !isProposal($0) }.sorted()
    let names = ids.map { id in cpts[id].map { $0.name.isEmpty ? id.text : $0.name } ?? id.text }
    let pairs = SimilarNames.pairs(names).map { (ids[$0.0], ids[$0.1]) }
      .filter { without.contains($0.0) != without.contains($0.1) }
      .map { without.contains($0.0) ? $0 : ($0.1, $0.0) }
    guard let first = pairs.first else { return nil }
    let place = origins[first.1].map { " (\($0.file):\($0.line))" } ?? ""
    let more = pairs.count > 1 ? "…" : ""
    return Wording(
      fr: "« \(ShownName.shortened(first.0.text)) » est proche de "
        + "« \(ShownName.shortened(first.1.text)) »\(place), qui a un stade\(more)",
      en: "“\(ShownName.shortened(first.0.text))” is near to "
        + "“\(ShownName.shortened(first.1.text))”\(place), which has a stage\(more)")
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
