import Testing

@testable import GeoKernel

@Suite("Arcs become segments")
struct ArcDrawingTests {
  /// A polygon of one compound ring: a half of a circle of radius 2 around (2, 0), and its diameter.
  private func drawn(little: Bool = true) -> [UInt8] {
    var wkb = WKBBytes(little: little)
    wkb.head(10)
    wkb.word(1)
    wkb.head(9)
    wkb.word(2)
    wkb.head(8)
    wkb.word(3)
    for value in [4.0, 0, 2, 2, 0, 0] { wkb.double(value) }
    wkb.head(2)
    wkb.word(2)
    for value in [0.0, 0, 4, 0] { wkb.double(value) }
    return wkb.bytes
  }

  @Test("a half disc has the area of one, its given points, and no vertex off the circle")
  func halfDisc() throws {
    for little in [true, false] {
      let columns = try WKBReading(drawn(little: little)).columns
      var twice = 0.0
      for vertex in 0..<columns.vertexCount {
        let next = (vertex + 1) % columns.vertexCount
        twice += columns.x[vertex] * columns.y[next] - columns.x[next] * columns.y[vertex]
        let (x, y) = (columns.x[vertex] - 2, columns.y[vertex])
        #expect(abs((x * x + y * y).squareRoot() - 2) < 1e-12)
      }
      #expect(abs(twice / 2 - 2 * Double.pi) < 1e-5)
      #expect(columns[0] == SIMD2(4, 0))
      #expect((0..<columns.vertexCount).contains { columns[$0] == SIMD2(2, 2) })
    }
  }

  @Test("no side leaves its arc by more than the tolerance", arguments: [true, false])
  func tolerance(isGeographic: Bool) throws {
    var arcs = ArcDrawing(isGeographic: isGeographic)
    for radius in [1e-7, 0.01, 0.3, 40.0, 1e4] {
      var columns = PolygonColumns()
      columns.x.append(radius)
      columns.y.append(0)
      try arcs.append(
        SIMD2(radius, 0), SIMD2(0, radius), SIMD2(-radius, 0), to: &columns)
      for vertex in 1..<columns.vertexCount {
        let middle = (columns[vertex - 1] + columns[vertex]) / 2
        let distance = (middle.x * middle.x + middle.y * middle.y).squareRoot()
        #expect(radius - distance <= arcs.tolerance * 1.000001 + radius * 1e-12)
      }
    }
  }

  @Test("an arc has the same vertices from either end")
  func bothWays() throws {
    var random = SplitMix(seed: 8)
    for _ in 0..<200 {
      let points = (0..<3).map { _ in
        SIMD2(Double(random.int(in: 0...999)) / 1e3, Double(random.int(in: 0...999)) / 1e3)
      }
      var arcs = ArcDrawing()
      var (there, back) = (PolygonColumns(), PolygonColumns())
      try arcs.append(points[0], points[1], points[2], to: &there)
      try arcs.append(points[2], points[1], points[0], to: &back)
      #expect(Array(there.x.dropLast()) == Array(back.x.dropLast().reversed()))
      #expect(Array(there.y.dropLast()) == Array(back.y.dropLast().reversed()))
    }
  }

  @Test("points on a line are a line, and an arc that would take too many segments is refused")
  func degenerate() throws {
    var arcs = ArcDrawing()
    var columns = PolygonColumns()
    try arcs.append(SIMD2(0, 0), SIMD2(1, 1), SIMD2(2, 2), to: &columns)
    #expect(columns.x == [1, 2] && columns.y == [1, 2])
    #expect(throws: WKBFault.tooManyVertices) {
      try arcs.append(SIMD2(0, 0), SIMD2(1e300, 1), SIMD2(2e300, 1e200), to: &columns)
      for _ in 0..<100_000 {
        try arcs.append(SIMD2(0, 0), SIMD2(9e5, 9e5), SIMD2(2e6, 0), to: &columns)
      }
    }
  }

  @Test("cut anywhere, it is refused")
  func cut() throws {
    let whole = drawn()
    for count in 1..<whole.count {
      #expect(throws: WKBFault.self) { try WKBReading(Array(whole[..<count])) }
    }
  }
}
