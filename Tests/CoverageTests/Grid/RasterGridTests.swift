import Testing

@testable import Coverage

@Suite("Gridded population of a GeoTIFF")
struct RasterGridTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func read(_ picture: DrawnPicture, system: String = "") throws -> PopulationGrid {
    try PopulationGrid.read(
      InputPath(try scratch.file("grille.tif", picture.bytes).file + system), named: [:])
  }

  /// South-western corner and people of each cell.
  private func cells(_ grid: PopulationGrid) -> [[Double]] {
    let layer = grid.layers[0]
    return (0..<layer.count).map { index in
      let corner = layer.centre(of: index) - layer.cellExtent / 2
      return [corner.x, corner.y, layer.people[index]]
    }
  }

  /// Whole numbers that all forms hold, among many zeros.
  private func random(_ width: Int, _ height: Int, seed: UInt64) -> [Double] {
    var random = SplitMix(seed: seed)
    return (0..<width * height).map { _ in max(0, random.double(in: -100...100).rounded()) }
  }

  @Test("pixels are the cells that INSEE would name", arguments: DrawnPicture.Form.allCases)
  func asCells(form: DrawnPicture.Form) throws {
    for (width, height, rows, tile) in [(7, 5, 2, nil), (1, 3, 1, nil), (37, 21, 4, 16)] {
      let values = random(width, height, seed: UInt64(width))
      let top = 2_000_000 + 200 * height
      let grid = try read(
        DrawnPicture(
          width: width, values: values, form: form, rowsInStrip: rows, tile: tile,
          pixel: SIMD2(200, 200), corner: SIMD2(4_000_000, Double(top))))
      let rowsOfCSV = values.indices.filter { values[$0] > 0 }.map { index in
        let (north, east) = (top - 200 * (index / width + 1), 4_000_000 + 200 * (index % width))
        return "CRS3035RES200mN\(north)E\(east),\(values[index])"
      }
      let csv = (["IdINSPIRE,Ind"] + rowsOfCSV).joined(separator: "\n")
      let named = try PopulationGrid.read(try scratch.file("grille.csv", csv), named: [:])
      #expect(grid.layers[0].reference == "EPSG:3035" && grid.anomalies.isEmpty)
      #expect(cells(grid) == cells(named), "\(width) × \(height)")
      #expect(grid.totalPopulation == named.totalPopulation)
    }
  }

  @Test("pixels may be broader than high, in degrees, and named by their middles")
  func places() throws {
    var picture = DrawnPicture(width: 2, values: [1, 2, 3, 4])
    (picture.pixel, picture.corner) = (SIMD2(0.5, 0.25), SIMD2(2, 48))
    picture.system = (2048, 4326)
    let expected = [[2, 47.5, 3], [2.5, 47.5, 4], [2, 47.75, 1], [2.5, 47.75, 2]]
    #expect(cells(try read(picture)) == expected)
    #expect(try read(picture).layers[0].reference == "EPSG:4326")
    picture.cornerIsMiddle = true
    picture.corner = SIMD2(2.25, 47.875)
    #expect(cells(try read(picture)) == expected)
    picture.cornerIsMiddle = false
    picture.transformation = [0.5, 0, 0, 2, 0, -0.25, 0, 48, 0, 0, 0, 0, 0, 0, 0, 1]
    #expect(cells(try read(picture)) == expected)
    #expect(try read(picture, system: "#EPSG:4258").layers[0].reference == "EPSG:4258")
  }

  @Test("what stands for no number counts nobody; other negatives are told")
  func nobody() throws {
    var picture = DrawnPicture(width: 3, values: [-200, 5, .nan, 0, -3, 2e9])
    picture.noData = "-200"
    let grid = try read(picture)
    #expect(grid.totalPopulation == 5)
    #expect(grid.anomalies.map { $0.object } == ["pixel 1,1", "pixel 2,1"])
    #expect(grid.anomalies[0].finding.french.hasPrefix("1 pixel négatif"))
    #expect(grid.ledger.rowsRead == 3 && grid.ledger.rowsSetAside == 2)
    // As GDAL writes the least number of 32 bits.
    picture = DrawnPicture(width: 2, values: [-Double(Float.greatestFiniteMagnitude), 1])
    picture.noData = "-3.4028234663852886e+38"
    #expect(try read(picture).anomalies.isEmpty)
  }
}
