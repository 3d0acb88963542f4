import Testing

@testable import GeoKernel

@Suite("Areas on the ellipsoid, against PROJ's geodesics")
struct EllipsoidAreaTests {
  private func measured(_ ring: [(x: Double, y: Double)]) -> Double {
    let sines = EllipsoidMeasure.authalicSines(latitudes: ring.map(\.y))
    return ring.indices.reduce(0) { sum, index in
      let next = (index + 1) % ring.count
      return sum
        + EllipsoidMeasure.areaUnderSide(
          from: (ring[index].x, sines[index]), to: (ring[next].x, sines[next]))
    }
  }

  /// Geodesics between so many points of each side that they follow the straight line in degrees.
  private func oracle(_ ring: [(x: Double, y: Double)]) -> Double {
    let steps = 16
    var dense: [(x: Double, y: Double)] = []
    for (from, to) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
      for step in 0..<steps {
        let share = Double(step) / Double(steps)
        dense.append((from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)))
      }
    }
    var geodesic = Geodesic()
    return geodesic.area(longitudes: dense.map(\.x), latitudes: dense.map(\.y))
  }

  /// A star-shaped ring around a centre whose sides are shorter than five kilometres.
  private func ring(
    around centre: (x: Double, y: Double), radius: Double, corners: Int,
    _ random: inout SplitMix
  ) -> [(x: Double, y: Double)] {
    (0..<corners).map { corner in
      let angle = 2 * Double.pi * Double(corner) / Double(corners)
      let reach = radius * Double.random(in: 0.9...1, using: &random)
      let east = reach * cosine(angle) / cosine(centre.y * .pi / 180)
      return (centre.x + east, centre.y + reach * cosine(angle - .pi / 2))
    }
  }

  /// Taylor's series: tests need no other library for it.
  private func cosine(_ angle: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    for order in 1...30 {
      term *= -angle * angle / Double((2 * order - 1) * 2 * order)
      sum += term
    }
    return sum
  }

  @Test("rings of a few metres to tens of kilometres agree within 1e-7")
  func randomRings() {
    var random = SplitMix(seed: 2_154)
    var largest = 0.0
    for round in 0..<1_500 {
      let corners = Int.random(in: 3...200, using: &random)
      // The longest side is about 2πr / corners, or r√3 for a triangle: 3 to 4500 m.
      let side = 4_500 * Double.random(in: 0.03...1, using: &random)
      let radius = side * Double(corners) / 7.5 / 111_320 * Double(round % 10 + 1) / 10
      let centre = (
        x: Double.random(in: -180...180, using: &random),
        y: Double.random(in: -55...55, using: &random)
      )
      let ring = ring(around: centre, radius: radius, corners: corners, &random)
      let exact = oracle(ring)
      #expect(exact > 0)
      largest = max(largest, abs(measured(ring) - exact) / exact)
    }
    print("largest relative difference of areas: \(largest)")
    #expect(largest < 1e-7)
  }

  @Test("an area changes sign with the direction of the ring")
  func direction() {
    let ring = [(x: 2.0, y: 48.0), (x: 2.02, y: 48.0), (x: 2.01, y: 48.02)]
    #expect(measured(ring) > 0)
    #expect(abs(measured(ring) + measured(ring.reversed())) < 1e-6)
  }

  @Test("a ring across the antimeridian has the area of the same ring elsewhere")
  func antimeridian() {
    let away = [
      (x: -0.01, y: -13.3), (x: 0.01, y: -13.3), (x: 0.01, y: -13.28), (x: -0.01, y: -13.28),
    ]
    let across = away.map { (x: $0.x < 0 ? $0.x + 180 : $0.x - 180, y: $0.y) }
    #expect(abs(measured(across) / measured(away) - 1) < 1e-9)
  }

  @Test("a long side cut anywhere has the area of its parts")
  func cutSides() {
    var random = SplitMix(seed: 2)
    for _ in 0..<500 {
      let triangle = (0..<3).map { _ in
        (
          x: Double.random(in: 2...2.1, using: &random),
          y: Double.random(in: 45...45.1, using: &random)
        )
      }
      let share = Double.random(in: 0...1, using: &random)
      let (from, to) = (triangle[0], triangle[1])
      let cut = (x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y))
      let whole = measured(triangle)
      #expect(abs(measured([from, cut] + triangle[1...]) - whole) < 1)
    }
  }

  @Test("a square cut in two has the sum of its halves, wherever the cut goes")
  func additivity() {
    var random = SplitMix(seed: 1)
    for _ in 0..<500 {
      let x = Double.random(in: -6...9, using: &random)
      let y = Double.random(in: 42...51, using: &random)
      let low = (x: x + Double.random(in: 0...0.03, using: &random), y: y)
      let high = (x: x + Double.random(in: 0...0.03, using: &random), y: y + 0.03)
      let whole = [(x: x, y: y), low, (x + 0.03, y), (x + 0.03, y + 0.03), high, (x, y + 0.03)]
      let left = [(x: x, y: y), low, high, (x, y + 0.03)]
      let right = [low, (x + 0.03, y), (x + 0.03, y + 0.03), high]
      let sum = measured(left) + measured(right)
      #expect(abs(measured(whole) / sum - 1) < 1e-10)
    }
  }

  /// Between two parallels the area of a strip is known in closed form; a cell of a hundredth of a
  /// degree at the equator has sides along the equator and meridians, which are geodesics, and one
  /// along a parallel whose bulge is below a millionth of a square metre.
  @Test("a hundredth of a degree at the equator is 1.2309 square kilometres")
  func equatorialCell() {
    let cell = [(x: 0.0, y: 0.0), (x: 0.01, y: 0.0), (x: 0.01, y: 0.01), (x: 0.0, y: 0.01)]
    // a · M(0) · (π/18000)² with M(0) = a(1 − e²): 6378137² × 0.99330562 × 3.0461742e-8
    let expected = 6_378_137.0 * 6_378_137 * 0.993_305_620_01 * 3.046_174_198e-8
    #expect(abs(measured(cell) / expected - 1) < 1e-7)
  }

  @Test("no area under a side of no length or along a meridian")
  func degenerate() {
    let sines = EllipsoidMeasure.authalicSines(latitudes: [48, 49])
    #expect(EllipsoidMeasure.areaUnderSide(from: (2, sines[0]), to: (2, sines[0])) == 0)
    #expect(EllipsoidMeasure.areaUnderSide(from: (2, sines[0]), to: (2, sines[1])) == 0)
  }
}
