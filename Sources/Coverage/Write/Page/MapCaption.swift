/// What the picture says beside the map: title, day, indicator, legend, white zones, source.
struct MapCaption {
  private static let left = 40
  private static let columnWidth = 410
  /// Escaped, for the title of the file.
  let title: String
  private let study: Study
  private var language: Language { study.options.language }
  private var breakdown: StageBreakdown { study.coverage[0].breakdown }
  private var lowest: Stage { study.options.whiteBelow }

  init(_ study: Study) {
    self.study = study
    title = String(decoding: PageTemplate.escaped(ShownName.text(study.shownTitle)), as: UTF8.self)
  }

  /// The lines of text, from top to bottom.
  var svg: String {
    var lines = CaptionLines(x: Self.left)
    lines.paragraph(study.shownTitle, size: 27, isBold: true, width: Self.columnWidth, most: 4)
    let at = study.options.at
    let month = (at.month < 10 ? "0" : "") + String(at.month)
    lines.paragraph(
      Wording(fr: "Situation au \(at.day)/\(month)/\(at.year)", en: "Situation on \(at)")[language],
      size: 18, width: Self.columnWidth)
    if !study.units.area.isWhole {
      lines.paragraph(study.units.area.name, size: 18, isBold: true, width: Self.columnWidth)
    }
    lines.skip(26)
    let covered = breakdown.cumulative(lowest)
    lines.paragraph(
      NumberText.percent(covered, breakdown.total, language), size: 54, isBold: true,
      colour: "#0b5b5f", width: Self.columnWidth)
    let stage = lowest.label[language].lowercasedFirst
    lines.paragraph(
      Wording(
        fr: "de la population au stade « \(stage) » ou au-delà",
        en: "of the population at the stage “\(stage)” or above")[language],
      size: 18, width: Self.columnWidth)
    lines.skip(22)
    for stage in Stage.allCases.reversed() {
      lines.key(
        fill: "url(#key-\(stage.rawValue))", stroke: "#55605f",
        stage.label[language],
        value: NumberText.percent(breakdown[stage], breakdown.total, language),
        width: Self.columnWidth)
    }
    lines.skip(6)
    let count = study.figures.zones.count
    lines.key(
      fill: "none", stroke: "#2b0d02",
      Wording(
        fr: NumberText.count(count, "zone blanche", "zones blanches"),
        en: NumberText.count(count, "white zone", "white zones", .english))[language],
      value: uncovered.words(language),
      width: Self.columnWidth)
    lines.moveTo(750)
    source(&lines)
    return lines.svg
  }

  /// People of all white zones.
  private var uncovered: CountedPeople {
    let zones = study.figures.zones
    return study.units.people(
      zones.reduce(0) { $0 + $1.population }, in: zones.flatMap { $0.units })
  }

  private func source(_ lines: inout CaptionLines) {
    let source = study.units.populationSource
    let unknown = study.units.studied.count { $0.population == nil }
    let people = NumberText.whole(breakdown.total)
    lines.paragraph(
      Wording(
        fr: "\(people) habitants, une fois chacun. \(source.told(in: .french)).",
        en: "\(people) people, each once. \(source.told(in: .english)).")[language]
        + (unknown == 0
          ? ""
          : Wording(
            fr: " Sans \(unknown.inFrench("unité", "unités")) de population inconnue.",
            en: " Without \(unknown.inEnglish("unit", "units")) of unknown population.")[language]),
      size: 14, colour: "#4f5f60", width: Self.columnWidth, most: 6)
    lines.paragraph(
      Wording(
        fr: "Limites simplifiées ; encarts à leur propre échelle.",
        en: "Simplified borders; insets at their own scale.")[language]
        + " coverage-report \(toolkitVersion)",
      size: 14, colour: "#4f5f60", width: Self.columnWidth, most: 2)
  }
}

extension String {
  /// `ACI signé` keeps its capitals: only a capital followed by a small letter goes.
  fileprivate var lowercasedFirst: String {
    guard dropFirst().first?.isLowercase == true else { return self }
    return prefix(1).lowercased() + dropFirst()
  }
}
