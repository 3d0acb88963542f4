/// A study in a panel for the terminal: figures under each other with bars, which is no document.
public enum StudyText {
  private static let largestZones = 10

  /// The indicator with bars, what changed since an earlier report, the largest white zones, the counts, and where
  /// the files are.
  public static func summary(
    of study: Study, since history: StudyHistory? = nil, output: String
  ) -> String {
    let language = study.options.language
    var lines: [String] = []
    if !study.options.title.isEmpty { lines.append(study.options.title) }
    lines += indicator(of: study, language)
    if let comparison = history?.comparison {
      lines += ["", ComparisonText.sentence(comparison, language)]
      lines += ComparisonText.warnings(of: comparison, language)
    }
    lines.append("")
    lines += zones(of: study, language)
    lines.append("")
    lines += counts(of: study, language)
    lines.append("")
    lines += TerminalText.written(StudyReport.fileNames(of: study), to: output, language)
    let dossiers = study.sectors.count
    if dossiers > 0 {
      lines.append(
        "  \(output)/\(SectorPages.folder)/index.html "
          + Wording(
            fr: "(\(dossiers.inFrench("secteur", "secteurs")), un plan à remplir pour chacun)",
            en: "(\(dossiers.inEnglish("sector", "sectors")), a plan to fill in for each)")[
            language])
    }
    return TerminalText.joined(lines)
  }

  private static func indicator(of study: Study, _ language: Language) -> [String] {
    let breakdown = study.coverage[0].breakdown
    let source = study.units.populationSource
    let unknown = study.units.studied.count { $0.population == nil }
    let total = NumberText.whole(breakdown.total)
    var lines = [
      Wording(
        fr: "Population par stade au \(study.options.at), chaque personne une fois",
        en: "People by stage on \(study.options.at), each person once")[language],
      Wording(
        fr: "Dénominateur : \(total) habitants (\(source.column), \(source.file))",
        en: "Denominator: \(total) people (\(source.column), \(source.file))")[language],
      source.statement[language],
    ]
    lines += limits(of: study, language)
    if unknown > 0 {
      lines.append(
        Wording(
          fr: "Sans compter \(unknown.inFrench("unité", "unités")) de population inconnue "
            + "(voir anomalies.csv)",
          en: "Leaving out \(unknown.inEnglish("unit", "units")) of unknown population "
            + "(see anomalies.csv)")[language])
    }
    lines.append("")
    let heading = Wording(fr: "à ce stade ou plus", en: "at this stage or above")[language]
    lines.append(
      padded("", 22) + padded("", 22)
        + padded(Wording(fr: "à ce stade", en: "at this stage")[language], 22)
        + heading)
    for stage in Stage.allCases.reversed() {
      let people = breakdown[stage]
      let own = "\(column(people, breakdown.total, language))  \(NumberText.whole(people))"
      let head = padded(stage.key, 22) + padded(bar(people, of: breakdown.total), 22)
      // Everybody is at `aucun` or above: 100 % there would read as covered.
      lines.append(
        stage == .none
          ? head + own
          : head + padded(own, 22)
            + column(breakdown.cumulative(stage), breakdown.total, language))
    }
    return lines
  }

  /// That the study is of some areas alone; nil where it is of all units.
  static func areaAlone(of study: Study) -> Wording? {
    let area = study.units.area
    return area.isWhole
      ? nil
      : Wording(
        fr: "Territoire étudié : \(area.name) ; ce qui est autour n’est pas étudié",
        en: "A study of \(area.name) alone: what lies around is not studied")
  }

  /// What the study is of where nobody named the units or it is not of all of them, and what it should be
  /// of where it is too wide.
  private static func limits(of study: Study, _ language: Language) -> [String] {
    return [
      study.options.carriedUnits.map {
        Wording(fr: "Unités de l’outil : \($0.french)", en: "Units of the tool: \($0.english)")[
          language]
      },
      areaAlone(of: study)?[language],
    ].compactMap { $0 }
      + StudyWarnings.of(study).map {
        Wording(fr: "ATTENTION : \($0.french)", en: "WARNING: \($0.english)")[language]
      }
  }

  private static func zones(of study: Study, _ language: Language) -> [String] {
    let largest = study.figures.zones.sorted {
      $0.population == $1.population ? $0.id < $1.id : $0.population > $1.population
    }
    let count = Wording(
      fr: largest.count.inFrench("zone blanche", "zones blanches"),
      en: largest.count.inEnglish("white zone", "white zones"))
    let some =
      largest.count > largestZones
      ? Wording(fr: ", dont les plus peuplées", en: ", the most populous of which") : Wording("")
    let end = largest.isEmpty ? Wording("") : Wording(fr: " :", en: ":")
    var lines = [count[language] + some[language] + end[language]]
    for zone in largest.prefix(largestZones) {
      let places = study.units.places(of: zone.units)
      let count = places.communes.count
      lines.append(
        "  " + padded(zone.id, 10) + leftPadded(study.units.people(of: zone).words(language), 10)
          + "  "
          + padded(count == 1 ? "1 commune" : "\(count) communes", 16)
          + padded(zone.status.rawValue, 21)
          + study.units[zone.mainUnit].name
          + " (\(shortened(places.departments)))")
    }
    return lines
  }

  /// The first few of a list.
  private static func shortened(_ list: [String]) -> String {
    list.prefix(6).joined(separator: ", ") + (list.count > 6 ? "…" : "")
  }

  private static func counts(of study: Study, _ language: Language) -> [String] {
    let sums = study.grossAndNet
    let overlaps = study.figures.overlaps.count
    let validated = study.figures.overlaps.count { $0.qualification == .twoValidatedProjects }
    func anomalies(_ severity: Anomaly.Severity) -> Int {
      study.anomalies.count { $0.severity == severity }
    }
    return [
      Wording(
        fr:
          "Somme des CPTS \(NumberText.whole(sums.gross)) − comptés plusieurs fois \(NumberText.whole(sums.countedAgain)) = couverts \(NumberText.whole(sums.net))",
        en:
          "Sum over CPTS \(NumberText.whole(sums.gross)) − counted again \(NumberText.whole(sums.countedAgain)) = covered \(NumberText.whole(sums.net))"
      )[language],
      Wording(
        fr:
          "\(overlaps.inFrench("chevauchement", "chevauchements")), dont \(validated) entre deux projets validés",
        en:
          "\(overlaps.inEnglish("overlap", "overlaps")), \(validated) of them between two validated projects"
      )[language],
    ] + vitality(of: study, language) + drawn(of: study, language) + [
      Wording(
        fr:
          "Anomalies : \(anomalies(.error).inFrench("erreur", "erreurs")), \(anomalies(.warning)) attention, \(anomalies(.information).inFrench("information", "informations"))",
        en:
          "Anomalies: \(anomalies(.error)) erreur, \(anomalies(.warning)) attention, \(anomalies(.information)) information"
      )[language]
    ]
  }

  /// How sure the figures of drawn territories are, and what is noise in them.
  private static func drawn(of study: Study, _ language: Language) -> [String] {
    guard let drawn = study.figures.drawn else { return [] }
    let overlaps = study.figures.overlaps.count { $0.qualification == .sliver }
    let cut = drawn.methods.count { $0.isSharing }
    let covered = study.coverage[0].breakdown.cumulative(study.options.whiteBelow)
    let slack = drawn.intervals.slack(from: study.options.whiteBelow)
    let least = NumberText.whole(covered - slack.below)
    let most = NumberText.whole(covered + slack.above)
    let told = study.anomalies.filter { $0.rule == .otherMapEdition }.map { $0.told[language] }
    return (AlignmentText.sentence(drawn.alignment, language).map { [$0] } ?? []) + told + [
      Wording(
        fr:
          "Lisérés de dessin : \(overlaps.inFrench("chevauchement", "chevauchements")), "
          + drawn.strips.count.inFrench("bande non couverte", "bandes non couvertes"),
        en: "Noise of drawing: \(overlaps.inEnglish("overlap", "overlaps")), "
          + drawn.strips.count.inEnglish("uncovered strip", "uncovered strips"))[language],
      Wording(
        fr:
          "\(cut.inFrench("unité coupée", "unités coupées")) par un dessin : entre \(least) et \(most) personnes couvertes",
        en:
          "\(cut.inEnglish("unit", "units")) cut by a drawing: between \(least) and \(most) people covered"
      )[language],
    ]
  }

  private static func bar(_ part: Int, of whole: Int) -> String {
    let width = 20
    let filled = whole == 0 ? 0 : (part * width * 2 + whole) / (2 * whole)
    return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
  }

  /// A share in a column of the terminal.
  private static func column(_ part: Int, _ whole: Int, _ language: Language) -> String {
    leftPadded(NumberText.percent(part, whole, language), 8)
  }
}
