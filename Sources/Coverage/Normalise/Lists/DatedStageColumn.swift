/// A column of stages whose name says of which day they are: `Stade au 31/12/2019`, `Stade 2019`.
struct DatedStageColumn {
  let file: String
  let name: String
  /// The day, the last of a year alone.
  let day: CivilDate

  /// Nil for a name without a year.
  init?(_ columns: CPTSColumns, of rows: some AttributeRows) {
    guard let column = columns[.stage], columns.crossedStages.columns.isEmpty else { return nil }
    file = rows.path
    name = rows.header[column]
    let words = folded(name).split(separator: "_").map(String.init)
    guard
      let place = words.firstIndex(where: {
        isWritten($0, like: "2000") && Int($0).map { CPTSYears.possible.contains($0) } ?? false
      })
    else { return nil }
    let written = words[max(0, place - 2)...place].joined(separator: "/")
    guard let day = WrittenDate(written).reading.day ?? WrittenDate(words[place]).reading.day else {
      return nil
    }
    self.day = day
  }

  /// What is told where the study is of another year.
  func anomaly(at study: CivilDate) -> Anomaly? {
    guard day.year != study.year else { return nil }
    let shown = ShownName.shortened(name)
    return Anomaly(
      .warning, .stageAgainstDates, file: file, line: 1, object: name,
      finding: Wording(
        fr: "« \(shown) » : des stades d’une autre année que l’étude, qui est du \(study)",
        en: "“\(shown)”: stages of another year than the study, which is of \(study)"),
      treatment: Wording(
        fr:
          "ils comptent comme ceux du jour de l’étude ; --at \(day) pour le leur, ou donnez ceux du \(study)",
        en: "they count as those of the day of the study; --at \(day) for theirs, or give those of "
          + "\(study)"))
  }
}
