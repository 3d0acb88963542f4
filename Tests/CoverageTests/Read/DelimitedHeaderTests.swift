import Testing

@testable import Coverage

@Suite("The header of a CSV that does not begin with it")
struct DelimitedHeaderTests {
  private func table(_ text: String) throws -> DelimitedText {
    try DelimitedText(path: "x.csv", bytes: Array(text.utf8))
  }

  @Test("titles above it, whatever signs they have; lines are those of the file")
  func titles() throws {
    for title in [
      "Liste des CPTS au 31/12/2022;;", "Bilan, au 31 décembre, du Cantal", "\"a;b\";;",
    ] {
      let text = try table("\(title)\n;;\ncpts;code;stade\nA;01001;LI\n")
      #expect(text.header == ["cpts", "code", "stade"], "\(title)")
      #expect(text.rowCount == 1 && text.lines == [4])
    }
  }

  @Test("a separator that the file declares")
  func declared() throws {
    let text = try table("sep=;\r\ncpts;a,b\r\nA;1,2\r\n")
    #expect(text.header == ["cpts", "a,b"] && text.lines == [3])
    #expect(try table("SEP=|\nx|y\n1|2\n").header == ["x", "y"])
  }

  @Test("rows of separators alone are no rows")
  func empty() throws {
    let text = try table("cpts;code\nA;01001\n;\n;;;\nB;01002\n")
    #expect(text.rowCount == 2 && text.lines == [2, 5])
  }

  @Test("a row of units in brackets, or of names below groups, is a part of the header")
  func deep() throws {
    let units = try table("CPTS;Code commune;Population\n;(INSEE);(hab.)\nA;01001;5\n")
    #expect(units.header == ["CPTS", "Code commune", "Population"] && units.rowCount == 1)
    let groups = try table("CPTS;Commune;;Date;\n;Code;Nom;LI;ACI\nA;01001;Bourg;2020;2021\n")
    #expect(groups.header == ["CPTS", "Commune Code", "Commune Nom", "Date LI", "Date ACI"])
    #expect(groups.rowCount == 1)
  }

  @Test("a first row of unknown names stays the header, whatever is below")
  func first() throws {
    #expect(try table("a;b\ncommune;region\n").header == ["a", "b"])
    #expect(try table("a;b;c\nx;y;z\n").header == ["a", "b", "c"])
    #expect(try table("'=A1;b\nx;y\n").header == ["'=A1", "b"])
  }
}
