import GeoKernel

/// Moves the vertices of drawings onto those of units, or of other drawings, that are within tolerance
/// of them: what was transformed or rounded meets again what it was drawn along.
struct NearVertices {
  private let tolerance: Double
  /// Free vertices by the square cell, four tolerances wide, that they lie in.
  private var firstInCell: [SIMD2<Int64>: Int32] = [:]
  private var nextInCell: [Int32] = []
  private var positions: [SIMD2<Double>] = []
  /// Where each free vertex goes.
  private var targets: [SIMD2<Double>] = []
  /// Cells around free vertices, as one bit each of a hash: most vertices of a country are near none.
  private var filter: [Bool]

  /// - Complexity: O(vertices of units + vertices of drawings) expected.
  static func snap(
    _ drawings: inout PolygonColumns, to vertices: VertexTable, tolerance: Double
  ) {
    let free = drawings.x.indices.filter {
      vertices.find(SIMD2(drawings.x[$0] + 0.0, drawings.y[$0] + 0.0)) == nil
    }
    guard !free.isEmpty else { return }
    var near = NearVertices(tolerance: tolerance, expected: free.count)
    let places = free.map { near.place(SIMD2(drawings.x[$0], drawings.y[$0])) }
    for position in vertices.positions { near.attract(to: position) }
    for (index, place) in zip(free, places) {
      drawings.x[index] = near.targets[Int(place)].x
      drawings.y[index] = near.targets[Int(place)].y
    }
  }

  private init(tolerance: Double, expected: Int) {
    self.tolerance = tolerance
    var bits = 12
    while 1 << bits < 32 * expected && bits < 24 { bits += 1 }
    filter = Array(repeating: false, count: 1 << bits)
    firstInCell.reserveCapacity(expected)
  }

  /// The first free vertex within tolerance of a position, or a new one there.
  private mutating func place(_ position: SIMD2<Double>) -> Int32 {
    if let known = nearest(position) { return known }
    let place = Int32(positions.count)
    let cell = cell(position)
    positions.append(position)
    targets.append(position)
    nextInCell.append(firstInCell.updateValue(place, forKey: cell) ?? -1)
    for column in cell.x - 1...cell.x + 1 {
      for row in cell.y - 1...cell.y + 1 { filter[slot(SIMD2(column, row))] = true }
    }
    return place
  }

  /// Free vertices within tolerance of a position go there, unless another took them before.
  private mutating func attract(to position: SIMD2<Double>) {
    guard filter[slot(cell(position))] else { return }
    for (place, _) in near(position) where targets[Int(place)] == positions[Int(place)] {
      targets[Int(place)] = position
    }
  }

  private func nearest(_ position: SIMD2<Double>) -> Int32? {
    near(position).min { ($0.distance, $1.place) < ($1.distance, $0.place) }?.place
  }

  /// Free vertices within tolerance of a position, with the square of their distance.
  private func near(_ position: SIMD2<Double>) -> [(place: Int32, distance: Double)] {
    let (low, high) = (cell(position - tolerance), cell(position + tolerance))
    var found: [(place: Int32, distance: Double)] = []
    for column in low.x...high.x {
      for row in low.y...high.y {
        var place = firstInCell[SIMD2(column, row)] ?? -1
        while place >= 0 {
          let offset = positions[Int(place)] - position
          let distance = (offset * offset).sum()
          if distance <= tolerance * tolerance { found.append((place, distance)) }
          place = nextInCell[Int(place)]
        }
      }
    }
    return found
  }

  private func cell(_ position: SIMD2<Double>) -> SIMD2<Int64> {
    SIMD2(index(position.x), index(position.y))
  }

  /// 2⁶⁰ cells either way hold any coordinate of the Earth.
  private func index(_ coordinate: Double) -> Int64 {
    Int64(max(-0x1p60, min(0x1p60, (coordinate / (4 * tolerance)).rounded(.down))))
  }

  private func slot(_ cell: SIMD2<Int64>) -> Int {
    var hash = UInt64(bitPattern: cell.x) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 32)) &+ UInt64(bitPattern: cell.y) &* 0xC2B2_AE3D_27D4_EB4F
    hash = (hash ^ (hash >> 29)) &* 0x9E37_79B9_7F4A_7C15
    return Int(hash >> 32) & (filter.count - 1)
  }
}
