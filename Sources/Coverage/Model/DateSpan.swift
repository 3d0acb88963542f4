/// The days on which something holds: that a commune, or a drawing, is of a CPTS.
public struct DateSpan: Hashable, Sendable {
  /// The first day; nil where it always was so.
  public let start: CivilDate?
  /// The first day on which it no longer holds, as the end of a CPTS; nil where none is known.
  public let end: CivilDate?

  /// Every day.
  public static let always = DateSpan(start: nil, end: nil)

  /// A span from a day on, until the day before another.
  public init(start: CivilDate?, end: CivilDate?) {
    self.start = start
    self.end = end
  }

  /// Whether any day is of it.
  var isEmpty: Bool {
    guard let start, let end else { return false }
    return end <= start
  }

  /// Whether it holds on a day.
  public func contains(_ day: CivilDate) -> Bool {
    (start.map { $0 <= day } ?? true) && (end.map { day < $0 } ?? true)
  }

  /// Whether both hold on some day.
  func meets(_ other: DateSpan) -> Bool {
    let starts = [start, other.start].compactMap { $0 }
    let ends = [end, other.end].compactMap { $0 }
    guard let start = starts.max(), let end = ends.min() else { return true }
    return start < end
  }

  /// Whether it holds on some day from one to another, both included.
  func meets(_ days: ClosedRange<CivilDate>) -> Bool {
    (start.map { $0 <= days.upperBound } ?? true) && (end.map { days.lowerBound < $0 } ?? true)
  }
}

extension DateSpan: Comparable {
  /// By the first day, then by the last; what has none comes first, and last.
  public static func < (left: DateSpan, right: DateSpan) -> Bool {
    if left.start != right.start {
      guard let start = right.start else { return false }
      return left.start.map { $0 < start } ?? true
    }
    guard let end = left.end else { return false }
    return right.end.map { end < $0 } ?? true
  }
}
