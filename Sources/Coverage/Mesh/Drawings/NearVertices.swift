import GeoKernel

/// Moves the vertices of drawings onto those of units, or of other drawings, that are within tolerance
/// of them: what was transformed or rounded meets again what it was drawn along.
struct NearVertices {
  private let tolerance: Double
  /// Free vertices lie in square cells, four tolerances wide, and those by slot: two cells of one slot
  /// are told apart by the distances of what is in them.
  private let cellsPerUnit: Double
  /// The last free vertex placed in each slot; -1 for none. The number of slots is a power of two.
  private var lastInSlot: [Int32]
  private var previousInSlot: [Int32] = []
  private var positions: [SIMD2<Double>] = []
  /// The vertex of a unit where each free vertex goes, or -1.
  private var targets: [Int32] = []
  /// Cells around free vertices, as one bit each of a hash: most vertices of a country are near none.
  private var filter: [UInt64]

  /// - Returns: for each vertex of the drawings, that of the units where it stands, or -1.
  /// - Complexity: O(vertices of units + vertices of drawings) expected.
  static func snap(
    _ drawings: inout PolygonColumns, to vertices: VertexTable, tolerance: Double
  ) -> [Int32] {
    var last: Int32 = -1
    var ids = drawings.x.indices.map { vertex -> Int32 in
      let known = vertices.find(
        SIMD2(drawings.x[vertex] + 0.0, drawings.y[vertex] + 0.0), near: last)
      last = known ?? last
      return known ?? -1
    }
    let free = ids.indices.filter { ids[$0] < 0 }
    guard !free.isEmpty else { return ids }
    var near = NearVertices(tolerance: tolerance, expected: free.count)
    let places = free.map { near.place(SIMD2(drawings.x[$0], drawings.y[$0])) }
    for (id, position) in vertices.positions.enumerated() {
      near.attract(to: position, id: Int32(id))
    }
    for (index, place) in zip(free, places) {
      let target = near.targets[Int(place)]
      let position = target < 0 ? near.positions[Int(place)] : vertices.positions[Int(target)]
      (drawings.x[index], drawings.y[index]) = (position.x, position.y)
      ids[index] = target
    }
    return ids
  }

  private init(tolerance: Double, expected: Int) {
    self.tolerance = tolerance
    cellsPerUnit = 1 / (4 * tolerance)
    var bits = 12
    while 1 << bits < 32 * expected && bits < 24 { bits += 1 }
    filter = Array(repeating: 0, count: 1 << (bits - 6))
    lastInSlot = Array(repeating: -1, count: 1 << (bits - 4))
    positions.reserveCapacity(expected)
    targets.reserveCapacity(expected)
    previousInSlot.reserveCapacity(expected)
  }

  /// The first free vertex within tolerance of a position, or a new one there.
  private mutating func place(_ position: SIMD2<Double>) -> Int32 {
    if let known = nearest(position) { return known }
    let place = Int32(positions.count)
    let cell = cell(position)
    let slot = slot(cell)
    positions.append(position)
    targets.append(-1)
    previousInSlot.append(lastInSlot[slot])
    lastInSlot[slot] = place
    for column in cell.x - 1...cell.x + 1 {
      for row in cell.y - 1...cell.y + 1 {
        let bit = bit(SIMD2(column, row))
        filter[bit >> 6] |= 1 << UInt64(bit & 63)
      }
    }
    return place
  }

  /// Free vertices within tolerance of a position go there, unless another took them before.
  private mutating func attract(to position: SIMD2<Double>, id: Int32) {
    let bit = bit(cell(position))
    guard filter[bit >> 6] & 1 << UInt64(bit & 63) != 0 else { return }
    var found: [Int32] = []
    forEach(near: position) { place, _ in found.append(place) }
    for place in found where targets[Int(place)] < 0 { targets[Int(place)] = id }
  }

  private func nearest(_ position: SIMD2<Double>) -> Int32? {
    var best: (distance: Double, place: Int32)?
    forEach(near: position) { place, distance in
      if let known = best, known <= (distance, place) { return }
      best = (distance, place)
    }
    return best?.place
  }

  /// Free vertices within tolerance of a position, with the square of their distance; one may come
  /// twice.
  private func forEach(
    near position: SIMD2<Double>, _ visit: (_ place: Int32, _ distance: Double) -> Void
  ) {
    let (low, high) = (cell(position - tolerance), cell(position + tolerance))
    for column in low.x...high.x {
      for row in low.y...high.y {
        var place = lastInSlot[slot(SIMD2(column, row))]
        while place >= 0 {
          let offset = positions[Int(place)] - position
          let distance = (offset * offset).sum()
          if distance <= tolerance * tolerance { visit(place, distance) }
          place = previousInSlot[Int(place)]
        }
      }
    }
  }

  private func cell(_ position: SIMD2<Double>) -> SIMD2<Int64> {
    SIMD2(index(position.x), index(position.y))
  }

  /// 2⁶⁰ cells either way hold any coordinate of the Earth.
  private func index(_ coordinate: Double) -> Int64 {
    let exact = max(-0x1p60, min(0x1p60, coordinate * cellsPerUnit))
    let towardsZero = Int64(exact)
    return Double(towardsZero) > exact ? towardsZero - 1 : towardsZero
  }

  private func slot(_ cell: SIMD2<Int64>) -> Int { hash(cell) & (lastInSlot.count - 1) }

  private func bit(_ cell: SIMD2<Int64>) -> Int { hash(cell) & (64 * filter.count - 1) }

  private func hash(_ cell: SIMD2<Int64>) -> Int {
    var hash = UInt64(bitPattern: cell.x) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 32)) &+ UInt64(bitPattern: cell.y) &* 0xC2B2_AE3D_27D4_EB4F
    hash = (hash ^ (hash >> 29)) &* 0x9E37_79B9_7F4A_7C15
    return Int(hash >> 32)
  }
}
