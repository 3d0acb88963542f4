/// People by stage at the end of each month up to the day of the study: each person once, at the highest stage
/// reached by then.
///
/// Perimeters are those of each day where pairs have dates, and else those of the study. CPTS that have ended
/// are not counted from their end on.
public struct CoverageHistory: Sendable {
  /// In order, the day of the study last.
  public let dates: [CivilDate]
  /// People by stage, by date.
  public let breakdowns: [StageBreakdown]
  /// CPTS at `projet` or above without a date: their stage holds at every date.
  public let undatedCount: Int
  /// Months from one date to the next.
  public let months: Int
  /// Whether communes or drawings are of their CPTS for a time, so that perimeters are those of each date.
  public let havePerimeterDates: Bool

  /// Months, quarters, years, decades, centuries: the first that makes no more points than `mostPoints`.
  private static let steps = [1, 3, 12, 120, 1200]
  private static let mostPoints = 120

  /// - Parameter day: the day of the study.
  /// - Returns: nil where no stage was reached before the month of the study.
  /// - Complexity: O(parts of all CPTS + dates × coverings).
  init?(_ ground: GroundOverTime, at day: CivilDate, _ units: StudyUnits) {
    let territories = ground.territories
    let studied = territories.areStudied(units.area).pairs.filter { $0.1 }.map { $0.0 }
    let first = studied.lazy.compactMap { territories[$0].record.stageDates.values.min() }.min()
    guard let first, first <= day else { return nil }
    let ends = Self.ends(from: first, to: day)
    guard !ends.dates.isEmpty else { return nil }
    dates = ends.dates + [day]
    months = ends.months
    undatedCount =
      Set(
        studied.filter { cpts in
          let record = territories[cpts].record
          return record.stageDates.isEmpty
            && (record.givenStage ?? territories[cpts].stage) >= .project
        }.map { ground.spans.origin[$0] }
      ).count
    havePerimeterDates = ground.haveDates
    var course = CoverageCourse(
      ground, CoverageAreas(units, by: [], onlyWhole: true), from: dates[0])
    breakdowns = dates.map { date in
      course.move(to: date)
      return course.breakdowns().first ?? StageBreakdown()
    }
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
