@testable import Coverage

/// Cells of a hundred metres, by row and column.
func cellLayer(
  _ cells: [(row: Int, column: Int)], size: Double = 100, origin: SIMD2<Double> = .zero
) -> PopulationGrid.Layer {
  var table = CellTable(size: size, origin: origin)
  for key in cells.map({ CellTable.key(row: Int32($0.row), column: Int32($0.column)) }).sorted() {
    table.append(key: key)
  }
  return PopulationGrid.Layer(
    reference: "EPSG:3035", ground: .cells(table), people: cells.map { _ in 1 })
}

/// All cells of a rectangle.
func cellLayer(
  rows: Range<Int>, columns: Range<Int>, size: Double = 100, origin: SIMD2<Double> = .zero
) -> PopulationGrid.Layer {
  cellLayer(
    rows.flatMap { row in columns.map { (row, $0) } }, size: size, origin: origin)
}

func pointLayer(_ points: [SIMD2<Double>]) -> PopulationGrid.Layer {
  let (x, y) = (points.map { $0.x }, points.map { $0.y })
  let order = PointTable.order(x: x, y: y)
  let table = PointTable(ordered: order.map { x[Int($0)] }, order.map { y[Int($0)] })
  return PopulationGrid.Layer(
    reference: "EPSG:3035", ground: .points(table), people: points.map { _ in 1 })
}

extension PopulationGrid.Layer {
  /// The square of each cell; none for points.
  var squares: [Square] {
    guard case .cells(let table) = ground else { return [] }
    return (0..<count).map { Square(corner: table.corner(of: $0), size: table.extent.x) }
  }

  /// Shares by cell, then piece.
  func shares(of sides: [DirectedSide]) -> [CellShare] {
    var scan = GridScan(self)
    return scan.shares(of: sides)
  }
}

/// The sides of a ring, in its own order.
func sides(of ring: [SIMD2<Double>], piece: Int32 = 0) -> [DirectedSide] {
  ring.indices.map { index in
    DirectedSide(from: ring[index], to: ring[(index + 1) % ring.count], piece: piece)
  }
}

/// The sides of a rectangle, anticlockwise.
func rectangle(
  west: Double, south: Double, east: Double, north: Double, piece: Int32 = 0
) -> [DirectedSide] {
  sides(of: ring((west, south), (east, south), (east, north), (west, north)), piece: piece)
}

func ring(_ points: (Double, Double)...) -> [SIMD2<Double>] { points.map { SIMD2($0.0, $0.1) } }

extension [DirectedSide] {
  /// The same border walked the other way: a hole.
  var turned: [DirectedSide] {
    map { DirectedSide(from: $0.to, to: $0.from, piece: $0.piece) }
  }

  func ofPiece(_ piece: Int32) -> [DirectedSide] {
    map { DirectedSide(from: $0.from, to: $0.to, piece: piece) }
  }

  func moved(by offset: SIMD2<Double>) -> [DirectedSide] {
    map { DirectedSide(from: $0.from + offset, to: $0.to + offset, piece: $0.piece) }
  }
}

/// The slow oracle: a ring clipped by each side of a square in turn (Sutherland and Hodgman 1974).
struct Square {
  let corner: SIMD2<Double>
  let size: Double

  /// Part of the square on the left of a ring's sides; negative for a ring walked clockwise.
  func share(of ring: [SIMD2<Double>]) -> Double {
    var clipped = ring.map { ($0 - corner) / size }
    let isApart =
      clipped.allSatisfy { $0.x < 0 } || clipped.allSatisfy { $0.x > 1 }
      || clipped.allSatisfy { $0.y < 0 } || clipped.allSatisfy { $0.y > 1 }
    guard !isApart else { return 0 }
    for turn in 0..<4 {
      // Keeps what is east of the line x = 0, or west of x = 1 seen in a mirror, and so for y.
      clipped = Self.eastOfZero(clipped.map { Self.turned($0, turn) })
        .map { Self.turned($0, turn) }
    }
    var doubled = 0.0
    for (index, point) in clipped.enumerated() {
      let next = clipped[(index + 1) % clipped.count]
      doubled += point.x * next.y - next.x * point.y
    }
    return doubled / 2
  }

  /// Mirrors and swaps that undo themselves, and bring each side of the unit square to x = 0.
  private static func turned(_ point: SIMD2<Double>, _ turn: Int) -> SIMD2<Double> {
    switch turn {
    case 0: point
    case 1: SIMD2(1 - point.x, point.y)
    case 2: SIMD2(point.y, point.x)
    default: SIMD2(1 - point.y, 1 - point.x)
    }
  }

  private static func eastOfZero(_ ring: [SIMD2<Double>]) -> [SIMD2<Double>] {
    var result: [SIMD2<Double>] = []
    for (index, end) in ring.enumerated() {
      let start = ring[(index + ring.count - 1) % ring.count]
      if (start.x < 0) != (end.x < 0) {
        let height = start.y + (end.y - start.y) * (start.x / (start.x - end.x))
        result.append(SIMD2(0, height))
      }
      if end.x >= 0 { result.append(end) }
    }
    return result
  }
}

/// The crooked tiles of a `TileWorld` in metres, with what is around them up to a frame: pieces that
/// tell the whole frame apart.
struct CrookedPieces {
  /// The rings of each piece; holes are walked clockwise.
  var rings: [[[SIMD2<Double>]]] = []
  /// Its south-western corner is 0, 0.
  let extent: SIMD2<Double>

  /// - Parameters:
  ///   - tile: side of a tile, in metres.
  ///   - snap: corners are moved to multiples of it; 0 leaves them.
  init(_ random: inout SplitMix, tile: Double, snap: Double = 0) {
    let world = TileWorld(&random)
    extent = tile * SIMD2(Double(world.columns + 2), Double(world.rows + 2))
    func place(_ point: (x: Double, y: Double)) -> SIMD2<Double> {
      let exact = tile * (SIMD2(point.x - 2, point.y - 46) / 0.01 + 1)
      return snap > 0 ? snap * (exact / snap).rounded(.toNearestOrEven) : exact
    }
    // The last piece holds the tiles of nobody and the land around.
    rings = Array(repeating: [], count: world.unitCount + 1)
    rings[world.unitCount] = [[.zero, SIMD2(extent.x, 0), extent, SIMD2(0, extent.y)]]
    for (cell, unit) in world.unitOfCell.enumerated() {
      var ring = world.ring(ofCell: cell).map(place)
      // The extra vertex stays on its side, wherever the ends are moved.
      if ring.count == 5 { ring[1] = (ring[0] + ring[2]) / 2 }
      guard unit >= 0 else { continue }
      rings[unit].append(ring)
      rings[world.unitCount].append(ring.reversed())
    }
  }

  var sides: [DirectedSide] {
    rings.enumerated().flatMap { piece, rings in
      rings.flatMap { CoverageTests.sides(of: $0, piece: Int32(piece)) }
    }
  }
}
