/// A simulation in a panel for the terminal: figures under each other, which is no document.
public enum SimulationText {
  /// More rows than these are only in the files.
  static let mostRows = 12

  /// The indicator before and after, what the rows of the plan came to, what changes, and where the
  /// files are.
  public static func summary(of simulation: Simulation, output: String) -> String {
    let language = simulation.after.options.language
    let paragraphs = [
      [simulation.after.options.title]
        + [StudyText.areaAlone(of: simulation.after)?[language]].compactMap { $0 }
        + indicator(simulation, language),
      actions(simulation, language), changes(simulation, language),
      search(simulation, language), conflicts(simulation, language), files(simulation, output),
    ]
    return paragraphs.filter { !$0.isEmpty }.map { TerminalText.joined($0) }
      .joined(separator: "\n")
  }

  private static func indicator(_ simulation: Simulation, _ language: Language) -> [String] {
    let (before, after) = (simulation.before.coverage[0], simulation.after.coverage[0])
    let total = before.breakdown.total
    var lines = [
      Wording(
        fr: "À ce stade ou plus, de \(NumberText.whole(total)) habitants : avant, après",
        en: "At this stage or above, of \(NumberText.whole(total)) people: before, after")[
          language]
    ]
    for stage in Stage.allCases.reversed() where stage != .none {
      let people = (before.breakdown.cumulative(stage), after.breakdown.cumulative(stage))
      lines.append(
        padded("  " + stage.key, 24)
          + leftPadded(NumberText.percent(people.0, total, language), 9)
          + leftPadded(NumberText.percent(people.1, total, language), 10)
          + leftPadded(NumberText.signed(people.1 - people.0), 14))
    }
    return lines + mentorings(of: simulation, language)
  }

  private static func actions(_ simulation: Simulation, _ language: Language) -> [String] {
    let outcomes = simulation.outcomes.filter { $0.row.line > 0 }
    guard !outcomes.isEmpty else { return [] }
    func count(_ fate: PlanOutcome.Fate) -> Int { outcomes.count { $0.fate == fate } }
    var lines = [
      Wording(
        fr:
          "Plan : \(NumberText.count(count(.applied), "action appliquée", "actions appliquées"))"
          + ", \(count(.withoutEffect)) sans effet, \(count(.setAside)) hors du possible",
        en: "Plan: \(count(.applied)) applied, \(count(.withoutEffect)) without effect, "
          + "\(count(.setAside)) that cannot be")[language]
    ]
    for outcome in outcomes.prefix(mostRows) {
      let row = outcome.row
      let place = [row.sector.isEmpty ? row.zone : row.sector, row.commune]
        .filter { !$0.isEmpty }.map { ShownName.shortened($0) }
        .joined(separator: " ")
      lines.append(
        "  " + padded(ShownName.shortened(row.action), 21) + padded(place, 18)
          + padded(ShownName.shortened(row.cpts), 18)
          + (outcome.reason?[language]
            ?? leftPadded(
              outcome.known == .none
                ? Wording(fr: "inconnu", en: "unknown")[language]
                : NumberText.signed(outcome.gained), 12))
      )
    }
    if outcomes.count > mostRows { lines.append("  …") }
    return lines
  }

  private static func changes(_ simulation: Simulation, _ language: Language) -> [String] {
    [zones(of: simulation)[language], money(of: simulation)[language]]
  }

  /// How many zones there are, and what became of them.
  static func zones(of simulation: Simulation) -> Wording {
    func count(_ fate: ZoneFate, _ one: String, _ many: String) -> String? {
      let count = simulation.zones.count { $0.fate == fate }
      return count == 0 ? nil : NumberText.count(count, one, many)
    }
    let french = [
      count(.closed, "fermée", "fermées"), count(.reduced, "réduite", "réduites"),
      count(.split, "divisée", "divisées"), count(.grown, "agrandie", "agrandies"),
      count(.merged, "réunie", "réunies"), count(.opened, "ouverte", "ouvertes"),
    ].compactMap { $0 }.joined(separator: ", ")
    let english = [
      count(.closed, "closed", "closed"), count(.reduced, "reduced", "reduced"),
      count(.split, "split", "split"), count(.grown, "grown", "grown"),
      count(.merged, "merged", "merged"), count(.opened, "opened", "opened"),
    ].compactMap { $0 }.joined(separator: ", ")
    let zones = (simulation.before.figures.zones.count, simulation.after.figures.zones.count)
    return Wording(
      fr: "Zones blanches : \(zones.0) avant, \(zones.1) après"
        + (french.isEmpty ? "" : " (\(french))"),
      en: "White zones: \(zones.0) before, \(zones.1) after"
        + (english.isEmpty ? "" : " (\(english))"))
  }

  /// What the ACI of the CPTS that have signed can cost more, or less: by the pack of the study, then by the
  /// earlier one that it is held against.
  static func money(of simulation: Simulation) -> Wording {
    let options = simulation.before.options
    let amounts = options.amountRules.map { pack in
      let more = simulation.cpts.reduce(YearlyEuros()) { $0 + $1.euros(pack) }.more
      let euros = more.map { "\(NumberText.signed($0)) €" }
      let warning = pack.warning(at: options.at)
      let name = ShownName.shortened(pack.name)
      return Wording(
        fr: "\(euros ?? "inconnu") \(pack.totalScope.french) "
          + "(\(warning?.french ?? "« \(name) »"))",
        en: "\(euros ?? "unknown") \(pack.totalScope.english) "
          + "(\(warning?.english ?? "“\(name)”"))")
    }
    let count = simulation.cpts.count
    return Wording(
      fr: count.inFrench("CPTS change", "CPTS changent")
        + " ; ACI possible en plus par an, pour les CPTS qui l’ont signé, par leur taille : "
        + amounts.map(\.french).joined(separator: " ; "),
      en: count.inEnglish("CPTS changes", "CPTS change")
        + "; possible ACI more a year, for the CPTS that have signed it, by their size: "
        + amounts.map(\.english).joined(separator: "; "))
  }

  private static func search(_ simulation: Simulation, _ language: Language) -> [String] {
    guard let greedy = simulation.greedy else { return [] }
    let steps = greedy.steps.prefix(mostRows).map { step in
      "  "
        + padded(
          step.sectors.count == 1
            ? step.sectors[0] : "\(step.sectors.first ?? "") +\(step.sectors.count - 1)", 18)
        + padded(step.kind.rawValue, 21) + leftPadded(NumberText.signed(step.people), 12)
    }
    return [statement(of: greedy)[language]] + steps
      + (steps.count < greedy.steps.count ? ["  …"] : [])
      + [unreached(greedy)].compactMap { $0?[language] }
  }

  /// What the search found, and how far from the best it can be.
  static func statement(of greedy: GreedyPlan) -> Wording {
    let gained = NumberText.whole(greedy.gained)
    let bound = NumberText.whole(greedy.bound)
    let isProven = greedy.gap == 0
    let count = greedy.steps.count
    let judged = greedy.steps.count { !$0.isPlain }
    let each = NumberText.whole(count == 0 ? 0 : greedy.gained / count)
    return Wording(
      fr: NumberText.count(count, "décision proposée", "décisions proposées")
        + (judged == 0 ? "" : ", dont \(judged) à examiner")
        + ", \(gained) habitants gagnés (\(each) par décision) : "
        + (isProven
          ? "de celles auxquelles rien ne s’oppose, aucun choix d’autant n’en gagne plus"
          : "de celles auxquelles rien ne s’oppose, aucun choix d’autant n’en gagne plus de \(bound)"),
      en: NumberText.count(count, "decision proposed", "decisions proposed", .english)
        + (judged == 0 ? "" : ", \(judged) to be examined")
        + ", \(gained) people gained (\(each) a decision): "
        + (isProven
          ? "of those that nothing speaks against, no choice of as many gains more"
          : "of those that nothing speaks against, no choice of as many gains more than \(bound)"))
  }

  /// Who is left where the goal was not met.
  private static func unreached(_ greedy: GreedyPlan) -> Wording? {
    guard !greedy.unreached.isEmpty else { return nil }
    let people = NumberText.whole(greedy.peopleUnreached)
    let (shown, rest) = (greedy.unreached.prefix(10), max(0, greedy.unreached.count - 10))
    let names = shown.joined(separator: ", ")
    return Wording(
      fr: "Objectif hors d’atteinte par ces seules décisions : \(people) habitants restent, dans "
        + "\(names)" + (rest > 0 ? " et \(rest) autres" : "") + " (options.csv dit pourquoi)",
      en: "The goal is out of reach by such decisions: \(people) people are left, in \(names)"
        + (rest > 0 ? " and \(rest) more" : "") + " (options.csv says why)")
  }

  private static func conflicts(_ simulation: Simulation, _ language: Language) -> [String] {
    let conflicts = simulation.conflicts
    guard !conflicts.isEmpty else { return [] }
    let contrary = conflicts.count { $0.weight == .contrary }
    var lines = [
      Wording(
        fr: NumberText.count(conflicts.count, "point à voir", "points à voir")
          + (contrary == 0
            ? ""
            : ", dont \(NumberText.count(contrary, "contraire", "contraires")) à une règle"),
        en: "To look at: \(conflicts.count)"
          + (contrary == 0 ? "" : ", contrary to a rule: \(contrary)"))[language]
    ]
    for conflict in conflicts.prefix(mostRows) {
      lines.append(
        "  " + conflict.cpts.map(\.text).joined(separator: " + ") + " : "
          + conflict.finding[language])
    }
    if conflicts.count > mostRows { lines.append("  …") }
    return lines
  }

  private static func files(_ simulation: Simulation, _ output: String) -> [String] {
    let language = simulation.after.options.language
    return TerminalText.written(
      SimulationReport.fileNames(of: simulation), to: output, language) + [
        "  \(output)/\(SimulationReport.folderAfter)/ "
          + Wording(
            fr: "(l’étude entière après le plan)", en: "(the whole study after the plan)")[language]
      ]
  }
}
