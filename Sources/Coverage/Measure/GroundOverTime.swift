/// Who covers what over some days, found once for all of them.
struct GroundOverTime: Sendable {
  /// Of CPTS with one span each.
  let territories: Territories
  /// When the territory of each is in force.
  let spans: SpannedCPTS.Spans
  /// Units whose people depend on more than who covers them; empty where nobody tells.
  let divided: DividedUnits

  /// Territories that hold on every day, whose parts keep their people.
  init(_ territories: Territories) {
    self.territories = territories
    spans = SpannedCPTS.Spans(alwaysOf: territories.cpts.count)
    divided = DividedUnits()
  }

  /// - Parameters:
  ///   - listed: what lists give of each unit.
  /// - Complexity: O(units + drawings).
  init(
    _ ground: StudyGround, _ listed: ListedUnits, _ spans: SpannedCPTS.Spans, _ units: StudyUnits
  ) {
    territories = ground.territories
    self.spans = spans
    divided = DividedUnits(ground, listed, spans, units)
  }

  /// Whether pairs or drawings have dates.
  var haveDates: Bool { spans.days.contains { $0 != .always } }
}
