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
