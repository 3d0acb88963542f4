/// People of an area by stage: each inhabitant once, at the highest stage of any CPTS that covers
/// the place where they live.
public struct StageBreakdown: Sendable, Equatable {
  /// People by `Stage.rawValue`; the shares are exclusive.
  private var people: [Int] = Array(repeating: 0, count: Stage.allCases.count)

  /// No people at all.
  public init() {}

  /// All people, whatever their stage.
  public var total: Int { people.reduce(0, +) }

  /// People whose highest stage is this one.
  public subscript(stage: Stage) -> Int { people[stage.rawValue] }

  /// People at this stage or a higher one: suffix sums of the exclusive counts.
  public func cumulative(_ stage: Stage) -> Int { people[stage.rawValue...].reduce(0, +) }

  mutating func add(_ count: Int, at stage: Stage) { people[stage.rawValue] += count }

  mutating func add(_ other: StageBreakdown) {
    for stage in people.indices { people[stage] += other.people[stage] }
  }
}

/// The indicator of one area, at one level.
public struct AreaCoverage: Sendable {
  /// `national`, or `etude` where the study is of some areas; `region`, `departement`, `epci`, or the
  /// name of an attribute.
  public let level: String
  /// Code of the area; empty for units whose file does not say.
  public let code: String
  /// Name of the area; empty where it is not known.
  public let name: String
  /// People by stage.
  public let breakdown: StageBreakdown
  /// False where no unit of the area has a known population: its people are unknown, not zero.
  public let isKnown: Bool
  /// People of the area who live outside of the study; what is said of it holds for the others alone.
  public let peopleOutside: Int
}

/// Whole sums over CPTS, whose relation explains the indicator: of the people of the study.
public struct GrossAndNet: Sendable, Equatable {
  /// Sum over the CPTS that count as covering: people of two count twice.
  public var gross = 0
  /// Each person once.
  public var net = 0
  /// People who live in two or more of these CPTS.
  public var inSeveral = 0

  /// What the gross sum counts in excess: `gross - net`.
  public var countedAgain: Int { gross - net }
}
