import Testing

@testable import Coverage

@Suite("What readers say of values and of what they leave")
struct ReadingNotesTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func geoJSON(_ features: String, members: String = "") throws -> FeatureTable {
    try GeoJSONReader.read(
      Array("{\"type\":\"FeatureCollection\",\(members)\"features\":[\(features)]}".utf8),
      path: "x.geojson")
  }

  private func rules(_ rows: some AttributeRows) -> [String] {
    rows.readingAnomalies.map {
      "\($0.severity.rawValue) \($0.rule.rawValue) \($0.line ?? 0) \($0.object)"
    }
  }

  @Test(
    "signs that nobody sees are taken out of values, and told once a column",
    arguments: [
      ("A\u{7}B", "AB"), ("A\u{202E}B", "AB"), ("A\u{200B}", "A"), ("\u{FEFF}A", "A"),
      ("\u{1}\u{200B}", ""), ("A\u{2028}B", "A B"), ("A\u{AD}B", "AB"), ("\u{3164}", ""),
      ("\u{E0041}A", "A"),
    ])
  func cleaned(given: String, shown: String) throws {
    let text = try DelimitedText(path: "x.csv", bytes: Array("a;b\n1;\(given)\n2;\(given)\n".utf8))
    #expect(text.text(row: 1, column: 1) == shown)
    #expect(rules(text) == ["attention texte_nettoye 2 b"])
    let escaped = given.unicodeScalars.reduce(into: "") {
      $0 += $1.value < 32 ? "\\u000\($1.value)" : String($1)
    }
    let table = try geoJSON(
      "{\"type\":\"Feature\",\"properties\":{\"b\":\"\(escaped)\"},\"geometry\":null}")
    #expect(table.text(row: 0, column: 0) ?? "" == shown)
    #expect(rules(table) == ["attention texte_nettoye 1 b"])
  }

  @Test("ordinary texts stay as they are, and nothing is said")
  func ordinary() throws {
    for name in ["L’Haÿ-les-Roses", "« Est »", "Œuvre – n° 3", "東京", "a\u{A0}b", "5 €", "👩‍⚕️"] {
      #expect(withoutInvisibleSigns(name) == nil, "\(name)")
      let text = try DelimitedText(path: "x.csv", bytes: Array("a;b\n1;\(name)\n".utf8))
      #expect(text.text(row: 0, column: 1) == name && text.readingAnomalies.isEmpty)
    }
  }

  @Test("a name of a column without signs that nobody sees is the name that it looks like")
  func columnName() throws {
    let text = try DelimitedText(path: "x.csv", bytes: Array("co\u{200B}de;b\n1;2\n".utf8))
    #expect(text.header == ["code", "b"])
    #expect(rules(text) == ["attention texte_nettoye 0 code"])
  }

  @Test("signs that a file has lost are told")
  func lost() throws {
    let latin = try DelimitedText(path: "x.csv", bytes: Array("a;b\n1;x".utf8) + [0x81, 0xE9, 10])
    #expect(rules(latin) == ["attention signes_illisibles 2 b"])
    // One byte of another encoding has the whole file read in it.
    let mixed = try DelimitedText(
      path: "x.csv", bytes: Array("a;b\n1;Orée\n2;x".utf8) + [0xE9, 10])
    #expect(mixed.text(row: 0, column: 1) == "OrÃ©e")
    #expect(rules(mixed) == ["attention signes_illisibles 2 b"])
  }

  @Test("lists and objects among the properties are told")
  func nested() throws {
    let table = try geoJSON(
      "{\"properties\":{\"a\":[1],\"b\":{}},\"geometry\":null},{\"properties\":{\"a\":null,\"b\":[]}}"
    )
    #expect(
      rules(table) == ["information valeur_non_lue 1 a", "information valeur_non_lue 1 b"])
    #expect(table.readingAnomalies.last?.finding.english.hasPrefix("2 values") == true)
  }

  @Test("members beside features and properties are told")
  func members() throws {
    let table = try geoJSON(
      "{\"id\":1,\"stade\":\"aci\",\"properties\":{}}", members: "\"name\":\"x\",\"cpts\":[],")
    let note = try #require(table.readingAnomalies.first)
    #expect(note.rule == .partNotRead && note.finding.english.hasSuffix("cpts, stade"))
  }

  @Test(
    "a name given twice with two values stops, with its line",
    arguments: [
      "{\"properties\":{\"stade\":\"a\",\n\"stade\":\"b\"}}",
      "{\"properties\":{},\n\"properties\":{\"a\":1}}",
      "{\"geometry\":null,\n\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}",
      "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[],\n\"coordinates\":[]}}",
    ])
  func twice(feature: String) throws {
    let fault = try #require(fault { _ = try geoJSON(feature) })
    #expect(fault.line == 2 && fault.problem.english.contains("comes twice"), "\(fault)")
    #expect(try geoJSON("{\"properties\":{\"a\":\"1\",\"a\":\"1\"}}").values == [["1"]])
  }

  @Test("a second collection of features stops")
  func collections() {
    #expect(fault { _ = try geoJSON("", members: "\"features\":[],") }?.kind == .data)
  }

  @Test("other sheets with cells are told where none is named, hidden ones too")
  func sheets() throws {
    var book = ExcelWriter(texts: [["code", "nom"], ["01004", "x"]])
    let input = try scratch.file("one.xlsx", ZipWriter.archive(book.members))
    #expect(try DelimitedText.read(input).readingAnomalies.isEmpty)
    book.moreSheets = "<sheet name=\"B\" sheetId=\"2\" state=\"hidden\" r:id=\"a\"/>"
    let two = try scratch.file("two.xlsx", ZipWriter.archive(book.members))
    let note = try #require(try DelimitedText.read(two).readingAnomalies.first)
    #expect(note.rule == .partNotRead && note.severity == .warning)
    #expect(note.finding.english == "the workbook has other sheets: B (hidden: B)")
    #expect(try DelimitedText.read(InputPath(two.file + "#Feuil1")).readingAnomalies.isEmpty)
  }

  @Test("tables beside the layer of a GeoPackage are told, those without drawings as meant")
  func tablesBeside() throws {
    var package = TinyGeoPackage()
    package.layer("perimetres", [("A", TinyGeoPackage.square)])
    package.describe("perimetres", nil)
    package.list("liste", columns: ["cpts", "stade"], [["A", "ACI"]])
    package.list("layer_styles", columns: ["style"], [["x"]])
    let input = try scratch.file("x.gpkg", package.bytes)
    let notes = try FeatureTable.read(try OpenedInput(input)).readingAnomalies
    #expect(notes.map(\.severity) == [.warning])
    #expect(notes.first?.finding.english.hasSuffix("without drawings: liste") ?? false)
  }

  @Test("rows that a workbook hides are read, and told")
  func hiddenRows() throws {
    let rows = ["", " hidden=\"1\"", " hidden=\"0\"", " hidden=\"true\""].enumerated().map {
      row, hidden in
      "<row\(hidden)><c t=\"inlineStr\"><is><t>a\(row)</t></is></c></row>"
    }
    let input = try scratch.file(
      "h.xlsx", ZipWriter.archive(ExcelWriter(rows: rows.joined()).members))
    let text = try DelimitedText.read(input)
    #expect(text.rowCount == 3)
    #expect(rules(text) == ["information lignes_masquees 2 Feuil1"])
  }

  @Test("other files of an archive are told where none is named")
  func archive() throws {
    let members = [
      ZipWriter.Member("a.csv", "code\n1\n"), ZipWriter.Member("lisez-moi.pdf", "%PDF"),
    ]
    let input = try scratch.file("a.zip", ZipWriter.archive(members))
    let text = try DelimitedText.read(input)
    #expect(text.readingAnomalies.map(\.rule) == [.partNotRead])
    #expect(text.input == input.name && text.path == "\(input.file)#a.csv")
    #expect(try DelimitedText.read(InputPath(input.file + "#a.csv")).readingAnomalies.isEmpty)
  }

  @Test("a GeoPackage that was packed with its open journal is refused")
  func packedJournal() throws {
    var package = TinyGeoPackage()
    package.layer("communes", [("01004", .null)])
    func input(_ journal: [UInt8]) throws -> InputPath {
      try scratch.file(
        "a.zip",
        ZipWriter.archive([.init("u.gpkg", package.bytes), .init("u.gpkg-journal", journal)]))
    }
    let open = try input([0xD9, 0xD5])
    #expect(fault { _ = try FeatureTable.read(open) }?.problem.english.contains("-journal") == true)
    #expect(try FeatureTable.read(try input([0, 0])).rowCount == 1)
  }

  @Test("a layer in a system without places is refused", arguments: ["EPSG:4978", "EPSG:5720"])
  func reference(system: String) throws {
    let crs = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"\(system)\"}},"
    let input = try scratch.file(
      "x.geojson", "{\"type\":\"FeatureCollection\",\(crs)\"features\":[]}")
    #expect(fault { _ = try FeatureTable.read(input) }?.problem.english.contains(system) == true)
  }
}
