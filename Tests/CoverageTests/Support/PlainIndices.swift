@testable import Coverage

// Tests write indices as plain numbers, as they write coordinates.

extension Index: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}

extension Column: ExpressibleByArrayLiteral {
  public init(arrayLiteral values: Value...) { self.init(values) }
}

extension Column {
  subscript(place: Int) -> Value { self[Coverage.Index(place)] }
}

extension Coverage.Index<Unit> {
  /// The piece that the unit is, where no drawing cuts any.
  var piece: Coverage.Index<Piece> { Pieces.whole(self) }
}

extension Column<Unit, Coverage.Index<Feature>> {
  /// Each unit has the feature of its own number.
  static func inOrder(_ count: Int) -> Self { Self((0..<count).map { Coverage.Index($0) }) }
}
