import Testing

@testable import Coverage

@Suite("Workbooks that lie")
struct WorkbookHostileTests {
  private func problem(_ writer: ExcelWriter) -> String? {
    fault { _ = try DelimitedText(try writer.read(), isKnownName: isKnownName) }?.problem.english
  }

  private func problem(rows: String) -> String? { problem(ExcelWriter(rows: rows)) }

  @Test("Places that no sheet has are faults that quote them")
  func places() {
    let cells = [
      "ZZZZZZ99999999999", "XFE1", "A1048577", "A0", "A", "1", "", "A1B", "a1", "A-1",
      "A99999999999999999999999999", "A2",
    ]
    for cell in cells {
      #expect(
        problem(rows: "<row r=\"1\"><c r=\"\(cell)\"><v>1</v></c></row>")
          == "a cell says it is at “\(cell)”, which cannot be")
    }
    for row in ["0", "1048577", "-1", "x", "99999999999999999999", ""] {
      #expect(
        problem(rows: "<row r=\"\(row)\"/>") == "a cell says it is at “\(row)”, which cannot be")
    }
    #expect(problem(rows: "<c r=\"A1\"><v>1</v></c>")?.contains("which cannot be") == true)
    #expect(problem(rows: "<row r=\"3\"/><row r=\"3\"/>")?.contains("“3” comes after") == true)
    #expect(
      problem(rows: "<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>")?
        .contains("“A1” comes after") == true)
    let last = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row><row><c><v>1</v></c></row>"
    #expect(problem(rows: last)?.contains("“1048577”") == true)
  }

  @Test("A shared text that does not exist stops the study, for it may be a code")
  func sharedTexts() {
    for index in ["0", "1", "-1", "99999999999999999999", "x"] {
      #expect(
        problem(rows: "<row><c t=\"s\"><v>\(index)</v></c></row>")
          == "A1 points to a text that is not in the workbook")
    }
  }

  @Test("A part that is missing is named")
  func missingParts() {
    let members = ExcelWriter(texts: [["code", "nom"]]).members
    for (index, part) in [
      (2, "xl/workbook.xml"), (3, "xl/_rels/workbook.xml.rels"), (4, "xl/worksheets/sheet1.xml"),
      (5, "xl/styles.xml"), (6, "xl/sharedStrings.xml"),
    ] {
      var fewer = members
      fewer.remove(at: index)
      let bytes = ZipWriter.archive(fewer)
      let fault = fault {
        _ = try WorkbookSheet.read(try ZipArchive(path: "x", bytes: bytes), sheet: nil)
      }
      #expect(fault?.problem.english == "the workbook lacks “\(part)”")
    }
    let other = fault {
      let bytes = ZipWriter.archive([.init("word.xml", "<a/>")])
      _ = try WorkbookSheet.read(try ZipArchive(path: "x", bytes: bytes), sheet: nil)
    }
    #expect(other?.problem.english == "the archive is neither an .xlsx nor an .ods workbook")
  }

  @Test("One row of 16,384 columns is read; many such rows with one cell each are refused")
  func wide() throws {
    let names = (0..<16_384).map { "colonne \($0)" }
    let text = try DelimitedText(
      ExcelWriter(texts: [names, ["1"]]).read(), isKnownName: isKnownName)
    #expect(text.header.count == 16_384 && text.rowCount == 1 && text.header.last == names.last)
    var writer = ExcelWriter(texts: [names])
    for row in 2..<5000 { writer.rows += "<row r=\"\(row)\"><c r=\"XFD\(row)\"><v>1</v></c></row>" }
    #expect(problem(writer)?.contains("declares more cells") == true)
  }

  @Test("Merges cannot make rows or exhaust the memory")
  func merges() {
    var writer = ExcelWriter(texts: [["code", "nom"], ["1", "x"], ["2", ""]])
    writer.afterRows = "<mergeCell ref=\"A1:XFD1048576\"/><mergeCell ref=\"B2:XFD1048576\"/>"
    writer.afterRows += String(repeating: "<mergeCell ref=\"A2:A1048576\"/>", count: 2000)
    let text = try? DelimitedText(writer.read(), isKnownName: isKnownName)
    #expect(text?.table == [["code", "nom"], ["1", "x"], ["2", "x"]])
    writer.afterRows = "<mergeCell ref=\"A1:\"/>"
    #expect(problem(writer)?.contains("which cannot be") == true)
  }

  @Test("Every cut of a workbook is a fault")
  func cuts() throws {
    for name in ["openpyxl.xlsx", "odfpy.ods"] {
      let bytes = try fixture(name)
      for length in stride(from: 0, to: bytes.count, by: 7) {
        let fault = fault {
          _ = try WorkbookSheet.read(
            try ZipArchive(path: name, bytes: Array(bytes[..<length])), sheet: nil)
        }
        #expect(fault != nil, "\(name) cut at \(length)")
      }
    }
  }

  @Test("Flipped bytes of an archive never crash", arguments: ["openpyxl.xlsx", "odfpy.ods"])
  func flippedArchive(name: String) throws {
    let whole = try fixture(name)
    var random = SplitMix(seed: 2)
    for _ in 0..<2000 {
      var bytes = whole
      bytes[random.int(in: 0...bytes.count - 1)] = UInt8(random.int(in: 0...255))
      read(bytes)
    }
  }

  /// The checksum of an archive stops most flips; here the XML itself is changed, then packed.
  @Test("Changed XML never crashes", arguments: ["openpyxl.xlsx", "odfpy.ods", "written.xlsx"])
  func changedParts(name: String) throws {
    var archive = try ZipArchive(path: name, bytes: try bytes(name))
    var parts: [(name: String, bytes: [UInt8])] = []
    for member in archive.members where !member.name.contains("theme") {
      parts.append((member.name, try archive.contents(of: member)))
    }
    var random = SplitMix(seed: 3)
    for _ in 0..<1000 {
      var changed = parts
      let part = random.int(in: 0...parts.count - 1)
      change(&changed[part].bytes, &random)
      read(ZipWriter.archive(changed.map { .init($0.name, $0.bytes) }))
    }
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    guard name == "written.xlsx" else { return try fixture(name) }
    var writer = ExcelWriter(
      rows: """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2">
        <c r="A2" s="0"><v>1004</v></c><c r="B2" s="1"><v>44926.5</v></c></row>
        """)
    writer.texts = ["<t>code</t>", "<r><t>n_x000D_om</t></r>"]
    writer.formats = ["00000", "dd/mm/yyyy hh:mm"]
    writer.afterRows = "<mergeCells><mergeCell ref=\"A2:A5\"/></mergeCells>"
    return writer.bytes
  }

  /// Changes bytes, moves a piece, or puts a number that is hard to bear in the place of a digit.
  private func change(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    guard bytes.count > 2 else { return }
    let place = random.int(in: 0...bytes.count - 1)
    switch random.int(in: 0...3) {
    case 0: bytes[place] = UInt8(random.int(in: 0...255))
    case 1:
      let end = min(bytes.count, place + random.int(in: 1...40))
      let piece = Array(bytes[place..<end])
      bytes.insert(contentsOf: piece, at: random.int(in: 0...bytes.count - 1))
    case 2: bytes.remove(at: place)
    default:
      let digits = bytes.indices.filter { isDigit(bytes[$0]) }
      guard let digit = digits.randomElement(using: &random) else { return }
      let numbers = [
        "999999999", "-1", "1048576", "1e308", "0", "18446744073709551616", "4294967295",
      ]
      let number = numbers[random.int(in: 0...numbers.count - 1)]
      bytes.replaceSubrange(digit...digit, with: Array(number.utf8))
    }
  }

  private func read(_ bytes: [UInt8]) {
    guard let archive = try? ZipArchive(path: "x", bytes: bytes),
      let sheet = try? WorkbookSheet.read(archive, sheet: nil),
      let text = try? DelimitedText(sheet, isKnownName: isKnownName)
    else { return }
    // Whatever was read can be told.
    for row in text.table { #expect(row.count == text.header.count) }
    for problem in sheet.problems { #expect(!problem.finding.french.isEmpty) }
  }
}
