import Testing

@testable import GeoKernel

@Suite("Lengths on the ellipsoid, against PROJ's geodesics")
struct EllipsoidLengthTests {
  private func oracle(
    _ from: (longitude: Double, latitude: Double), _ to: (longitude: Double, latitude: Double)
  ) -> Double {
    var geodesic = Geodesic()
    return geodesic.length((from.longitude, from.latitude), (to.longitude, to.latitude))
  }

  @Test(
    "sides up to twenty kilometres agree within 1e-9",
    arguments: [(-55.0, 55.0), (41.0, 51.5), (60.0, 84.0)])
  func shortSides(south: Double, north: Double) {
    var random = SplitMix(seed: 4_326)
    var largest = 0.0
    var longest = 0.0
    for _ in 0..<20_000 {
      let from = (
        longitude: Double.random(in: -180...180, using: &random),
        latitude: Double.random(in: south...north, using: &random)
      )
      let reach = Double.random(in: 0.000_1...0.18, using: &random)
      let to = (
        longitude: from.longitude + reach * Double.random(in: -1...1, using: &random),
        latitude: from.latitude + reach * Double.random(in: -1...1, using: &random)
      )
      let exact = oracle(from, to)
      guard exact > 1, exact < 20_000 else { continue }
      longest = max(longest, exact)
      largest = max(largest, abs(EllipsoidMeasure.length(from, to) - exact) / exact)
    }
    print("largest relative difference of lengths, \(south) to \(north): \(largest)")
    #expect(longest > 19_000)
    #expect(largest < 1e-9)
  }

  @Test("long sides, and sides near a pole, are PROJ's own")
  func longSides() {
    for (from, to) in [
      ((2.35, 48.85), (7.75, 48.58)), ((2.35, 48.85), (2.35, 43.3)), ((10, 86), (10.1, 86.1)),
      ((-61.5, 16.2), (55.5, -21.1)),
    ] {
      #expect(EllipsoidMeasure.length(from, to) == oracle(from, to))
    }
  }

  @Test("a side across the antimeridian is short")
  func antimeridian() {
    let length = EllipsoidMeasure.length((179.95, -13.3), (-179.95, -13.3))
    #expect(abs(length / oracle((179.95, -13.3), (-179.95, -13.3)) - 1) < 1e-9)
    #expect(length < 11_000)
  }

  @Test("a length is the same both ways, and nothing from a point to itself")
  func symmetry() {
    let brest = (longitude: -4.49, latitude: 48.39)
    let near = (longitude: -4.41, latitude: 48.45)
    #expect(abs(EllipsoidMeasure.length(brest, near) - EllipsoidMeasure.length(near, brest)) < 1e-7)
    #expect(EllipsoidMeasure.length(brest, brest) == 0)
  }

  @Test("metres of one degree are those of a short side")
  func metresPerUnit() {
    for latitude in stride(from: -60.0, through: 60, by: 7.5) {
      let unit = EllipsoidMeasure.metresPerUnit(atLatitude: latitude)
      let east = oracle((0, latitude), (1e-4, latitude)) / 1e-4
      let north = oracle((0, latitude - 5e-5), (0, latitude + 5e-5)) / 1e-4
      #expect(abs(unit.x / east - 1) < 1e-8)
      #expect(abs(unit.y / north - 1) < 1e-8)
    }
    #expect(EllipsoidMeasure.metresPerUnit(atLatitude: nil) == (1, 1))
  }
}
