/// The stage of each CPTS on one day after another, as far as its territory is in force.
struct StagesOverTime: Sendable {
  private(set) var stages: Column<DatedCPTS, Stage>
  /// What changes, in order.
  private let changes: [Change]
  private var next = 0

  private struct Change {
    let day: CivilDate
    let cpts: Index<DatedCPTS>
    let stage: Stage
  }

  /// - Parameter spans: when the territory of each CPTS is in force.
  /// - Complexity: O(n log n) in the dates of all CPTS.
  init(_ cpts: [DatedCPTS], _ spans: Column<DatedCPTS, DateSpan>) {
    stages = Column(
      zip(cpts, spans).map { cpts, span in
        cpts.record.stageDates.isEmpty && span.start == nil
          ? cpts.record.givenStage ?? cpts.stage : .none
      })
    var changes: [Change] = []
    for ((index, cpts), span) in zip(cpts.enumerated(), spans) {
      let record = cpts.record
      let days = Set(record.stageDates.values).union(
        [record.endDate, span.start, span.end].compactMap { $0 })
      for day in days {
        let stage = span.contains(day) ? record.stage(at: day) ?? cpts.stage : .none
        changes.append(Change(day: day, cpts: Index(index), stage: stage))
      }
    }
    self.changes = changes.sorted { ($0.day, $0.cpts) < ($1.day, $1.cpts) }
  }

  subscript(cpts: Index<DatedCPTS>) -> Stage { stages[cpts] }

  /// - Parameter day: not before that of the last call.
  /// - Returns: the CPTS that may have another stage now, or a territory that comes or goes.
  mutating func move(to day: CivilDate) -> [Index<DatedCPTS>] {
    let first = next
    while next < changes.count, changes[next].day <= day {
      stages[changes[next].cpts] = changes[next].stage
      next += 1
    }
    return changes[first..<next].map(\.cpts)
  }
}
