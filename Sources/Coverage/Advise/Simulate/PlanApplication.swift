/// Applies the rows of a plan to the territories of a study, one after the other.
struct PlanApplication {
  private(set) var change: TerritoryChange
  private(set) var outcomes: [PlanOutcome] = []
  /// What CPTS have only for a time.
  private var temporary = TemporaryLand()
  /// Ids of the CPTS that the plan creates.
  private(set) var created: Set<CPTSID> = []

  private let study: Study
  private var places: PlanPlaces
  private let path: String
  private var indexOfID: [CPTSID: Index<DatedCPTS>]
  private var workLeft = mostWork

  /// Parts looked at: a plan that gives every commune of France three hundred times is none.
  private static let mostWork = 10_000_000

  /// - Parameter path: the file of the plan, for what is said of the CPTS that it creates.
  init(_ study: Study, path: String) {
    self.study = study
    self.path = path
    change = TerritoryChange(study.territories)
    places = PlanPlaces(study, path: path)
    indexOfID = study.territories.indexOfID()
  }

  /// - Complexity: O(parts of the place), or O(coverings) where a CPTS changes its stage.
  /// - Throws: where the plan touches more than any plan does.
  mutating func apply(_ row: PlanRow) throws(InputFault) {
    do throws(PlanObstacle) {
      outcomes.append(try act(row))
    } catch {
      outcomes.append(PlanOutcome(row: row, fate: .setAside, reason: error.reason))
    }
    guard workLeft >= 0 else {
      throw InputFault(
        path: path, line: row.line,
        problem: Wording(
          fr: "le plan répète les mêmes lieux sans fin",
          en: "the plan repeats the same places endlessly"),
        cure: Wording(fr: "ôtez les lignes répétées", en: "remove the rows that are repeated"))
    }
  }

  private mutating func act(_ row: PlanRow) throws(PlanObstacle) -> PlanOutcome {
    let (action, stage, end) = try row.asked()
    if let end, end < study.options.at {
      throw PlanObstacle(.endedBefore(end, study.options.at))
    }
    guard action.needsPlace else { return try reach(action == .end ? Stage.none : stage, row) }
    let parts = try places.parts(of: row).get()
    guard parts.isEmpty || parts.contains(where: { study.territories.parts[$0].isStudied }) else {
      throw PlanObstacle(.outsideStudy(row.commune))
    }
    let cpts = try cpts(action, row, stage)
    guard row.mentored.isEmpty || folded(change.name(of: cpts)) != folded(row.mentored) else {
      throw PlanObstacle(.ownMentor)
    }
    let mentor =
      action == .temporaryExtending
      ? TemporaryLand.Mentor(cpts: cpts, mentored: row.mentored, end: end) : nil
    return move(parts, action != .withdrawal, cpts, mentor, row)
  }

  /// Gives parts to a CPTS, or takes them from it.
  ///
  /// - Parameter mentor: where it has them only for a time.
  private mutating func move(
    _ parts: [Index<Part>], _ isGiving: Bool, _ cpts: Index<DatedCPTS>,
    _ mentor: TemporaryLand.Mentor?, _ row: PlanRow
  ) -> PlanOutcome {
    let lowest = study.options.whiteBelow
    var outcome = PlanOutcome(row: row, fate: .withoutEffect)
    workLeft -= parts.count
    let unknown = parts.count { study.units[study.territories.parts[$0].unit].population == nil }
    outcome.known = CountedPeople.Known(0, unknown: unknown, of: parts.count)
    for part in parts {
      let people = study.territories.parts[part].population
      outcome.people += people
      // What it has for a time it may have for good, or for another time.
      if temporary.settle(part: part, of: cpts, unless: mentor) {
        outcome.fate = .applied
        if let mentor { temporary.give(part: part, to: mentor) }
      }
      guard change.has(part: part, cpts) != isGiving else { continue }
      if let mentor { temporary.give(part: part, to: mentor) }
      outcome.fate = .applied
      let wasCovered = change.isCovered(part: part, from: lowest)
      if isGiving { change.give(part: part, to: cpts) } else { change.take(part: part, from: cpts) }
      let isCovered = change.isCovered(part: part, from: lowest)
      if isCovered != wasCovered, study.territories.parts[part].isStudied {
        outcome.gained += isCovered ? people : -people
      }
    }
    return outcome
  }

  /// What CPTS have only for a time.
  ///
  /// - Complexity: O(parts given for a time × log).
  var mentorings: [Mentoring] { temporary.all(study, change) }

  /// The indicator at every level without what CPTS have only for a time.
  ///
  /// - Parameter after: the indicator with it.
  /// - Complexity: O(parts × levels).
  func lasting(_ after: [AreaCoverage]) -> [AreaCoverage] {
    temporary.isEmpty
      ? after
      : CoverageMeasure.areas(
        temporary.ended(of: change).finished().territories, study.units, by: study.options.by)
  }

  /// What a reader of the figures must know of the rows.
  var anomalies: [Anomaly] {
    places.repairs
      + outcomes.compactMap { outcome in
        outcome.reason.map { .setAside(outcome.row, $0, path: path) }
      }
  }

  private mutating func reach(
    _ stage: Stage?, _ row: PlanRow
  ) throws(PlanObstacle) -> PlanOutcome {
    guard let cpts = indexOfID[CPTSID(row.cpts)] else { throw PlanObstacle(.unknownCPTS(row.cpts)) }
    guard let stage else { throw PlanObstacle(.noPlannedStage) }
    if study.figures.cpts.indices.contains(Int(cpts)), !study.figures.cpts[Int(cpts)].isStudied {
      throw PlanObstacle(.outsideStudy(row.cpts))
    }
    guard change.stage(of: cpts) != stage else {
      return PlanOutcome(row: row, fate: .withoutEffect)
    }
    let lowest = study.options.whiteBelow
    workLeft -= 2 * change.coveringCount
    let before = change.people(from: lowest)
    change.set(stage, of: cpts)
    // What the plan itself gave it is not counted here: only whether anybody can know.
    let known =
      study.figures.cpts.indices.contains(Int(cpts)) ? study.figures.cpts[Int(cpts)].known : .all
    return PlanOutcome(row: row, gained: change.people(from: lowest) - before, known: known)
  }

  /// The CPTS that a row gives a place to, or takes it from.
  private mutating func cpts(
    _ action: PlanAction, _ row: PlanRow, _ stage: Stage?
  ) throws(PlanObstacle) -> Index<DatedCPTS> {
    let id = CPTSID(row.cpts)
    if let index = indexOfID[id] {
      guard action != .creation || created.contains(id) else {
        throw PlanObstacle(.existingCPTS(row.cpts))
      }
      if let stage, stage != change.stage(of: index) {
        throw PlanObstacle(.otherStage(stage, change.stage(of: index)))
      }
      return index
    }
    guard action == .creation else { throw PlanObstacle(.unknownCPTS(row.cpts)) }
    let index = change.add(
      DatedCPTS(
        id: id, name: row.name.isEmpty ? row.cpts : row.name, stage: stage ?? .letterOfIntent,
        file: path, line: row.line))
    indexOfID[id] = index
    created.insert(id)
    return index
  }
}
