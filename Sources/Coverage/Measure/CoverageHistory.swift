/// People by stage at the end of each month up to the day of the study: each person once, at the highest
/// stage reached by then.
///
/// Perimeters are those of the study: files say when stages were reached, not when a perimeter changed.
/// CPTS that have ended are not counted from their end on.
public struct CoverageHistory: Sendable {
  /// In order, the day of the study last.
  public let dates: [CivilDate]
  /// People by stage, by date.
  public let breakdowns: [StageBreakdown]
  /// CPTS at `projet` or above without a date: their stage holds at every date.
  public let undatedCount: Int
  /// Months from one date to the next.
  public let months: Int

  /// Months, quarters, years, decades, centuries: the first that makes no more points than `mostPoints`.
  private static let steps = [1, 3, 12, 120, 1200]
  private static let mostPoints = 120

  /// - Parameter day: the day of the study, at which the stages of the territories are.
  /// - Returns: nil where no stage was reached before the month of the study.
  /// - Complexity: O(parts of all CPTS + dates × coverings).
  init?(_ territories: Territories, at day: CivilDate, in area: StudyArea = .all) {
    let studied = zip(territories.cpts, territories.areStudied(area)).filter { $0.1 }.map { $0.0 }
    let first = studied.lazy.compactMap { $0.record.stageDates.values.min() }.min()
    guard let first, first <= day else { return nil }
    let ends = Self.ends(from: first, to: day)
    guard !ends.dates.isEmpty else { return nil }
    dates = ends.dates + [day]
    months = ends.months
    undatedCount = studied.count { cpts in
      cpts.record.stageDates.isEmpty && (cpts.record.givenStage ?? cpts.stage) >= .project
    }
    let people = Self.peopleOfCoverings(territories)
    var stages = StagesOverTime(territories.cpts)
    var breakdowns: [StageBreakdown] = []
    for date in ends.dates {
      stages.move(to: date)
      breakdowns.append(Self.breakdown(people, territories.coverings) { stages[$0] })
    }
    breakdowns.append(Self.breakdown(people, territories.coverings) { territories[$0].stage })
    self.breakdowns = breakdowns
  }

  private static func peopleOfCoverings(_ territories: Territories) -> Column<Covering, Int> {
    var people = Column<Covering, Int>(repeating: 0, count: territories.coverings.count)
    for part in territories.parts where part.isStudied {
      people[part.covering] += part.population
    }
    return people
  }

  private static func breakdown(
    _ people: Column<Covering, Int>, _ coverings: Column<Covering, [Index<DatedCPTS>]>,
    stage: (Index<DatedCPTS>) -> Stage
  ) -> StageBreakdown {
    var result = StageBreakdown()
    for (index, members) in coverings.pairs {
      var highest = Stage.none
      for cpts in members { highest = max(highest, stage(cpts)) }
      result.add(people[index], at: highest)
    }
    return result
  }

  /// Last days of months, quarters or longer, from that of a day up to another day, which is left out.
  static func ends(
    from first: CivilDate, to day: CivilDate
  ) -> (dates: [CivilDate], months: Int) {
    let (start, end) = (first.monthNumber, day.monthNumber)
    let step = steps.first { (end - start) / $0 < mostPoints } ?? 1200
    // A quarter ends with a month whose number leaves 2 when divided by 3, and so on.
    let firstEnd = start + (step - 1 - start % step)
    let dates = stride(from: firstEnd, through: end, by: step)
      .compactMap { CivilDate(endOfMonth: $0) }.filter { $0 < day }
    return (dates, step)
  }
}

/// The stage of each CPTS on one day after another.
private struct StagesOverTime {
  private var stages: [Stage]
  /// What changes, in order.
  private let changes: [(day: CivilDate, cpts: Index<DatedCPTS>, stage: Stage)]
  private var next = 0

  /// - Complexity: O(n log n) in the dates of all CPTS.
  init(_ cpts: [DatedCPTS]) {
    stages = cpts.map { cpts in
      cpts.record.stageDates.isEmpty ? cpts.record.givenStage ?? cpts.stage : .none
    }
    var changes: [(day: CivilDate, cpts: Index<DatedCPTS>, stage: Stage)] = []
    for (index, cpts) in cpts.enumerated() {
      let days = Set(cpts.record.stageDates.values).union([cpts.record.endDate].compactMap { $0 })
      for day in days {
        changes.append((day, Index(index), cpts.record.stage(at: day) ?? cpts.stage))
      }
    }
    self.changes = changes.sorted { ($0.day, $0.cpts) < ($1.day, $1.cpts) }
  }

  subscript(cpts: Index<DatedCPTS>) -> Stage { stages[Int(cpts)] }

  /// - Parameter day: not before that of the last call.
  mutating func move(to day: CivilDate) {
    while next < changes.count, changes[next].day <= day {
      stages[Int(changes[next].cpts)] = changes[next].stage
      next += 1
    }
  }
}

extension CivilDate {
  /// Months since January of the year 0.
  fileprivate var monthNumber: Int { year * 12 + month - 1 }

  /// The last day of a month, by its number.
  fileprivate init?(endOfMonth number: Int) {
    let (year, month) = (number / 12, number % 12 + 1)
    guard
      let end = (28...31).reversed().lazy.compactMap({ day in
        CivilDate(year: year, month: month, day: day)
      }).first
    else { return nil }
    self = end
  }
}
