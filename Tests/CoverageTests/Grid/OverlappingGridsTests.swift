import Testing

@testable import Coverage
@testable import GeoKernel

@Suite("Files of gridded population that lie on each other")
struct OverlappingGridsTests {
  private func grid(_ path: String, _ layers: [PopulationGrid.Layer]) -> PopulationGrid {
    PopulationGrid(
      layers: layers, ledger: InputLedger(path: path, columns: [], rowsRead: 0), anomalies: [],
      totalPopulation: layers.reduce(0) { $0 + $1.people.reduce(0, +) })
  }

  private func layer(
    _ reference: String, rows: Range<Int>, columns: Range<Int>, size: Double,
    origin: SIMD2<Double> = .zero
  ) -> PopulationGrid.Layer {
    let cells = cellLayer(rows: rows, columns: columns, size: size, origin: origin)
    return PopulationGrid.Layer(
      reference: reference, ground: cells.ground, people: cells.people)
  }

  /// Anomalies of files of one layer each.
  private func told(_ layers: PopulationGrid.Layer...) throws -> [[Anomaly]] {
    try OverlappingGrids.anomalies(
      layers.enumerated().map { grid("\($0.offset).csv", [$0.element]) })
  }

  @Test("cells of 200 m in cells of 1 km: the share is that of the people")
  func sizes() throws {
    let large = layer("EPSG:3035", rows: 0..<10, columns: 0..<10, size: 1000)
    // A quarter of the 400 small cells lies in the large ones, in 4 of their 100.
    let small = layer("EPSG:3035", rows: 40..<60, columns: 40..<60, size: 200)
    let told = try told(large, small)
    #expect(told[0] == [])
    try #require(told[1].count == 1)
    let anomaly = told[1][0]
    #expect(anomaly.rule == .overlappingGrids && anomaly.severity == .warning)
    #expect(anomaly.file == "1.csv" && anomaly.object == "0.csv")
    #expect(
      anomaly.finding.english
        == "about 25 % of its people are where 0.csv counts people too, and 4 % "
        + "of those of 0.csv where this file does")
  }

  @Test("cells beside each other, and those of one lattice, are no overlap")
  func apart() throws {
    let large = layer("EPSG:3035", rows: 0..<10, columns: 0..<10, size: 1000)
    let small = layer("EPSG:3035", rows: 0..<50, columns: 50..<100, size: 200)
    #expect(
      try told(large, layer("EPSG:3035", rows: 0..<9, columns: 10..<20, size: 1000)) == [[], []])
    #expect(
      try told(large, layer("EPSG:3035", rows: 50..<90, columns: 0..<50, size: 200)) == [[], []])
    #expect(try told(large, small, small).map { $0.count } == [0, 0, 0])
  }

  @Test(
    "another reference system of the same place is seen; the overseas departments are elsewhere")
  func systems() throws {
    // Around Bordeaux: 200 m cells of INSEE, and squares of 0.01 degrees.
    let cells = layer(
      "EPSG:3035", rows: 0..<100, columns: 0..<100, size: 200,
      origin: SIMD2(3_480_000, 2_460_000))
    var (x, y): ([Double], [Double]) = ([3_490_000], [2_470_000])
    try Projection(from: "EPSG:3035").transform(x: &x, y: &y)
    let degrees = layer(
      "EPSG:4326", rows: 0..<10, columns: 0..<10, size: 0.01,
      origin: SIMD2(x[0] - 0.05, y[0] - 0.05))
    let reunion = layer(
      "EPSG:2975", rows: 0..<100, columns: 0..<100, size: 200, origin: SIMD2(320_000, 7_650_000))
    let antilles = layer(
      "EPSG:5490", rows: 0..<100, columns: 0..<100, size: 200, origin: SIMD2(640_000, 1_780_000))
    let told = try told(cells, reunion, antilles, degrees)
    #expect(told.map { $0.map { $0.object } } == [[], [], [], ["0.csv"]])
    #expect(told[3][0].finding.french.hasPrefix("environ 100 % de ses habitants"))
  }

  @Test("points count where cells do, and where other points are")
  func points() throws {
    var random = SplitMix(seed: 7)
    let places = (0..<900).map { _ in
      SIMD2(random.double(in: 0...10_000), random.double(in: 0...10_000))
    }
    let cells = layer("EPSG:3035", rows: 0..<5, columns: 0..<10, size: 1000)
    let share = places.count { $0.y < 5_000 } * 100 / places.count
    let first = try told(cells, pointLayer(places))[1]
    try #require(first.count == 1)
    #expect(
      first[0].finding.english.hasPrefix("about \(share) %")
        || first[0].finding.english.hasPrefix("about \(share + 1) %"))
    #expect(try told(pointLayer(places), pointLayer(places))[1].count == 1)
    #expect(try told(pointLayer(places), pointLayer(places.map { $0 + 0.5 }))[1] == [])
  }

  @Test("a system that PROJ does not know is refused with its file")
  func unknown() throws {
    let cells = layer("EPSG:3035", rows: 0..<2, columns: 0..<2, size: 200)
    let other = layer("EPSG:9999", rows: 0..<2, columns: 0..<2, size: 200)
    #expect(throws: InputFault.self) { try told(cells, other) }
  }
}
