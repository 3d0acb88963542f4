#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `rapport.html` of a simulation: what a plan changes, in one file without script or network.
struct SimulationPage {
  let simulation: Simulation

  /// Rows of a table of the page; the CSV files have them all.
  static let mostRows = 500

  var before: Study { simulation.before }
  var after: Study { simulation.after }
  var language: Language { after.options.language }

  /// The page, piece by piece.
  ///
  /// - Complexity: O(characters).
  func html() -> [[UInt8]] {
    SelfContainedPage(
      language: language, title: after.options.title, style: PackageResources.simulation_css
    ).html(
      PackageResources.simulation_html,
      ["subtitle": PageTemplate.escaped(subtitle), "sections": sections()])
  }

  private var subtitle: String {
    let source = before.units.populationSource
    return words(
      fr: "Situation au \(before.options.at). Population : \(source.column), \(source.file).",
      en: "Situation on \(before.options.at). Population: \(source.column), \(source.file).")
  }

  private func sections() -> [UInt8] {
    var html = HTMLText()
    html.markup("<p class=\"banner\" role=\"note\">")
    html.text(
      words(
        fr: "Ceci est une simulation : la situation « après » n’existe pas. Chaque habitant compte "
          + "une fois, au stade le plus élevé des CPTS du lieu où il habite.",
        en: "This is a simulation: the situation “after” does not exist. Each person counts once, "
          + "at the highest stage of the CPTS of the place where they live."))
    if before.isFictitious {
      html.text(
        words(
          fr: " Les données sont fictives : aucun chiffre ne concerne une CPTS réelle.",
          en: " The data are fictitious: no figure is about a real CPTS."))
    }
    html.markup("</p>\n")
    gain(&html)
    maps(&html)
    for section in [actions(), search(), zones(), cpts(), conflicts(), areas()] {
      guard let section else { continue }
      html.element("h2", section.title)
      for note in section.notes { html.element("p", note) }
      if !section.rows.isEmpty {
        html.table(
          section.title, section.header, Array(section.rows.prefix(Self.mostRows)),
          numbers: section.numbers)
      }
      if section.rows.count > Self.mostRows {
        html.element(
          "p",
          words(
            fr: "\(Self.mostRows) lignes sur \(section.rows.count) : toutes sont dans "
              + "\(section.file).",
            en: "\(Self.mostRows) rows of \(section.rows.count): all are in \(section.file)."))
      }
    }
    return html.bytes
  }

  private func gain(_ html: inout HTMLText) {
    let lowest = before.options.whiteBelow
    let total = before.coverage[0].breakdown.total
    html.markup("<p class=\"gain\" id=\"indicator\"><strong>")
    html.text(NumberText.signed(simulation.gained))
    html.markup("</strong> ")
    html.text(
      words(
        fr: "habitants couverts de plus, au stade « \(lowest.label.french) » ou au-delà",
        en: "more people covered, at “\(lowest.label.english)” or above"))
    html.markup("</p>\n")
    let rows = Stage.allCases.reversed().filter { $0 != .none }.map { stage in
      let old = before.coverage[0].breakdown.cumulative(stage)
      let new = after.coverage[0].breakdown.cumulative(stage)
      return [
        stage.label[language], NumberText.percent(old, total, language),
        NumberText.percent(new, total, language), NumberText.whole(old), NumberText.whole(new),
        NumberText.signed(new - old),
      ]
    }
    html.table(
      words(
        fr: "Part de la population (\(NumberText.whole(total)) habitants) à ce stade ou plus",
        en: "Share of the population (\(NumberText.whole(total)) people) at this stage or above"),
      [
        words(fr: "Stade", en: "Stage"), words(fr: "avant", en: "before"),
        words(fr: "après", en: "after"), words(fr: "habitants avant", en: "people before"),
        words(fr: "habitants après", en: "people after"), words(fr: "écart", en: "difference"),
      ], rows, numbers: 1..<6)
  }

  private func maps(_ html: inout HTMLText) {
    html.element("h2", words(fr: "Cartes avant et après", en: "Maps before and after"))
    html.markup("<div class=\"maps\">\n")
    let captions = [
      (before, words(fr: "Avant", en: "Before")), (after, words(fr: "Après", en: "After")),
    ]
    for (study, caption) in captions {
      let data = PageData(study)
      let picture = MapPicture.svg(study, data.map, data.places)
      html.markup("<figure><img width=\"1600\" height=\"900\" alt=\"")
      html.text(
        words(
          fr: "\(caption) : carte des stades ; les tableaux de cette page disent ce qui change.",
          en: "\(caption): map of the stages; the tables of this page say what changes."))
      html.markup("\" src=\"data:image/svg+xml;base64,\(Data(picture).base64EncodedString())\">")
      html.element("figcaption", caption)
      html.markup("</figure>\n")
    }
    html.markup("</div>\n")
  }

  /// A text of ours with the spaces that must not break, as French spells them.
  func words(fr french: String, en english: String) -> String {
    guard language == .french else { return english }
    return ["« ", " »", " :", " ;"].reduce(french) { text, sign in
      text.replacing(sign, with: sign.replacing(" ", with: "\u{A0}"))
    }
  }
}
