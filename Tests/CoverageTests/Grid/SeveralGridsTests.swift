import Testing

@testable import Coverage
@testable import GeoKernel

/// The files in, what counts and what is told out.
@Suite("Several files of gridded population")
struct SeveralGridsTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func read(_ files: [(name: String, text: String)]) throws -> [PopulationGrid] {
    let inputs = try files.map { try scratch.file($0.name, $0.text) }
    return try PopulationGrid.read(all: inputs, named: [:])
  }

  private func cell(_ row: Int, _ column: Int, _ people: String, size: Int = 200) -> String {
    "CRS3035RES\(size)mN\(2_000_000 + size * row)E\(4_000_000 + size * column),\(people)"
  }

  private func csv(_ rows: [String]) -> String {
    (["IdINSPIRE,Ind"] + rows).joined(separator: "\n")
  }

  @Test("a cell of two files counts once, and both places are told")
  func repeated() throws {
    let grids = try read([
      ("a.csv", csv([cell(1, 1, "3"), cell(0, 0, "5"), cell(2, 2, "7")])),
      ("b.csv", csv([cell(2, 2, "8"), cell(9, 9, "1"), cell(0, 0, "5")])),
    ])
    #expect(grids.map { $0.totalPopulation } == [15, 1])
    #expect(grids.map { $0.ledger.rowsKept } == [3, 1])
    #expect(grids[0].anomalies == [])
    let told = grids[1].anomalies.sorted { $0.line! < $1.line! }
    try #require(told.count == 2)
    #expect(told.allSatisfy { $0.rule == .duplicateCell && $0.file.hasSuffix("b.csv") })
    #expect(told.map { $0.line } == [2, 4])
    #expect(told.map { $0.severity } == [.error, .information])
    #expect(told[0].object == "CRS3035RES200mN2000400E4000400")
    let finding = told[0].finding.french
    #expect(finding.hasPrefix("8.0 habitants ici, 7.0 dans ") && finding.hasSuffix("a.csv ligne 4"))
  }

  @Test("a file given twice counts once, and the rows told are few")
  func sameFile() throws {
    let rows = (0..<3_000).map { cell($0 / 60, $0 % 60, "2") }
    let input = try scratch.file("a.csv", csv(rows))
    let grids = try PopulationGrid.read(all: [input, input, input], named: [:])
    #expect(grids.map { $0.totalPopulation } == [6_000, 0, 0])
    #expect(grids.map { $0.ledger.rowsSetAside } == [0, 3_000, 3_000])
    #expect(grids.map { $0.anomalies.count } == [0, 1_001, 1_001])
    #expect(grids[2].layers.isEmpty)
  }

  @Test("rows with other people are told as errors, however many have the same")
  func severities() throws {
    let rows = (0..<3_000).map { cell($0 / 60, $0 % 60, "2") }
    let others = (0..<3_000).map { cell($0 / 60, $0 % 60, $0 < 2_990 ? "2" : "3") }
    let grids = try read([("a.csv", csv(rows)), ("b.csv", csv(others))])
    #expect(grids[1].anomalies.count { $0.severity == .error } == 10)
    #expect(grids[1].anomalies.count { $0.severity == .information } == 1_001)
    let one = try PopulationGrid.read(try scratch.file("c.csv", csv(rows + others)), named: [:])
    #expect(one.anomalies.count { $0.severity == .error } == 10)
    #expect(one.anomalies.count { $0.severity == .information } == 1_001)
  }

  @Test(
    "random files: each cell counts once, for the first file that has it",
    arguments: 1...20 as ClosedRange<UInt64>)
  func law(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var files: [(String, String)] = []
    var expected: [[Int: Int]] = []
    var known: Set<Int> = []
    for file in 0..<random.int(in: 2...4) {
      let first = random.int(in: 0...200)
      var people: [Int: Int] = [:]
      for _ in 0..<150 { people[first + random.int(in: 0...200)] = random.int(in: 1...9) }
      var rows = people.sorted { $0.key < $1.key }
        .map { cell($0.key / 20, $0.key % 20, "\($0.value)") }
      random.shuffle(&rows)
      files.append(("\(file).csv", csv(rows)))
      expected.append(people.filter { !known.contains($0.key) })
      known.formUnion(people.keys)
    }
    let grids = try read(files)
    for (grid, people) in zip(grids, expected) {
      var counted: [Int: Int] = [:]
      for layer in grid.layers {
        for index in 0..<layer.count {
          let corner = layer.centre(of: index) - SIMD2(4_000_100, 2_000_100)
          counted[Int(corner.y) / 200 * 20 + Int(corner.x) / 200] = Int(layer.people[index])
        }
      }
      #expect(counted == people)
      #expect(grid.totalPopulation == Double(people.values.reduce(0, +)))
    }
  }

  @Test("pixels that are the cells of a CSV file count once")
  func raster() throws {
    let picture = DrawnPicture(
      width: 3, values: [0, 1, 2, 3, 4, 5], pixel: SIMD2(200, 200),
      corner: SIMD2(4_000_000, 2_000_400))
    let raster = try scratch.file("g.tif", picture.bytes)
    let list = try scratch.file("g.csv", csv([cell(0, 0, "3"), cell(1, 2, "9"), cell(4, 4, "1")]))
    for inputs in [[raster, list], [list, raster]] {
      let grids = try PopulationGrid.read(all: inputs, named: [:])
      let told = grids[1].anomalies.filter { $0.rule == .duplicateCell }
      #expect(told.map { $0.severity } == [.information, .error])
      #expect(told.map { $0.object }.contains("CRS3035RES200mN2000200E4000400"))
      #expect(
        told.map { $0.line == nil } == [
          inputs[1].file == raster.file, inputs[1].file == raster.file,
        ])
      #expect(grids[1].ledger.rowsSetAside == 2)
    }
  }
}
