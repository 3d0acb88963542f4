// What is said of a trend, on the page and in the terminal.

extension Trend {
  var language: Language { options.language }

  /// The title of the study, or what it is.
  var title: String {
    options.title.isEmpty
      ? Wording(fr: "Couverture par les CPTS", en: "Coverage by the CPTS")[language] : options.title
  }

  /// An area by its name and code.
  func name(of area: Int) -> String {
    let area = areas.areas[area]
    let (name, code) = (ShownName.shortened(area.name), ShownName.shortened(area.code))
    return name.isEmpty || name == code
      ? code : area.level == "departement" ? "\(code) \(name)" : name
  }

  /// A text of ours with the spaces that must not break, as French spells them.
  func words(_ wording: Wording) -> String {
    guard language == .french else { return wording.english }
    return ["« ", " »", " :", " ;", " %"].reduce(wording.french) { text, sign in
      text.replacing(sign, with: sign.replacing(" ", with: "\u{A0}"))
    }
  }

  /// People at a stage or above on a date, and all of them.
  func covered(_ date: Int, _ stage: Stage) -> (people: Int, total: Int) {
    let breakdown = figures.breakdown(date, 0)
    return (breakdown.cumulative(stage), breakdown.total)
  }

  func percent(_ date: Int, _ stage: Stage) -> String {
    let (people, total) = covered(date, stage)
    return NumberText.percent(people, total, language)
  }

  /// Of each year, the points gained between its last date and the last one before: hundredths of a percent.
  ///
  /// - Complexity: O(dates).
  func gains(_ stage: Stage) -> [(from: CivilDate, to: CivilDate, hundredths: Int)] {
    var result: [(from: CivilDate, to: CivilDate, hundredths: Int)] = []
    var before = 0
    for (place, date) in dates.enumerated()
    where place > 0 && (place == dates.count - 1 || dates[place + 1].year > date.year) {
      let gain = hundredths(place, stage) - hundredths(before, stage)
      result.append((dates[before], date, gain))
      before = place
    }
    return result
  }

  private func hundredths(_ date: Int, _ stage: Stage) -> Int {
    let (people, total) = covered(date, stage)
    return NumberText.hundredths(of: people, in: total)
  }

  /// What would come, or why nothing is said of it.
  var projectionSentence: Wording {
    switch projection {
    case .failure(let none):
      return Wording(
        fr: "Pas de projection : \(none.reason.french)", en: "No projection: \(none.reason.english)"
      )
    case .success(let projection):
      guard let last = projection.last(options.whiteBelow) else {
        return Wording(fr: "Pas de projection", en: "No projection")
      }
      func share(_ people: Int, _ language: Language) -> String {
        NumberText.percent(people, projection.total, language)
      }
      return Wording(
        fr: "Projection, convention de l’outil : \(share(last.median, .french)) au stade "
          + "« \(options.whiteBelow.label.french) » ou plus le \(last.date), huit tirages sur dix entre "
          + "\(share(last.low, .french)) et \(share(last.high, .french))",
        en: "Projection, a convention of the tool: \(share(last.median, .english)) at "
          + "“\(options.whiteBelow.label.english)” or above on \(last.date), eight draws of ten between "
          + "\(share(last.low, .english)) and \(share(last.high, .english))")
    }
  }

  /// What a reader of the figures must know.
  var notes: [Wording] {
    var notes = [
      Wording(
        fr:
          "Chaque habitant compte une fois, au stade le plus élevé des CPTS du lieu où il habite ; la "
          + "population est la même à toutes les dates.",
        en:
          "Each person counts once, at the highest stage of the CPTS of the place where they live; the "
          + "population is the same at all dates."),
      havePerimeterDates
        ? Wording(
          fr: "Les périmètres sont ceux de chaque date, selon les dates des couples.",
          en: "The perimeters are those of each date, by the dates of the pairs.")
        : Wording(
          fr: "Les périmètres sont ceux de l’étude, à toutes les dates.",
          en: "The perimeters are those of the study, at all dates."),
    ]
    if undatedCount > 0 {
      notes.append(
        Wording(
          fr:
            "\(undatedCount) CPTS \(undatedCount < 2 ? "a" : "ont") un stade sans date : il vaut à toutes "
            + "les dates.",
          en:
            "\(undatedCount) CPTS \(undatedCount == 1 ? "has" : "have") a stage without a date: it holds at "
            + "all dates."))
    }
    if isDrawn, havePerimeterDates {
      notes.append(
        Wording(
          fr: "Les liserés sont cherchés une fois, entre tous les dessins de la période.",
          en: "Slivers are looked for once, among all drawings of the period."))
    }
    return notes
  }

  /// What the projection is, and is not.
  static let projectionNotes = [
    Wording(
      fr:
        "C’est une convention de l’outil, et non une prévision : chaque CPTS en attente avance après un "
        + "délai observé chez d’autres, compte tenu de celui qu’elle a déjà attendu (Kaplan et Meier, qui "
        + "compte aussi celles qui attendent encore).",
      en:
        "It is a convention of the tool, and no forecast: each CPTS that waits goes on after a delay that "
        + "others had, given how long it has waited (Kaplan and Meier, which counts those still waiting)."
    ),
    Wording(
      fr:
        "Au-delà du plus long délai observé, rien n’est supposé : la CPTS reste à son stade. Les CPTS à "
        + "naître et celles qui finiront n’y sont pas ; les périmètres restent ceux de la dernière date.",
      en:
        "Beyond the longest delay observed nothing is supposed: the CPTS stays at its stage. CPTS that are to "
        + "be born or to end are not in it; perimeters stay those of the last date."),
    Wording(
      fr:
        "\(StageProjection.draws) tirages, toujours les mêmes : la médiane, et l’intervalle de huit sur dix.",
      en:
        "\(StageProjection.draws) draws, always the same: the median, and the interval of eight of ten."
    ),
  ]
}
