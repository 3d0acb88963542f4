/// The scan over points; see `GridScan`.
///
/// A point is in a piece where the sides to its west wind around it. A side reaches from its lower end,
/// included, to its upper end, and its own points are east of it: whichever way it is walked, so that a
/// point on a border is in exactly one of the two pieces.
struct PointScan {
  private let table: PointTable
  /// Sides that may lie between the west and the points of a block, of the blocks being visited, one
  /// after another.
  private var near: [RisingSide] = []

  init(_ table: PointTable) { self.table = table }

  mutating func shares(of sides: GroupedSides) -> [CellShare] {
    var shares: [CellShare] = []
    guard table.levelCount > 0, !table.x.isEmpty else { return [] }
    var start = 0
    while start < sides.sides.count {
      let piece = sides.sides[start].piece
      near.removeAll(keepingCapacity: true)
      while start < sides.sides.count, sides.sides[start].piece == piece {
        if let side = RisingSide(sides.sides[start]) { near.append(side) }
        start += 1
      }
      guard let extent = RisingSide.extent(of: near) else { continue }
      let top = Block(level: table.levelCount - 1, box: table.boxes.count - 1)
      visit(top, 0..<near.count, winding: 0, extent, piece, &shares)
    }
    // Points come in order within each piece.
    shares.sort { $0.precedes($1) }
    return shares
  }

  private struct Block {
    let level: Int
    let box: Int
  }

  /// - Parameters:
  ///   - sides: of `near`, those that the block above could not decide.
  ///   - winding: of the sides that lie west of all its points.
  private mutating func visit(
    _ block: Block, _ sides: Range<Int>, winding: Int, _ extent: PointTable.Box, _ piece: Int32,
    _ shares: inout [CellShare]
  ) {
    let box = table.boxes[block.box]
    guard box.low.x <= extent.high.x, box.low.y <= extent.high.y, box.high.x >= extent.low.x,
      box.high.y >= extent.low.y
    else { return }
    var winding = winding
    let start = near.count
    defer { near.removeLast(near.count - start) }
    for index in sides {
      switch near[index].position(to: box) {
      case .west: winding += near[index].winding
      case .apart: break
      case .near: near.append(near[index])
      }
    }
    let undecided = start..<near.count
    if block.level == 0 {
      let first = PointTable.fanOut * block.box
      for point in first..<min(first + PointTable.fanOut, table.x.count) {
        let place = SIMD2(table.x[point], table.y[point])
        let around = undecided.reduce(winding) { $0 + near[$1].winding(around: place) }
        guard around > 0 else { continue }
        shares.append(CellShare(cell: Int32(point), piece: piece, fraction: 1))
      }
      return
    }
    guard winding > 0 || !undecided.isEmpty else { return }
    let below = table.boxes(ofLevel: block.level - 1)
    let position = block.box - table.boxes(ofLevel: block.level).lowerBound
    let first = below.lowerBound + PointTable.fanOut * position
    for box in first..<min(first + PointTable.fanOut, below.upperBound) {
      visit(
        Block(level: block.level - 1, box: box), undecided, winding: winding, extent, piece,
        &shares)
    }
  }
}

/// A side turned upward.
private struct RisingSide {
  let low: SIMD2<Double>
  let high: SIMD2<Double>
  /// What it adds to the winding around points on its east: 1 where it is walked down.
  let winding: Int

  /// Level sides are crossed by no level line.
  init?(_ side: DirectedSide) {
    guard side.from.y != side.to.y else { return nil }
    let isUp = side.from.y < side.to.y
    low = isUp ? side.from : side.to
    high = isUp ? side.to : side.from
    winding = isUp ? -1 : 1
  }

  static func extent(of sides: [RisingSide]) -> PointTable.Box? {
    guard let first = sides.first else { return nil }
    return sides.reduce(into: PointTable.Box(low: first.low, high: first.low)) { extent, side in
      extent.extend(to: PointTable.Box(low: side.low, high: side.low))
      extent.extend(to: PointTable.Box(low: side.high, high: side.high))
    }
  }

  enum Position {
    /// West of each point of a block, at its height.
    case west
    /// West of none.
    case apart
    case near
  }

  func position(to box: PointTable.Box) -> Position {
    if high.y <= box.low.y || low.y > box.high.y || min(low.x, high.x) > box.high.x {
      return .apart
    }
    let isWest = max(low.x, high.x) < box.low.x && low.y <= box.low.y && high.y > box.high.y
    return isWest ? .west : .near
  }

  func winding(around point: SIMD2<Double>) -> Int {
    guard low.y <= point.y, point.y < high.y else { return 0 }
    let isWest =
      (point.y - low.y) * (high.x - low.x) <= (point.x - low.x) * (high.y - low.y)
    return isWest ? winding : 0
  }
}
