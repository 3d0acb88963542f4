import Testing

@testable import Coverage

@Suite("Points lie in pieces")
struct PointScanTests {
  /// The pieces of each point, by a walk around all rings.
  private func oracle(_ pieces: CrookedPieces, _ layer: PopulationGrid.Layer) -> [[Int32]] {
    (0..<layer.count).map { index in
      let point = layer.centre(of: index)
      return pieces.rings.indices.filter { piece in
        pieces.rings[piece].reduce(0) { $0 + winding(of: $1, around: point) } > 0
      }.map { Int32($0) }
    }
  }

  /// Sides have their lower end but not their upper one, and own the points on them.
  private func winding(of ring: [SIMD2<Double>], around point: SIMD2<Double>) -> Int {
    sides(of: ring).reduce(0) { sum, side in
      let isUp = side.from.y < side.to.y
      let (low, high) = isUp ? (side.from, side.to) : (side.to, side.from)
      guard low.y <= point.y, point.y < high.y else { return sum }
      let across =
        (point.y - low.y) * (high.x - low.x) - (point.x - low.x) * (high.y - low.y)
      return across > 0 ? sum : sum + (isUp ? -1 : 1)
    }
  }

  private func found(_ layer: PopulationGrid.Layer, _ sides: [DirectedSide]) -> [[Int32]] {
    var pieces: [[Int32]] = Array(repeating: [], count: layer.count)
    var previous = (Int32(-1), Int32(-1))
    for share in layer.shares(of: sides) {
      #expect(share.fraction == 1 && previous < (share.cell, share.piece))
      previous = (share.cell, share.piece)
      pieces[Int(share.cell)].append(share.piece)
    }
    return pieces
  }

  @Test("anywhere, each point is in one piece", arguments: 1...12 as ClosedRange<UInt64>)
  func anywhere(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let pieces = CrookedPieces(&random, tile: 100)
    let layer = pointLayer(
      (0..<random.int(in: 1...300)).map { _ in
        SIMD2(
          random.double(in: 0...pieces.extent.x - 1), random.double(in: 0...pieces.extent.y - 1))
      })
    let expected = oracle(pieces, layer)
    #expect(expected.allSatisfy { $0.count == 1 })
    #expect(found(layer, pieces.sides) == expected, "seed \(seed)")
  }

  @Test(
    "on borders and on corners too, whichever way they are walked",
    arguments: 1...12 as ClosedRange<UInt64>)
  func onBorders(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let pieces = CrookedPieces(&random, tile: 4, snap: 1)
    let layer = pointLayer(
      (0..<Int(pieces.extent.y)).flatMap { y in
        (0..<Int(pieces.extent.x)).map { SIMD2(Double($0), Double(y)) }
      })
    var sides = pieces.sides
    random.shuffle(&sides)
    let pieceOfPoint = found(layer, sides)
    #expect(pieceOfPoint.allSatisfy { $0.count == 1 }, "seed \(seed)")
    #expect(pieceOfPoint == oracle(pieces, layer), "seed \(seed)")
  }

  @Test("pieces asked for one by one count each point once, as together")
  func oneByOne() {
    var random = SplitMix(seed: 8)
    let pieces = CrookedPieces(&random, tile: 4, snap: 1)
    let layer = pointLayer((0..<900).map { SIMD2(Double($0 % 30), Double($0 / 30)) })
    var scan = GridScan(layer)
    var count = 0
    for (piece, rings) in pieces.rings.enumerated() {
      count += scan.shares(of: rings.flatMap { sides(of: $0, piece: Int32(piece)) }).count
    }
    #expect(count == 900)
  }

  @Test("points on one place, or on one line, are found all the same")
  func degenerate() {
    let piece = rectangle(west: 10, south: 10, east: 20, north: 20)
    #expect(pointLayer([]).shares(of: piece) == [])
    let same = pointLayer(Array(repeating: SIMD2(15, 15), count: 100))
    #expect(same.shares(of: piece).map { $0.cell } == Array(0..<100))
    let line = pointLayer((0..<100).map { SIMD2(15, Double($0)) })
    #expect(line.shares(of: piece).count == 10)
    let level = pointLayer((0..<100).map { SIMD2(Double($0), 10) })
    #expect(level.shares(of: piece).count == 10)
    let outlier = pointLayer([SIMD2(1e9, 1e9)] + (0..<100).map { SIMD2(Double($0), 15) })
    #expect(outlier.shares(of: piece).count == 10)
  }

  @Test("sides that are nowhere, or giant, do no harm")
  func hostile() {
    let layer = pointLayer((0..<100).map { SIMD2(Double($0 % 10), Double($0 / 10)) })
    let broken = sides(of: ring((0, 0), (.nan, 0), (1, .infinity)))
    #expect(layer.shares(of: broken) == [])
    let all = rectangle(west: -1e90, south: -1e90, east: 1e90, north: 1e90)
    #expect(layer.shares(of: all).count == 100)
    let apart = rectangle(west: 1e80, south: 1e80, east: 1e90, north: 1e90)
    #expect(layer.shares(of: apart) == [])
  }
}
