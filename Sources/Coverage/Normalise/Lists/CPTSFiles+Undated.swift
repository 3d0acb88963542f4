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
    let others = unusedColumns.filter { $0.file == origin?.file }
    let unused = others.map(\.name)
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
      cure: near != nil
        ? Self.cureOfNear
        : Self.cure(others) ?? (othersHaveStage(undated, origin?.file) ? Self.cureOfRow : nil)
          ?? Self.cure(unused.isEmpty))
  }

  /// Whether other CPTS of a file have a stage: its stages are read.
  private func othersHaveStage(_ undated: [CPTSID], _ file: String?) -> Bool {
    cpts.contains { id, record in
      origins[id]?.file == file && (record.givenStage != nil || !record.stageDates.isEmpty)
    }
  }

  private static let cureOfRow = Wording(
    fr:
      "écrivez son stade dans sa ligne, comme pour les autres CPTS (« aucun » si elle n’en a pas) ; si la "
      + "ligne n’est pas celle d’une CPTS, ôtez-la",
    en:
      "write its stage in its row, as for the other CPTS (“aucun” where it has none); where the row is "
      + "none of a CPTS, take it away")

  /// Where columns tell in other words how far each stage has come, or have days under other names.
  private static func cure(_ unused: [UnusedColumn]) -> Wording? {
    let dates = StageDates(unused)
    if !dates.areClear {
      return Wording(
        fr: "dites quelle date est dans chaque colonne : \(dates.asked)",
        en: "say which date is in each column: \(dates.asked)")
    }
    if !dates.isEmpty {
      let options = dates.options.prefix(4)
      return Wording(
        fr: "si c’est le jour où un stade est atteint : "
          + options.map(\.french).joined(separator: " ")
          + " ; sinon ajoutez une colonne stade",
        en: "if that is the day when a stage is reached: "
          + options.map(\.english).joined(separator: " ") + "; else add a column stade")
    }
    let stages = unused.filter { StageColumnName.stage(of: $0.name) != nil && !$0.values.isEmpty }
    guard !stages.isEmpty else { return nil }
    let names = ShownName.list(stages.map { "« \($0.name) »" }, most: 4)
    return Wording(
      fr:
        "écrivez dans une colonne stade, d’après \(names), le plus avancé des stades que chaque CPTS a "
        + "atteint",
      en:
        "write in a column stade, after \(names), the furthest of the stages that each CPTS has reached"
    )
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
