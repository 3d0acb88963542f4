import Testing

@testable import GeoKernel

@Suite("Polygon columns")
struct PolygonColumnsTests {
  private func appended(
    _ ring: [(Double, Double)], to columns: inout PolygonColumns, isHole: Bool = false
  ) -> Bool {
    for (x, y) in ring {
      columns.x.append(x)
      columns.y.append(y)
    }
    return columns.endRing(isHole: isHole)
  }

  @Test("a closing vertex is dropped, an open ring is left as it is")
  func closing() {
    var closed = PolygonColumns()
    #expect(appended(squareRing, to: &closed))
    var open = PolygonColumns()
    #expect(appended(Array(squareRing.dropLast()), to: &open))
    #expect(closed.x == open.x && closed.y == open.y)
    #expect(closed.ringEnds == [4] && open.ringEnds == [4])
  }

  @Test("a closing vertex needs both coordinates equal")
  func halfClosing() {
    var columns = PolygonColumns()
    #expect(appended([(0, 0), (4, 0), (4, 4), (0, 4)], to: &columns))
    #expect(columns.x.count == 4)
    #expect(appended([(0, 0), (4, 4), (4, 0)], to: &columns))
    #expect(columns.x.count == 7)
  }

  @Test("a ring with fewer than three vertices is taken back, and nothing before it")
  func shortRings() {
    for length in 0...2 {
      var columns = PolygonColumns()
      #expect(appended(squareRing, to: &columns))
      let short = Array([(8.0, 8.0), (9.0, 9.0)].prefix(length))
      #expect(!appended(short, to: &columns))
      if let first = short.first { #expect(!appended(short + [first], to: &columns)) }
      #expect(columns.x.count == 4 && columns.y.count == 4)
      #expect(columns.ringEnds == [4] && columns.ringIsHole == [false])
    }
  }

  @Test("a ring whose vertices lie in one or two places is taken back")
  func fewPlaces() {
    let there = [(0.0, 0.0), (1.0, 2.0)]
    for ring in [[0, 0, 0, 0], [0, 1, 0, 1], [0, 1, 1, 1, 0], [0, 0, 1, 0, 0, 1]] {
      var columns = PolygonColumns()
      #expect(!appended(ring.map { there[$0] }, to: &columns))
      #expect(columns.x.isEmpty && columns.ringEnds.isEmpty)
    }
    var columns = PolygonColumns()
    #expect(appended([(0, 0), (0, 0), (1, 2), (1, 2), (0, 0), (1, 3)], to: &columns))
    #expect(columns.x.count == 6, "duplicate vertices of a ring that encloses something stay")
  }

  @Test("a feature appended from other columns is the same feature")
  func appendFeature() {
    var source = PolygonColumns()
    #expect(appended([(9, 9), (10, 9), (10, 10)], to: &source))
    source.endFeature()
    source.endFeature()
    #expect(appended(squareRing, to: &source))
    #expect(appended(holeRing, to: &source, isHole: true))
    source.endFeature()
    var columns = PolygonColumns()
    for feature in [2, 1, 0] { columns.append(feature, of: source) }
    #expect(columns.featureEnds == [2, 2, 3])
    #expect(columns.ringEnds == [4, 8, 11] && columns.ringIsHole == [false, true, false])
    #expect(columns.x == [0, 4, 4, 0, 1, 1, 2, 2, 9, 10, 10])
    #expect(columns.y == [0, 0, 4, 4, 1, 2, 2, 1, 9, 9, 10])
  }

  @Test("features partition rings, and rings partition vertices, on seeded shapes")
  func partition() {
    var random = SplitMix(seed: 7)
    var columns = PolygonColumns()
    var ringsOfFeature: [Int] = []
    for _ in 0..<200 {
      let rings = Int.random(in: 0...3, using: &random)
      for ring in 0..<rings {
        let corners = (0..<Int.random(in: 3...9, using: &random)).map { corner in
          (Double(corner), Double.random(in: 0...1, using: &random))
        }
        #expect(appended(corners, to: &columns, isHole: ring > 0))
      }
      ringsOfFeature.append(rings)
      columns.endFeature()
    }
    #expect(columns.featureCount == 200)
    #expect((0..<200).map { columns.rings(of: $0).count } == ringsOfFeature)
    #expect((0..<200).flatMap { columns.rings(of: $0) } == Array(columns.ringEnds.indices))
    let vertices = columns.ringEnds.indices.flatMap { columns.vertices(of: $0) }
    #expect(vertices == Array(0..<columns.vertexCount))
  }

  @Test("discarding the open feature leaves the closed ones, and the columns can go on")
  func discard() {
    var columns = PolygonColumns()
    #expect(appended(squareRing, to: &columns))
    columns.endFeature()
    #expect(appended(squareRing, to: &columns))
    #expect(appended(holeRing, to: &columns, isHole: true))
    columns.x.append(5)  // a ring that was not ended
    columns.y.append(5)
    columns.discardOpenFeature()
    #expect(columns.x.count == 4 && columns.y.count == 4)
    #expect(columns.ringEnds == [4] && columns.ringIsHole == [false])
    columns.endFeature()
    #expect(columns.featureEnds == [1, 1])
    #expect(columns.rings(of: 1).isEmpty)
  }

  @Test("discarding the first feature leaves nothing")
  func discardFirst() {
    var columns = PolygonColumns()
    #expect(appended(squareRing, to: &columns))
    columns.discardOpenFeature()
    #expect(columns.vertexCount == 0 && columns.ringEnds.isEmpty && columns.ringIsHole.isEmpty)
  }
}
