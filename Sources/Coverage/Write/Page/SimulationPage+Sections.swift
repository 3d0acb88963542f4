/// A table of the page of a simulation, under its title.
struct SimulationSection {
  let title: String
  var notes: [String] = []
  var header: [String] = []
  var rows: [[String]] = []
  /// Columns that are numbers.
  var numbers = 0..<0
  /// The file that has all rows.
  var file = ""
}

extension SimulationPage {
  /// The rows of the user's plan.
  func actions() -> SimulationSection? {
    let outcomes = simulation.outcomes.filter { $0.row.line > 0 }
    guard !outcomes.isEmpty else { return nil }
    return SimulationSection(
      title: words(fr: "Les actions du plan", en: "The actions of the plan"),
      header: [
        words(fr: "Ligne", en: "Line"), "Action", words(fr: "Lieu", en: "Place"), "CPTS",
        words(fr: "Stade", en: "Stage"), words(fr: "Sort", en: "Fate"),
        words(fr: "habitants du lieu", en: "people of the place"),
        words(fr: "habitants gagnés", en: "people gained"),
        words(fr: "Motif", en: "Reason"),
      ],
      rows: outcomes.map { outcome in
        let row = outcome.row
        return [
          "\(row.line)", row.action,
          [row.zone, row.commune].filter { !$0.isEmpty }.joined(separator: " "), row.cpts,
          row.stage, outcome.fate.rawValue, NumberText.whole(outcome.people),
          NumberText.signed(outcome.gained), outcome.reason?[language] ?? "",
        ]
      }, numbers: 6..<8, file: "simulation_actions.csv")
  }

  /// What the search proposes.
  func search() -> SimulationSection? {
    guard let greedy = simulation.greedy else { return nil }
    var total = 0
    return SimulationSection(
      title: words(fr: "Les actions proposées", en: "The actions proposed"),
      notes: [
        SimulationText.statement(of: greedy)[language],
        words(
          fr: "Chaque action est une option d’une zone blanche ; elle respecte les tailles "
            + "cohérentes et la continuité. plan_propose.csv en donne les lignes, à corriger et à "
            + "simuler de nouveau.",
          en: "Each action is an option of a white zone; it keeps to the coherent sizes and to "
            + "contiguity. plan_propose.csv has its rows, to be corrected and simulated again."),
      ],
      header: [
        words(fr: "Rang", en: "Rank"), "Zone", "Option", "CPTS",
        words(fr: "habitants gagnés", en: "people gained"),
        words(fr: "cumul", en: "running total"),
      ],
      rows: greedy.steps.enumerated().map { rank, step in
        total += step.people
        return [
          "\(rank + 1)", step.zone, step.kind.rawValue,
          Set(step.rows.map(\.cpts)).sorted().joined(separator: ", "),
          NumberText.signed(step.people), NumberText.signed(total),
        ]
      }, numbers: 4..<6, file: "plan_propose.csv")
  }

  /// Zones that are not as they were.
  func zones() -> SimulationSection? {
    SimulationSection(
      title: words(fr: "Zones blanches qui changent", en: "White zones that change"),
      notes: [SimulationText.zones(of: simulation)[language]],
      header: [
        "Zone", words(fr: "Commune principale", en: "Main commune"),
        words(fr: "Sort", en: "Fate"), words(fr: "habitants avant", en: "people before"),
        words(fr: "couverts", en: "covered"), words(fr: "découverts", en: "uncovered"),
        words(fr: "habitants après", en: "people after"),
        words(fr: "Zones après", en: "Zones after"),
      ],
      rows: simulation.zones.compactMap { change in
        let study = change.before == nil ? after : before
        guard change.fate != .unchanged, let index = change.before ?? change.after.first else {
          return nil
        }
        let zone = study.figures.zones[index]
        return [
          zone.id, study.units[zone.mainUnit].name, change.fate.rawValue,
          NumberText.whole(change.peopleBefore), NumberText.whole(change.peopleCovered),
          NumberText.whole(change.peopleUncovered), NumberText.whole(change.peopleAfter),
          change.after.map { after.figures.zones[$0].id }.joined(separator: ", "),
        ]
      }, numbers: 3..<7, file: "simulation_zones.csv")
  }

  /// CPTS whose territory or stage changes.
  func cpts() -> SimulationSection? {
    let sizes = after.options.rules.sizes
    return SimulationSection(
      title: words(fr: "CPTS qui changent", en: "CPTS that change"),
      notes: [SimulationText.money(of: simulation)[language]],
      header: [
        "CPTS", words(fr: "Nom", en: "Name"), words(fr: "Stade avant", en: "Stage before"),
        words(fr: "Stade après", en: "Stage after"),
        words(fr: "habitants avant", en: "people before"),
        words(fr: "habitants après", en: "people after"),
        words(fr: "taille avant", en: "size before"), words(fr: "taille après", en: "size after"),
        words(fr: "€ par an avant", en: "€ a year before"),
        words(fr: "€ par an après", en: "€ a year after"),
      ],
      rows: simulation.cpts.map { change in
        [
          change.id.text, change.name, change.before?.stage.label[language] ?? "—",
          change.after.stage.label[language],
          change.before.map { NumberText.whole($0.people) } ?? "—",
          NumberText.whole(change.after.people),
          change.before.map { "\(sizes.sizeClass(of: $0.people))" } ?? "—",
          "\(sizes.sizeClass(of: change.after.people))",
          NumberText.whole(change.before?.euros ?? 0), NumberText.whole(change.after.euros),
        ]
      }, numbers: 4..<10, file: "simulation_cpts.csv")
  }

  func conflicts() -> SimulationSection? {
    SimulationSection(
      title: words(fr: "Points à voir", en: "Points to look at"),
      notes: simulation.conflicts.isEmpty
        ? [words(fr: "Aucun.", en: "None.")] : [],
      header: [
        "CPTS", words(fr: "Poids", en: "Weight"), words(fr: "Règle", en: "Rule"),
        words(fr: "Constat", en: "Finding"),
      ],
      rows: simulation.conflicts.map { conflict in
        [
          conflict.cpts.map(\.text).joined(separator: " + "), conflict.weight.rawValue,
          conflict.rule.rawValue, conflict.finding[language],
        ]
      }, file: "simulation_conflits.csv")
  }

  /// Regions and departments where the indicator changes.
  func areas() -> SimulationSection? {
    let lowest = before.options.whiteBelow
    let rows = zip(before.coverage, after.coverage).compactMap { old, new -> [String]? in
      guard ["region", "departement"].contains(old.level), old.breakdown != new.breakdown else {
        return nil
      }
      let total = old.breakdown.total
      let people = (old.breakdown.cumulative(lowest), new.breakdown.cumulative(lowest))
      return [
        "\(old.code) \(old.name)", old.level, NumberText.whole(total),
        NumberText.percent(people.0, total, language),
        NumberText.percent(people.1, total, language), NumberText.signed(people.1 - people.0),
      ]
    }
    guard !rows.isEmpty else { return nil }
    return SimulationSection(
      title: words(
        fr: "Régions et départements qui changent, au stade « \(lowest.label.french) » ou au-delà",
        en: "Regions and departments that change, at “\(lowest.label.english)” or above"),
      header: [
        words(fr: "Territoire", en: "Area"), words(fr: "Niveau", en: "Level"),
        words(fr: "habitants", en: "people"), words(fr: "avant", en: "before"),
        words(fr: "après", en: "after"), words(fr: "écart", en: "difference"),
      ], rows: rows, numbers: 2..<6, file: "simulation.csv")
  }
}
