/// People counted on the ground, apart from units and territories: in the cells of a grid, or at
/// points.
struct PopulationGrid: Sendable {
  /// By reference system, then by size; points have none and stand alone.
  let layers: [Layer]
  let ledger: InputLedger
  let anomalies: [Anomaly]

  /// People of every row used, before any calibration.
  let totalPopulation: Double

  /// Cells of one size, or points, in one reference system.
  struct Layer: Sendable {
    /// What PROJ is asked to understand: `EPSG:3035`, in metres; points and pixels may be in degrees.
    let reference: String
    let ground: Ground
    /// People of each cell, or at each point; 0 or more, decimals allowed.
    let people: [Double]
    /// Line of each cell in its file, where several files are to be compared; else empty.
    var lines: [UInt32] = []

    enum Ground: Sendable {
      case cells(CellTable)
      case points(PointTable)
    }

    var count: Int { people.count }

    /// Width and height of a cell; 0 for points.
    var cellExtent: SIMD2<Double> {
      switch ground {
      case .cells(let table): table.extent
      case .points: .zero
      }
    }

    /// The middle of a cell, or a point, in the layer's coordinates.
    ///
    /// - Complexity: O(log rows) for a cell.
    func centre(of cell: Int) -> SIMD2<Double> {
      switch ground {
      case .cells(let table): table.corner(of: cell) + table.extent / 2
      case .points(let table): SIMD2(table.x[cell], table.y[cell])
      }
    }
  }
}
