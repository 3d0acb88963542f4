/// When codes stood for communes associées or déléguées.
enum PartLives {
  /// A part begins on the first day that a movement ends with it, and ends on the day that a movement
  /// begins with it and none ends with it.
  ///
  /// - Complexity: O(n log n) for n movements.
  static func of(_ movements: [CommuneMovement]) -> [UnitCode: [LandRecord.Life]] {
    var days: [UnitCode: [Int32: (isBefore: Bool, isAfter: Bool)]] = [:]
    for movement in movements {
      let day = LandRecord.day(movement.date)
      if let before = movement.before, before.type.isFormerCommune {
        days[before.code, default: [:]][day, default: (false, false)].isBefore = true
      }
      if movement.after.type.isFormerCommune {
        days[movement.after.code, default: [:]][day, default: (false, false)].isAfter = true
      }
    }
    return days.mapValues { lives($0.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }) }
  }

  private static func lives(
    _ days: [(day: Int32, sides: (isBefore: Bool, isAfter: Bool))]
  ) -> [LandRecord.Life] {
    var found: [LandRecord.Life] = []
    // A part that the first movement ends was one before.
    var since = days.first.flatMap { $0.sides.isBefore ? LandRecord.beginning : nil }
    for (day, sides) in days {
      if sides.isAfter {
        since = since ?? day
      } else if let start = since {
        found.append(LandRecord.Life(since: start, until: day))
        since = nil
      }
    }
    if let since { found.append(LandRecord.Life(since: since, until: LandRecord.end)) }
    return found
  }
}
