/// Finds where a plan meets rules: only what the plan makes, not what was so before.
struct PlanConflicts {
  let before: Study
  let after: Study
  let outcomes: [PlanOutcome]
  let changes: [CPTSChange]
  let mentorings: [Mentoring]
  /// Rules that somebody proposed: what they would change is said, under their name.
  let proposals: [RuleSimulation]

  /// By weight, rule and CPTS.
  ///
  /// - Complexity: O(overlaps + changes + rows).
  func all() -> [PlanConflict] {
    let found =
      overlaps() + changes.flatMap { conflicts(of: $0) } + actions()
      + mentorings.flatMap { conflicts(of: $0) }
    let weights = PlanConflict.Weight.allCases
    let rules = PlanConflict.Rule.allCases
    func key(_ conflict: PlanConflict) -> (Int, Int, String) {
      (
        weights.firstIndex(of: conflict.weight) ?? 0, rules.firstIndex(of: conflict.rule) ?? 0,
        conflict.cpts.map(\.text).joined(separator: "|")
      )
    }
    return found.sorted { key($0) < key($1) }
  }

  /// Overlaps that are new, have more people, or another qualification.
  private func overlaps() -> [PlanConflict] {
    func pairs(_ study: Study) -> [(pair: [CPTSID], overlap: Overlap)] {
      study.figures.overlaps.map { overlap in
        ([overlap.first, overlap.second].map { study.territories[$0].id }, overlap)
      }
    }
    let old = Dictionary(uniqueKeysWithValues: pairs(before).map { ($0.pair, $0.overlap) })
    return pairs(after).compactMap { pair, overlap in
      guard overlap.qualification != .sliver else { return nil }
      let earlier = old[pair]
      guard
        earlier.map({
          $0.population < overlap.population || $0.qualification != overlap.qualification
        }) ?? true
      else { return nil }
      let people = NumberText.whole(overlap.population)
      let isContrary = overlap.qualification == .twoValidatedProjects
      return PlanConflict(
        weight: isContrary ? .contrary : .toExamine, rule: .overlap, cpts: pair,
        finding: isContrary
          ? Wording(
            fr: "\(people) habitants dans deux projets de santé validés : un seul par territoire",
            en: "\(people) people in two validated health projects: one a territory")
          : Wording(
            fr: "\(people) habitants en commun : à concilier (fusion, ou périmètres à redessiner)",
            en: "\(people) people in common: to be conciliated (merge, or redraw both)"))
    }
  }

  private func conflicts(of change: CPTSChange) -> [PlanConflict] {
    let rules = after.options.rules.sizes
    let coherent = after.options.optionRules.range(rules)
    let people = change.after.people ?? 0
    var found: [PlanConflict] = []
    func add(_ weight: PlanConflict.Weight, _ rule: PlanConflict.Rule, _ finding: Wording) {
      found.append(
        PlanConflict(weight: weight, rule: rule, cpts: [change.id], finding: finding))
    }
    if let before = change.before, change.after.stage < before.stage {
      add(
        .information, .stageLost,
        Wording(
          fr: "de \(before.stage.key) à \(change.after.stage.key)",
          en: "from \(before.stage.key) to \(change.after.stage.key)"))
    }
    // Of what nobody knows, nothing can be said.
    guard change.after.stage >= .project, change.after.known != .none,
      people != change.before?.people
    else { return found }
    let before = change.before?.people
    let (french, english) = (
      change.after.counted.words(.french), change.after.counted.words(.english)
    )
    if people > coherent.upperBound, people > before ?? 0 {
      let bound = NumberText.whole(coherent.upperBound)
      add(
        .toExamine, .tooLarge,
        Wording(
          fr: "\(french) habitants : au-dessus de la plus grande taille cohérente (\(bound))",
          en: "\(english) people: above the largest coherent size (\(bound))"))
    }
    if people < coherent.lowerBound, people < before ?? .max, change.after.known == .all {
      let bound = NumberText.whole(coherent.lowerBound)
      add(
        .toExamine, .tooSmall,
        Wording(
          fr: "\(french) habitants : au-dessous de la plus petite taille cohérente (\(bound))",
          en: "\(english) people: below the smallest coherent size (\(bound))"))
    }
    if let bound = rules.closeBound(change.after.counted) {
      let size = NumberText.whole(bound)
      add(
        .information, .nearBound,
        Wording(
          fr: "\(french) habitants : à moins de \(rules.nearPercent) % du seuil de \(size)",
          en: "\(english) people: within \(rules.nearPercent) % of the bound of \(size)"))
    }
    if let before = change.before, before.stage >= .project { found += lowerSize(change, before) }
    if change.after.groupCount > max(1, change.before?.groupCount ?? 1) {
      add(
        .toExamine, .notContiguous,
        Wording(
          fr: "territoire en \(change.after.groupCount) morceaux",
          en: "a territory in \(change.after.groupCount) pieces"))
    }
    return found
  }

  private func lowerSize(
    _ change: CPTSChange, _ before: CPTSChange.State
  ) -> [PlanConflict] {
    let rules = after.options.rules.sizes
    guard let earlier = before.counted.exact, let later = change.after.counted.exact else {
      return []
    }
    let classes = (rules.sizeClass(of: earlier), rules.sizeClass(of: later))
    guard classes.1 < classes.0 else { return [] }
    let kept = proposals.filter { $0.sizeClass(ofYears: [earlier, later], rules) == classes.0 }
    let finding = Wording(
      fr: "taille \(classes.0) → \(classes.1)"
        + kept.map {
          " ; selon « \($0.name) », qui n’est qu’une proposition, elle garderait la taille "
            + "\(classes.0) pendant \($0.observationYears) ans"
        }.joined(),
      en: "size \(classes.0) → \(classes.1)"
        + kept.map {
          "; by “\($0.name)”, which is only a proposal, it would keep size \(classes.0) for "
            + "\($0.observationYears) years"
        }.joined())
    return [
      PlanConflict(weight: .information, rule: .lowerSize, cpts: [change.id], finding: finding)
    ]
  }

  /// What a temporary extension leaves open: whom it mentors, and until when.
  private func conflicts(of mentoring: Mentoring) -> [PlanConflict] {
    var findings: [Wording] = []
    if mentoring.mentored.isEmpty {
      findings.append(
        Wording(
          fr: "extension temporaire sans CPTS à venir : nommez-la (cpts_a_venir)",
          en: "a temporary extension without a CPTS to come: name it (cpts_a_venir)"))
    }
    if mentoring.end == nil {
      findings.append(
        Wording(
          fr: "extension temporaire sans fin : dites jusqu’à quand (date_fin_mentorat)",
          en: "a temporary extension without an end: say until when (date_fin_mentorat)"))
    }
    if let known = after.territories.cpts.first(where: { $0.id.text == mentoring.mentored }),
      known.stage >= after.options.whiteBelow
    {
      findings.append(
        Wording(
          fr:
            "la CPTS à venir, \(ShownName.text(known.id.text)), est déjà au stade \(known.stage.key)",
          en: "the CPTS to come, \(ShownName.text(known.id.text)), is at \(known.stage.key) already"
        ))
    }
    return findings.map {
      PlanConflict(weight: .toExamine, rule: .mentoringOpen, cpts: [mentoring.mentor], finding: $0)
    }
  }

  /// What rows ask of CPTS that are not far enough: each CPTS once.
  private func actions() -> [PlanConflict] {
    let stages = Dictionary(
      uniqueKeysWithValues: after.territories.cpts.map { ($0.id, $0.stage) })
    var found: [PlanConflict] = []
    var mentors: Set<CPTSID> = []
    var takers: Set<CPTSID> = []
    for outcome in outcomes where outcome.fate == .applied {
      guard let action = PlanAction(rawValue: folded(outcome.row.action)), action.needsPlace,
        action != .withdrawal
      else { continue }
      let id = CPTSID(outcome.row.cpts)
      let stage = stages[id] ?? .none
      if stage < after.options.whiteBelow, takers.insert(id).inserted {
        found.append(
          PlanConflict(
            weight: .toExamine, rule: .belowStage, cpts: [id],
            finding: Wording(
              fr: "au stade \(stage.key) : ce qu’elle prend ne compte pas comme couvert",
              en: "at \(stage.key): what it takes does not count as covered")))
      }
      if action == .temporaryExtending, stage < .signedContract, mentors.insert(id).inserted {
        found.append(
          PlanConflict(
            weight: .toExamine, rule: .withoutContract, cpts: [id],
            finding: Wording(
              fr: "au stade \(stage.key) : l’outil attend l’ACI signé de celle qui accompagne "
                + "(convention ; le plan ne le demande pas)",
              en: "at \(stage.key): the tool asks a signed ACI of the one that mentors (a "
                + "convention; the plan does not ask it)")))
      }
    }
    return found
  }
}
