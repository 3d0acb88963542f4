/// Communes that lists give to a CPTS from one day until another, whether or not that is so on the day of the
/// study.
public struct DatedPerimeter: Sendable, Equatable {
  /// Identifier of the CPTS.
  public let cpts: CPTSID
  /// The days on which they are of it; one end at least is known.
  public let span: DateSpan
  /// Codes of the units' year, sorted; nil for a drawing, which names none.
  public let communes: [UnitCode]?
}
