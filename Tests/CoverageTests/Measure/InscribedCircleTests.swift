import GeoKernel
import Testing

@testable import Coverage

@Suite("Widths: the largest inscribed circle")
struct InscribedCircleTests {
  private typealias Ring = [(x: Double, y: Double)]

  private func region(_ rings: [(ring: Ring, isHole: Bool)]) -> PolygonColumns {
    var region = PolygonColumns()
    for (ring, isHole) in rings {
      for point in ring {
        region.x.append(point.x)
        region.y.append(point.y)
      }
      region.endRing(isHole: isHole)
    }
    region.endFeature()
    return region
  }

  private func width(_ ring: Ring, holes: [Ring] = []) -> Double {
    InscribedCircle.diameter(of: region([(ring, false)] + holes.map { ($0, true) }))
  }

  private func isClose(_ width: Double, _ expected: Double) -> Bool {
    width <= expected * (1 + 1e-9) && width >= expected - InscribedCircle.slack(expected)
  }

  private func rectangle(_ width: Double, _ height: Double, at x: Double = 0) -> Ring {
    [(x, 0), (x + width, 0), (x + width, height), (x, height)]
  }

  /// Turned by the angle whose sine and cosine are 3/5 and 4/5.
  private func turned(_ ring: Ring) -> Ring {
    ring.map { (0.8 * $0.x - 0.6 * $0.y, 0.6 * $0.x + 0.8 * $0.y) }
  }

  @Test("shapes whose width everybody knows")
  func knownShapes() {
    #expect(isClose(width(rectangle(100, 100)), 100))
    #expect(isClose(width(rectangle(10_000, 5)), 5))
    #expect(isClose(width(turned(rectangle(10_000, 5))), 5))
    // A right triangle of sides 3, 4, 5 holds a circle of diameter 2.
    #expect(isClose(width([(0, 0), (300, 0), (0, 400)]), 200))
    // An L of arms 10 wide: in its corner, (2 − √2) × 10 is the radius that the inner corner allows.
    let l: Ring = [(0, 0), (100, 0), (100, 10), (10, 10), (10, 100), (0, 100)]
    #expect(isClose(width(l), 20 * (2 - 2.0.squareRoot())))
  }

  @Test("a square around a square hole is as wide as the corner between them")
  func ringWithHole() {
    let hole: Ring = [(30, 30), (70, 30), (70, 70), (30, 70)]
    // Centre (c, c), tangent to both outer sides, touching the hole's corner: c = (30 − c)√2.
    let radius = 30 * 2.0.squareRoot() / (1 + 2.0.squareRoot())
    #expect(isClose(width(rectangle(100, 100), holes: [hole]), 2 * radius))
  }

  @Test("of several polygons the widest counts, and of none nothing")
  func severalPolygons() {
    let two = region([(rectangle(1_000, 3), false), (rectangle(20, 20, at: 2_000), false)])
    #expect(isClose(InscribedCircle.diameter(of: two), 20))
    #expect(InscribedCircle.diameter(of: PolygonColumns()) == 0)
    #expect(width([(0, 0), (10, 0), (20, 0)]) == 0)
  }

  @Test(
    "random polygons, slivers and stars, with and without a hole, agree with GEOS",
    arguments: 1...60 as ClosedRange<UInt64>)
  func againstGEOS(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let (region, expected) = try star(&random)
    let measured = InscribedCircle.diameter(of: region)
    #expect(abs(measured - expected) <= InscribedCircle.slack(expected) + 2e-3)
  }

  @Test(
    "which bounds a width reaches is what GEOS says, whether the width is asked for or not",
    arguments: 1...60 as ClosedRange<UInt64>)
  func bounds(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let (region, expected) = try star(&random)
    let bounds = (0..<3).map { _ in expected * random.double(in: 0.2...2) }.sorted()
    for question in [WidthQuestion.only(bounds), .width(telling: bounds)] {
      let measured = InscribedCircle.diameter(of: region, asking: question)
      #expect(measured <= expected + 2e-3)
      for bound in bounds where abs(expected - bound) > 0.015 {
        #expect((measured >= bound) == (expected >= bound))
      }
      guard question.isForWidth else { continue }
      #expect(measured >= expected - InscribedCircle.slack(expected) - 2e-3)
    }
  }

  @Test("no circle is wider than a region is tall", arguments: 1...60 as ClosedRange<UInt64>)
  func tallest(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let (region, width) = try star(&random)
    let sides = TurnedSides(0..<region.ringEnds.count, of: region)
    #expect(sides.tallest >= width - 2e-3)
    #expect(sides.tallest <= (sides.high - sides.low).y + 1e-9)
  }

  @Test("a comb of long teeth, one above the other, takes no square of them")
  func comb() {
    // Each tooth is 1 metre high and a little longer than the one below it.
    let teeth = 50_000
    var ring: Ring = [(-3, 0)]
    for tooth in 0..<teeth {
      let (low, tip) = (2 * Double(tooth), 5_000_000 + Double(tooth))
      ring += [(tip, low), (tip, low + 1), (0, low + 1), (0, low + 2)]
    }
    ring.append((-3, 2 * Double(teeth)))
    #expect(TurnedSides(0..<1, of: region([(ring, false)])).tallest == .infinity)
    let strip = TurnedSides(0..<1, of: region([(turned(rectangle(10_000, 5)), false)]))
    #expect(abs(strip.tallest - 5) < 1e-6)
  }

  @Test("where no bound is asked about, nothing is searched")
  func noBounds() {
    let square = region([(rectangle(100, 100), false)])
    #expect(InscribedCircle.diameter(of: square, asking: .only([])) == 0)
    #expect(WidthQuestion.only([50]).beyond(50) == .infinity)
  }

  /// A star, half of the time with a hole of its shape, that is valid; and its width by GEOS.
  private func star(
    _ random: inout SplitMix
  ) throws -> (region: PolygonColumns, width: Double) {
    while true {
      let corners = random.int(in: 3...40)
      let thickness = [1, 0.2, 0.01][random.int(in: 0...2)]
      let ring: Ring = (0..<corners).map { corner in
        let reach = random.double(in: 200...1000)
        let angle = direction(Double(corner) / Double(corners) * 4)
        return (reach * angle.x, reach * angle.y * thickness)
      }
      let hole: Ring = ring.map { ($0.x / 2, $0.y / 2) }
      let holes = random.int(in: 0...1) == 0 ? [] : [(turned(hole), true)]
      let region = region([(turned(ring), false)] + holes)
      let shape = try Shape.polygons(0, of: region, in: GEOSContext())
      if try shape.isValid() { return (region, try shape.width(tolerance: 1e-3)) }
    }
  }

  /// Points of a diamond, for a whole turn of four: tests need no trigonometry.
  private func direction(_ turn: Double) -> (x: Double, y: Double) {
    switch turn {
    case ..<1: (1 - turn, turn)
    case ..<2: (1 - turn, 2 - turn)
    case ..<3: (turn - 3, 2 - turn)
    default: (turn - 3, turn - 4)
    }
  }
}
