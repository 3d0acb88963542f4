/// `rapport.html` of a simulation: what a plan changes, in one file without network; its one script reads
/// the chart of a search, where there is one.
struct SimulationPage {
  let simulation: Simulation

  /// Rows of a table of the page; the CSV files have them all.
  private static let mostRows = 500

  var before: Study { simulation.before }
  var after: Study { simulation.after }
  var language: Language { after.options.language }

  /// The page, piece by piece.
  ///
  /// - Complexity: O(characters).
  func html() -> [[UInt8]] {
    let (document, chart) = (document, TrajectoryChart(simulation))
    let script = chart == nil ? [] : Self.script
    return SelfContainedPage(
      language: language, title: document.title, style: PackageResources.simulation_css,
      script: script
    ).html(
      PackageResources.simulation_html,
      [
        "subtitle": PageTemplate.escaped(subtitle), "sections": HTMLText.body(of: document),
        "chart": chart?.html() ?? [], "changes": HTMLText.body(of: changes),
        "reader": script.isEmpty ? [] : Array("<script>".utf8) + script + Array("</script>".utf8),
      ])
  }

  /// What reads the chart; the page says the same without it.
  static var script: [UInt8] { PackageResources.parts_js + PackageResources.trajectory_js }

  private var subtitle: String {
    let source = before.units.populationSource
    return words(
      fr: "Situation au \(before.options.at). \(source.told(in: .french)).",
      en: "Situation on \(before.options.at). \(source.told(in: .english)).")
  }

  /// What comes before the chart.
  private var document: Document {
    Document(
      title: ShownName.text(after.options.title),
      sections: [Document.Section(blocks: [.note(note), headline, .table(indicator)]), maps]
        + [mentorings, actions].compactMap { $0 })
  }

  /// What comes after it.
  private var changes: Document {
    Document(title: "", sections: [search, zones, cpts, conflicts, areas].compactMap { $0 })
  }

  private var note: Prose {
    let said = words(
      fr: "Ceci est une simulation : la situation « après » n’existe pas. Chaque habitant compte "
        + "une fois, au stade le plus élevé des CPTS du lieu où il habite.",
      en: "This is a simulation: the situation “after” does not exist. Each person counts once, "
        + "at the highest stage of the CPTS of the place where they live.")
    guard before.isFictitious else { return Prose(said) }
    let fictitious = words(
      fr: " Les données sont fictives : aucun chiffre ne concerne une CPTS réelle.",
      en: " The data are fictitious: no figure is about a real CPTS.")
    return "\(said)\(fictitious)"
  }

  private var headline: Document.Block {
    let lowest = before.options.whiteBelow
    return .headline(
      NumberText.signed(simulation.gained),
      Prose(
        words(
          fr: "habitants couverts de plus, au stade « \(lowest.label.french) » ou au-delà",
          en: "more people covered, at “\(lowest.label.english)” or above")))
  }

  private var indicator: DocumentTable {
    let total = before.coverage[0].breakdown.total
    let rows = Stage.allCases.reversed().filter { $0 != .none }.map { stage in
      let old = before.coverage[0].breakdown.cumulative(stage)
      let new = after.coverage[0].breakdown.cumulative(stage)
      return [
        .words(Prose(stage.label[language])), percent(old, total), percent(new, total),
        .cell(.whole(old)), .cell(.whole(new)), change(new - old),
      ]
    }
    return DocumentTable(
      [
        words(fr: "Stade", en: "Stage"), words(fr: "avant", en: "before"),
        words(fr: "après", en: "after"), words(fr: "habitants avant", en: "people before"),
        words(fr: "habitants après", en: "people after"), words(fr: "écart", en: "difference"),
      ], rows,
      title: words(
        fr: "Part de la population (\(NumberText.whole(total)) habitants) à ce stade ou plus",
        en: "Share of the population (\(NumberText.whole(total)) people) at this stage or above"))
  }

  private var maps: Document.Section {
    let captions = [
      (before, words(fr: "Avant", en: "Before")), (after, words(fr: "Après", en: "After")),
    ]
    let pictures = captions.map { study, caption in
      let data = PageData(study)
      return Document.Picture(
        svg: MapPicture.svg(study, data.map, data.places), caption: caption,
        description: words(
          fr: "\(caption) : carte des stades ; les tableaux de cette page disent ce qui change.",
          en: "\(caption): map of the stages; the tables of this page say what changes."))
    }
    return Document.Section(
      heading: words(fr: "Cartes avant et après", en: "Maps before and after"),
      blocks: [.pictures(pictures)])
  }

  // MARK: Words

  /// A section of notes and a table, of which the page shows the first rows.
  ///
  /// - Parameter file: the file that has all rows.
  func section(
    _ title: String, _ notes: [String] = [], _ headings: [String], _ rows: [[DocumentTable.Entry]],
    file: String
  ) -> Document.Section {
    section(title, notes, headings, rows, file: file) { $0 }
  }

  /// - Parameter row: what the table says of a thing: made for those that the page shows alone, as a plan may
  ///   have a hundred thousand.
  func section<Things: RandomAccessCollection>(
    _ title: String, _ notes: [String] = [], _ headings: [String], _ rows: Things, file: String,
    _ row: (Things.Element) -> [DocumentTable.Entry]
  ) -> Document.Section {
    let most = Self.mostRows
    let rest =
      rows.count > most
      ? words(
        fr: "\(most) lignes sur \(rows.count) : toutes sont dans \(file).",
        en: "\(most) rows of \(rows.count): all are in \(file).") : nil
    let table = DocumentTable(headings, rows.prefix(most).map(row), rest: rest.map { Prose($0) })
    return Document.Section(
      heading: title,
      blocks: notes.map { .paragraph(Prose($0)) } + (rows.isEmpty ? [] : [.table(table)]))
  }

  func percent(_ part: Int, _ whole: Int) -> DocumentTable.Entry {
    .figures(Prose(NumberText.percent(part, whole, language)))
  }

  func change(_ people: Int) -> DocumentTable.Entry { .figures(Prose(NumberText.signed(people))) }

  /// A text of ours with the spaces that must not break, as French spells them.
  func words(fr french: String, en english: String) -> String {
    guard language == .french else { return english }
    return ["« ", " »", " :", " ;"].reduce(french) { text, sign in
      text.replacing(sign, with: sign.replacing(" ", with: "\u{A0}"))
    }
  }
}
