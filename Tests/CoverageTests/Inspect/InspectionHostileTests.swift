import Testing

@testable import Coverage

/// Small files that took long or much when they were inspected; most were found by `make fuzz`.
@Suite("Inspecting a hostile file")
struct InspectionHostileTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("examples of values are found row by row: columns that no row fills cost nothing")
  func emptyColumns() throws {
    let header = "a" + String(repeating: ",", count: 16_000)
    let rows = String(repeating: "x\n", count: 500_000)
    let inspection = try Inspection(try scratch.file("x.csv", "\(header)\n\(rows)"))
    #expect(inspection.columns.count == 16_001)
    #expect(inspection.columns[0].examples == ["x"])
    #expect(inspection.columns[16_000].examples == [])
  }

  @Test("examples are the first three values that differ, whatever the lengths of rows")
  func examples() throws {
    let text = "a,b,c,d\n1,,x\n1,2\n3,2,y,\n4,5,z,é\n6,6,t,ô\n"
    let inspection = try Inspection(try scratch.file("x.csv", text))
    #expect(
      inspection.columns.map(\.examples) == [
        ["1", "3", "4"], ["2", "5", "6"], ["x", "y", "z"], ["é", "ô"],
      ])
  }

  @Test("many names of CPTS that are one but for articles make a list, not its square")
  func similarNames() {
    let names = (0..<900).map { index in
      String(repeating: "du ", count: index) + "Gapençais"
    }
    #expect(SimilarNames.pairs(names).count == 899)
    #expect(SimilarNames.pairs(Array(names.prefix(30))).count == 30 * 29 / 2)
  }

  @Test("a long text that many cells share is not copied without end")
  func sharedText() throws {
    var writer = ExcelWriter(
      rows: String(repeating: "<row><c t=\"s\"><v>0</v></c></row>", count: 1_000))
    writer.texts = ["<t>\(String(repeating: "x", count: 30_000))</t>"]
    let fault = fault { _ = try writer.read() }
    #expect(fault == WorkbookFault.tooManyCells.fault(path: "x.xlsx"))
  }
}
