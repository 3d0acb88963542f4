import GeoKernel

/// A study before and after a plan.
public struct Simulation: Sendable {
  /// The study as it is.
  public let before: Study
  /// The study as it would be.
  public let after: Study
  /// What became of each row of the plan, then of the rows that the search proposes.
  public let outcomes: [PlanOutcome]
  let zones: [ZoneChange]
  /// CPTS whose territory or stage changes, by id.
  public let cpts: [CPTSChange]
  /// What CPTS have only for a time after the plan, by the CPTS that mentors.
  public let mentorings: [Mentoring]
  /// The indicator after the plan without what CPTS have only for a time, in the order of `after.coverage`.
  public let lasting: [AreaCoverage]
  /// Where the plan meets a rule, the gravest first.
  public let conflicts: [PlanConflict]
  /// The actions proposed; nil where none were searched for.
  public let greedy: GreedyPlan?

  /// - Parameters:
  ///   - plan: the user's plan.
  ///   - goal: which decisions to propose after it; nil for none.
  /// - Complexity: that of the study, and a measure of its territories for the plan; see
  ///   `GreedyPlan`.
  /// - Throws: `InputFault` for what is wrong in an input, with its place and its cure. A row of the
  ///   plan that cannot be is no fault: its outcome says why.
  public static func run(
    _ options: StudyOptions, plan: InputPath?, goal: GreedyPlan.Goal?,
    clock: StepClock = StepClock()
  ) async throws -> Simulation {
    let plan = try plan.map { input throws(InputFault) in try input.pinned() }
    let file = try plan.map { input throws(InputFault) in try PlanFile(input) }
    let digests = try plan.map { input throws(InputFault) in [try InputDigest(input)] } ?? []
    let before = try await Study.run(
      options, reading: [plan].compactMap { $0 }, planning: .options, clock: clock)
    var application = PlanApplication(before, path: file?.path ?? "")
    for row in file?.rows ?? [] { try application.apply(row) }
    var greedy: GreedyPlan?
    if let goal {
      greedy = try await GreedyPlan.search(goal, &application, before, clock)
    }
    let setAside = application.outcomes.count { $0.fate == .setAside }
    let reason = ChangeReason(
      title: options.title.isEmpty ? "SIMULATION" : "SIMULATION — \(options.title)",
      anomalies: application.anomalies + (file?.unused ?? []).map(\.listed),
      ledgers: file.map {
        [
          InputLedger(
            path: $0.path, input: $0.input, columns: $0.header, rowsRead: $0.rows.count,
            rowsSetAside: setAside)
        ]
      } ?? [], digests: digests)
    let after = try await before.changed(by: application.change, for: reason, clock: clock)
    let changes = CPTSChange.all(before, after)
    let mentorings = application.mentorings
    return Simulation(
      before: before, after: after, outcomes: application.outcomes,
      zones: ZoneChange.all(before, after), cpts: changes,
      mentorings: mentorings, lasting: application.lasting(after.coverage),
      conflicts: PlanConflicts(
        before: before, after: after, outcomes: application.outcomes, changes: changes,
        mentorings: mentorings,
        proposals: try RuleLibrary.included().simulations.map { $0.simulation }
      ).all(),
      greedy: greedy)
  }

  /// More actions than a plan can hold for anybody.
  public static let mostActions = 1_000

  /// People covered after who were not before.
  public var gained: Int {
    let lowest = before.options.whiteBelow
    return after.coverage[0].breakdown.cumulative(lowest)
      - before.coverage[0].breakdown.cumulative(lowest)
  }

  /// Rows of the plan that cannot be.
  public var rowsSetAside: Int { outcomes.count { $0.fate == .setAside } }
}
