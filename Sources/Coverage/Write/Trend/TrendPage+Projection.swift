// What is said of what may come, and what it rests on.

extension TrendPage {
  var projection: Document {
    let heading = trend.words(
      Wording(fr: "Projection, convention de l’outil", en: "Projection, a convention of the tool"))
    let sentence = Document.Block.paragraph(Prose(trend.words(trend.projectionSentence) + "."))
    let notes = Trend.projectionNotes.map { Prose(trend.words($0)) }
    switch trend.projection {
    case .failure(let none):
      return Document(
        title: "",
        sections: [
          Document.Section(heading: heading, blocks: [sentence, .table(delays(none.stages))])
        ])
    case .success(let projection):
      return Document(
        title: "",
        sections: [
          Document.Section(
            heading: heading,
            blocks: [
              sentence, .list(notes), .table(points(of: projection)),
              .table(delays(projection.stages)),
            ])
        ])
    }
  }

  private func points(of projection: StageProjection) -> DocumentTable {
    let stages = Stage.allCases.reversed().filter { $0 != .none }
    let dates = Array(Set(projection.points.map(\.date))).sorted()
    let rows = dates.enumerated().filter { ($0.offset + 1).isMultiple(of: 3) }.map { _, date in
      [DocumentTable.Entry.words(Prose(date.description))]
        + stages.map { stage in
          let point = projection.points.first { $0.date == date && $0.stage == stage }
          func share(_ people: Int) -> String {
            NumberText.percent(people, projection.total, language)
          }
          return .figures(
            Prose(point.map { "\(share($0.median)) (\(share($0.low)) – \(share($0.high)))" } ?? "–")
          )
        }
    }
    return DocumentTable(
      [trend.words(Wording(fr: "Date", en: "Date"))] + stages.map { trend.words($0.label) }, rows,
      title: trend.words(
        Wording(
          fr: "Part de la population à ce stade ou plus : médiane (huit tirages sur dix)",
          en: "Share of the population at this stage or above: median (eight draws of ten)")),
      rest: Prose(
        trend.words(
          Wording(
            fr: "Un trimestre par ligne : tous les mois sont dans projection.csv.",
            en: "A quarter a row: all months are in projection.csv."))))
  }

  private func delays(_ stages: [StageProjection.OfStage]) -> DocumentTable {
    func days(_ number: Int?) -> DocumentTable.Entry { .cell(.whole(number)) }
    return DocumentTable(
      [
        Wording(fr: "À partir du stade", en: "From the stage"),
        Wording(fr: "délais observés", en: "delays observed"),
        Wording(fr: "CPTS en attente ou finies avant", en: "CPTS waiting, or ended before"),
        Wording(fr: "médiane, en jours", en: "median, in days"),
        Wording(fr: "le plus long observé, en jours", en: "the longest observed, in days"),
      ].map { trend.words($0) },
      stages.map { known in
        [
          .words(Prose(trend.words(known.stage.label))), .cell(.whole(known.observed)),
          .cell(.whole(known.waiting)), days(known.median), days(known.longest),
        ]
      },
      title: trend.words(
        Wording(fr: "Délais jusqu’au stade suivant", en: "Delays until the next stage")))
  }
}
