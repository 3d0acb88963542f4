/// A proposal set in place: the study before it and after it, on the same parts of the same ground.
struct ProposedTerritory: Sendable {
  let proposal: Proposal
  /// Its number in the study before; there it is at `aucun`.
  let index: Index<DatedCPTS>
  /// The CPTS whose perimeter it replaces.
  let former: Index<DatedCPTS>?
  /// The study with the proposal, and without the perimeter that it replaces.
  let after: Study
  /// Its number in the study after.
  let indexAfter: Index<DatedCPTS>
  /// Numbers of its parts, the same before and after.
  let parts: [Index<Part>]
  let figures: CPTSFigures
  /// Units and pieces that it is named after.
  let named: NamedUnits

  /// Sets one proposal in place: as a CPTS whose project is validated, so that it counts as covering,
  /// and so that an overlap is against the rule where the other project is validated too.
  ///
  /// - Complexity: that of measuring a study.
  /// - Throws: `InputFault` where the proposal covers nothing.
  init(
    _ proposal: Proposal, _ ground: OpinionGround, parts: [Index<Part>], clock: StepClock
  ) async throws {
    let study = ground.study
    guard let index = ground.indexOfID[proposal.key], !parts.isEmpty else {
      throw Self.coversNothing(proposal)
    }
    guard parts.contains(where: { study.territories.parts[$0].isStudied }) else {
      throw Self.isElsewhere(proposal, study)
    }
    let former = ground.indexOfID[proposal.id]
    var change = TerritoryChange(study.territories)
    change.set(.signedContract, of: index)
    if let former { change.remove(former) }
    after = try await study.changed(by: change, planning: .none, clock: clock)
    guard let indexAfter = after.territories.cpts.firstIndex(where: { $0.id == proposal.key })
    else { preconditionFailure("a proposal that is set in place is in the study") }
    self.proposal = proposal
    self.index = index
    self.former = former
    self.indexAfter = Index(indexAfter)
    self.parts = parts
    figures = after.figures.cpts[indexAfter]
    var named = NamedUnits()
    for part in parts { named.add(study.territories.parts[part]) }
    self.named = named
  }

  var population: Int { figures.population }
  var people: CountedPeople { figures.people }

  private static func isElsewhere(_ proposal: Proposal, _ study: Study) -> InputFault {
    InputFault(
      path: proposal.file, line: proposal.line,
      problem: Wording(
        fr: "la proposition « \(ShownName.shortened(proposal.id.text)) » est tout entière hors de "
          + "l’étude (\(study.units.area.name))",
        en: "proposal “\(ShownName.shortened(proposal.id.text))” is wholly outside of the study "
          + "(\(study.units.area.name))"),
      cure: Wording(
        fr: "donnez son territoire à --area, ou ôtez --area",
        en: "give its area to --area, or leave --area out"))
  }

  private static func coversNothing(_ proposal: Proposal) -> InputFault {
    InputFault(
      path: proposal.file, line: proposal.line,
      problem: Wording(
        fr: "la proposition « \(ShownName.shortened(proposal.id.text)) » ne couvre aucune unité",
        en: "proposal “\(ShownName.shortened(proposal.id.text))” covers no unit"),
      cure: Wording(
        fr: "vérifiez ses codes ou ses coordonnées : coverage-report inspect \(proposal.file)",
        en: "check its codes or its coordinates: coverage-report inspect \(proposal.file)"))
  }
}
