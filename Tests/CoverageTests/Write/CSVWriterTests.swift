import Testing

@testable import Coverage

@Suite("Tables as CSV")
struct CSVWriterTests {
  private func written(_ table: Table, _ dialect: CSVDialect) -> String {
    String(decoding: CSVWriter.bytes(of: table, dialect), as: UTF8.self)
  }

  private var sample: Table {
    var table = Table("t", ["code", "nom", "population", "km2", "pct", "communes"])
    table.append(
      .code("01001"), .text("Orée d'Anjou"), .whole(1_234), .decimal(12.5, decimals: 3),
      .percent(of: 1, in: 3), .codes(["01001", "2A004"]))
    table.append(
      .code("2A004"), .text("a,b;c \"d\""), .whole(nil), .decimal(nil, decimals: 3),
      .percent(of: 0, in: 0), .codes([]))
    return table
  }

  @Test("the standard dialect: comma, point, LF, no mark")
  func standard() {
    #expect(
      written(sample, .standard) == """
        code,nom,population,km2,pct,communes
        01001,Orée d'Anjou,1234,12.500,33.33,01001|2A004
        2A004,"a,b;c ""d\""",,,0.00,

        """)
  }

  @Test("excel-fr: mark, semicolon, comma, CRLF, numeric codes kept as text")
  func excelFrench() {
    let lines = [
      "\u{FEFF}code;nom;population;km2;pct;communes",
      "\"=\"\"01001\"\"\";Orée d'Anjou;1234;12,500;33,33;01001|2A004",
      "2A004;\"a,b;c \"\"d\"\"\";;;0,00;", "",
    ]
    #expect(written(sample, .excelFrench) == lines.joined(separator: "\r\n"))
  }

  @Test("a code that Excel takes for a power is kept, and a single code in a list too")
  func powers() {
    var table = Table("t", ["code", "codes"])
    table.append(.code("1E5"), .codes(["01001"]))
    #expect(
      written(table, .excelFrench)
        == "\u{FEFF}code;codes\r\n\"=\"\"1E5\"\"\";\"=\"\"01001\"\"\"\r\n")
    #expect(written(table, .standard) == "code,codes\n1E5,01001\n")
  }

  @Test(
    "a text can never act as a formula, quoted or not", arguments: CSVDialect.allCases,
    [
      "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=\"a\";b,c", "=cmd|' /C calc'!A0",
      " =1",
      "\u{A0}=1", "＝1+1", "＋1", "－1", "＠SUM(A1)", "−1", "\u{200B}=1",
    ])
  func formulas(dialect: CSVDialect, hostile: String) throws {
    for cell in [Cell.text(hostile), .code(hostile), .codes([hostile]), .codes([hostile, "x"])] {
      var table = Table("t", ["a", "b"])
      table.append(cell, .text("z"))
      let text = try DelimitedText(path: "x", bytes: CSVWriter.bytes(of: table, dialect))
      #expect(text.rowCount == 1)
      #expect(text.text(row: 0, column: 0).hasPrefix("'"))
    }
  }

  @Test(
    "the sign between codes is another one inside of a name, and a sign to see stands for one unseen"
  )
  func signs() {
    var table = Table("t", ["a", "b", "c"])
    table.append(.codes(["A|B", "C"]), .codes(["|calc"]), .text("x\u{202E}y\u{7}"))
    table.append(.text("|calc"), .code("a|b"), .text("x\ty"))
    #expect(
      written(table, .standard)
        == "a,b,c\nA¦B|C,¦calc,x\u{FFFD}y\u{FFFD}\n|calc,a|b,x\ty\n")
  }

  @Test("a header can never act as a formula either")
  func hostileHeader() throws {
    var table = Table("t", ["=A1", "b"])
    table.append(.text("x"), .text("y"))
    let text = try DelimitedText(path: "x", bytes: CSVWriter.bytes(of: table, .standard))
    #expect(text.header == ["'=A1", "b"])
  }

  @Test("hostile texts are read back equal", arguments: CSVDialect.allCases)
  func roundTrip(dialect: CSVDialect) throws {
    var random = SplitMix(seed: 4_180)
    let pieces = [
      "\"", "\"\"", ";", ",", "\t", "\n", "\r\n", "\r", "é", "€", "=", "+", "-", "@", "'", "|", " ",
      "日本", "👩‍⚕️", "a", "1", "\\", "\u{A0}",
    ]
    for _ in 0..<300 {
      let width = Int.random(in: 2...5, using: &random)
      var table = Table("t", (0..<width).map { "c\($0)" })
      var values: [[String]] = []
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let row = (0..<width).map { _ in
          let inside = (0..<Int.random(in: 0...6, using: &random)).map { _ in
            pieces.randomElement(using: &random) ?? ""
          }
          return random.next() % 6 == 0 ? "" : "k" + inside.joined() + "z"
        }
        values.append(row)
        switch width {
        case 2: table.append(.text(row[0]), .text(row[1]))
        case 3: table.append(.text(row[0]), .text(row[1]), .text(row[2]))
        case 4: table.append(.text(row[0]), .text(row[1]), .text(row[2]), .text(row[3]))
        default:
          table.append(
            .text(row[0]), .text(row[1]), .text(row[2]), .text(row[3]), .text(row[4]))
        }
      }
      let text = try DelimitedText(path: "x", bytes: CSVWriter.bytes(of: table, dialect))
      #expect(text.header == table.columns)
      let read = (0..<text.rowCount).map { row in
        (0..<text.fieldCount(row: row)).map { text.text(row: row, column: $0) }
      }
      // A row of nothing is no row.
      #expect(read == values.filter { $0.contains { !$0.isEmpty } })
    }
  }

  @Test("portions of a table make the text of the whole", arguments: CSVDialect.allCases)
  func portions(dialect: CSVDialect) throws {
    for count in [0, 1, 255, 256, 257, 3_000] {
      func table(_ rows: Range<Int>) -> Table {
        var table = Table("t", ["a", "b"])
        for row in rows { table.append(.whole(row), .text(String(repeating: "é;", count: 20))) }
        return table
      }
      var pieces: [[UInt8]] = []
      try CSVWriter.write(Table.portions(of: count, table), dialect) { pieces.append($0) }
      #expect(pieces.flatMap { $0 } == CSVWriter.bytes(of: table(0..<count), dialect))
      #expect(pieces.allSatisfy { $0.count < 1 << 17 })
    }
  }
}
