import Testing

/// CSV files as spreadsheets read them: the dialect of French Excel, and texts that could act.
@Suite struct SpreadsheetTests {
  @Test("excel-fr has a byte order mark, semicolons, CRLF and decimal commas")
  func dialect() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report("--csv", "excel-fr").code == 0)
    for table in World.tables {
      let bytes = try scratch.bytes("out/\(table).csv")
      #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(table)")
      let lines = bytes.count { $0 == 10 }
      #expect(
        lines > 0 && zip(bytes, bytes.dropFirst()).count { $0 == (13, 10) } == lines, "\(table)")
    }
    #expect(
      try scratch.text("out/cpts.csv").split(separator: "\r\n").dropFirst().map { String($0) } == [
        #"A;CPTS Amont;aci_signe;1000;1;;1;0,861;1;"=""01""";"=""84""";1000"#,
        #"B;CPTS Bas;lettre_intention;3000;1;;2;1,722;1;"=""01""";"=""84""";1000"#,
      ])
  }

  @Test("excel-fr holds the same figures as standard, once read back", arguments: World.tables)
  func sameFigures(table: String) throws {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", World.cpts + "B,CPTS Bas,lettre_intention,99999\n")
    #expect(try scratch.report().code == 0)
    let standard = try scratch.table("out/\(table).csv")
    #expect(try scratch.report("--csv", "excel-fr").code == 0)
    let text = try scratch.text("out/\(table).csv").replacing("\u{FEFF}", with: "")
    let excel = try CSVRows(text, separator: ";")
    #expect(excel.header == standard.header)
    let codes = excel.cells.filter { $0.hasPrefix("=") }
    #expect(codes.allSatisfy { $0.wholeMatch(of: /="[0-9E]+"/) != nil })
    let withoutCodes: Set = [
      "chevauchements", "options", "options_communes", "zones_blanches_voisins",
    ]
    #expect(withoutCodes.contains(table) || !codes.isEmpty)
    let read = excel.cells.map { cell in
      cell.hasPrefix("=")
        ? String(cell.dropFirst(2).dropLast())
        : cell.wholeMatch(of: /[0-9]+,[0-9]+/) != nil ? cell.replacing(",", with: ".") : cell
    }
    #expect(read == standard.cells)
  }

  @Test("maps and the summary are the same in both dialects")
  func maps() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report("--output", "standard").code == 0)
    #expect(try scratch.report("--output", "excel", "--csv", "excel-fr").code == 0)
    for map in World.maps {
      let standard = try scratch.bytes("standard/\(map).geojson")
      #expect(try standard == scratch.bytes("excel/\(map).geojson"))
    }
    #expect(try scratch.resume("excel").options.csv == "excel-fr")
  }

  static let formulas = [
    #"=HYPERLINK("x")"#, "+1+1", "-1+1", "@SUM(A1)", "=1;2", "=1,2", "\t=1", "\u{0D}=1",
  ]

  @Test("no text of the data can act as a formula", arguments: formulas, ["standard", "excel-fr"])
  func formula(text: String, dialect: String) throws {
    let scratch = try Scratch.world()
    let quoted = "\"" + text.replacing("\"", with: "\"\"") + "\""
    try scratch.write(
      "cpts.csv",
      "cpts_id,cpts_nom,stade,code\n\(quoted),\(quoted),ACI,01001\n\(quoted),,,\(quoted)\n"
        + "Z,CPTS Z,LI,01001\n")
    let name = World.brie.feature.replacing(
      "\"Brie\"", with: "\"" + Self.escaped(text) + "\"")
    try scratch.write("units.geojson", World.collection([World.aulnay.feature, name]))
    #expect(try scratch.report("--csv", dialect).code == 0)
    for table in World.tables {
      let written = try scratch.text("out/\(table).csv").replacing("\u{FEFF}", with: "")
      let rows = try CSVRows(written, separator: dialect == "standard" ? "," : ";")
      let acting = rows.cells.filter { cell in
        guard let first = cell.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first)
        else { return false }
        return dialect == "standard" || cell.wholeMatch(of: /="[0-9E]+"/) == nil
      }
      #expect(acting == [], "\(table)")
    }
    let cpts = try scratch.text("out/cpts.csv")
    #expect(cpts.contains("'"))
  }

  /// As inside a JSON string.
  private static func escaped(_ text: String) -> String {
    text.replacing("\"", with: "\\\"").replacing("\t", with: "\\t").replacing("\u{0D}", with: "\\r")
  }
}
