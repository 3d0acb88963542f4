/// Finds outlines that come so near to themselves that rounding their vertices could let sides touch
/// or cross. All others stay as valid as they are.
///
/// Rounding moves a vertex by half a step of either coordinate at most, and no point of a side further
/// than its ends. While all move to their new places together, the first contact is that of a vertex with a
/// side that does not end in it; so the two were within √2 steps of each other before.
///
/// From west to east, few sides begin before another ends: few pairs are left to be measured.
struct NarrowPlaces {
  /// One more than the √2 steps of 10⁻⁷ degrees that matter, for what floating point loses.
  private static let nearness = 1.5e-7
  /// Pairs looked at for each side, from which on an outline counts as narrow without proof: combs of
  /// long teeth would take the square of their sides.
  private static let mostVisits = 64

  private let longitudes: Column<Vertex, Double>
  private let latitudes: Column<Vertex, Double>
  private var sides: [OutlineSide] = []

  init(longitudes: Column<Vertex, Double>, latitudes: Column<Vertex, Double>) {
    self.longitudes = longitudes
    self.latitudes = latitudes
  }

  /// Whether rounding could harm an outline; never false where it does.
  ///
  /// - Complexity: O(vertices log vertices), with a few dozen pairs of sides a vertex at most.
  mutating func areFound(in outline: Outline) -> Bool {
    sides.removeAll(keepingCapacity: true)
    for index in 0..<outline.ringCount {
      let ring = outline.ring(index)
      guard var last = ring.last else { continue }
      for vertex in ring {
        sides.append(OutlineSide(last, point(last), vertex, point(vertex)))
        last = vertex
      }
    }
    sides.sort { $0.low.x < $1.low.x }
    var visitsLeft = Self.mostVisits * sides.count
    for (index, side) in sides.enumerated() {
      let reach = side.high + Self.nearness
      for next in sides[(index + 1)...] {
        guard next.low.x <= reach.x else { break }
        visitsLeft -= 1
        guard visitsLeft >= 0 else { return true }
        guard next.low.y <= reach.y, side.low.y <= next.high.y + Self.nearness else { continue }
        if side.begins(within: Self.nearness, of: next)
          || next.begins(within: Self.nearness, of: side)
        {
          return true
        }
      }
    }
    return false
  }

  private func point(_ vertex: Index<Vertex>) -> SIMD2<Double> {
    SIMD2(longitudes[vertex], latitudes[vertex])
  }
}

private struct OutlineSide {
  let from, to: Index<Vertex>
  let start, end: SIMD2<Double>
  let low, high: SIMD2<Double>

  init(_ from: Index<Vertex>, _ start: SIMD2<Double>, _ to: Index<Vertex>, _ end: SIMD2<Double>) {
    (self.from, self.start, self.to, self.end) = (from, start, to, end)
    (low, high) = (pointwiseMin(start, end), pointwiseMax(start, end))
  }

  /// Whether the start is near another side that does not end in it.
  func begins(within nearness: Double, of other: OutlineSide) -> Bool {
    guard from != other.from, from != other.to else { return false }
    let reach = nearness * nearness
    let along = other.end - other.start
    let offset = start - other.start
    let length = (along * along).sum()
    let progress = (along * offset).sum()
    if progress <= 0 { return (offset * offset).sum() <= reach }
    if progress >= length {
      let beyond = offset - along
      return (beyond * beyond).sum() <= reach
    }
    let area = along.x * offset.y - along.y * offset.x
    return area * area <= reach * length
  }
}
