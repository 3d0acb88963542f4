import Testing

@testable import Coverage

@Suite("What is no delimited text says so, and where")
struct DelimitedTextFaultTests {
  private func problem(_ bytes: [UInt8]) -> InputFault? {
    fault { _ = try DelimitedText(path: "x.csv", bytes: bytes) }
  }

  @Test("a quote that never closes names the line where it opens")
  func unclosedQuote() {
    let text = "a;b\n1;2\n\"one\ntwo\";3\n4;\"five\nsix;7\n"
    #expect(problem(Array(text.utf8))?.line == 5)
    #expect(problem(Array("\"a;b\n".utf8))?.line == 1)
    #expect(problem(Array("a;b\n1;\"".utf8))?.line == 2)
  }

  @Test("binary content names the line of its first zero byte")
  func zeroByte() {
    let fault = problem(Array("a;b\n1;2\n3;\u{0}4\n".utf8))
    #expect(fault?.line == 3)
    #expect(fault?.problem.english.contains("binary") == true)
  }

  @Test("UTF-16 is named, in either order")
  func utf16() {
    for (mark, swapped) in [([0xFF, 0xFE] as [UInt8], false), ([0xFE, 0xFF], true)] {
      let units = "a;b\n1;2\n".utf16.flatMap { unit -> [UInt8] in
        let low = UInt8(unit & 0xFF)
        let high = UInt8(unit >> 8)
        return swapped ? [high, low] : [low, high]
      }
      #expect(problem(mark + units)?.problem.english.contains("UTF-16") == true)
    }
  }

  @Test("an empty file, and one of blank lines, are empty")
  func empty() {
    for text in ["", "\n", "\r\n\r\n", "\u{FEFF}", "\u{FEFF}\n\n"] {
      #expect(
        problem(Array(text.utf8))?.problem.english == "the file is empty",
        "\(text.debugDescription)")
    }
  }

  @Test("faults name the file, and are data faults with a cure")
  func form() throws {
    let fault = try #require(problem([]))
    #expect(fault.path == "x.csv" && fault.kind == .data)
    #expect(fault.message(in: .english).hasPrefix("x.csv: the file is empty — "))
    #expect(fault.message(in: .french).hasPrefix("x.csv: le fichier est vide — "))
  }

  @Test("cut at any byte, a table is read or refused")
  func cut() {
    let whole = Array("\u{FEFF}code;nom\r\n\"01001\";\"dit \"\"Le\r\nBourg\"\"\"\r\n2;é\r\n".utf8)
    for length in whole.indices {
      guard let text = try? DelimitedText(path: "x", bytes: Array(whole[..<length])) else {
        continue
      }
      for row in 0..<text.rowCount {
        for column in 0..<text.fieldCount(row: row) { _ = text.text(row: row, column: column) }
      }
      #expect(text.rowCount <= 2)
    }
  }
}
