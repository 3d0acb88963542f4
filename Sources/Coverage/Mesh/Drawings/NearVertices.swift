import GeoKernel

/// Moves the vertices of drawings onto those of units, or of other drawings, that are within tolerance
/// of them: what was transformed or rounded meets again what it was drawn along.
struct NearVertices {
  private let tolerance: Double
  /// Free vertices lie in square cells, four tolerances wide, and those by slot: two cells of one slot
  /// are told apart by the distances of what is in them.
  private let cellsPerUnit: Double
  /// The last free vertex placed in each slot. The number of slots is a power of two.
  private var lastInSlot: [Index<Free>]
  private var previousInSlot = Column<Free, Index<Free>>()
  private var positions = Column<Free, SIMD2<Double>>()
  /// The vertex of a unit where each free vertex goes, if any.
  private var targets = Column<Free, Index<Vertex>>()
  /// Cells around free vertices, as one bit each of a hash: most vertices of a country are near none.
  private var filter: [UInt64]

  private enum Free {}

  /// - Returns: for each vertex of the drawings, that of the units where it stands, if any.
  /// - Complexity: O(vertices of units + vertices of drawings) expected.
  static func snap(
    _ drawings: inout PolygonColumns, to vertices: VertexTable, tolerance: Double
  ) -> [Index<Vertex>] {
    var last = Index<Vertex>.missing
    var ids = drawings.x.indices.map { vertex -> Index<Vertex> in
      let known = vertices.find(
        SIMD2(drawings.x[vertex] + 0.0, drawings.y[vertex] + 0.0), near: last)
      last = known ?? last
      return known ?? .missing
    }
    let free = ids.indices.filter { !ids[$0].exists }
    guard !free.isEmpty else { return ids }
    var near = NearVertices(tolerance: tolerance, expected: free.count)
    let places = free.map { near.place(SIMD2(drawings.x[$0], drawings.y[$0])) }
    for (id, position) in vertices.positions.pairs {
      near.attract(to: position, id: id)
    }
    for (index, place) in zip(free, places) {
      let target = near.targets[place]
      let position = target.exists ? vertices.positions[target] : near.positions[place]
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
    lastInSlot = Array(repeating: .missing, count: 1 << (bits - 4))
    positions.reserveCapacity(expected)
    targets.reserveCapacity(expected)
    previousInSlot.reserveCapacity(expected)
  }

  /// The first free vertex within tolerance of a position, or a new one there.
  private mutating func place(_ position: SIMD2<Double>) -> Index<Free> {
    if let known = nearest(position) { return known }
    let place = positions.next
    let cell = cell(position)
    let slot = slot(cell)
    positions.append(position)
    targets.append(.missing)
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
  private mutating func attract(to position: SIMD2<Double>, id: Index<Vertex>) {
    let bit = bit(cell(position))
    guard filter[bit >> 6] & 1 << UInt64(bit & 63) != 0 else { return }
    var found: [Index<Free>] = []
    forEach(near: position) { place, _ in found.append(place) }
    for place in found where !targets[place].exists { targets[place] = id }
  }

  private func nearest(_ position: SIMD2<Double>) -> Index<Free>? {
    var best: (distance: Double, place: Index<Free>)?
    forEach(near: position) { place, distance in
      if let known = best, known <= (distance, place) { return }
      best = (distance, place)
    }
    return best?.place
  }

  /// Free vertices within tolerance of a position, with the square of their distance; one may come
  /// twice.
  private func forEach(
    near position: SIMD2<Double>, _ visit: (_ place: Index<Free>, _ distance: Double) -> Void
  ) {
    let (low, high) = (cell(position - tolerance), cell(position + tolerance))
    for column in low.x...high.x {
      for row in low.y...high.y {
        var place = lastInSlot[slot(SIMD2(column, row))]
        while place.exists {
          let offset = positions[place] - position
          let distance = (offset * offset).sum()
          if distance <= tolerance * tolerance { visit(place, distance) }
          place = previousInSlot[place]
        }
      }
    }
  }

  private func cell(_ position: SIMD2<Double>) -> SIMD2<Int> {
    SIMD2(index(position.x), index(position.y))
  }

  /// 2⁶⁰ cells either way hold any coordinate of the Earth.
  private func index(_ coordinate: Double) -> Int {
    let exact = max(-0x1p60, min(0x1p60, coordinate * cellsPerUnit))
    let towardsZero = Int(exact)
    return Double(towardsZero) > exact ? towardsZero - 1 : towardsZero
  }

  private func slot(_ cell: SIMD2<Int>) -> Int { hash(cell) & (lastInSlot.count - 1) }

  private func bit(_ cell: SIMD2<Int>) -> Int { hash(cell) & (64 * filter.count - 1) }

  private func hash(_ cell: SIMD2<Int>) -> Int { Int(mixedBits(of: cell) >> 32) }
}
