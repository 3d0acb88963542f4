/// What changes, a section a table.
extension SimulationPage {
  /// The rows of the user's plan.
  var actions: Document.Section? {
    let outcomes = simulation.outcomes.prefix { $0.row.line > 0 }
    guard !outcomes.isEmpty else { return nil }
    return section(
      words(fr: "Les actions du plan", en: "The actions of the plan"), [],
      [
        words(fr: "Ligne", en: "Line"), "Action", words(fr: "Lieu", en: "Place"), "CPTS",
        words(fr: "Stade", en: "Stage"), words(fr: "Sort", en: "Fate"),
        words(fr: "habitants du lieu", en: "people of the place"),
        words(fr: "habitants gagnés", en: "people gained"),
        words(fr: "Motif", en: "Reason"),
      ],
      outcomes, file: "simulation_actions.csv"
    ) { outcome in
      let row = outcome.row
      let place = [row.zone, row.commune].filter { !$0.isEmpty }.joined(separator: " ")
      return texts(
        "\(row.line)", row.action, place, row.cpts, row.stage, outcome.fate.label[language])
        + (outcome.known == .none
          ? [.cell(.whole(nil)), .cell(.whole(nil))]
          : [.cell(.whole(outcome.people)), change(outcome.gained)])
        + texts(outcome.reason?[language] ?? "")
    }
  }

  /// What the search proposes.
  var search: Document.Section? {
    guard let greedy = simulation.greedy else { return nil }
    var total = 0
    let names = DecisionNames(simulation)
    return section(
      words(fr: "Les décisions proposées", en: "The decisions proposed"),
      [
        SimulationText.statement(of: greedy)[language],
        words(
          fr:
            "Chaque décision est celle d’une réunion : un projet, un secteur ou les reliquats d’un "
            + "département. Aucune ne pose une CPTS sur les terres d’une autre. plan_propose.csv en "
            + "donne les lignes, à corriger et à simuler de nouveau ; trajectoire.csv, ce que chacune "
            + "ajoute.",
          en: "Each decision is that of one meeting: a project, a sector, or the remnants of a "
            + "department. None lays one CPTS over the land of another. plan_propose.csv has its rows, "
            + "to be corrected and simulated again; trajectoire.csv, what each adds."),
      ],
      [
        words(fr: "Rang", en: "Rank"), words(fr: "Secteur", en: "Sector"), "Option", "CPTS",
        words(fr: "habitants gagnés", en: "people gained"),
        words(fr: "cumul", en: "running total"), words(fr: "couverts", en: "covered"),
      ],
      greedy.steps.enumerated().map { rank, step in
        total += step.people
        let judged = words(fr: " (à examiner)", en: " (to examine)")
        let option = step.kind.label[language] + (step.isPlain ? "" : judged)
        return texts("\(rank + 1)", names.sectors(step.sectors), option, names.cpts(step.cpts))
          + [change(step.people), change(total), percent(step.covered, greedy.total)]
      }, file: "trajectoire.csv")
  }

  /// Zones that are not as they were.
  var zones: Document.Section? {
    section(
      words(fr: "Zones blanches qui changent", en: "White zones that change"),
      [SimulationText.zones(of: simulation)[language]],
      [
        "Zone", words(fr: "Commune principale", en: "Main commune"),
        words(fr: "Sort", en: "Fate"), words(fr: "habitants avant", en: "people before"),
        words(fr: "couverts", en: "covered"), words(fr: "découverts", en: "uncovered"),
        words(fr: "habitants après", en: "people after"),
        words(fr: "Zones après", en: "Zones after"),
      ],
      simulation.zones.compactMap { change in
        let study = change.before == nil ? after : before
        guard change.fate != .unchanged, let index = change.before ?? change.after.first else {
          return nil
        }
        let zone = study.figures.zones[index]
        let people = [
          change.peopleBefore, change.peopleCovered, change.peopleUncovered, change.peopleAfter,
        ]
        return texts(zone.id, study.units[zone.mainUnit].name, change.fate.label[language])
          + people.map { .cell(.whole(simulation.known(change) == .none ? nil : $0)) }
          + texts(change.after.map { after.figures.zones[$0].id }.joined(separator: ", "))
      }, file: "simulation_zones.csv")
  }

  /// CPTS whose territory or stage changes.
  var cpts: Document.Section? {
    let sizes = after.options.rules.sizes
    func people(_ state: CPTSChange.State?) -> DocumentTable.Entry {
      .figures(Prose(state?.counted.words(language) ?? "—"))
    }
    func size(_ state: CPTSChange.State?) -> DocumentTable.Entry {
      let unknown = words(fr: "inconnue", en: "unknown")
      let size = state.map { sizes.sizeClass(of: $0.counted).map { "\($0)" } ?? unknown }
      return .figures(Prose(size ?? "—"))
    }
    return section(
      words(fr: "CPTS qui changent", en: "CPTS that change"),
      [ShownName.text(SimulationText.money(of: simulation)[language])],
      [
        "CPTS", words(fr: "Nom", en: "Name"), words(fr: "Stade avant", en: "Stage before"),
        words(fr: "Stade après", en: "Stage after"),
        words(fr: "habitants avant", en: "people before"),
        words(fr: "habitants après", en: "people after"),
        words(fr: "taille avant", en: "size before"), words(fr: "taille après", en: "size after"),
        words(fr: "ACI par an avant (€)", en: "ACI a year before (€)"),
        words(fr: "ACI par an après (€)", en: "ACI a year after (€)"),
      ],
      simulation.cpts, file: "simulation_cpts.csv"
    ) { change in
      let (old, new) = (change.before, change.after)
      return texts(
        change.id.text, change.name == change.id.text ? "" : change.name,
        old?.stage.label[language] ?? "—", new.stage.label[language])
        + [
          people(old), people(new),
          size(old), size(new),
          euros(change) { $0.before }, euros(change) { $0.after },
        ]
    }
  }

  /// By the pack of the study, then by the earlier one, under its name.
  private func euros(
    _ change: CPTSChange, _ amount: (YearlyEuros) -> Int?
  ) -> DocumentTable.Entry {
    let options = after.options
    let lines = options.amountRules.map { pack in
      let text =
        amount(change.euros(pack)).map { NumberText.whole($0) }
        ?? words(fr: "inconnu", en: "unknown")
      return pack.warning(at: options.at).map { "\(ShownName.text($0[language])) : \(text)" }
        ?? text
    }
    return .figures(Prose(lines: lines))
  }

  var conflicts: Document.Section? {
    section(
      words(fr: "Points à voir", en: "Points to look at"),
      simulation.conflicts.isEmpty ? [words(fr: "Aucun.", en: "None.")] : [],
      [
        "CPTS", words(fr: "Poids", en: "Weight"), words(fr: "Règle", en: "Rule"),
        words(fr: "Constat", en: "Finding"),
      ],
      simulation.conflicts, file: "simulation_conflits.csv"
    ) { conflict in
      texts(
        conflict.cpts.map(\.text).joined(separator: " + "), conflict.weight.rawValue,
        conflict.rule.rawValue, conflict.finding[language])
    }
  }

  /// Regions and departments where the indicator changes.
  var areas: Document.Section? {
    let lowest = before.options.whiteBelow
    let rows = zip(before.coverage, after.coverage).compactMap { old, new in
      guard ["region", "departement"].contains(old.level), old.breakdown != new.breakdown else {
        return nil as [DocumentTable.Entry]?
      }
      let total = old.breakdown.total
      let people = (old.breakdown.cumulative(lowest), new.breakdown.cumulative(lowest))
      let place = old.name.isEmpty ? old.code : "\(old.code) \(old.name)"
      return texts(place, old.level) + [
        .cell(.whole(total)), percent(people.0, total), percent(people.1, total),
        change(people.1 - people.0),
      ]
    }
    guard !rows.isEmpty else { return nil }
    return section(
      words(
        fr: "Régions et départements qui changent, au stade « \(lowest.label.french) » ou au-delà",
        en: "Regions and departments that change, at “\(lowest.label.english)” or above"), [],
      [
        words(fr: "Territoire", en: "Area"), words(fr: "Niveau", en: "Level"),
        words(fr: "habitants", en: "people"), words(fr: "avant", en: "before"),
        words(fr: "après", en: "after"), words(fr: "écart", en: "difference"),
      ], rows, file: "simulation.csv")
  }

  private func texts(_ texts: String...) -> [DocumentTable.Entry] { texts.map { .cell(.text($0)) } }
}
