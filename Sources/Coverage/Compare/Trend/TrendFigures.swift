/// The figures of each date: of each area and stage, the people and the CPTS.
struct TrendFigures: Sendable {
  /// By date, five numbers an area, one a stage.
  private var people: [[Int]] = []
  private var cpts: [[Int]] = []

  /// - Complexity: O(areas).
  mutating func append(_ breakdowns: [StageBreakdown], _ counts: [Int]) {
    people.append(breakdowns.flatMap { breakdown in Stage.allCases.map { breakdown[$0] } })
    cpts.append(counts)
  }

  /// People by stage of an area on a date, by their places.
  func breakdown(_ date: Int, _ area: Int) -> StageBreakdown {
    var result = StageBreakdown()
    let first = area * Stage.allCases.count
    for stage in Stage.allCases { result.add(people[date][first + stage.rawValue], at: stage) }
    return result
  }

  /// CPTS at a stage with land in an area on a date, by their places.
  func cptsCount(_ date: Int, _ area: Int, _ stage: Stage) -> Int {
    cpts[date][area * Stage.allCases.count + stage.rawValue]
  }
}
