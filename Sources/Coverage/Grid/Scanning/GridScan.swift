/// A side of a piece of ground, walked with the piece on its left, in the coordinates of a layer.
struct DirectedSide {
  var from: SIMD2<Double>
  var to: SIMD2<Double>
  /// Number of the piece, from 0.
  var piece: Int32
}

/// How much of a cell lies in a piece.
struct CellShare: Equatable {
  /// Index into the layer's columns.
  let cell: Int32
  let piece: Int32
  /// Part of the cell's square, above 0 and at most 1; 1 for a point.
  let fraction: Double

  /// By cell, then by piece.
  func precedes(_ other: CellShare) -> Bool {
    (cell, piece) < (other.cell, other.piece)
  }
}

/// Exact shares of the cells of a layer, by a walk along the borders of pieces.
///
/// Fonts are drawn so: each side adds, to the cells that it crosses, the area that it leaves on their
/// right, and to those further east its height. A sum from west to east then gives each cell's share,
/// and no polygon is ever clipped. Sides are cut at the lines of the grid in a way that does not depend
/// on their direction: both sides of a border leave the same areas, and shares of pieces that tile a
/// cell add up to 1.
///
/// A scan keeps its rooms between calls; each task has its own.
struct GridScan {
  private var cells: CellScan?
  private var points: PointScan?

  init(_ layer: PopulationGrid.Layer) {
    switch layer.ground {
    case .cells(let table): cells = CellScan(table)
    case .points(let table): points = PointScan(table)
    }
  }

  /// Shares of all cells that lie in the pieces, wholly or in part, by cell and then by piece.
  ///
  /// - Parameter sides: closed rings, shells anticlockwise and holes clockwise, in any order; those of
  ///   one piece are best kept together. A piece with a coordinate that is no number, or is beyond
  ///   10¹⁰⁰, has no share.
  /// - Complexity: O(sides + cells that they cross + cells between them in these rows), whatever the
  ///   extent of the pieces.
  mutating func shares(of sides: [DirectedSide]) -> [CellShare] {
    let sides = GroupedSides(sides)
    return cells?.shares(of: sides) ?? points?.shares(of: sides) ?? []
  }
}

/// Sides with finite ends, those of one piece together, pieces in order.
struct GroupedSides {
  let sides: [DirectedSide]
  /// Southernmost and northernmost ordinate.
  private(set) var low = Double.infinity
  private(set) var high = -Double.infinity

  private static let furthest = 1e100

  init(_ given: [DirectedSide]) {
    var isGrouped = true
    var isFinite = true
    var previous = Int32.min
    for side in given {
      isFinite = isFinite && Self.isFinite(side)
      isGrouped = isGrouped && side.piece >= previous
      previous = side.piece
      low = min(low, side.from.y)
      high = max(high, side.from.y)
    }
    guard !isFinite || !isGrouped else {
      sides = given
      return
    }
    let broken = Set(given.lazy.filter { !Self.isFinite($0) }.map { $0.piece })
    let whole = given.filter { !broken.contains($0.piece) }
    // A radix sort keeps the order of a piece's own sides, so that sums do not depend on it.
    sides = ascendingOrder(of: whole.map { UInt64(UInt32(bitPattern: $0.piece)) })
      .map { whole[Int($0)] }
    low = sides.reduce(.infinity) { min($0, $1.from.y) }
    high = sides.reduce(-.infinity) { max($0, $1.from.y) }
  }

  /// False for NaN too.
  private static func isFinite(_ side: DirectedSide) -> Bool {
    side.from.x.magnitude + side.from.y.magnitude + side.to.x.magnitude + side.to.y.magnitude
      < furthest
  }
}
