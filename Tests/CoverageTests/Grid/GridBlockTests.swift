import Testing

@testable import Coverage

/// Files of several blocks, against a reader that holds the file as a whole.
@Suite("Gridded population is read block by block")
struct GridBlockTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Rows of every shape: quoted names, text over several lines, all ends of lines, wrong rows.
  private func csv(_ random: inout SplitMix, rows: Int) -> String {
    var text = "note,IdINSPIRE,Ind\n"
    let ends = ["\n", "\r\n", "\r"]
    for _ in 0..<rows {
      let (row, column) = (random.int(in: 0...900), random.int(in: 0...900))
      let size = [200, 1_000][random.int(in: 0...1)]
      let name = "CRS3035RES\(size)mN\(row * size)E\(column * size)"
      let note = ["", "a;b", "\"a,\r\nb\"\"\"", String(repeating: "é", count: row / 9)]
      let people = ["1", "0.5", "17.25", "\"3,5\"", "-1", "x", ""]
      let fields = [
        note[random.int(in: 0...3)], random.int(in: 0...1) == 0 ? name : "\"\(name)\"",
        people[random.int(in: 0...6)],
      ]
      text += fields.joined(separator: ",") + ends[random.int(in: 0...2)]
    }
    return text
  }

  @Test("rows cut by blocks are whole", arguments: 1...3 as ClosedRange<UInt64>)
  func blocks(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let input = try scratch.file("g.csv", csv(&random, rows: 25_000))
    let text = try DelimitedText.read(input)
    let grid = try PopulationGrid.read(input, named: [:])
    #expect(grid.ledger.rowsRead == text.rowCount && text.rowCount == 25_000)
    var wrong: [Int] = []
    for row in 0..<text.rowCount {
      let people = decimalNumber(text.text(row: row, column: 2))
      if !((people ?? -1) >= 0) { wrong.append(Int(text.lines[row])) }
    }
    let told = grid.anomalies.filter { $0.rule == .cellSetAside }.compactMap { $0.line }
    #expect(told == Array(wrong.prefix(GridProblems.mostTold)), "seed \(seed)")
    #expect(wrong.count > GridProblems.mostTold)
  }

  @Test("a row longer than a block is read, one without end is refused")
  func longRows() throws {
    let cell = "CRS3035RES200mN2000E4000"
    let long = String(repeating: "z", count: 3 << 20)
    let input = try scratch.file("g.csv", "n,idcar,ind\n\(long),\(cell),5\n\"\(long)\n\",x,1\n")
    let grid = try PopulationGrid.read(input, named: [:])
    #expect(grid.totalPopulation == 5 && grid.ledger.rowsRead == 2)
    let endless = try scratch.file(
      "e.csv", "n,idcar,ind\na,\(cell),5\n\"" + String(repeating: "a,1,2\n", count: 3 << 20))
    let fault = fault { _ = try PopulationGrid.read(endless, named: [:]) }
    #expect(fault?.line == 3)
  }
}
