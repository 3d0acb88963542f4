import GeoKernel

@testable import Coverage

/// A small random world: the cells of a crooked grid, dealt out to units.
///
/// Corners are shared to the bit. Some sides have a vertex that only one neighbour knows (a T-junction),
/// some cells belong to nobody (holes), some units have several parts.
struct TileWorld {
  let columns: Int
  let rows: Int
  private let corners: [(x: Double, y: Double)]
  /// Unit of each cell; -1 for nobody.
  let unitOfCell: [Int]
  let unitCount: Int
  /// Cells whose southern side has an extra vertex, which the cell to the south lacks.
  private let hasExtraVertex: [Bool]

  init(_ random: inout SplitMix, columns: Int = 7, rows: Int = 6) {
    self.columns = columns
    self.rows = rows
    var corners: [(x: Double, y: Double)] = []
    for row in 0...rows {
      for column in 0...columns {
        let x = 2 + (Double(column) + random.double(in: -0.3...0.3)) * 0.01
        let y = 46 + (Double(row) + random.double(in: -0.3...0.3)) * 0.01
        corners.append((x, y))
      }
    }
    self.corners = corners
    let cells = columns * rows
    let units = random.int(in: cells / 3...cells)
    var unitOfCell = (0..<cells).map { $0 < units ? $0 : random.int(in: -1...units - 1) }
    random.shuffle(&unitOfCell)
    self.unitOfCell = unitOfCell
    unitCount = units
    hasExtraVertex = (0..<cells).map { _ in random.int(in: 0...5) == 0 }
  }

  /// Corners of a cell, anticlockwise, with its extra vertex.
  func ring(ofCell cell: Int) -> [(x: Double, y: Double)] {
    let (column, row) = (cell % columns, cell / columns)
    let southWest = corners[row * (columns + 1) + column]
    let southEast = corners[row * (columns + 1) + column + 1]
    let northEast = corners[(row + 1) * (columns + 1) + column + 1]
    let northWest = corners[(row + 1) * (columns + 1) + column]
    let middle = ((southWest.x + southEast.x) / 2, (southWest.y + southEast.y) / 2)
    return [southWest] + (hasExtraVertex[cell] ? [middle] : []) + [southEast, northEast, northWest]
  }

  /// Cells are parts of their unit, side by side, so that a unit's own cells share sides too.
  var geometry: PolygonColumns {
    var columns = PolygonColumns()
    for unit in 0..<unitCount {
      for cell in unitOfCell.indices where unitOfCell[cell] == unit {
        for point in ring(ofCell: cell) {
          columns.x.append(point.x)
          columns.y.append(point.y)
        }
        columns.endRing(isHole: false)
      }
      columns.endFeature()
    }
    return columns
  }

  func mesh() async throws -> Mesh {
    try await Mesh(
      MeshGround(geometry), features: .inOrder(unitCount), reference: .wgs84)
  }

  /// The slow oracle: each unit dissolved by GEOS.
  func shapes(in context: GEOSContext) throws -> [Shape] {
    let geometry = self.geometry
    return try (0..<unitCount).map {
      try Shape.polygons($0, of: geometry, in: context).unaryUnion()
    }
  }
}
