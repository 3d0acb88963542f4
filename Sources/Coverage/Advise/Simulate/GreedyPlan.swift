/// The decisions that gain most people, one after the other, and how far from the best they can be.
public struct GreedyPlan: Sendable {
  /// What is searched for.
  public struct Goal: Sendable {
    /// At most so many decisions; nil for as many as it takes.
    public let count: Int?
    /// Until so many percent of the people are covered; nil for no such goal.
    public let percent: Double?
    /// Only sectors that these areas pilot, and the percentage is of their people; nil for all.
    public let areas: AreaChoice?

    /// - Parameter areas: of level `departement` or `region`.
    public init(count: Int? = nil, percent: Double? = nil, areas: AreaChoice? = nil) {
      (self.count, self.percent, self.areas) = (count, percent, areas)
    }
  }

  /// One decision.
  public struct Step: Sendable {
    /// Ids of its sectors.
    public let sectors: [String]
    /// The option taken.
    public let kind: SectorOptionKind
    /// Whether nothing speaks against it; else somebody must judge.
    public let isPlain: Bool
    /// Ids of the CPTS that act, one that is created last.
    public let cpts: [String]
    /// People that it gains.
    public let people: Int
    /// People covered after it, of those of the areas looked at.
    public let covered: Int
    /// CPTS at the stage required or above after it.
    public let cptsCount: Int
    /// Euros a year of the ACI of those that have signed, after it; nil where unknown.
    public let euros: Int?
    /// The decision as rows of a plan, which refer to the study before.
    public let rows: [PlanRow]
    /// People that each row gains.
    let gains: [Int]
  }

  /// What was asked for.
  public let goal: Goal
  /// People of the areas looked at.
  public let total: Int
  /// People covered before the first decision, of those of the areas looked at.
  public let start: Int
  /// In the order in which they were chosen: those that nothing speaks against, then those that somebody
  /// must judge; fewer than asked for where no more gains anybody.
  public internal(set) var steps: [Step] = []
  /// No choice of as many decisions that nothing speaks against gains more people, and what those to be
  /// judged gain.
  public internal(set) var bound = 0
  /// Ids of sectors that no decision reaches, the most populous first, where the goal was not met.
  public internal(set) var unreached: [String] = []
  /// People in those.
  public internal(set) var peopleUnreached = 0

  /// People that the steps gain.
  ///
  /// - Complexity: O(steps).
  public var gained: Int { steps.reduce(0) { $0 + $1.people } }
  /// Ten-thousandths that the best could gain more; 0 is proven optimal.
  ///
  /// - Complexity: O(steps).
  public var gap: Int { bound == 0 ? 0 : (bound - gained) * 10_000 / bound }

  /// - Parameters:
  ///   - application: where the decisions are applied, after the rows of a plan.
  ///   - before: the study that its rows refer to.
  /// - Complexity: O(parts + sectors × options), and a measure of the study after a plan.
  /// - Throws: a usage fault for areas that are none.
  static func search(
    _ goal: Goal, _ application: inout PlanApplication, _ before: Study, _ clock: StepClock
  ) async throws -> GreedyPlan {
    let area = try goal.areas.map { choice throws(InputFault) in
      try AreaSearch(choice, before.units, flag: "--in").area()
    }
    // Without a plan the study before has been measured already.
    let current =
      application.outcomes.isEmpty
      ? before : try await before.changed(by: application.change, clock: clock)
    var search = GreedySearch(goal, area ?? .all, current, before)
    return try search.plan(&application)
  }
}
