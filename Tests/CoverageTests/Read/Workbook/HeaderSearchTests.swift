import Testing

@testable import Coverage

@Suite("The row of column names")
struct HeaderSearchTests {
  private func header(_ rows: [[String]]) throws -> [String] {
    try DelimitedText(ExcelWriter(texts: rows).read(), isKnownName: isKnownName).header
  }

  @Test("Known names win, wherever they stand among the first rows")
  func known() throws {
    let body = [["01001", "Bourg"], ["01002", "Belley"]]
    #expect(try header([["insee", "nom"]] + body) == ["insee", "nom"])
    let titles = [["Liste des CPTS", "au 31 décembre"], [], ["Code de la commune", "Nom long"]]
    let names = ["INSEE", "Libellé", "PMUN"]
    #expect(try header(titles + [names] + body) == names)
    #expect(try header(titles + [["insee", "nom"]] + body) == ["insee", "nom"])
  }

  @Test("A known word in the values is no name")
  func knownValues() throws {
    let body = (1...30).map { ["0100\($0)", "COM", "Dep"] }
    #expect(try header([["numéro", "genre", "niveau"]] + body) == ["numéro", "genre", "niveau"])
  }

  @Test("Unknown names: the first row that looks like names of what is below")
  func unknown() throws {
    let body = (1...8).map { ["0100\($0)", "Commune \($0)", "Territoire", "12"] }
    let names = ["commune n°", "libellé long", "territoire de santé", "habitants"]
    #expect(try header([names] + body) == names)
    #expect(try header([["Bilan"], ["Source : ARS", "2024"], [], names] + body) == names)
    #expect(
      try header([["Région", "PACA", "", "", "", "édité le 3 mai"], names] + body).first == names[0]
    )
    let gap = ["", "libellé long", "territoire de santé", "habitants"]
    #expect(try header([["Bilan"], gap] + body) == gap)
  }

  @Test("A column of texts without names loses none to a row taken for names")
  func textsOnly() throws {
    let rows = [["Bourg", "CPTS A"], ["Belley", "CPTS B"], ["Oyonnax", "CPTS C"]]
    #expect(try header(rows) == rows[0])
  }

  @Test("Columns without name or value are left out, values without a name are kept")
  func columns() throws {
    let text = try DelimitedText(
      ExcelWriter(texts: [
        ["titre", "", "", "", "", "note"], ["", "insee", "", "nom"],
        ["", "01001", "", "Bourg", "x"],
        ["", "01002", "", "Belley"],
      ]).read(), isKnownName: isKnownName)
    #expect(
      text.table == [["insee", "nom", ""], ["01001", "Bourg", "x"], ["01002", "Belley", ""]])
    #expect(text.sheet?.columns == [1, 3, 4])
    #expect(text.sheet?.headerLine == 2)
    #expect(text.lines == [3, 4])
  }

  @Test("Line breaks in a name are spaces")
  func lineBreaks() throws {
    #expect(try header([["code\n insee ", "nom"], ["01001", "x"]]) == ["code insee", "nom"])
  }

  @Test("A sheet without cells is a fault that says which")
  func empty() throws {
    let fault = fault { _ = try header([]) }
    #expect(fault?.problem.english == "the sheet “Feuil1” is empty")
  }
}
