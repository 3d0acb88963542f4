/// A unit that a file gives to a CPTS.
struct Membership: Sendable {
  var cpts: CPTSID
  var code: UnitCode
  /// What the row says of the unit besides.
  var hint = UnitHint()
  /// The column of the code.
  var column = ""
  /// The part of the unit's people that the CPTS has; nil for all of them.
  var share: Double?
  /// When the unit is of the CPTS.
  var span = DateSpan.always
  let file: String
  let line: Int
}

extension Membership {
  /// The same in a span of days.
  func holding(_ span: DateSpan) -> Membership {
    var result = self
    result.span = span
    return result
  }
}
