import Testing

@testable import Coverage
@testable import GeoKernel

@Suite("Long sides drawn in another reference system")
struct LongSidesTests {
  private let lambert = DeclaredReference.other("EPSG:2154")

  private func layer(_ ring: [(Double, Double)]) -> DrawnLayer {
    DrawnLayer(drawing((ring, false)), in: lambert)
  }

  private func bent(
    _ layer: DrawnLayer, isUnitSide: Bool = false
  ) throws -> (moved: PolygonColumns, bent: PolygonColumns) {
    let moved = try layer.brought(to: .wgs84).moved
    return (
      moved, try LongSides.bent(layer, moved, to: .wgs84, isUnitSide: { _, _ in isUnitSide })
    )
  }

  /// The middle of each side in degrees, brought back to metres, lies on what was drawn.
  @Test("a side of 90 km stays within a centimetre of what was drawn")
  func straight() throws {
    // As far north as France goes, where a parallel bends most.
    let layer = layer([(600_000, 7_020_000), (690_000, 7_020_000), (650_000, 7_100_000)])
    let (moved, bent) = try bent(layer)
    #expect(bent.vertexCount > moved.vertexCount + 300)
    #expect(bent.ringEnds == [Int32(bent.vertexCount)] && bent.featureEnds == [1])
    let next = bent.x.indices.map { ($0 + 1) % bent.vertexCount }
    var x = bent.x.indices.map { (bent.x[$0] + bent.x[next[$0]]) / 2 }
    var y = bent.y.indices.map { (bent.y[$0] + bent.y[next[$0]]) / 2 }
    try Projection(from: "EPSG:4326", to: "EPSG:2154").transform(x: &x, y: &y)
    let farthest = x.indices.map { place in
      (0..<3).map { side in
        let (a, b) = (layer.polygons[side], layer.polygons[(side + 1) % 3])
        let (way, offset) = (b - a, SIMD2(x[place], y[place]) - a)
        return abs(way.x * offset.y - way.y * offset.x) / (way * way).sum().squareRoot()
      }.min()!
    }.max()!
    #expect(farthest < 0.01)
    #expect(farthest > 0.001, "fewer points would do")
  }

  @Test("without points in between it would be metres away")
  func unbent() throws {
    let layer = layer([(600_000, 6_600_000), (690_000, 6_600_000), (650_000, 6_680_000)])
    let moved = try layer.brought(to: .wgs84).moved
    var (x, y) = ([(moved.x[0] + moved.x[1]) / 2], [(moved.y[0] + moved.y[1]) / 2])
    try Projection(from: "EPSG:4326", to: "EPSG:2154").transform(x: &x, y: &y)
    #expect(abs(y[0] - 6_600_000) > 10)
  }

  @Test("short sides and sides of units are left as they are")
  func untouched() throws {
    let short = layer([(600_000, 6_600_000), (600_400, 6_600_000), (600_400, 6_600_400)])
    let (moved, same) = try bent(short)
    #expect(same.x == moved.x)
    let long = layer([(600_000, 6_600_000), (690_000, 6_600_000), (650_000, 6_680_000)])
    let (given, kept) = try bent(long, isUnitSide: true)
    #expect(kept.x == given.x)
  }

  @Test("the vertices drawn keep their order, ring after ring")
  func order() throws {
    var polygons = drawing(
      (rectangle(600_000, 6_600_000, 610_000, 6_610_000), false),
      (rectangle(602_000, 6_602_000, 602_100, 6_602_100), true))
    polygons.append(drawing((rectangle(700_000, 6_600_000, 703_000, 6_603_000), false)))
    let layer = DrawnLayer(polygons, in: lambert)
    let (moved, bent) = try bent(layer)
    #expect(bent.featureEnds == [2, 3] && bent.ringIsHole == [false, true, false])
    var rest = bent.x[...]
    for x in moved.x {
      let place = try #require(rest.firstIndex(of: x))
      rest = rest[(place + 1)...]
    }
  }

  @Test("sides that would need millions of points are refused, with the cure")
  func tooLong() {
    let layer = layer([(-9e8, 0), (9e8, 0), (9e8, 9e8), (-9e8, 9e8)])
    let fault = fault {
      _ = try LongSides.bent(layer, layer.polygons, to: .wgs84, isUnitSide: { _, _ in false })
    }
    #expect(fault?.path == "t.geojson")
    #expect(fault?.problem.english.hasPrefix("sides too long: more than 4000000") == true)
  }
}
