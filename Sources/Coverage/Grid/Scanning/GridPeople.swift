import GeoKernel

/// People of a grid in each piece, by the exact share of each cell.
struct GridPeople: Sendable {
  /// Before any calibration.
  private(set) var people: Column<Piece, Double>
  /// By cut unit, the cells whose people its pieces divide.
  private(set) var mixedCells: [Index<Unit>: [MixedCell]] = [:]
  /// People of each grid who are in units.
  private(set) var inUnits: [Double] = []

  /// - Parameter jobs: how many tasks may run at once; the result is the same.
  /// - Complexity: O(vertices + sides + cells): each layer is scanned once.
  /// - Throws: `InputFault` for a reference system that PROJ refuses.
  static func counted(
    _ grids: [PopulationGrid], _ mesh: Mesh, jobs: Int
  ) async throws -> GridPeople {
    var total = GridPeople(people: Column(repeating: 0, count: mesh.pieces.count))
    for grid in grids {
      let before = total.people.values.reduce(0, +)
      for layer in grid.layers {
        let (units, middle) = (mesh.units, Index<Unit>(mesh.unitCount / 2))
        let (south, north) = try await concurrently(
          jobs: jobs,
          { try GridPeople(layer, mesh, units: units.lowerBound..<middle, path: grid.ledger.path) },
          { try GridPeople(layer, mesh, units: middle..<units.upperBound, path: grid.ledger.path) })
        total.add(south)
        total.add(north)
      }
      total.inUnits.append(total.people.values.reduce(0, +) - before)
    }
    return total
  }

  /// The same people in fewer pieces.
  func joined(by joining: PieceJoining) -> GridPeople {
    var result = self
    result.people = joining.sums(people)
    result.mixedCells = mixedCells.mapValues { $0.map { $0.joined(by: joining) } }
    return result
  }

  private init(people: Column<Piece, Double>) { self.people = people }

  private mutating func add(_ other: GridPeople) {
    for piece in people.indices { people[piece] += other.people[piece] }
    mixedCells.merge(other.mixedCells) { $0 + $1 }
  }

  private init(
    _ layer: PopulationGrid.Layer, _ mesh: Mesh, units: Range<Index<Unit>>, path: String
  ) throws(InputFault) {
    people = Column(repeating: 0, count: mesh.pieces.count)
    let places = try LayerPlaces(layer, mesh, units: units, path: path)
    var scan = GridScan(layer)
    var sides: [DirectedSide] = []
    for unit in units {
      let span = mesh.pieces.of(unit)
      sides.removeAll(keepingCapacity: true)
      for piece in span {
        for edge in mesh.borders[piece] {
          let (low, high) = (places[mesh.edges.low[edge]], places[mesh.edges.high[edge]])
          let isForward = mesh.edges.left[edge] == piece
          sides.append(
            DirectedSide(
              from: isForward ? low : high, to: isForward ? high : low,
              piece: Int32(span.lowerBound.distance(to: piece))))
        }
      }
      count(scan.shares(of: sides), of: layer, in: unit, span, mesh.pieces)
    }
  }

  private mutating func count(
    _ shares: [CellShare], of layer: PopulationGrid.Layer, in unit: Index<Unit>,
    _ span: Range<Index<Piece>>, _ pieces: Pieces
  ) {
    var cell: [(piece: Index<Piece>, people: Double)] = []
    var mixed: [MixedCell] = []
    for (index, share) in shares.enumerated() {
      let piece = span.lowerBound + Int(share.piece)
      let count = layer.people[Int(share.cell)] * share.fraction
      people[piece] += count
      guard span.count > 1 else { continue }
      // In a crumb of rounding nobody lives.
      if pieces.squareMetres[piece] >= Arrangement.leastSquareMetres {
        cell.append((piece, count))
      }
      if index + 1 == shares.count || shares[index + 1].cell != share.cell {
        if cell.count > 1 { mixed.append(MixedCell(people: cell)) }
        cell.removeAll(keepingCapacity: true)
      }
    }
    if !mixed.isEmpty { mixedCells[unit, default: []] += mixed }
  }
}

/// Vertices of some units in the coordinates of a layer; those that have no place there are infinite.
private struct LayerPlaces {
  private var positions = Column<Wanted, SIMD2<Double>>()
  /// For each vertex of the mesh its place in `positions`.
  private var indices: Column<Vertex, Index<Wanted>>

  private enum Wanted {}

  init(
    _ layer: PopulationGrid.Layer, _ mesh: Mesh, units: Range<Index<Unit>>, path: String
  ) throws(InputFault) {
    indices = Column(repeating: .missing, count: mesh.longitudes.count)
    var (x, y): ([Double], [Double]) = ([], [])
    for unit in units {
      for piece in mesh.pieces.of(unit) {
        for edge in mesh.borders[piece] {
          for vertex in [mesh.edges.low[edge], mesh.edges.high[edge]]
          where !indices[vertex].exists {
            indices[vertex] = Index(x.count)
            x.append(mesh.longitudes[vertex])
            y.append(mesh.latitudes[vertex])
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
    positions = Column(zip(x, y).map { SIMD2($0, $1) })
  }

  subscript(vertex: Index<Vertex>) -> SIMD2<Double> { positions[indices[vertex]] }
}
