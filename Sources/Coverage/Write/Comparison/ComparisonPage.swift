/// `comparaison.html`: what changed between two studies and why, in one file without network or script.
struct ComparisonPage {
  let comparison: Comparison
  let language: Language
  /// `variation.svg`, which the page shows.
  let chart: [UInt8]
  /// The map; nil where there is no ground to draw on.
  let map: [UInt8]?

  /// Rows of a table of the page; the CSV files have them all.
  static let mostRows = 500

  /// The page, piece by piece.
  ///
  /// - Complexity: O(characters).
  func html() -> [[UInt8]] {
    let title = ChangeMap.title(comparison, language)
    return SelfContainedPage(
      language: language, title: title,
      style: PackageResources.simulation_css + PackageResources.comparison_css
    ).html(
      PackageResources.simulation_html,
      [
        "subtitle": PageTemplate.escaped(subtitle),
        "sections": HTMLText.body(of: Document(title: title, sections: [first] + [pictures])),
        "chart": ComparisonCauses(comparison, language).html(),
        "changes": HTMLText.body(
          of: Document(title: "", sections: [areas, cpts, zones, overlaps].compactMap { $0 })),
        "reader": [],
      ])
  }

  private var sentence: String {
    let sentence = ComparisonText.sentence(comparison, language)
    return language == .french ? FrenchSpacing.text(sentence) : sentence
  }

  private var subtitle: String {
    [comparison.before, comparison.after].map { study in
      let day = study.day.inWords(language)
      return study.title.isEmpty ? day : "\(day)\u{A0}: \(ShownName.text(study.title))"
    }.joined(separator: " — ")
  }

  private var first: Document.Section {
    let notes = comparison.warnings.map {
      Document.Block.note(Prose($0[language].capitalisedFirst))
    }
    let (old, new) = comparison.whole.hundredths
    let lowest = comparison.after.whiteBelow.inSentence
    let unit = abs(new - old) < 200 ? "point" : "points"
    return Document.Section(
      blocks: notes + [
        .headline(
          NumberText.points(new - old, language),
          Prose(
            words(
              fr: "\(unit) de la population couverte, au stade « \(lowest.french) » ou au-delà",
              en: "points of the population at “\(lowest.english)” or above"))),
        .paragraph(Prose(sentence)),
      ])
  }

  private var pictures: Document.Section {
    let waterfall = Document.Picture(
      svg: chart,
      caption: words(fr: "Pourquoi l’indicateur a bougé", en: "Why the indicator moved"),
      description: sentence)
    guard let map else {
      return Document.Section(
        heading: words(fr: "Pourquoi, et où", en: "Why, and where"),
        blocks: [
          .pictures([waterfall]),
          .paragraph(
            Prose(
              words(
                fr:
                  "Pas de carte : un dossier de rapport n’a pas les limites des communes, et celles "
                  + "que porte l’outil ne servent que pour cent communes ou plus, dont il connaît tous "
                  + "les codes. Comparez les fichiers d’étude pour avoir une carte.",
                en:
                  "No map: the folder of a report has no borders of communes, and those that the tool "
                  + "carries serve for a hundred communes or more, all of whose codes it knows. Compare "
                  + "the study files to have a map."))),
        ])
    }
    return Document.Section(
      heading: words(fr: "Pourquoi, et où", en: "Why, and where"),
      blocks: [
        .pictures([
          waterfall,
          Document.Picture(
            svg: map, caption: words(fr: "Ce qui a changé", en: "What changed"),
            description: words(
              fr:
                "Carte des communes gagnées, perdues, couvertes et blanches ; les causes ci-dessous les "
                + "nomment.",
              en: "Map of the communes gained, lost, covered and white; the causes below name them."
            )),
        ])
      ])
  }

  /// A section of a table, of which the page shows the first rows.
  ///
  /// - Parameter file: the file that has all rows.
  func section<Things: RandomAccessCollection>(
    _ title: String, _ headings: [String], _ rows: Things, file: String,
    _ row: (Things.Element) -> [DocumentTable.Entry]
  ) -> Document.Section? {
    guard !rows.isEmpty else { return nil }
    let most = Self.mostRows
    let rest =
      rows.count > most
      ? words(
        fr: "\(most) lignes sur \(rows.count) : toutes sont dans \(file).",
        en: "\(most) rows of \(rows.count): all are in \(file).") : nil
    let table = DocumentTable(headings, rows.prefix(most).map(row), rest: rest.map { Prose($0) })
    return Document.Section(heading: title, blocks: [.table(table)])
  }

  /// A text of ours with the spaces that must not break, as French spells them.
  func words(fr french: String, en english: String) -> String {
    guard language == .french else { return english }
    return ["« ", " »", " :", " ;"].reduce(french) { text, sign in
      text.replacing(sign, with: sign.replacing(" ", with: "\u{A0}"))
    }
  }
}

extension String {
  /// The same as the beginning of a sentence.
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
