import GeoKernel

/// People of a grid in each piece, by the exact share of each cell.
struct GridPeople: Sendable {
  /// By piece, before any calibration.
  private(set) var people: [Double]
  /// By cut unit, the cells whose people its pieces divide.
  private(set) var mixedCells: [Int32: [MixedCell]] = [:]

  /// - Parameter jobs: how many tasks may run at once; the result is the same.
  /// - Complexity: O(vertices + sides + cells): each layer is scanned once.
  /// - Throws: `InputFault` for a reference system that PROJ refuses.
  static func counted(
    _ grids: [PopulationGrid], _ mesh: Mesh, jobs: Int
  ) async throws -> GridPeople {
    var total = GridPeople(people: Array(repeating: 0, count: mesh.pieces.count))
    for grid in grids {
      for layer in grid.layers {
        let middle = mesh.unitCount / 2
        let (south, north) = try await concurrently(
          jobs: jobs,
          { try GridPeople(layer, mesh, units: 0..<middle, path: grid.ledger.path) },
          { try GridPeople(layer, mesh, units: middle..<mesh.unitCount, path: grid.ledger.path) })
        total.add(south)
        total.add(north)
      }
    }
    return total
  }

  private init(people: [Double]) { self.people = people }

  private mutating func add(_ other: GridPeople) {
    for piece in people.indices { people[piece] += other.people[piece] }
    mixedCells.merge(other.mixedCells) { $0 + $1 }
  }

  private init(
    _ layer: PopulationGrid.Layer, _ mesh: Mesh, units: Range<Int>, path: String
  ) throws(InputFault) {
    people = Array(repeating: 0, count: mesh.pieces.count)
    let places = try LayerPlaces(layer, mesh, units: units, path: path)
    var scan = GridScan(layer)
    var sides: [DirectedSide] = []
    for unit in units {
      let span = mesh.pieces.of(unit)
      sides.removeAll(keepingCapacity: true)
      for piece in span {
        for edge in mesh.borders[piece] {
          let edge = Int(edge)
          let (low, high) = (places[mesh.edges.low[edge]], places[mesh.edges.high[edge]])
          let isForward = mesh.edges.left[edge] == Int32(piece)
          sides.append(
            DirectedSide(
              from: isForward ? low : high, to: isForward ? high : low,
              piece: Int32(piece - span.lowerBound)))
        }
      }
      count(scan.shares(of: sides), of: layer, in: unit, span, mesh.pieces)
    }
  }

  private mutating func count(
    _ shares: [CellShare], of layer: PopulationGrid.Layer, in unit: Int, _ span: Range<Int>,
    _ pieces: Pieces
  ) {
    var cell: [(piece: Int32, people: Double)] = []
    var mixed: [MixedCell] = []
    for (index, share) in shares.enumerated() {
      let piece = Int32(span.lowerBound) + share.piece
      let count = layer.people[Int(share.cell)] * share.fraction
      people[Int(piece)] += count
      guard span.count > 1 else { continue }
      // In a crumb of rounding nobody lives.
      if pieces.squareMetres[Int(piece)] >= Arrangement.leastSquareMetres {
        cell.append((piece, count))
      }
      if index + 1 == shares.count || shares[index + 1].cell != share.cell {
        if cell.count > 1 { mixed.append(MixedCell(people: cell)) }
        cell.removeAll(keepingCapacity: true)
      }
    }
    if !mixed.isEmpty { mixedCells[Int32(unit), default: []] += mixed }
  }
}

/// Vertices of some units in the coordinates of a layer; those that have no place there are infinite.
private struct LayerPlaces {
  private var positions: [SIMD2<Double>] = []
  /// For each vertex of the mesh its place in `positions`.
  private var indices: [Int32]

  init(
    _ layer: PopulationGrid.Layer, _ mesh: Mesh, units: Range<Int>, path: String
  ) throws(InputFault) {
    indices = Array(repeating: -1, count: mesh.longitudes.count)
    var (x, y): ([Double], [Double]) = ([], [])
    for unit in units {
      for piece in mesh.pieces.of(unit) {
        for edge in mesh.borders[piece] {
          for vertex in [mesh.edges.low[Int(edge)], mesh.edges.high[Int(edge)]]
          where indices[Int(vertex)] < 0 {
            indices[Int(vertex)] = Int32(x.count)
            x.append(mesh.longitudes[Int(vertex)])
            y.append(mesh.latitudes[Int(vertex)])
          }
        }
      }
    }
    if layer.reference != Projection.degrees {
      do throws(ProjectionFault) {
        try Projection(from: Projection.degrees, to: layer.reference)
          .transformWherePossible(x: &x, y: &y)
      } catch { throw MeshFault.inputFault(error, path: path) }
    }
    positions = zip(x, y).map { SIMD2($0, $1) }
  }

  subscript(vertex: Int32) -> SIMD2<Double> { positions[Int(indices[Int(vertex)])] }
}
