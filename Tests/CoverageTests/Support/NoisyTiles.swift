import GeoKernel

@testable import Coverage

/// A world whose units no longer fit each other, ring by ring, as rounding and noise leave real layers.
enum RingFault: CaseIterable {
  case noise, rounding, duplicates, spikes, shuffled

  /// The corners of a ring, spoiled.
  func spoil(_ ring: [SIMD2<Double>], _ random: inout SplitMix, size: Double) -> [SIMD2<Double>] {
    switch self {
    case .noise:
      return ring.map {
        $0 + SIMD2(random.double(in: -size...size), random.double(in: -size...size))
      }
    case .rounding:
      return ring.map { ($0 / size).rounded(.toNearestOrAwayFromZero) * size }
    case .duplicates:
      return ring.flatMap { Array(repeating: $0, count: random.int(in: 1...3)) }
    case .spikes:
      return ring.flatMap { corner in
        random.int(in: 0...3) > 0
          ? [corner]
          : [
            corner,
            corner + SIMD2(random.double(in: -0.02...0.02), random.double(in: -0.02...0.02)),
            corner,
          ]
      }
    case .shuffled:
      var ring = ring
      if random.int(in: 0...3) == 0 { random.shuffle(&ring) }
      return ring
    }
  }
}

extension PolygonColumns {
  /// The same polygons, each ring spoiled by itself. A ring that vanishes leaves its feature without it.
  func spoiled(
    _ fault: RingFault, _ random: inout SplitMix, size: Double
  ) -> PolygonColumns {
    var result = PolygonColumns()
    for feature in 0..<featureCount {
      for ring in rings(of: feature) {
        let corners = vertices(of: ring).map { self[$0] }
        for corner in fault.spoil(corners, &random, size: size) {
          result.x.append(corner.x)
          result.y.append(corner.y)
        }
        result.endRing(isHole: ringIsHole[ring])
      }
      result.endFeature()
    }
    return result
  }
}

extension TileWorld {
  /// Each cell that belongs to somebody as a unit of its own: units with cells side by side are drawn against the
  /// rules, and do not fit themselves.
  var cells: PolygonColumns {
    var columns = PolygonColumns()
    for cell in unitOfCell.indices where unitOfCell[cell] >= 0 {
      for point in ring(ofCell: cell) {
        columns.x.append(point.x)
        columns.y.append(point.y)
      }
      columns.endRing(isHole: false)
      columns.endFeature()
    }
    return columns
  }
}
