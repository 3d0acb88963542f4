/// `tendance.html`: the shares by stage over time, of the study and of each region and department, in one file
/// without network or script. Links choose the place; paper has the one that is chosen.
struct TrendPage {
  let trend: Trend
  /// Dates of a table; `tendance.csv` has them all.
  private static let mostRows = 60
  /// Levels whose places have a chart.
  private static let levels = ["region", "departement"]

  var language: Language { trend.language }

  /// The page, piece by piece.
  ///
  /// - Complexity: O(places × dates).
  func html() -> [[UInt8]] {
    SelfContainedPage(
      language: language, title: trend.title,
      style: PackageResources.simulation_css + PackageResources.trend_css
    ).html(
      PackageResources.trend_html,
      [
        "subtitle": PageTemplate.escaped(subtitle), "patterns": Array(TrendChart.patterns.utf8),
        "notes": HTMLText.body(of: notes), "choice": choice, "places": charts,
        "projection": HTMLText.body(of: projection),
      ])
  }

  private var subtitle: String {
    let source = trend.units.populationSource.told(in: language)
    return trend.words(
      Wording(
        fr: "Du \(trend.dates[0]) au \(trend.options.at). \(source).",
        en: "From \(trend.dates[0]) to \(trend.options.at). \(source)."))
  }

  private var notes: Document {
    let fictitious =
      trend.options.areFictitious
      ? [
        Wording(
          fr: "Les données sont fictives : aucun chiffre ne concerne une CPTS réelle.",
          en: "The data are fictitious: no figure is about a real CPTS.")
      ] : []
    let lowest = trend.options.whiteBelow
    let last = trend.dates.count - 1
    let headline = Wording(
      fr: "de la population au stade « \(lowest.label.french) » ou plus le \(trend.options.at), "
        + "\(trend.percent(0, lowest)) le \(trend.dates[0])",
      en: "of the population at “\(lowest.label.english)” or above on \(trend.options.at), "
        + "\(trend.percent(0, lowest)) on \(trend.dates[0])")
    return Document(
      title: "",
      sections: [
        Document.Section(
          blocks: [
            .note(Prose((fictitious + trend.notes).map { trend.words($0) }.joined(separator: " "))),
            .headline(trend.percent(last, lowest), Prose(trend.words(headline))),
          ])
      ])
  }

  // MARK: Places

  /// Places of the areas that have a chart: the study first.
  private var places: [Int] {
    [0]
      + trend.areas.areas.indices.filter {
        $0 > 0 && Self.levels.contains(trend.areas.areas[$0].level)
          && !trend.areas.areas[$0].code.isEmpty
      }
  }

  private var choice: [UInt8] {
    let lists = [
      ("", places.prefix(1)),
      (
        trend.words(Wording(fr: "Régions", en: "Regions")),
        places.dropFirst().filter { trend.areas.areas[$0].level == "region" }[...]
      ),
      (
        trend.words(Wording(fr: "Départements", en: "Departments")),
        places.dropFirst().filter { trend.areas.areas[$0].level == "departement" }[...]
      ),
    ]
    var text = ByteBuffer()
    for (title, places) in lists where !places.isEmpty {
      text.append("<p>")
      if !title.isEmpty {
        text.append("<strong>")
        text.append(PageTemplate.escaped(title)[...])
        text.append("</strong> ")
      }
      for place in places {
        text.append("<a href=\"#p\(place)\">")
        text.append(PageTemplate.escaped(TerminalText.cleaned(trend.name(of: place)))[...])
        text.append("</a> ")
      }
      text.append("</p>\n")
    }
    return text.bytes
  }

  /// The study comes last: it is seen where no other place is chosen.
  private var charts: [UInt8] {
    var text = ByteBuffer()
    for place in places.dropFirst() + places.prefix(1) {
      text.append("<section class=\"place\" id=\"p\(place)\">\n<h2>")
      text.append(PageTemplate.escaped(TerminalText.cleaned(trend.name(of: place)))[...])
      text.append("</h2>\n<figure class=\"trend\" tabindex=\"0\">\n")
      text.append(TrendChart(trend, place).inline()[...])
      text.append("</figure>\n")
      text.append(HTMLText.body(of: Document(title: "", sections: [table(of: place)]))[...])
      text.append("</section>\n")
    }
    return text.bytes
  }

  private func table(of place: Int) -> Document.Section {
    let stages = Stage.allCases.reversed().filter { $0 != .none }
    let shown = TrendChart.spread(trend.dates.count, most: Self.mostRows)
    let rows = shown.map { date -> [DocumentTable.Entry] in
      let breakdown = trend.figures.breakdown(date, place)
      let isKnown = trend.areas.areas[place].isKnown
      return [.words(Prose(trend.dates[date].description))]
        + stages.map { stage in
          .figures(
            Prose(
              isKnown
                ? NumberText.percent(breakdown.cumulative(stage), breakdown.total, language) : "–"))
        }
        + [
          .cell(.whole(isKnown ? breakdown.cumulative(trend.options.whiteBelow) : nil)),
          .cell(
            .whole(
              Stage.allCases.filter { $0 >= trend.options.whiteBelow }
                .reduce(0) { $0 + trend.figures.cptsCount(date, place, $1) })),
        ]
    }
    let title = trend.words(
      Wording(
        fr: "Part de la population à ce stade ou plus : \(trend.name(of: place))",
        en: "Share of the population at this stage or above: \(trend.name(of: place))"))
    let rest =
      shown.count < trend.dates.count
      ? Wording(
        fr: "\(shown.count) dates sur \(trend.dates.count) : toutes sont dans tendance.csv.",
        en: "\(shown.count) dates of \(trend.dates.count): all are in tendance.csv.") : nil
    let headings =
      [Wording(fr: "Date", en: "Date")] + stages.map(\.label)
      + [
        Wording(fr: "habitants couverts", en: "people covered"),
        Wording(fr: "CPTS qui couvrent", en: "CPTS that cover"),
      ]
    return Document.Section(
      blocks: [
        .table(
          DocumentTable(
            headings.map { trend.words($0) }, rows, title: title,
            rest: rest.map { Prose(trend.words($0)) }))
      ])
  }
}
