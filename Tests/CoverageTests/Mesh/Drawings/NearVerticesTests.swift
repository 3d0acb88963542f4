import Testing

@testable import Coverage
@testable import GeoKernel

@Suite("Vertices of drawings that are nearly those of units")
struct NearVerticesTests {
  private static let tolerance = 1e-9

  private func units(_ positions: [SIMD2<Double>]) -> VertexTable {
    var table = VertexTable(expected: positions.count)
    for position in positions { _ = table.id(position.x, position.y, after: -1) }
    return table
  }

  private func snapped(
    _ drawn: [SIMD2<Double>], to units: [SIMD2<Double>], tolerance: Double = tolerance
  ) -> [SIMD2<Double>] {
    var columns = PolygonColumns(x: drawn.map { $0.x }, y: drawn.map { $0.y })
    let table = self.units(units)
    let ids = NearVertices.snap(&columns, to: table, tolerance: tolerance)
    #expect(ids == drawn.indices.map { table.find(columns[$0]) ?? .missing })
    return drawn.indices.map { columns[$0] }
  }

  @Test("within tolerance a vertex goes onto the unit's, to the bit; beyond it stays")
  func within() {
    let unit = SIMD2(2.345, 46.789)
    let near = [unit + SIMD2(0.9e-9, 0), unit - SIMD2(0.6e-9, 0.6e-9), unit]
    #expect(snapped(near, to: [unit]) == [unit, unit, unit])
    let far = [unit + SIMD2(1.1e-9, 0), unit + SIMD2(0.8e-9, 0.8e-9)]
    #expect(snapped([far[0]], to: [unit]) == [far[0]])
    #expect(snapped([far[1]], to: [unit]) == [far[1]])
  }

  @Test("vertices of drawings near each other, and near no unit, become one")
  func together() {
    let drawn = [SIMD2(2.5, 46.5), SIMD2(2.5 + 0.7e-9, 46.5), SIMD2(2.5, 46.5 - 0.7e-9)]
    #expect(Set(snapped(drawn, to: [SIMD2(9, 9)]).map { "\($0)" }).count == 1)
  }

  /// Negative coordinates, the corners of cells, degrees and metres.
  @Test("it finds the near one wherever on the plane it lies")
  func everywhere() {
    var random = SplitMix(seed: 1)
    for (scale, tolerance) in [(1e-9, 1e-9), (1, 1e-9), (180, 1e-9), (7e6, 1e-4), (1e9, 1e-4)] {
      for _ in 0..<200 {
        let unit = SIMD2(random.double(in: -scale...scale), random.double(in: -scale...scale))
        let angle = SIMD2(random.double(in: -0.7...0.7), random.double(in: -0.7...0.7))
        let near = unit + tolerance * angle
        #expect(snapped([near], to: [unit], tolerance: tolerance) == [unit])
      }
    }
  }

  @Test("numbers beyond any map end in no crash")
  func extremes() {
    let drawn = [
      SIMD2(1e300, -1e300), SIMD2(.greatestFiniteMagnitude, 0), SIMD2(0, .leastNonzeroMagnitude),
    ]
    #expect(snapped(drawn, to: [SIMD2(-1e300, 1e300), SIMD2(3, 4)]).count == 3)
  }

  /// Laws, where units are apart by several tolerances: nothing moves farther than two tolerances; what
  /// is alone near a unit's vertex is on it; what is near nothing does not move.
  @Test("laws on random clusters", arguments: 1...50 as ClosedRange<UInt64>)
  func laws(seed: UInt64) {
    var random = SplitMix(seed: seed)
    func offset(_ size: Double) -> SIMD2<Double> {
      SIMD2(random.double(in: -size...size), random.double(in: -size...size))
    }
    let units = (0..<40).map { (index: Int) -> SIMD2<Double> in
      let (column, row) = (Double(index % 8), Double(index / 8))
      return SIMD2(2 + column * 8e-9, 46 + row * 8e-9)
    }
    let drawn = (0..<60).map { units[$0 % 40] + offset($0 < 40 ? 2e-9 : 4e-9) }
    let moved = snapped(drawn, to: units)
    func distance(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double {
      let offset = a - b
      return (offset * offset).sum().squareRoot()
    }
    for (index, (before, after)) in zip(drawn, moved).enumerated() {
      #expect(distance(before, after) <= 2 * Self.tolerance + 1e-14)
      let others = drawn.indices.filter { $0 != index }.map { distance(drawn[$0], before) }
      guard others.min() ?? 1 > 2.1 * Self.tolerance else { continue }
      let unit = units.min { distance($0, before) < distance($1, before) }!
      let isNear = distance(unit, before) < Self.tolerance
      #expect(after == (isNear ? unit : before))
    }
  }
}
