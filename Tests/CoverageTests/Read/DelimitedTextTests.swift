import Testing

@testable import Coverage

@Suite("Delimited text in the wild")
struct DelimitedTextTests {
  private func read(_ text: String) throws -> DelimitedText {
    try DelimitedText(path: "x.csv", bytes: Array(text.utf8))
  }

  private func rows(_ text: DelimitedText) -> [[String]] {
    (0..<text.rowCount).map { row in
      (0..<text.fieldCount(row: row)).map { text.text(row: row, column: $0) }
    }
  }

  @Test("the separator is the one of the header", arguments: [";", ",", "\t"])
  func separators(separator: String) throws {
    let text = try read("code\(separator)nom\n01001\(separator)L'Abergement\n")
    #expect(text.header == ["code", "nom"])
    #expect(rows(text) == [["01001", "L'Abergement"]])
    #expect(text.separator == separator.utf8.first)
  }

  @Test("separators inside quotes of the header do not count")
  func quotedHeader() throws {
    let text = try read("\"a,b,c,d\";code\n1;2\n")
    #expect(text.header == ["a,b,c,d", "code"])
    #expect(rows(text) == [["1", "2"]])
  }

  @Test("a decimal comma does not make the comma a separator")
  func decimalComma() throws {
    #expect(
      rows(try read("code;apl\n01001;3,4\n01002;2,5\n")) == [["01001", "3,4"], ["01002", "2,5"]])
  }

  @Test("a byte order mark is no part of the first name, quoted or not")
  func byteOrderMark() throws {
    #expect(try read("\u{FEFF}code;nom\n1;2\n").header == ["code", "nom"])
    #expect(try read("\u{FEFF}\"code\";nom\n1;2\n").header == ["code", "nom"])
  }

  @Test("lines end in LF, CRLF or CR, the last one or not", arguments: ["\n", "\r\n", "\r"])
  func lineEndings(ending: String) throws {
    for tail in ["", ending] {
      let text = try read("a;b\(ending)1;2\(ending)3;4\(tail)")
      #expect(rows(text) == [["1", "2"], ["3", "4"]])
      #expect(text.lines == [2, 3])
    }
  }

  @Test(
    "a quoted line break is part of the field, and later lines keep their numbers",
    arguments: ["\n", "\r\n", "\r"])
  func quotedLineBreaks(ending: String) throws {
    let text = try read("a;b\(ending)\"one\(ending)two\";2\(ending)3;4\(ending)")
    #expect(rows(text) == [["one\(ending)two", "2"], ["3", "4"]])
    #expect(text.lines == [2, 4])
  }

  @Test("doubled quotes are one, however many")
  func doubledQuotes() throws {
    let text = try read("a;b\n\"dit \"\"Le Bourg\"\"\";\"\"\"\"\n\"\"\"\"\"\";\"x\"\"\"\n")
    #expect(rows(text) == [["dit \"Le Bourg\"", "\""], ["\"\"", "x\""]])
  }

  @Test("a doubled quote is one, even before a combining accent")
  func quoteBeforeAccent() throws {
    let text = try read("a;b\n\"x\"\"\u{301}y\";2\n")
    let field = Array(text.text(row: 0, column: 0).unicodeScalars)
    #expect(field == Array("x\"\u{301}y".unicodeScalars))
  }

  @Test("blank lines are not rows, and keep their numbers", arguments: ["\n", "\r\n", "\r"])
  func blankLines(ending: String) throws {
    let text = try read("a;b\(ending)\(ending)1;2\(ending)\(ending)\(ending)3;4\(ending)\(ending)")
    #expect(rows(text) == [["1", "2"], ["3", "4"]])
    #expect(text.lines == [3, 6])
  }

  @Test("blank lines before the header do not hide its separator", arguments: [";", ",", "\t"])
  func blankFirstLine(separator: String) throws {
    let text = try read("\n\na\(separator)b\n1\(separator)2\n")
    #expect(text.header == ["a", "b"])
    #expect(rows(text) == [["1", "2"]])
    #expect(text.lines == [4])
  }

  @Test(
    "short and long rows tell their length; what is missing is empty; separators alone are no row")
  func irregularRows() throws {
    let text = try read("a;b;c\n1\n;;\n1;2;3;4\n;5;\n")
    #expect((0..<text.rowCount).map { text.fieldCount(row: $0) } == [1, 4, 3])
    #expect(text.lines == [2, 4, 5])
    #expect(text.text(row: 0, column: 2) == "")
    #expect(text.text(row: 1, column: 3) == "4")
    #expect(text.text(row: 2, column: 0) == "")
  }

  @Test("white space around a value is no part of it")
  func whiteSpace() throws {
    #expect(rows(try read("a;b\n  1 ;\t2  \n\" 3 \";4\n")) == [["1", "2"], ["3", "4"]])
  }

  @Test("a header alone is a table without rows")
  func headerOnly() throws {
    for text in ["code;nom", "code;nom\n", "code;nom\r\n"] {
      let table = try read(text)
      #expect(table.header == ["code", "nom"])
      #expect(table.rowCount == 0)
    }
  }

  @Test("a single column needs no separator")
  func singleColumn() throws {
    #expect(rows(try read("code\n01001\n01002\n")) == [["01001"], ["01002"]])
  }
}
