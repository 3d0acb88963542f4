import Testing

@testable import Coverage

/// The scan against clipping, on crooked tiles with holes, several parts, and vertices that only one
/// neighbour has.
@Suite("Shares of cells, held to clipping")
struct GridScanOracleTests {
  /// Tiles smaller than cells, as large, larger; corners anywhere, on corners of cells, on their sides.
  private static let worlds: [(tile: Double, snap: Double)] = [
    (30, 0), (100, 0), (470, 0), (100, 50), (300, 100), (400, 50), (30, 10),
  ]

  private func oracle(
    _ pieces: CrookedPieces, _ layer: PopulationGrid.Layer
  ) -> [[Double]] {
    layer.squares.map { square in
      pieces.rings.map { rings in rings.reduce(0) { $0 + square.share(of: $1) } }
    }
  }

  private func expectEqual(
    _ shares: [CellShare], _ expected: [[Double]], _ comment: Comment,
    _ location: SourceLocation = #_sourceLocation
  ) {
    var found = expected.map { $0.map { _ in 0.0 } }
    var previous = (Int32(-1), Int32(-1))
    for share in shares {
      #expect(previous < (share.cell, share.piece), comment, sourceLocation: location)
      #expect(share.fraction > 0 && share.fraction <= 1, comment, sourceLocation: location)
      previous = (share.cell, share.piece)
      found[Int(share.cell)][Int(share.piece)] = share.fraction
    }
    let error = zip(found, expected).reduce(0.0) { worst, cell in
      zip(cell.0, cell.1).reduce(worst) { max($0, abs($1.0 - $1.1)) }
    }
    #expect(error < 1e-9, comment, sourceLocation: location)
    let gap = found.reduce(0.0) { max($0, abs($1.reduce(0, +) - 1)) }
    #expect(gap < 1e-9, "pieces do not add up; \(comment)", sourceLocation: location)
  }

  @Test(
    "shares are those of clipping, and pieces that tile the ground add up to 1",
    arguments: worlds, 1...6 as ClosedRange<UInt64>)
  func clipping(world: (tile: Double, snap: Double), seed: UInt64) {
    var random = SplitMix(seed: seed)
    let pieces = CrookedPieces(&random, tile: world.tile, snap: world.snap)
    let layer = cellLayer(
      rows: 0..<Int(pieces.extent.y / 100), columns: 0..<Int(pieces.extent.x / 100))
    let expected = oracle(pieces, layer)
    expectEqual(layer.shares(of: pieces.sides), expected, "seed \(seed), \(world)")
  }

  @Test("the order of the sides does not matter", arguments: 1...6 as ClosedRange<UInt64>)
  func order(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let pieces = CrookedPieces(&random, tile: 170)
    let layer = cellLayer(rows: 0..<10, columns: 0..<14)
    let expected = oracle(pieces, layer)
    var sides = pieces.sides
    random.shuffle(&sides)
    expectEqual(layer.shares(of: sides), expected, "seed \(seed)")
  }

  @Test("cells that the table lacks change nothing for the others", arguments: 1...12)
  func sparse(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let pieces = CrookedPieces(&random, tile: [60, 250, 700][seed % 3])
    let rows = Int(pieces.extent.y / 100)
    let columns = Int(pieces.extent.x / 100)
    let all = (0..<rows).flatMap { row in (0..<columns).map { (row: row, column: $0) } }
    let layer = cellLayer(all.filter { _ in random.int(in: 0...seed) == 0 })
    expectEqual(layer.shares(of: pieces.sides), oracle(pieces, layer), "seed \(seed)")
  }

  @Test("a world moved by whole cells has the same shares", arguments: 1...6 as ClosedRange<UInt64>)
  func moved(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let pieces = CrookedPieces(&random, tile: 230)
    let here = cellLayer(rows: 0..<18, columns: 0..<20)
    let there = cellLayer(rows: 20_000..<20_018, columns: 41_000..<41_020)
    let shares = here.shares(of: pieces.sides)
    let moved = there.shares(of: pieces.sides.moved(by: SIMD2(4_100_000, 2_000_000)))
    let expected = oracle(pieces, here)
    expectEqual(shares, expected, "seed \(seed)")
    expectEqual(moved, expected, "moved, seed \(seed)")
  }

  @Test("rows scanned a few at a time give the same", arguments: [1, 7, 60, 100_000])
  func bounded(mostParts: Int) {
    var random = SplitMix(seed: 3)
    let pieces = CrookedPieces(&random, tile: 260)
    let layer = cellLayer(rows: 0..<20, columns: 0..<23)
    guard case .cells(let table) = layer.ground else { return }
    var scan = CellScan(table, mostParts: mostParts)
    #expect(scan.shares(of: GroupedSides(pieces.sides)) == layer.shares(of: pieces.sides))
  }

  @Test("a scan used again for other pieces gives what a new one gives")
  func reuse() {
    let layer = cellLayer(rows: 0..<12, columns: 0..<12)
    var scan = GridScan(layer)
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = SplitMix(seed: seed)
      let pieces = CrookedPieces(&random, tile: random.double(in: 20...300))
      #expect(scan.shares(of: pieces.sides) == layer.shares(of: pieces.sides), "seed \(seed)")
    }
  }
}
