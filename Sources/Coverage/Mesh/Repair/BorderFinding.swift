/// A place where the borders of neighbours did not fit, and what the mesh did about it. The data are
/// never changed.
struct BorderFinding: Sendable {
  enum Kind: Sendable {
    /// Points of a neighbour's border lie on this unit's border without being vertices of it: they
    /// were joined.
    case joined(points: Int)
    /// Sides of the unit run inside its neighbour.
    case overlap(sides: Int)
    /// A sliver that no unit has was given to the unit that borders it longest.
    case closedGap(width: Double, area: Double)
    /// A hole too wide to be noise: a lake, a foreign enclave, a unit that is missing. It stays.
    case hole(width: Double, area: Double)
    /// All that did not fit of a unit that fits badly, but for its holes.
    case misfits(UnitMisfits)
    /// All holes of a unit that fits badly.
    case holes(UnitMisfits.Gaps)
  }

  let kind: Kind
  /// The unit concerned; for gaps and holes, the one with the longest side.
  let unit: Index<Unit>
  /// Another unit concerned, where there is one.
  let neighbour: Index<Unit>?
}

/// The lengths below which two places of a source are one, in the source's own units.
struct BorderTolerance {
  /// A vertex this near to a side lies on it: a tenth of a millimetre.
  private(set) var joining: Double
  /// A gap between units narrower than this is a fault of drawing: ten metres.
  static let closingWidth = 10.0
  let isGeographic: Bool

  /// The width under which gaps are closed, in the source's own units and a little more.
  var closing: Double { isGeographic ? Self.closingWidth / 50_000 : Self.closingWidth }

  init(isGeographic: Bool) {
    self.isGeographic = isGeographic
    joining = isGeographic ? 1e-9 : 1e-4
  }

  /// A vertex of a drawing this near to that of a unit is the same. It is some times what joins a vertex to a side, so
  /// that what is left apart is apart.
  var snapping: Double { 4 * joining }

  /// Corners of neighbours nearer than this may be one: the width under which gaps are closed, in the source's own
  /// units, in degrees of latitude.
  var welding: Double { isGeographic ? Self.closingWidth / 111_800 : Self.closingWidth }

  /// A tolerance for what is left after some rounds. Were it always the same, four vertices hardly
  /// farther apart than it would be joined to each other's diagonals for ever.
  func narrowed(afterRounds rounds: Int) -> BorderTolerance {
    var narrowed = self
    for _ in 0..<rounds { narrowed.joining /= 2 }
    return narrowed
  }
}
