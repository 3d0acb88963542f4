import Testing

@testable import Coverage

/// Geometry in, shares out. Cells have sides of 100 m; cell 0 is the south-western one.
@Suite("Shares of cells, shown")
struct GridScanTests {
  private func fractions(_ layer: PopulationGrid.Layer, _ sides: [DirectedSide]) -> [Int32: Double]
  {
    Dictionary(uniqueKeysWithValues: layer.shares(of: sides).map { ($0.cell, $0.fraction) })
  }

  @Test("a rectangle across four cells")
  func fourCells() {
    let layer = cellLayer(rows: 0..<2, columns: 0..<2)
    let sides = rectangle(west: 50, south: 25, east: 200, north: 150)
    #expect(fractions(layer, sides) == [0: 0.375, 1: 0.75, 2: 0.25, 3: 0.5])
  }

  @Test("a triangle leaves half of a cell, and borders on grid lines leave nothing next door")
  func triangle() {
    let layer = cellLayer(rows: 0..<3, columns: 0..<3)
    let half = sides(of: ring((100, 100), (200, 100), (100, 200)))
    #expect(fractions(layer, half) == [4: 0.5])
    let whole = rectangle(west: 100, south: 100, east: 200, north: 200)
    #expect(fractions(layer, whole) == [4: 1])
  }

  @Test("a hole is not in the piece")
  func hole() {
    let layer = cellLayer(rows: 0..<3, columns: 0..<3)
    let shell = rectangle(west: 0, south: 0, east: 300, north: 300)
    let hole = rectangle(west: 100, south: 50, east: 200, north: 250).turned
    let expected: [Int32: Double] = [0: 1, 1: 0.5, 2: 1, 3: 1, 5: 1, 6: 1, 7: 0.5, 8: 1]
    #expect(fractions(layer, shell + hole) == expected)
  }

  @Test("two pieces share a cell and a border")
  func border() {
    let layer = cellLayer(rows: 0..<1, columns: 0..<1)
    let west = sides(of: ring((-10, 0), (20, 0), (40, 100), (-10, 100)), piece: 0)
    let east = sides(of: ring((20, 0), (110, 0), (110, 100), (40, 100)), piece: 1)
    let shares = layer.shares(of: west + east)
    #expect(shares.map { $0.piece } == [0, 1])
    #expect(shares.map { $0.cell } == [0, 0])
    #expect(abs(shares[0].fraction - 0.3) < 1e-12)
    #expect(abs(shares[1].fraction - 0.7) < 1e-12)
  }

  @Test("only cells that the table has are told, those of a row beyond a gap too")
  func gaps() {
    let layer = cellLayer([(2, 3), (2, 900_000), (7_000, 5)])
    let level = rectangle(west: 350, south: 0, east: 9e7, north: 250)
    #expect(fractions(layer, level) == [0: 0.25])
    // From the lower to the upper border of the row over 900,001 columns.
    let slope = sides(of: ring((0, 200), (90_000_100, 200), (90_000_100, 300)))
    let shares = fractions(layer, slope)
    #expect(shares.count == 2)
    let expected = [3.5 / 900_001, 1 - 0.5 / 900_001]
    #expect(abs((shares[0] ?? 0) - expected[0]) < 1e-9)
    #expect(abs((shares[1] ?? 0) - expected[1]) < 1e-9)
  }

  @Test("a table's origin moves its cells")
  func origin() {
    let layer = cellLayer(rows: 40_000..<40_001, columns: 7..<9, origin: SIMD2(30, 60))
    let sides = rectangle(west: 780, south: 4e6, east: 1e6, north: 4_000_110)
    #expect(fractions(layer, sides) == [0: 0.25, 1: 0.5])
    #expect(layer.centre(of: 1) == SIMD2(880, 4_000_110))
  }

  @Test(
    "far away, nothing; around all, everything; and neither takes long", arguments: [1e6, 1e90])
  func giant(far: Double) {
    let layer = cellLayer(rows: 0..<30, columns: 0..<30)
    let apart = [
      rectangle(west: far, south: far, east: 2 * far, north: 2 * far),
      rectangle(west: -2 * far, south: -2 * far, east: -far, north: -far),
      rectangle(west: -far, south: 3_100, east: far, north: far),
      rectangle(west: 3_000, south: -far, east: far, north: far),
      rectangle(west: -far, south: -far, east: 0, north: far),
    ]
    for sides in apart { #expect(layer.shares(of: sides) == []) }
    let all = layer.shares(of: rectangle(west: -far, south: -far, east: far, north: far))
    #expect(all.map { $0.fraction } == Array(repeating: 1, count: 900))
    let half = layer.shares(of: rectangle(west: 1_550, south: -far, east: far, north: far))
    #expect(half.count == 15 * 30)
    #expect(half.first == CellShare(cell: 15, piece: 0, fraction: 0.5))
  }

  @Test(
    "a piece with a corner that is nowhere has no share; others keep theirs",
    arguments: [Double.nan, .infinity, -.infinity, 1e300])
  func nowhere(coordinate: Double) {
    let layer = cellLayer(rows: 0..<2, columns: 0..<2)
    let broken = sides(of: ring((0, 0), (coordinate, 0), (100, 100)), piece: 3)
    let whole = rectangle(west: 0, south: 0, east: 100, north: 100, piece: 5)
    #expect(layer.shares(of: broken + whole) == [CellShare(cell: 0, piece: 5, fraction: 1)])
    #expect(layer.shares(of: broken.map(\.upended)) == [])
  }

  @Test("no sides, no cells, a flat ring and a ring walked the wrong way give nothing")
  func nothing() {
    let layer = cellLayer(rows: 0..<2, columns: 0..<2)
    let square = rectangle(west: 0, south: 0, east: 100, north: 100)
    #expect(layer.shares(of: []) == [])
    #expect(cellLayer([]).shares(of: square) == [])
    #expect(layer.shares(of: sides(of: ring((0, 50), (200, 50)))) == [])
    #expect(layer.shares(of: sides(of: ring((20, 10), (70, 170)))) == [])
    #expect(layer.shares(of: square.turned) == [])
  }

  @Test("a piece that is walked twice has no more than the whole cell")
  func twice() {
    let layer = cellLayer(rows: 0..<1, columns: 0..<2)
    let sides = rectangle(west: 0, south: 0, east: 150, north: 100)
    #expect(fractions(layer, sides + sides) == [0: 1, 1: 1])
  }
}

extension DirectedSide {
  /// With x and y swapped.
  fileprivate var upended: DirectedSide {
    DirectedSide(from: SIMD2(from.y, from.x), to: SIMD2(to.y, to.x), piece: piece)
  }
}
