import Testing

@testable import Coverage

@Suite("OpenDocument sheets that lie")
struct OpenDocumentHostileTests {
  private func read(_ rows: String, before: String = "") throws -> WorkbookSheet {
    let content = """
      <office:document-content><office:body><office:spreadsheet>\(before)
      <table:table table:name="F">\(rows)</table:table>
      </office:spreadsheet></office:body></office:document-content>
      """
    let bytes = ZipWriter.archive([
      .init("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
      .init("content.xml", content),
    ])
    return try WorkbookSheet.read(try ZipArchive(path: "x.ods", bytes: bytes), sheet: nil)
  }

  private func problem(_ rows: String) -> String? {
    fault { _ = try read(rows) }?.problem.english
  }

  private let text = "office:value-type=\"string\"><text:p>a</text:p></table:table-cell>"

  @Test("Rows and cells that repeat without end are refused, empty ones cost nothing")
  func repeats() throws {
    let row = "<table:table-row table:number-rows-repeated"
    let cell = "<table:table-cell table:number-columns-repeated"
    #expect(try read("\(row)=\"999999999\">\(cell)=\"999999999\"/></table:table-row>").list == [])
    #expect(try read("\(row)=\"1048576\"><table:table-cell/></table:table-row>").list == [])
    let full = "\(row)=\"1000000\">\(cell)=\"16384\" \(text)</table:table-row>"
    #expect(problem(full)?.contains("declares more cells") == true)
    #expect(
      problem("\(row)=\"1048577\"><table:table-cell \(text)</table:table-row>")
        == "a cell says it is at “1”, which cannot be")
    #expect(
      problem("<table:table-row>\(cell)=\"16385\" \(text)</table:table-row>")
        == "a cell says it is at “A1”, which cannot be")
    for count in ["0", "-1", "x", "99999999999", ""] {
      #expect(
        problem("\(row)=\"\(count)\"/>") == "a cell says it is at “× \(count)”, which cannot be")
    }
    let error =
      "\(cell)=\"16384\" calcext:value-type=\"error\"><text:p>#N/A</text:p></table:table-cell>"
    #expect(
      problem("\(row)=\"1000000\">\(error)</table:table-row>")?.contains("declares more") == true)
  }

  @Test("Errors that repeat are told for each cell")
  func errors() throws {
    let sheet = try read(
      """
      <table:table-row table:number-rows-repeated="2"><table:table-cell/><table:table-cell
      table:number-columns-repeated="2" office:value-type="string" office:string-value=""
      calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell></table:table-row>
      <table:table-row><table:table-cell table:formula="of:=1"/></table:table-row>
      """)
    #expect(sheet.problems.map { $0.place } == ["B1", "C1", "B2", "C2", "A3"])
    #expect(sheet.problems.last?.kind == .formulaWithoutValue)
  }

  @Test("Spaces without end, tracked changes and tables inside cells are no content")
  func others() throws {
    let old = "<table:tracked-changes><table:table-cell \(text)</table:tracked-changes>"
    let inner =
      "<table:table><table:table-row><table:table-cell \(text)</table:table-row></table:table>"
    let sheet = try read(
      """
      <table:table-row><table:table-cell office:value-type="string"><text:p>b<text:s
      text:c="999999999"/>c<text:line-break/>d<text:tab/>e</text:p><text:p>f</text:p>\(inner)
      </table:table-cell></table:table-row>
      """, before: old)
    let spaces = String(repeating: " ", count: 1000)
    #expect(sheet.list == ["A1=b\(spaces)c\nd\te\nf"])
  }

  @Test("A hidden text shows no zeros: only the number with zeros before it is a code")
  func shownCodes() throws {
    func cell(_ value: String, _ shown: String) throws -> String {
      try read(
        """
        <table:table-row><table:table-cell office:value-type="float" office:value="\(value)">
        <text:p>\(shown)</text:p></table:table-cell></table:table-row>
        """
      ).list.joined()
    }
    #expect(try cell("1004", "01004") == "A1=01004")
    #expect(try cell("1004", "01005") == "A1=1004")
    #expect(try cell("1004", "1 004") == "A1=1004")
    #expect(try cell("0", "00000") == "A1=00000")
    #expect(try cell("1004.0", "001004") == "A1=001004")
    #expect(try cell("0.5", "01") == "A1=0.5")
  }
}
