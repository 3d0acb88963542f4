import Testing

@testable import Coverage

@Suite("Workbooks as other programs write them")
struct WorkbookTests {
  private func text(_ name: String, sheet: String? = nil) throws -> DelimitedText {
    try DelimitedText(try fixtureSheet(name, sheet: sheet), isKnownName: isKnownName)
  }

  @Test("openpyxl: hidden sheet, titles, merged cells, formulas without result, padded codes")
  func openpyxl() throws {
    let text = try text("openpyxl.xlsx")
    let names = ["insee", "code_nombre", "nom", "cpts", "population", "date_aci", "total", "vrai"]
    #expect(text.header == names)
    #expect(
      Array(text.table.dropFirst()) == [
        ["01004", "01004", "Ambérieu-en-Bugey", "CPTS A & B", "14035", "2022-12-31", "", "VRAI"],
        ["2A004", "02004", "Ajaccio", "CPTS <du Golfe>", "71361", "1900-02-28", "", "VRAI"],
        ["13055", "13055", "Marseille", "CPTS A & B", "870321", "1900-03-01", "", "VRAI"],
        ["01005", "", "", "CPTS A & B", "", "", "", ""],
      ])
    #expect(text.lines == [5, 6, 7, 8])
    #expect(text.sheet?.problems.map { $0.place } == ["G5", "G6", "G7", "C8"])
    #expect(try self.text("openpyxl.xlsx", sheet: "paramètres").header == ["code", "nom", "cpts"])
  }

  @Test("xlsxwriter: days from 1904, rich text, a department before the digits")
  func xlsxwriter() throws {
    #expect(
      try text("xlsxwriter-1904.xlsx").table == [
        ["code", "nom", "date", "quand", "part", "corse", "calcul"],
        [
          "01004", "Ambérieu-en-Bugey", "2022-12-31", "2022-12-31T12:30:00", "0.1", "2A004", "2008",
        ],
      ])
  }

  @Test("odfpy: repeated and covered cells, comments, spaces, zeros that only the text shows")
  func odfpy() throws {
    let text = try text("odfpy.ods")
    #expect(
      text.table == [
        ["insee", "nom", "cpts", "date_aci", "oui"],
        ["01004", "Ambérieu", "CPTS  du Golfe", "2022-12-31", "VRAI"],
        ["2004", "Bidon", "CPTS  du Golfe", "2022-12-31", "FAUX"],
        ["même", "même", "", "", ""], ["même", "même", "", "", ""], ["", "faux", "", "", ""],
      ])
    #expect(text.lines == [6, 7, 8, 9, 10])
    #expect(text.sheet?.problems.map { $0.place } == ["A10"])
    #expect(text.sheet?.names == ["Notes", "Liste"])
  }

  @Test("An unknown sheet is a fault that names the sheets")
  func unknownSheet() throws {
    for (file, sheets) in [("openpyxl.xlsx", "Paramètres, Liste"), ("odfpy.ods", "Notes, Liste")] {
      let fault = fault { _ = try text(file, sheet: "Feuil9") }
      #expect(
        fault?.message(in: .english)
          == "\(file): there is no sheet “Feuil9” — sheets present: \(sheets)")
    }
    let empty = fault { _ = try text("odfpy.ods", sheet: "Notes") }
    #expect(empty?.problem.english == "the sheet “Notes” is empty")
  }

  @Test("Charts are no sheets, and hidden sheets are not the first")
  func chosenSheet() throws {
    var writer = ExcelWriter(texts: [["code", "nom"]])
    writer.sheetName = "a&amp;b"
    writer.moreSheets = "<sheet name=\"Graphique\" sheetId=\"2\" r:id=\"d\"/>"
    #expect(try writer.read().names == ["a&b"])
    writer.sheetName = "a\" state=\"veryHidden"
    #expect(fault { _ = try writer.read() }?.problem.english.contains("no visible sheet") == true)
    #expect(try writer.read(sheet: "a").name == "a")
  }
}
